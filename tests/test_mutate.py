"""Mutation testing: what is counted, and that what is stored adds up."""

import csv
import re

import pytest

from tools import mutate

NAMES = [f"lib.{folder}.m.x_f__mutmut_{i}" for folder in mutate.FOLDERS for i in range(40)]
KINDS = ("killed", "timed_out", "survived", "not_covered", "other")


def test_a_sample_depends_on_its_seed_and_not_on_the_order_of_the_names():
    assert mutate.draw(NAMES, 30, 1) == mutate.draw(NAMES[::-1], 30, 1)
    assert mutate.draw(NAMES, 30, 1) != mutate.draw(NAMES, 30, 2)
    assert len(set(mutate.draw(NAMES, 30, 1))) == 30


@pytest.mark.parametrize("hits, tries", [(0, 10), (10, 10), (1, 400), (380, 400)])
def test_an_interval_holds_the_share_and_narrows_with_more_tries(hits, tries):
    low, high = mutate.interval(hits, tries)
    more = mutate.interval(10 * hits, 10 * tries)
    assert -1e-12 <= low <= hits / tries <= high <= 1 + 1e-12
    assert more[1] - more[0] < high - low


def test_the_folders_of_a_summary_add_up_to_all():
    found = {name: KINDS[i % 5] for i, name in enumerate(NAMES) if i % 3}
    *folders, total = mutate.summary(found, NAMES)
    for field in ("mutants", "tried", *KINDS):
        assert sum(row[field] for row in folders) == total[field], field
    assert total["share"] == (total["killed"] + total["timed_out"]) / total["tried"]
    assert total["low"] < total["share"] < total["high"]


def test_every_mutant_tried_leaves_no_interval():
    *_, total = mutate.summary(dict.fromkeys(NAMES, "killed"), NAMES)
    assert (total["low"], total["share"], total["high"]) == (1, 1, 1)


@pytest.mark.skipif(not mutate.TABLE.exists(), reason="no result is stored")
def test_what_is_stored_adds_up():
    with open(mutate.TABLE, newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["folder"] for row in rows] == [*mutate.FOLDERS, "all"]
    for row in rows:
        tried = int(row["tried"])
        assert sum(int(row[kind]) for kind in KINDS) == tried <= int(row["mutants"])
        killed = int(row["killed"]) + int(row["timed_out"])
        assert float(row["share"]) == pytest.approx(killed / tried, abs=1e-4)
        assert float(row["low"]) <= float(row["share"]) <= float(row["high"])


def test_mutmut_is_asked_for_only_where_it_is_needed():
    asked = (mutate.ROOT / "requirements.txt").read_text()
    assert not re.search("^mutmut", asked, re.M)
