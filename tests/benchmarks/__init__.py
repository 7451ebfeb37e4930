"""Benchmarks: ratios within one run, never an assertion on time."""
