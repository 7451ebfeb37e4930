"""One machine, one answer: what several pages state is computed once, and called."""

import re
from math import ceil, isinf
from pathlib import Path

import nbformat
import pytest

from lib.book.display import DOLLAR
from lib.evidence import answers
from lib.evidence.generations import lpu_interval
from lib.evidence.ladder import guard_cycles, ladder
from lib.hardware import chip
from lib.spatial.placement import requests_that_fit

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted(
    p for p in (ROOT / "notebooks").rglob("*.ipynb") if ".ipynb_checkpoints" not in p.parts
)
each_page = pytest.mark.parametrize("path", PAGES, ids=lambda p: p.stem)

#: An efficiency or an overhead that is typed: a practice has them.
TYPED = re.compile(
    r"\b(?:\w+_efficiency|round_latency|collective_latency|\w+_overhead)\s*=\s*[0-9.]"
)
CONTEXTS = (512, 1024, 2048, 4096)


def cells(path, kind):
    return [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == kind]


def code(path):
    return "\n".join(cell.source for cell in cells(path, "code"))


def told(path):
    """What a page says: its prose, and what its cells print as prose."""
    prints = (
        output.get("data", {}).get("text/markdown", "")
        for cell in cells(path, "code")
        for output in cell.outputs
    )
    text = " ".join([*(cell.source for cell in cells(path, "markdown")), *prints])
    return re.sub(r"\s+", " ", text.replace(DOLLAR, "$").replace("\\$", "$").replace("*", ""))


@each_page
def test_no_page_types_an_efficiency_or_an_overhead(path):
    for cell in cells(path, "code"):
        found = TYPED.findall(cell.source)
        assert not found or "explore(" in cell.source, found


#: A sentence that states a shared number -> what computes it, at one context or another.
SHARED = {
    r"H100s\b[^.;]{0,70}?\b(?:end at|at most) ([\d,]+) tokens/s": (
        ("end_speed", "eight_h100s"),
        lambda: [f"{answers.end_speed(context):,.0f}" for context in CONTEXTS],
    ),
    r"sell a token/s from [^.]+\.\d of cards, as four pairs from \$([\d,]+(?:\.\d+)?)": (
        ("cheapest_rate", "cheapest_by_cut"),
        lambda: [f"{answers.cheapest_rate(context):.3g}" for context in CONTEXTS],
    ),
    r"Eight cards hold the weights and ([\d,]+) full requests": (
        ("requests_that_fit", "eight_h100s"),
        lambda: [
            f"{requests_that_fit(answers.eight_h100s(), context):,.0f}" for context in CONTEXTS
        ],
    ),
    r"([\d,]+) chips hold LLaMA-2 70B in eight bits": (
        ("by_bytes", "lpu_cluster"),
        lambda: [f"{answers.lpu_cluster().chips(0):,.0f}"],
    ),
}
SHARED |= {
    r"ends at ([\d,]+) tokens/s on eight H100s": (
        ("end_speed", "eight_h100s"),
        lambda: [f"{answers.end_speed(context):,.0f}" for context in CONTEXTS],
    ),
    r"eight H100s sell a million tokens for \$([\d.]+\d)": (
        ("million_on_h100s",),
        lambda: [f"{answers.million_on_h100s(30):.3g}"],
    ),
    # what full requests find room for on the reported cluster, by bytes; chips in stages
    r"(?:Beside the weights they have|where by bytes there is) room for (\d+)": (
        ("lpu_cluster",),
        lambda: [f"{answers.lpu_cluster(4096).requests(576):.0f}"],
    ),
    r"in 80 equal stages, one for each layer, they take ([\d,]+)": (
        ("staged_chips",),
        lambda: [f"{answers.staged_chips(128, 4096):,.0f}"],
    ),
    r"one chip more at either end ([\d,]+) chips hold": (
        ("lpu_pipeline",),
        lambda: [f"{answers.lpu_pipeline().chips:,.0f}"],
    ),
    # the batch at which SRAM meets the H100s, and the price of a chip at which it does
    r"SRAM meets the pairs at (no batch)": (
        ("meeting_batch",),
        lambda: ["no batch"] if isinf(answers.meeting_batch(4096)) else [],
    ),
    r"it meets them at ([\d,]+) requests": (
        ("meeting_batch",),
        lambda: [f"{ceil(answers.meeting_batch(4096, chip('groq_document').cost)):,}"],
    ),
    # what a token waits for on measured servers, and how far the LPU's practice is off
    r"(?:kernels take|all rows kernels|of six models,) (\d+)%": (
        ("token_shares",),
        lambda: [f"{100 * answers.token_shares()['kernels']:.0f}"],
    ),
    r"\b(0\.\d+) (?:to|and) 2\.\d+ times": (
        ("lpu_interval", "lpu_doubt"),
        lambda: [f"{lpu_interval().low:.{digits}f}" for digits in (1, 2)],
    ),
}
#: Callers of the ladder's rungs.
LADDER = ("ladder", "lpu_token", "lpu_budget", "planned_token")
SHARED |= {
    # one request of LLaMA-2 70B on 576 LPUs
    r"(?:own plan and the|plan comes to|plan of every task comes to) (\d+)": (
        LADDER,
        lambda: [f"{rung.speed:,.0f}" for rung in ladder().values()],
    ),
    r"(?:\+ )?(\d+) cycles on every hop": (("guard_cycles",), lambda: [f"{guard_cycles()}"]),
}
#: Words with which a sentence says that it speaks of another machine.
OTHERWISE = re.compile(r"roofline|by memory alone|bandwidth would allow|document")


def stated(text, pattern):
    """The numbers that sentences of a text state, without those that speak of another machine."""
    found = re.finditer(rf"[^.!?]*?{pattern}", text)
    return [m[1] for m in found if not OTHERWISE.search(m[0])]


@pytest.mark.parametrize("pattern", SHARED)
def test_pages_that_state_a_number_call_what_computes_it(pattern):
    callers, values = SHARED[pattern]
    values, pages = values(), 0
    for path in PAGES:
        for number in stated(told(path), pattern):
            pages += 1
            assert number.rstrip(".") in values, path.stem
            assert any(re.search(rf"\b{name}\b", code(path)) for name in callers), path.stem
    assert pages, "no page states it any more: the sentence that is looked for has changed"


def test_a_speed_of_576_lpus_is_a_rung_of_the_ladder():
    """In one sentence with the chips and tokens/s: no page has a bound of its own for them."""
    rungs, pages = {f"{rung.speed:,.0f}" for rung in ladder().values()}, set()
    for path in PAGES:
        for sentence in re.findall(r"[^.!?]*\b576 (?:LPUs|chips)[^.!?]*", told(path)):
            for number in re.findall(r"(?<![\d,.])(\d[\d,]*) tokens/s", sentence):
                pages.add(path.stem)
                assert number in rungs, (path.stem, sentence)
    assert {"choosing_parallelism", "larger_models"} <= pages


def test_a_page_with_a_number_of_its_own_would_be_found():
    wrong = "So eight H100s end at 137 tokens/s for one reader."
    (pattern, (_, values)) = next(iter(SHARED.items()))
    assert stated(wrong, pattern) == ["137"] and "137" not in values()
