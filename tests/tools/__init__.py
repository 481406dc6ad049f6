"""Tools of those who work on the program; each runs as ``python -m tests.tools.NAME``."""
