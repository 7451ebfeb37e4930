"""Columns: one function for several cases side by side, and the best case of a grid.

``live(..., columns={"a": "Machine A", "b": "Machine B"})`` takes a function of one case. An input
whose name ends in _a belongs to the case a, any other to all; outputs get the same ending. The
tape is that of one case and runs once for each. ``rows`` are a table with a column a case: label
-> template, whose names stand for those of each case.

    Search(when="plan", least="score", over={"cards": (1, 2, 4, 8), "batch": (1, 2, 4)})

puts in place of a case's inputs those of a grid, up to what their boxes show, at which an output
is least, where its choice ``when`` is 1. Of values within 1e-9 of the least the first is taken,
so that page and Python find the same (web/static/tape.js); what is no finite number is passed
over, and where nothing else is the boxes stand.
"""

from dataclasses import dataclass
from itertools import product

import numpy as np

from lib.book.display import rendered
from lib.book.reading import parse

#: Values that differ by so small a part are one, whoever computed them.
ALIKE = 1e-9


@dataclass(frozen=True)
class Search:
    """The least of an output over a grid of inputs; see the module."""

    when: str
    least: str
    over: dict


class Columns:
    """A function of one case as a function of all of them."""

    def __init__(self, function, titles, search=None):
        self.function, self.titles, self.search = function, titles, search
        self.ends = tuple(f"_{name}" for name in titles)

    def own(self, given, column):
        """What belongs to a case, by the names that its function takes."""
        end = f"_{column}"
        return {n.removesuffix(end): v for n, v in given.items()
                if n.endswith(end) or not n.endswith(self.ends)}  # fmt: skip

    def __call__(self, **given):
        """The outputs of all cases."""
        made = ((c, self.function(**self.own(given, c))) for c in self.titles)
        return {f"{name}_{c}": value for c, out in made for name, value in out.items()}

    def found(self, given):
        """The inputs, those of a search replaced by what it found."""
        for column in self.titles if self.search else ():
            own = self.own(given, column)
            if own[self.search.when] == 1:
                given = given | {f"{n}_{column}": v for n, v in self.best(own).items()}
        return given

    def best(self, own):
        """The place of a grid at which a case's output is least; nothing where none is finite."""
        names = list(self.search.over)
        lists = [[v for v in self.search.over[n] if v <= own[n]] for n in names]
        if not all(lists):  # the model itself says what is wrong with such a box
            return {}
        cells = [dict(zip(names, cell, strict=True)) for cell in product(*lists)]
        place = first_least(self.scores(own, cells))
        return {} if place is None else cells[place]

    def scores(self, own, cells):
        """The output of which the least is sought; not a number where the model refuses."""
        together = {n: np.array([cell[n] for cell in cells]) for n in cells[0]}
        with np.errstate(all="ignore"):
            try:
                found = self.function(**own | together)[self.search.least]
            except ValueError:
                if len(cells) == 1:
                    return np.array([np.nan])
                found = [self.scores(own, [cell])[0] for cell in cells]
        return np.broadcast_to(np.asarray(found, float), len(cells))

    def rows(self, rows):
        """The table's rows as data: a label and a parsed template for each case."""
        return [[label, *(_of(parse(text), f"_{c}") for c in self.titles)]
                for label, text in rows.items()]  # fmt: skip

    def table(self, rows, render):
        """The table as HTML, with what ``render`` says in each cell."""
        told = [(label, [render(cell) for cell in cells]) for label, *cells in rows]
        return rendered("columns", titles=self.titles.values(), rows=told)


def first_least(score):
    """The first place of the least finite value; None where there is none.

    >>> first_least([-2, np.nan, -3, -np.inf]), first_least([np.inf, np.nan])
    (2, None)
    """
    score = np.where(np.isfinite(score), score, np.inf)
    least = score.min()
    near = score <= least + ALIKE * abs(least)
    return int(np.argmax(near)) if np.isfinite(least) else None


def _of(parts, end):
    """A parsed template whose names are those of one case."""
    return [
        p if isinstance(p, str)
        else [p[0] + end, p[1], [_of(w, end) for w in p[2]] if p[1] in "?#" else p[2]]
        for p in parts
    ]  # fmt: skip
