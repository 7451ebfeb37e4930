"""Transformers: parameters, KV bytes and operations per token, counted from a published shape.

``from_config`` reads a model's own ``config.json``, ``transformer`` a row of the book's table,
which keeps the same keys. What comes is a ``Transformer``, a stack of ``Layer``s.

- ``model``: the stack, between an embedding and a projection; the table
- ``layers``: one kind of layer, by its counts
- ``configs``, ``parts``: what the keys of a config mean, for the stack and within a layer
- ``released``: the formats of the weights as published
"""

from lib.transformer.layers import CACHES, KINDS, Layer
from lib.transformer.model import Transformer, alike, from_config, transformer, transformers

__all__ = ["CACHES", "KINDS", "Layer", "Transformer", "alike", "from_config", "transformer",
           "transformers"]  # fmt: skip
