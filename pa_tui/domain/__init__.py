"""The agreement as plain immutable values: no clock, no file, no terminal."""
