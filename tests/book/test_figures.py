"""Figures: one palette, the same bytes for the same curve, and nothing unlabelled."""

import re
import subprocess
import sys
from itertools import combinations
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from IPython.display import display

from lib.book import figures, svg
from lib.book.figures import H100, LPU, document_line, document_point, label_line, log_ticks, new

ROOT = figures.FIGURES.parent


def curve(lift=1.0):
    fig, ax = new(right=1.1)
    x = np.logspace(0, 4, 80)
    for power, colour in ((0.5, H100), (0.3, LPU)):
        (line,) = ax.plot(x, 3600 * lift / x**power, color=colour)
        label_line(ax, line, "costs $20k & more")
    log_ticks(ax.xaxis, "", "Batch (requests)")
    log_ticks(ax.yaxis, "$", "Cost per (token/s)")
    document_point(ax, 100, 70, "$70 <or so>")
    document_line(ax, 3600, "$3,600")
    return fig


# Colours


def linear(colour):
    srgb = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)


def luminance(colour):
    return linear(colour) @ (0.2126, 0.7152, 0.0722)


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


# Machado, Oliveira and Fernandes 2009, severity 1: what linear RGB turns into.
VISION = {
    "usual": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}


def oklab(rgb):
    to_cones = [[0.4122, 0.5363, 0.0514], [0.2119, 0.6807, 0.1074], [0.0883, 0.2817, 0.6300]]
    to_lab = [[0.2105, 0.7936, -0.0041], [1.9780, -2.4286, 0.4506], [0.0259, 0.7828, -0.8087]]
    return np.array(to_lab) @ np.cbrt(np.array(to_cones) @ np.clip(rgb, 0, 1))


NIGHT = {name: figures.DARK[colour] for name, colour in figures.PALETTE.items()}
SIDES = [
    pytest.param(figures.PALETTE, figures.PAPER, id="light"),
    pytest.param(NIGHT, figures.DARK[figures.PAPER], id="dark"),
]


@pytest.mark.parametrize("palette, paper", SIDES)
def test_every_hue_can_be_read_as_text_on_its_page(palette, paper):
    assert {n: c for n, c in palette.items() if contrast(c, paper) < 4.5} == {}


def test_ink_and_muted_text_can_be_read_on_both_pages():
    for colour in (figures.INK, figures.MUTED):
        assert contrast(colour, figures.PAPER) >= 4.5
        assert contrast(figures.DARK[colour], figures.DARK[figures.PAPER]) >= 4.5


@pytest.mark.parametrize("vision", VISION)
@pytest.mark.parametrize("palette, paper", SIDES)
def test_hues_differ_for_colour_blind_readers(palette, paper, vision):
    seen = {name: oklab(VISION[vision] @ linear(colour)) for name, colour in palette.items()}
    close = [p for p in combinations(seen, 2) if np.linalg.norm(seen[p[0]] - seen[p[1]]) < 0.09]
    assert close == []


@pytest.mark.parametrize("palette, paper", SIDES)
def test_hues_differ_in_grey(palette, paper):
    lightness = sorted(116 * np.cbrt(luminance(colour)) - 16 for colour in palette.values())
    assert min(np.diff(lightness)) > 2


def test_every_colour_of_a_figure_has_a_dark_twin():
    text = figures.svg(curve(), "A curve")
    used = set(re.findall(r'(?:fill|stroke)="(#\w+)"', text))
    assert used and used <= set(figures.DARK)
    assert "fill:" not in text and "stroke:" not in text  # a page reaches attributes only


# SVG


def test_the_same_curve_gives_the_same_bytes_in_another_process():
    program = (
        "import sys; sys.path[:0] = ['.', 'tests/book']; import test_figures as t;"
        "sys.stdout.buffer.write(t.figures.svg(t.curve(), 'A curve').encode())"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True
        ).stdout
        for _ in range(2)
    ]
    assert runs[0] == runs[1] == figures.svg(curve(), "A curve").encode()


def test_a_figure_drawn_twice_gives_the_same_bytes():
    fig = curve()
    assert figures.svg(fig, "A curve") == figures.svg(fig, "A curve")


def test_a_moved_curve_changes_the_svg():
    assert figures.svg(curve(), "A curve") != figures.svg(curve(1.01), "A curve")


def test_svg_is_small_and_well_formed():
    text = figures.svg(curve(), 'Say "a & b"')
    assert len(text) < 12_000
    root = ElementTree.fromstring(text)
    assert root.get("role") == "img" and root.get("class") == "figure"
    assert root.get("aria-label") == 'Say "a & b"'
    assert "<?xml" not in text and "<!" not in text and "metadata" not in text
    assert "DejaVu" not in text
    assert re.search(r"\d\.\d{3}", text) is None


def test_dollar_signs_in_labels_stay_dollar_signs():
    words = [e.text for e in ElementTree.fromstring(figures.svg(curve(), "x")).iter() if e.text]
    assert "costs $20k & more" in words and "$3,600" in words and "$70 <or so>" in words


def test_paths_keep_their_shape_when_shortened():
    d = "M 10 20 \nL 30.126 20 \nL 30.126 50.5 \nz\nM 1 2 \nC 3 4 5 6 7 8 \nQ 9 9 10.5 -.25 \n"
    short, box = svg._outline(d)
    assert short == "m10 20h20.13v30.5zm-9-18c2 2 4 4 6 6q2 1 3.5-8.25"
    assert box == (1, -0.25, 30.13, 50.5)


@given(st.lists(st.tuples(*[st.integers(-200_000, 200_000)] * 2), min_size=2))
def test_a_shortened_line_leads_through_the_same_points(points):
    d = "M" + "L".join(f" {x / 100} {y / 100} \n" for x, y in points)
    at, found = (0, 0), []
    for verb, run in re.findall(r"([mlhv])([^mlhv]*)", svg._outline(d)[0]):
        steps = [round(float(n) * 100) for n in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", run)]
        steps = {"h": [*steps, 0], "v": [0, *steps]}.get(verb, steps)
        for dx, dy in zip(steps[::2], steps[1::2], strict=True):
            at = at[0] + dx, at[1] + dy
            found.append(at)
    assert found == [p for p, last in zip(points, [None, *points], strict=False) if p != last]


def test_a_line_outside_its_panel_is_still_cut_off():
    fig, ax = new()
    ax.plot([0, 1], [0, 10])
    ax.set_ylim(0, 5)
    text = figures.svg(fig, "Cut")
    assert text.count("<clipPath") == 1 and re.search(r'clip-path="url\(#f\w{8}-0\)"', text)


def test_ids_of_two_figures_do_not_collide():
    ids = []
    for top in (5, 6):
        fig, ax = new()
        ax.plot([0, 1], [0, 10], "o-")
        ax.set_ylim(0, top)
        ids.append(set(re.findall(r' id="([^"]+)"', figures.svg(fig, "Cut"))))
    assert ids[0] and ids[1] and not ids[0] & ids[1]


def test_every_reference_points_at_an_id():
    fig, ax = new(rows=2)
    ax[0].bar([1, 2], [3, 4], hatch="//", color=LPU)
    ax[1].scatter([1, 2], [3, 4], s=[5, 90], color=H100)
    ax[1].set_xlim(1, 2)
    text = figures.svg(fig, "Bars and dots")
    pointed = set(re.findall(r'url\(#([^)]+)\)|href="#([^"]+)"', text))
    assert {a or b for a, b in pointed} == set(re.findall(r' id="([^"]+)"', text)) != set()


# Axes


@pytest.mark.parametrize(
    "limits, ticks",
    [
        ((1, 1e4), ["1", "10", "100", "1k", "10k"]),
        ((2, 60), ["2", "5", "10", "20", "50"]),
        ((1, 1e12), ["1", "100", "10k", "1M", "100M", "10G", "1T"]),
    ],
)
def test_log_ticks_read_as_people_say_them(limits, ticks):
    fig, ax = new()
    log_ticks(ax.xaxis, "", "Tokens")
    ax.set_xlim(*limits)
    assert [t.get_text() for t in ax.get_xticklabels()] == ticks
    assert ax.get_xlabel() == "Tokens, log scale"


# Showing


@pytest.fixture
def shown(monkeypatch, tmp_path):
    """A function that shows a figure in a checkout of its own, and returns what it displays."""
    (tmp_path / "_toc.yml").touch()
    displayed = []
    monkeypatch.setattr(figures, "FIGURES", tmp_path / "figures")
    monkeypatch.setattr(figures, "display", displayed.append)

    def show(fig=None, name="part/curve", caption="It falls.", alt="A curve"):
        displayed.clear()
        assert figures.show(fig or curve(), name, caption, alt) is None
        return list(displayed)

    return show


def test_show_saves_what_it_displays_and_writes_only_changes(shown, tmp_path):
    picture, caption = shown(caption="From $3 to $2.")
    path = tmp_path / "figures/part/curve.svg"
    assert path.read_text() == figures.drawings(picture.data, str) + "\n"
    assert caption.data == '<p class="caption mathjax_ignore">From $3 to $2.</p>'
    before = path.stat().st_mtime_ns
    shown()
    assert path.stat().st_mtime_ns == before


def test_in_a_script_a_figure_prints_its_words(shown, capsys):
    for part in shown(alt="A  rising curve", caption="From $3 to $2."):
        display(part)
    assert capsys.readouterr().out == "A rising curve\nFrom $3 to $2.\n"


def test_outside_a_checkout_a_figure_is_displayed_and_nothing_written(shown, tmp_path):
    (tmp_path / "_toc.yml").unlink()
    assert len(shown()) == 2
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_can_be_written_a_figure_is_displayed(shown, tmp_path):
    (tmp_path / "figures").write_text("no folder")
    assert len(shown()) == 2


@pytest.mark.parametrize(
    "argument, value",
    [
        ("caption", " "),
        ("caption", "no full stop"),
        ("alt", ""),
        ("name", "../outside"),
        ("name", ""),
    ],
)
def test_show_refuses(shown, tmp_path, argument, value):
    with pytest.raises(ValueError, match=f"^{argument}:"):
        shown(**{argument: value})
    assert [path.name for path in tmp_path.iterdir()] == ["_toc.yml"]


def test_an_axis_with_ticks_and_no_label_is_refused(shown):
    fig, ax = new()
    ax.plot([1, 2], [3, 4])
    ax.set_xlabel("Batch (requests)")
    with pytest.raises(ValueError, match="y axis of panel 1"):
        shown(fig)


def test_names_on_an_axis_need_no_unit(shown):
    fig, ax = new()
    ax.bar(["LPU", "H100"], [3, 4])
    ax.set_ylabel("Price (dollars)")
    assert shown(fig)


def test_bad_calls_name_their_argument():
    fig, ax = new()
    with pytest.raises(ValueError, match="axis"):
        document_line(ax, 1, axis="z")
    with pytest.raises(ValueError, match="width"):
        new(width=0.5)
    with pytest.raises(ValueError, match="alt"):
        figures.svg(fig, "")
    with pytest.raises(ValueError, match="fig"):
        figures.svg(ax, "An axis")
    with pytest.raises(ValueError, match="line"):
        label_line(ax, ax.plot([np.nan], [1])[0], "nowhere")
