"""Dutch text becomes findings: pure functions, linear time, every finding with its place."""
