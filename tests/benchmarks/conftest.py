"""Benchmarks run only when asked for, by `make bench`: they measure and assert nothing."""

import sys
import time

import pytest

NOTES = []
collect_ignore_glob = [] if "--benchmark-only" in sys.argv else ["test_*.py"]


@pytest.fixture(scope="session")
def timer(request):
    """The clock of this run: what a result is set against goes by the same."""
    timer = request.config.getoption("benchmark_timer")  # its name, or wrapped by the plugin
    return getattr(time, timer.split(".")[-1]) if isinstance(timer, str) else timer.target


@pytest.fixture
def least(timer):
    """A function from a call to the least seconds of seven runs of it."""

    def seconds(call, rounds=7):
        found = []
        for _ in range(rounds):
            start = timer()
            call()
            found.append(timer() - start)
        return min(found)

    return seconds


@pytest.fixture
def note(benchmark):
    """A function that notes what a benchmark measured, for ``tools/benchmarks.py`` to store.

    what: in words. count, of: how many of which unit. seconds: of one run, if not the least
    of the benchmark's rounds. against, against_seconds: what the time is set against.
    aim: the greatest ratio of the two that was aimed at. megabytes: memory held.
    """

    def noted(what, count, of, **more):
        benchmark.extra_info.update(what=what, count=count, of=of, **more)
        seconds = more.get("seconds")
        if seconds is None and benchmark.stats:
            seconds = benchmark.stats.stats.min
        if seconds:
            line = f"{what}: {count:,} in {seconds:.3g} s, {1e9 * seconds / count:.3g} ns a {of}"
            if more.get("against_seconds"):
                line += f", {seconds / more['against_seconds']:.1f} times {more['against']}"
            NOTES.append(line + (f" (aim: {more['aim']})" if more.get("aim") else ""))

    return noted


def pytest_terminal_summary(terminalreporter):
    """Say the ratios, which pytest-benchmark's own table does not have."""
    for line in NOTES:
        terminalreporter.write_line(line)
