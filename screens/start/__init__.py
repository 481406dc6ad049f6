"""The first screen: recent files, open, new, import."""
