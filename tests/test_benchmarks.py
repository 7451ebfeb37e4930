"""The stored benchmarks say what they must, and a new run of a part replaces that part alone."""

import csv
import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# By its file: tests/benchmarks has the same name.
SPEC = importlib.util.spec_from_file_location("stored", ROOT / "tools/benchmarks.py")
benchmarks = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(benchmarks)


def rows(path=benchmarks.TABLE):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_every_row_says_what_was_measured_where_when_and_how():
    for row in rows():
        assert list(row) == benchmarks.FIELDS
        for name in ("what", "of", "clock", "processor", "python", "versions", "date", "command"):
            assert row[name], f"{row['what']}: no {name}"
        assert float(row["seconds"]) > 0 and int(row["count"]) > 0 and float(row["load"]) >= 0
        assert row["part"] in {**benchmarks.MEASURED, **benchmarks.TIMED}
        assert row["part"] in row["command"]


def test_what_is_set_against_something_says_against_what():
    for row in rows():
        assert bool(row["against"]) == bool(row["against_seconds"])
        assert row["against"] or not row["aim"], row["what"]


def test_no_measurement_stands_twice():
    named = [(row["part"], row["what"], row["count"]) for row in rows()]
    assert len(named) == len(set(named))


def test_a_new_run_replaces_its_part_alone(tmp_path, monkeypatch):
    monkeypatch.setattr(benchmarks, "TABLE", tmp_path / "table.csv")
    first = {"what": "a", "count": 1, "of": "run", "seconds": 1.0, "aim": None, "extra": "left out"}
    for part, seconds in (("tests", 3.0), ("cost", 1.0), ("cost", 2.5)):
        benchmarks.store(part, [{**first, "part": part, "seconds": seconds}])
    found = [(row["part"], row["seconds"], row["aim"]) for row in rows(benchmarks.TABLE)]
    assert found == [("cost", "2.5", ""), ("tests", "3", "")]


@pytest.mark.parametrize("part", benchmarks.MEASURED)
def test_every_measured_part_has_its_benchmarks(part):
    assert (ROOT / "tests/benchmarks" / benchmarks.MEASURED[part]).exists()
