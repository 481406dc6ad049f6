"""The meeting: opening it, who is there, the clock, closing it and its papers."""
