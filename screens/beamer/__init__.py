"""The room's window: large, quiet, read-only; it follows the chair."""
