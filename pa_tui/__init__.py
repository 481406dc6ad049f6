"""pa-tui: negotiating Dutch prestatieafspraken from a terminal, offline, in one file."""

__version__ = "0.2.0"
