"""Figures drawn ahead: every drawing counts, sliders lead to drawings, limits hold."""

import html
import json
import re
import subprocess
import sys

import nbformat
import pytest

from lib.book import explore, figures, moving
from lib.book.explore import Choice

ROOT = figures.FIGURES.parent


def draw(batch, bits=8, moved=None):
    fig, ax = figures.new()
    ax.plot([1, 2, 3], [batch, bits, 5 + (moved == (batch, bits))], color=figures.H100)
    ax.set_ylim(0, 70)
    ax.set_xlabel("Step")
    ax.set_ylabel("Cost (dollars)")
    return fig, f"At batch {batch} it costs ${batch * 70:,}."


def panel(draw=draw, **change):
    arguments = {
        "caption": "Cost falls with batch.",
        "alt": "Cost at batch {batch} and {bits} bits",
        "batch": Choice("batch (requests)", (1, 8, 64), "8"),
        "bits": Choice("bits", (16, 8)),
    }
    return explore.explore(draw, **arguments | change)


@pytest.fixture
def page(monkeypatch):
    """As the build of the pages runs chapters."""
    monkeypatch.setenv("BOOK_STORED", "page")


def shown(box):
    """The HTML of the cell's output."""
    return box._repr_mimebundle_()["text/html"]


def told(box):
    """What the page's script is told."""
    return json.loads(re.search(r'<script type="application/json">(.*?)</script>', shown(box))[1])


@pytest.mark.parametrize("batch", range(3))
@pytest.mark.parametrize("bits", range(2))
def test_each_position_of_the_sliders_leads_to_its_own_drawing(page, batch, bits):
    data = told(panel())
    assert [len(texts) for _, texts in data["knobs"]] == [3, 2]
    picture, readout = data["drawings"][data["at"][batch * 2 + bits]]
    value = (1, 8, 64)[batch]
    assert f'aria-label="Cost at batch {value} and {(16, 8)[bits]} bits"' in picture
    assert readout == f"At batch {value} it costs ${value * 70:,}."


def test_starts_at_the_stated_values_with_their_drawing(page):
    text = shown(panel())
    assert [html.unescape(t) for t in re.findall(r"<output>(.*?)</output>", text)] == ["8", "16"]
    assert re.findall(r'type="range" min="0" max="(\d)" autocomplete="off" value="(\d)"', text) == [
        ("2", "1"), ("1", "0"),
    ]  # fmt: skip
    drawn = []
    figures.drawings(text, lambda svg: drawn.append(svg) or "")
    assert [[svg, "At batch 8 it costs $560."] for svg in drawn] == told(panel())["drawings"][2:3]
    assert "<script data-live>" not in text


def test_a_stored_notebook_keeps_the_first_drawing_and_a_digest_of_all(monkeypatch):
    """The same as what is made for a page, without its data; it changes with any drawing."""
    kept = shown(panel())
    assert list(told(panel())) == ["sha256"] and "data:image/svg+xml" in kept
    other = panel(lambda batch, bits: draw(batch, bits + (batch == 64)))
    assert told(other) != told(panel())
    monkeypatch.setenv("BOOK_STORED", "page")
    assert moving.kept(shown(panel())) == kept


def test_in_jupyter_it_brings_its_drawings_and_its_script(monkeypatch):
    monkeypatch.delenv("BOOK_STORED")
    text = shown(panel())
    assert (
        "application/json" in text and "<script data-live>" in text and "<style data-live>" in text
    )


def test_an_alternative_text_reads_as_the_sliders_do(page):
    knob = Choice("hop", {"1 µs": 1e-6, "2,000 µs": 2e-3})
    few = {"hop": knob, "batch": Choice("batch", (1,)), "bits": Choice("bits", (8,))}
    moved = lambda batch, bits, hop: draw(batch, bits)  # noqa: E731
    box = panel(moved, alt="{batch} with hops of {hop}", **few)
    assert 'aria-label="1 with hops of 2,000 µs"' in told(box)["drawings"][1][0]
    box = panel(moved, alt=lambda batch, bits, hop: f"hops of {hop:.0e} s", **few)
    assert 'aria-label="hops of 2e-03 s"' in told(box)["drawings"][1][0]


def test_the_text_comes_out_the_same_again():
    assert repr(panel()) == repr(panel())


def test_the_text_names_the_knobs_and_the_number_of_drawings():
    text = repr(panel())
    assert "batch (requests): 1, [8], 64" in text and "bits: [16], 8" in text
    assert re.search(r"^6 drawings$", text, re.M)


@pytest.mark.parametrize("place", [(1, 16), (64, 8)])
def test_a_moved_curve_in_any_drawing_changes_the_digest(place):
    def moved(**values):
        return draw(**values, moved=place)

    assert told(panel(moved)) != told(panel())


def test_a_changed_readout_changes_the_digest():
    def other(**values):
        fig, text = draw(**values)
        return fig, text.replace("4,480", "4,481")

    assert told(panel(other)) != told(panel())


def test_equal_drawings_are_kept_once(page):
    data = told(panel(lambda batch, bits: draw(batch), alt="Cost at batch {batch}"))
    assert len(data["drawings"]) == 3 and data["at"] == [0, 0, 1, 1, 2, 2]


def test_labels_come_from_the_knob():
    knob = Choice("context (tokens)", {"4k": 4096, "128k": 131072}, "128k")
    text = shown(panel(lambda batch, bits, context: draw(8), context=knob))
    assert "<span>context (tokens)</span><output>128k</output>" in text


def test_dollar_signs_never_become_mathematics():
    text = shown(panel(caption="From $3 to $2."))
    assert 'class="caption mathjax_ignore"' in text and 'class="readout mathjax_ignore"' in text


@pytest.mark.parametrize(
    "change, name",
    [
        ({"batch": ()}, "batch"),
        ({"batch": 8}, "batch"),
        ({"batch": "8"}, "batch"),
        ({"batch": Choice("batch", (1, 8), "9")}, "batch: got start='9'"),
        ({"batch": Choice("batch", fills={"few": {"bits": 8}})}, "batch"),
        ({"caption": ""}, "caption"),
        ({"caption": "no full stop"}, "caption"),
        ({"alt": ""}, "alt"),
        (
            {"batch": Choice("batch", range(100))},
            "knobs: 100 batch x 2 bits make 200 .* give batch fewer",
        ),
    ],
)
def test_bad_input_names_the_argument(change, name):
    with pytest.raises(ValueError, match=f"^{name}"):
        panel(**change)


def test_no_knobs_and_no_figure_are_refused():
    with pytest.raises(ValueError, match="^knobs"):
        explore.explore(draw, caption="A figure.", alt="x")
    with pytest.raises(ValueError, match="^draw: returned str"):
        panel(lambda batch, bits: "no figure")


def test_drawings_that_weigh_too_much_are_refused(monkeypatch):
    monkeypatch.setattr(explore, "MOST_BYTES", 5000)
    with pytest.raises(ValueError, match="^draw: its drawings weigh more than 5,000 bytes"):
        panel()


def test_an_unlabelled_axis_is_refused():
    def bare(batch, bits):
        fig, ax = figures.new()
        ax.plot([1, 2], [3, 4])
        return fig

    with pytest.raises(ValueError, match="^fig: the x axis"):
        panel(bare)


# Stored in a notebook

CELLS = (
    "import sys; sys.path[:0] = {paths}\nfrom lib.book import display\n"
    "from test_explore import explore, figures, panel\n"
    "figures.FIGURES = figures.Path('nowhere/figures')",
    "panel()",
    "panel(batch=explore.Choice('batch', (1, 8)))",
    "panel(bits=explore.Choice('bits', (4, 2)))",
    'display.say("It costs $3,600 and **$70**.")',
    'display.table([{{"chip": "LPU", "price": 20000}}])',
    "from test_live import figure; figure()",
)


def nbval(path):
    """Return the numbers of the cells that no longer give what is stored."""
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "--nbval", "-rA", "-p", "no:cacheprovider", path.name],
        cwd=path.parent,
        capture_output=True,
        text=True,
    )
    assert re.search(rf"{len(CELLS)} passed|failed", run.stdout), run.stdout
    return [int(number) for number in re.findall(r"^FAILED .*::Cell (\d+)", run.stdout, re.M)]


def test_a_stored_notebook_agrees_until_a_drawing_a_sentence_or_a_cell_moves(tmp_path):
    from nbclient import NotebookClient

    paths = [str(ROOT), str(ROOT / "tests/book")]
    book = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(cell.format(paths=paths)) for cell in CELLS],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}},
    )
    NotebookClient(book).execute()
    path = tmp_path / "book.ipynb"
    nbformat.write(book, path)
    assert nbval(path) == []

    out_of_sight, in_sight, sentence, row, live = (
        book.cells[n].outputs[0].data for n in (1, 2, 4, 5, 6)
    )
    out_of_sight["text/html"] = out_of_sight["text/html"].replace('{"sha256":"', '{"sha256":"0', 1)
    in_sight["text/html"] = in_sight["text/html"].replace('d="m', 'd="m1 1 ', 1)
    assert "m1 1 " in in_sight["text/html"]
    sentence["text/markdown"] = sentence["text/markdown"].replace("70", "71")
    row["text/html"] = row["text/html"].replace("20,000", "20,001")
    live["text/html"] = live["text/html"].replace('{"sha256":"', '{"sha256":"0', 1)
    nbformat.write(book, path)
    assert nbval(path) == [1, 2, 4, 5, 6]
