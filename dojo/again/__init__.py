"""A kata again: what was measured of each go, when to repeat it, how it went before."""
