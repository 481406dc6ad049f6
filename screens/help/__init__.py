"""All acts by name: the keys of a screen, and finding one by its words."""
