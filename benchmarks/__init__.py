"""How fast the program is beside a bare one: ``python -m benchmarks.speed``."""
