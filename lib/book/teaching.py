"""How the chapters hang together: what each takes in time, and which it stands on.

For those who assign chapters, and for the page of the appendix that helps them. A chapter
needs another if it uses its figures or its words without telling them again; links
to be followed for interest do not count.

>>> [chapter.title for chapter in path_to("economics/cost_per_token")]
['Two memories', 'Fitting the model', 'The KV cache', 'What a rate of tokens costs']
"""

from typing import NamedTuple

from lib import tables
from lib.units import minute


class Chapter(NamedTuple):
    """A chapter: its path below ``notebooks``, minutes to read it, and what to read before."""

    path: str
    title: str
    minutes: int
    needs: tuple[str, ...] = ()


#: Seconds to read each of what a chapter is made of (brysbaert2019 for words, which are
#: non-fiction, read silently; the others are this book's), and to move a figure once.
SECONDS = {
    "word": minute / tables.figure("facts", "silent_reading").value,
    "figure": 20.0,
    "moving figure": 60.0,
    "row": 2.0,
    "line": 2.0,
}

#: In the book's order; tools/minutes.py counts the minutes, and a test holds them to its count.
CHAPTERS = tuple(
    Chapter(path, row["title"], row["minutes"], tuple(row.get("needs", ())))
    for path, row in tables.load("chapters").items()
)

_BY_PATH = {chapter.path: chapter for chapter in CHAPTERS}


def find(path):
    """The chapter of a path; raises ValueError for one that the book does not have.

    >>> find("sync/clocks").title
    'Clocks that nearly agree'
    """
    if path not in _BY_PATH:
        raise ValueError(f"path: got {path!r}; takes one of {', '.join(_BY_PATH)}")
    return _BY_PATH[path]


def path_to(*paths):
    """The chapters to read for these, they included, in the book's order.

    paths: as "economics/sensitivity". Raises ValueError for one that the book does not have.

    >>> [chapter.path for chapter in path_to("sync/tensor_parallel")]
    ['spatial/two_memories', 'sync/tail_at_scale', 'sync/tensor_parallel']
    """
    wanted = {find(path) for path in paths}
    before = {needed for chapter in wanted for needed in path_to(*chapter.needs)}
    return tuple(chapter for chapter in CHAPTERS if chapter in wanted | before)


def minutes(chapters):
    """Minutes to read so many chapters.

    >>> minutes(path_to("economics/kv_cache")) > find("economics/kv_cache").minutes
    True
    """
    return sum(chapter.minutes for chapter in chapters)
