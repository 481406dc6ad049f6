"""After import: source and result side by side, set right before a file is made of it."""
