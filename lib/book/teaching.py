"""How the chapters hang together: what each takes in time, and which it stands on.

For those who assign chapters, and for the page of the appendix that helps them. A chapter
needs another if it uses its figures or its words without telling them again; links
to be followed for interest do not count.

>>> [chapter.title for chapter in path_to("economics/cost_per_token")]
['Two memories', 'Fitting the model', 'The KV cache', 'What a rate of tokens costs']
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Chapter:
    """A chapter: its path below ``notebooks``, minutes to read it, and what to read before."""

    path: str
    title: str
    minutes: int
    needs: tuple[str, ...] = ()


#: In the book's order. The minutes are of reading, with its figures moved once; exercises
#: come on top. The tests hold them against the words and figures of the stored chapters.
CHAPTERS = (
    Chapter("spatial/two_memories", "Two memories", 10),
    Chapter("spatial/fitting_the_model", "Fitting the model", 7, ("spatial/two_memories",)),
    Chapter("spatial/spatial_computing", "Spatial computing", 12, ("spatial/two_memories",)),
    Chapter("spatial/pipelining", "Pipelining", 10, ("spatial/fitting_the_model",)),
    Chapter("economics/kv_cache", "The KV cache", 7, ("spatial/two_memories",)),
    Chapter(
        "economics/cost_per_token", "What a rate of tokens costs", 13,
        ("spatial/fitting_the_model", "economics/kv_cache"),
    ),
    Chapter("economics/margins_and_power", "Margins and power", 9, ("economics/cost_per_token",)),
    Chapter("economics/sensitivity", "Which number decides", 12, ("economics/cost_per_token",)),
    Chapter(
        "economics/persistent_kv", "Keep the cache, or compute it again", 14,
        ("economics/cost_per_token",),
    ),
    Chapter("sync/tail_at_scale", "The slowest of many", 15),
    Chapter(
        "sync/tensor_parallel", "One request on many chips", 14,
        ("spatial/two_memories", "sync/tail_at_scale"),
    ),
    Chapter("sync/static_schedule", "A schedule to the cycle", 16, ("sync/tensor_parallel",)),
    Chapter(
        "sync/what_static_costs", "What a static schedule costs", 13, ("sync/static_schedule",),
    ),
    Chapter("sync/clocks", "Clocks that nearly agree", 11, ("sync/static_schedule",)),
    Chapter(
        "sync/choosing_parallelism", "Copies, slices or stages", 10,
        ("spatial/pipelining", "sync/tensor_parallel"),
    ),
    Chapter("sync/networks", "Wires between ten thousand chips", 12, ("sync/tensor_parallel",)),
    Chapter(
        "sync/larger_models", "A model of 1.8 trillion parameters", 10,
        ("spatial/pipelining", "sync/networks"),
    ),
    Chapter("verdict/claims", "Every claim", 8),
    Chapter("verdict/measurements", "Held against measurements", 11, ("spatial/two_memories",)),
    Chapter("verdict/other_models", "What other models say", 11, ("verdict/measurements",)),
    Chapter("verdict/today", "The argument today", 17, ("economics/cost_per_token",)),
    Chapter("appendix/your_numbers", "Your numbers", 12, ("economics/margins_and_power",)),
)  # fmt: skip

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
    wanted, todo = set(), list(paths)
    while todo:
        chapter = find(todo.pop())
        if chapter.path not in wanted:
            wanted.add(chapter.path)
            todo += chapter.needs
    return tuple(chapter for chapter in CHAPTERS if chapter.path in wanted)


def minutes(chapters):
    """Minutes to read so many chapters.

    >>> minutes(path_to("economics/kv_cache"))
    17
    """
    return sum(chapter.minutes for chapter in chapters)
