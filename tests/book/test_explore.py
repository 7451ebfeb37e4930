"""Figures that move: every drawing counts, sliders are tied to drawings, limits hold."""

import re
import subprocess
import sys

import ipywidgets as widgets
import nbformat
import pytest

from lib.book import display, explore, figures
from lib.book.explore import Knob

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
        "batch": Knob((1, 8, 64), "batch (requests)", start=8),
        "bits": (16, 8),
    }
    return explore.explore(draw, **arguments | change)


def sliders(box):
    return box.children[0].children


def seen(box):
    """Return the HTML that the reader sees, following the stacks as the page does."""
    part = box.children[1]
    while isinstance(part, widgets.Stack):
        part = part.children[part.selected_index]
    return part.value


def follow(box):
    """Do what the links do in the browser."""
    for link in box.links:
        (one, name), (other, index) = link.source, link.target
        setattr(other, index, getattr(one, name))


@pytest.mark.parametrize("batch", range(3))
@pytest.mark.parametrize("bits", range(2))
def test_each_position_of_the_sliders_shows_its_own_drawing(batch, bits):
    box = panel()
    for slider, index in zip(sliders(box), (batch, bits), strict=True):
        slider.index = index
    follow(box)
    label = f'aria-label="Cost at batch {(1, 8, 64)[batch]} and {(16, 8)[bits]} bits"'
    assert label in seen(box)
    assert f"${(70, 560, 4480)[batch]:,}." in seen(box)


def test_it_starts_where_the_knobs_say():
    box = panel()
    assert "Cost at batch 8 and 16 bits" in seen(box)
    assert [s.value for s in sliders(box)] == ["8", "16"]
    bundle = box._repr_mimebundle_()
    assert figures.drawings(bundle["text/html"], str) in seen(box)
    assert "application/vnd.jupyter.widget-view+json" in bundle


def test_links_run_in_the_browser_one_for_each_stack():
    box = panel()
    assert len(box.links) == 1 + 3
    assert all(type(link).__name__ == "Link" for link in box.links)
    assert all(link._model_module == "@jupyter-widgets/controls" for link in box.links)
    assert all(slider.continuous_update for slider in sliders(box))
    assert "explore" in box._dom_classes


def test_only_stock_widgets_are_used():
    used = {w["model_module"] for w in embedded(panel()).values()}
    assert used == {"@jupyter-widgets/base", "@jupyter-widgets/controls"}


def embedded(box):
    from ipywidgets.embed import dependency_state

    return dependency_state(box)


def test_the_text_has_no_widget_id_and_comes_out_the_same_again():
    one, other = panel(), panel()
    assert one.model_id != other.model_id
    assert repr(one) == repr(other)
    assert one.model_id not in repr(one) + one._repr_mimebundle_()["text/html"]


def test_the_text_names_the_knobs_and_the_number_of_drawings():
    text = repr(panel())
    assert "batch (requests): 1, [8], 64" in text and "bits: [16], 8" in text
    assert re.search(r"^6 drawings, sha256 [0-9a-f]{64}$", text, re.M)


@pytest.mark.parametrize("place", [(1, 16), (64, 8)])
def test_a_moved_curve_in_any_drawing_changes_the_digest(place):
    def moved(**values):
        return draw(**values, moved=place)

    assert repr(panel(moved)) != repr(panel())


def test_a_changed_readout_changes_the_digest():
    def other(**values):
        fig, text = draw(**values)
        return fig, text.replace("4,480", "4,481")

    assert repr(panel(other)) != repr(panel())


def test_equal_drawings_share_one_widget():
    box = panel(lambda batch, bits: draw(batch), alt="Cost at batch {batch}")
    assert sum(w["model_name"] == "HTMLModel" for w in embedded(box).values()) == 3 + 1


def test_labels_come_from_the_knob():
    knob = Knob((4096, 131072), "context (tokens)", lambda v: f"{v // 1024}k", 131072)
    slider = explore._slider(explore._check({"context": knob})["context"])
    assert slider.options == ("4k", "128k") and slider.value == "128k"
    assert slider.description == "context (tokens)"


def test_dollar_signs_never_become_mathematics():
    box = panel(caption="From $3 to $2.")
    assert 'class="caption mathjax_ignore"' in box.children[2].value
    assert 'class="readout mathjax_ignore"' in seen(box)


@pytest.mark.parametrize(
    "change, name",
    [
        ({"batch": ()}, "batch"),
        ({"batch": 8}, "batch"),
        ({"batch": "8"}, "batch"),
        ({"batch": Knob((1, 8), start=9)}, "batch"),
        ({"batch": Knob((1.1, 1.2), format="{:.0f}")}, "batch"),
        ({"caption": ""}, "caption"),
        ({"caption": "no full stop"}, "caption"),
        ({"alt": ""}, "alt"),
        ({"batch": range(100)}, "knobs: 100 batch x 2 bits make 200 .* give batch fewer"),
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


# With a kernel


def test_live_computes_when_a_control_moves():
    box = explore.live(lambda batch: f"{700 / batch:.0f} dollars", batch=(1, 70))
    note, controls, out = box.children
    assert 'class="needs-kernel"' in note.value
    controls.children[0].value = 70
    assert "10 dollars" in out.value


def test_live_shows_figures_tables_and_texts_together():
    box = explore.live(
        lambda batch: (draw(batch)[0], display.table([{"chip": "LPU"}]), "so $3"),
        alt="Cost at batch {batch}",
        batch=[8, 64],
    )
    shown = box.children[2].value
    assert 'aria-label="Cost at batch 8"' in shown and "book-table" in shown and "so $3" in shown
    assert "so $3" in repr(box) and box.model_id not in repr(box)


def test_live_tells_the_reader_what_a_model_refuses():
    def refuse(batch):
        if batch > 8:
            raise ValueError("batch: got 9, takes at most 8")
        return "fine"

    box = explore.live(refuse, batch=(8, 9))
    box.children[1].children[0].value = 9
    assert 'role="alert"' in box.children[2].value and "takes at most 8" in box.children[2].value


def test_live_refuses_no_controls_and_what_is_none():
    with pytest.raises(ValueError, match="^controls"):
        explore.live(lambda: "x")
    with pytest.raises(ValueError, match="^batch"):
        explore.live(lambda batch: "x", batch=object())


# Stored in a notebook

CELLS = (
    "import sys; sys.path[:0] = {paths}\nfrom test_explore import display, panel",
    "panel()",
    "panel(batch=(1, 8))",
    "panel(bits=(4, 2))",
    'display.say("It costs $3,600 and **$70**.")',
    'display.table([{{"chip": "LPU", "price": 20000}}])',
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
    del book.metadata["widgets"]
    path = tmp_path / "book.ipynb"
    nbformat.write(book, path)
    assert nbval(path) == []

    out_of_sight, in_sight, sentence, row = (book.cells[n].outputs[0].data for n in (1, 2, 4, 5))
    out_of_sight["text/plain"] = out_of_sight["text/plain"].replace("sha256 ", "sha256 0")
    in_sight["text/html"] = in_sight["text/html"].replace('d="m', 'd="m1 1 ', 1)
    sentence["text/markdown"] = sentence["text/markdown"].replace("70", "71")
    row["text/html"] = row["text/html"].replace("20,000", "20,001")
    nbformat.write(book, path)
    assert nbval(path) == [1, 2, 4, 5]
