"""The papers that exist now, how they read, and where they go."""
