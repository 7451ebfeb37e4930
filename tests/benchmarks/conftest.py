"""Benchmarks run only when asked for, by `make bench`: they measure and assert nothing."""

import sys

collect_ignore_glob = [] if "--benchmark-only" in sys.argv else ["test_*.py"]
