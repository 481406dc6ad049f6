"""Papers: what minutes, drafts and lists contain, as plain values."""
