"""The ledger: what it lists, how it judges, and that it prints as a table, as JSON and as cards."""

import html
import json
import math
import re
import subprocess
import sys
from itertools import groupby

import pytest

from lib import ledger, tables
from lib.ledger import VERDICTS, Claim, claim, claims, claims_of, find, show, verdict_of
from lib.reckoning import RECKONINGS, Reckoned

CHAPTERS = {
    "spatial/two_memories",
    "spatial/fitting_the_model",
    "spatial/spatial_computing",
    "spatial/pipelining",
    "economics/kv_cache",
    "economics/cost_per_token",
    "economics/margins_and_power",
    "economics/sensitivity",
    "economics/persistent_kv",
    "sync/networks",
    "sync/larger_models",
    "sync/tail_at_scale",
    "sync/tensor_parallel",
    "sync/static_schedule",
    "sync/what_static_costs",
    "sync/clocks",
    "sync/choosing_parallelism",
}
#: Chapters whose models are still to come: a claim may be open there, and nowhere else.
LATER = set()
FIELDS = {"id", "document", "claim", "stated", "unit", "reproduced", "corrected", "verdict", "why",
          "chapter"}  # fmt: skip


def of_the_second_document():
    return [c for c in claims() if c.document == "li2024groq"]


# -- what it lists ------------------------------------------------------------------


def test_every_id_is_its_own_and_speaks():
    ids = [row["id"] for row in tables.load("claims")["claim"]]
    assert ids == [c.id for c in claims()]
    assert len(ids) == len(set(ids))
    for name in ids:
        assert name == name.lower() and set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_every_figure_of_the_second_document_is_listed():
    """Its figures as it prints them; a claim states each, in the order of the text."""
    printed = [500, 8, 230, 80, 96, 3.35, 400, 25, 750, 188, 989, 5, 14, 215, 70, 305, 6000,
               1_800_000, 2000, 30_000, 32, 1, 100_000, 0.1, 0.625, 8, 1, 500, 3600, 425, 70, 50,
               80, 150, 652, 3_912_000, 2, 64_000, 61, 3, 18_000, 36, 652_000, 10.2, 7, 15, 4.7,
               2, 50, 700, 1800, 7826, 80, 100, 2, 500, 1, 300, 1_800_000, 6_000_000,
               300_000]  # fmt: skip
    listed = iter(c.stated for c in of_the_second_document() if not isinstance(c.stated, bool))
    missing = [number for number in printed if number not in listed]
    assert not missing


def test_the_sections_of_a_document_follow_each_other():
    for document in {c.document for c in claims()}:
        rows = [c for c in claims() if c.document == document]
        sections = [name for name, _ in groupby(c.section for c in rows)]
        assert len(sections) == len(set(sections))
        assert all(sections)


#: Every argument of the first document, and the rows that test it.
ARGUMENTS = {
    "waiting for the slowest": ["the-group-waits-for-the-slowest", "rare-slowness-dominates"],
    "delays that propagate": ["a-delay-propagates"],
    "a delay creates a new worst case": ["a-delay-makes-a-new-worst-case"],
    "waiting shows up as tail latency": ["waiting-shows-as-tail"],
    "unpredictable traffic becomes waiting": ["traffic-that-varies-makes-waiting"],
    "arrival times known ahead": ["arrivals-known-exactly", "the-compiler-plans-everything"],
    "planned to the clock cycle": ["planned-to-the-cycle"],
    "aligned clocks as the condition": ["alignment-is-the-condition", "drift-is-cancelled"],
    "assembly line": ["runs-like-an-assembly-line"],
    "no routers, ample bandwidth": ["no-routers-between-chips", "ample-bandwidth-between-chips"],
    "the run repeats": ["the-run-repeats"],
    "not from the number of chips": ["more-chips-need-not-mean-jitter"],
    "but from scheduling": ["randomness-comes-from-scheduling", "coordination-is-a-major-source"],
    "queues and arbitration": ["run-time-coordination-costs"],
    "sources of variability": ["well-run-systems-vary-too"],
    "a known schedule reduces waiting": ["a-known-schedule-cuts-the-waiting"],
    "loss of flexibility": ["a-fixed-plan-costs-flexibility"],
    "data against tensor parallelism": [
        "slices-cut-one-latency", "copies-for-many-requests", "slices-for-one-answer"],
    "big models force communication": ["big-models-force-communication"],
    "latency does not balloon": ["latency-does-not-balloon"],
    "fewer surprise stalls": ["fewer-surprise-stalls"],
}  # fmt: skip


def test_every_argument_of_the_first_document_is_listed_and_judged():
    rows = [c for c in claims() if c.document == "scaling2025groq"]
    assert sorted(c.id for c in rows) == sorted(sum(ARGUMENTS.values(), []))
    for row in rows:
        # It prints no figure: every row is a statement.
        assert row.stated is True and row.verdict != VERDICTS["open"]


def test_documents_follow_each_other():
    documents = [name for name, _ in groupby(c.document for c in claims())]
    assert len(documents) == len(set(documents))


@pytest.mark.parametrize("row", claims(), ids=lambda row: row.id)
class TestEveryRow:
    def test_names_a_document_of_the_bibliography_and_a_chapter(self, row):
        assert f"{{{row.document}," in tables.BIBLIOGRAPHY.read_text(encoding="utf-8")
        assert row.chapter in CHAPTERS

    def test_is_one_plain_sentence_and_a_short_why(self, row):
        assert row.claim[0].isupper() and row.claim.endswith(".") and "\n" not in row.claim
        assert row.why.endswith(".") and "\n" not in row.why
        assert len(row.why.split()) <= 30, len(row.why.split())
        # "depends on" runs on into its reason; every other reason is a sentence of its own.
        runs_on = row.verdict == VERDICTS["depends"]
        assert not (runs_on and row.why[0].isupper() and not row.why.startswith("H100"))
        assert runs_on or not row.why[0].islower()

    def test_has_a_unit_exactly_where_it_states_a_number(self, row):
        is_number = row.stated is not None and not isinstance(row.stated, bool)
        assert bool(row.unit) == is_number

    def test_holds_values_of_one_kind_and_no_nan(self, row):
        for value in (row.reproduced, row.corrected):
            assert value is None or isinstance(value, bool | int | float)
            assert value is None or isinstance(value, bool) == isinstance(row.stated, bool)
            assert value is None or math.isfinite(value)

    def test_has_a_verdict_that_its_values_carry(self, row):
        assert row.verdict in VERDICTS.values()
        if row.verdict == VERDICTS["open"]:
            assert row.reproduced is None and row.corrected is None
            assert row.chapter in LATER
        elif row.verdict not in (VERDICTS["depends"], VERDICTS["untestable"]):
            assert row.verdict == verdict_of(row.stated, row.corrected)

    def test_is_reckoned_unless_it_is_open(self, row):
        assert (row.id in RECKONINGS) == (row.verdict != VERDICTS["open"])

    def test_has_a_card_as_text_and_as_html(self, row):
        card = claim(row.id)
        page = card._repr_html_()
        assert f'id="claim-{row.id}"' in page and "None" not in page
        assert not re.search(r"\b(nan|inf)\b", repr(card))
        assert row.verdict in page and row.verdict in repr(card)


def test_every_reckoning_has_its_claim():
    assert RECKONINGS.keys() <= {c.id for c in claims()}


# -- how it judges ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stated", "corrected", "verdict"),
    [
        (100, 102, "holds"),
        (100, 98, "holds"),
        (100, 103, "holds roughly"),
        (100, 80, "holds roughly"),
        (100, 79, "off"),
        (100, 121, "off"),
        (True, True, "holds"),
        (True, False, "off"),
        (False, False, "holds"),
    ],
)
def test_the_verdict_follows_from_the_two_values(stated, corrected, verdict):
    assert verdict_of(stated, corrected) == verdict


def test_a_number_is_not_judged_against_yes_or_no():
    with pytest.raises(ValueError, match="corrected: got True"):
        verdict_of(1.0, True)


ROW = {"id": "x", "document": "d", "claim": "C.", "chapter": "a/b", "stated": 2, "unit": "$"}


def test_a_reckoning_without_two_values_must_bring_its_verdict(monkeypatch):
    monkeypatch.setitem(RECKONINGS, "x", lambda: Reckoned(1.0, None, "Why."))
    with pytest.raises(ValueError, match="verdict: got none for 'x'"):
        ledger._row(ROW)
    monkeypatch.setitem(RECKONINGS, "x", lambda: Reckoned(1.0, None, "Why.", "untestable"))
    assert ledger._row(ROW).verdict == "not testable"


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_a_reckoning_that_ends_in_no_number_is_refused(monkeypatch, value):
    monkeypatch.setitem(RECKONINGS, "x", lambda: Reckoned(1.0, value, "Why."))
    with pytest.raises(ValueError, match="takes a number"):
        ledger._row(ROW)


def test_an_unknown_verdict_is_refused(monkeypatch):
    monkeypatch.setitem(RECKONINGS, "x", lambda: Reckoned(1.0, 1.0, "Why.", "maybe"))
    with pytest.raises(ValueError, match="verdict: got 'maybe'"):
        ledger._row(ROW)


def test_a_claim_without_a_reckoning_is_open():
    row = ledger._row(ROW)
    assert isinstance(row, Claim) and row.verdict == "open" and "a/b" in row.why


def test_a_claim_waits_for_no_part_but_its_own():
    code = "import sys; from lib.ledger import find; find('cost-floor'); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True,
        cwd=tables.BIBLIOGRAPHY.parent,
    )  # fmt: skip
    loaded = done.stdout.split()
    assert "lib.reckoning.economics" in loaded and "lib.reckoning.sync" not in loaded


def test_an_unknown_id_names_the_nearest():
    with pytest.raises(ValueError, match="claim_id: got 'cost-flor'; takes an id .*cost-floor"):
        find("cost-flor")


# -- how it prints ------------------------------------------------------------------


def run(*arguments):
    command = [sys.executable, "-m", "lib.ledger", *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", check=True,
        cwd=tables.BIBLIOGRAPHY.parent,
    ).stdout  # fmt: skip


def test_json_is_a_list_of_objects_with_every_field():
    def refuse(name):
        raise AssertionError(f"{name} is not JSON")

    rows = json.loads(run("--json"), parse_constant=refuse)
    assert isinstance(rows, list) and len(rows) == len(claims())
    for row, expected in zip(rows, claims(), strict=True):
        assert row.keys() >= FIELDS
        assert row["id"] == expected.id and row["verdict"] == expected.verdict


def test_the_table_has_a_line_for_every_claim():
    text = run()
    for row in claims():
        assert f"{row.verdict:14}{row.id}" in text


def test_values_are_shown_with_their_units():
    assert show(700, "$ billion") == "$700 billion"
    assert show(0.625, "GB") == "0.625 GB"
    assert show(None, "GB") == "–" and show(False) == "no"


# -- the claims of a chapter ----------------------------------------------------------


@pytest.mark.parametrize("chapter", sorted({c.chapter for c in claims()}))
class TestAChapter:
    def test_shows_every_claim_with_all_that_is_known_of_it(self, chapter):
        found = claims_of(chapter)
        page, plain = found._repr_html_(), repr(found)
        rows = [c for c in claims() if c.chapter == chapter]
        assert found.rows == rows and page.count("<tr") == len(rows) + 1
        for c in rows:
            for text in (c.claim, c.why, show(c.stated, c.unit), show(c.corrected, c.unit)):
                assert html.escape(text, quote=False) in page and text in plain
            assert show(c.reproduced, c.unit) in plain and c.verdict in plain

    def test_counts_its_verdicts(self, chapter):
        found = claims_of(chapter)
        total, counts = found.summary().split(" of this chapter: ")
        assert sum(int(part.split()[0]) for part in counts.split(", ")) == int(total.split()[0])
        assert f"<summary>{found.summary()}</summary>" in found._repr_html_()

    def test_shows_its_own_reckoning_where_it_differs(self, chapter):
        found = claims_of(chapter)
        differ = [
            c for c in found.rows if show(c.reproduced, c.unit) not in ("–", show(c.stated, c.unit))
        ]
        assert found._repr_html_().count("its own reckoning: ") == len(differ)


def test_a_chapter_without_claims_is_refused():
    with pytest.raises(ValueError, match="chapter: got 'a/b'; takes one of economics/"):
        claims_of("a/b")


def test_one_claim_is_counted_in_the_singular():
    chapter = claims_of("spatial/two_memories")
    assert type(chapter)([find("h100-bandwidth")]).summary() == "1 claim of this chapter: 1 holds"
