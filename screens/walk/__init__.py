"""The walk: the articles one by one, decided, changed and written beside with one key each."""
