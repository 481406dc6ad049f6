"""The Dutch words everything in reading goes by, in tables one can check at a glance."""
