"""Models of running large language models out of on-chip SRAM; the names of a first notebook.

>>> from lib import machine, serve, bill, owning
>>> eight = machine("h100_sxm", "llama3_70b", "fp8", tensor=8)
>>> served = serve(eight, batch=64, prompt=1024, output=1024)
>>> cost = bill(eight.chip, eight.chips, served.rate, terms=owning(eight.chip))
>>> print(f"{served.speed:.0f} tokens/s each, ${cost.per_million_tokens:.2f} a million tokens")
61 tokens/s each, $1.59 a million tokens

The models stand in ``spatial``, ``economics`` and ``sync``, on ``units``, ``checks``,
``tables``, ``hardware`` and ``transformer``; ``evidence`` and ``claims`` use them, and ``book``
shows what they say.
"""

import importlib

#: Where the names are at home. They are fetched when asked for: a model that needs one file
#: does not wait for all.
_HOMES = {
    "Chip": "lib.hardware", "chip": "lib.hardware", "Practice": "lib.hardware",
    "from_config": "lib.transformer",
    "Deployment": "lib.spatial.roofline", "decode": "lib.spatial.roofline",
    "requests_that_fit": "lib.spatial.placement",
    "machine": "lib.economics.practice", "owning": "lib.economics.practice",
    "serve": "lib.economics.service", "bill": "lib.economics.cost",
    "frontier": "lib.economics.cost",
}  # fmt: skip

__all__ = sorted(_HOMES)


def __getattr__(name):
    if name not in _HOMES:
        raise AttributeError(f"module 'lib' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)


def __dir__():
    return [*globals(), *_HOMES]
