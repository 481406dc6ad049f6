"""The one line at the bottom: what is asked, typed and understood there."""
