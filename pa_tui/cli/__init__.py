"""Every act of the screens as a command: for scripts and for screen readers."""
