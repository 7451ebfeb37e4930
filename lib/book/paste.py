"""Paste: a ``config.json`` that fills the boxes of a typed shape where it is read.

The page's reader (web/static/live.js) knows fewer models than ``lib.transformer.from_config``:
those whose layers are all alike, with attention to all tokens, by the types in ``TYPES``. Names
of keys and the patterns of those that speak of a shape are the table's (data/architectures.toml),
and as there nothing is guessed: a key that may change the shape and that it does not know is
refused by its name.
"""

from dataclasses import dataclass

from lib import tables

#: What a model_type leaves unsaid, of those that the page reads: inputs of ``transformer.alike``.
TYPES = {"llama": {}, "mistral": {}, "mixtral": {"sparse": True},
         "qwen2": {"qkv_bias": 1}, "qwen3": {"qk_norm": 1},
         "qwen3_moe": {"qk_norm": 1, "sparse": True}}  # fmt: skip

#: Inputs of ``transformer.alike`` and the keys that say them.
KEYS = {"layers": "num_hidden_layers", "hidden": "hidden_size", "heads": "num_attention_heads",
        "kv_heads": "num_key_value_heads", "head_dim": "head_dim",
        "feed_forward": "intermediate_size", "vocabulary": "vocab_size",
        "longest": "max_position_embeddings", "experts": "n_routed_experts",
        "active": "num_experts_per_tok"}  # fmt: skip


@dataclass(frozen=True)
class Paste:
    """A box that takes a config.json, pasted or dropped, and fills others.

    into: input -> what it is set to when one was read.
    """

    label: str
    into: dict
    options = None
    start = ""

    def text(self, shown):
        """It reads as nothing."""
        return ""

    def data(self):
        """What the page is told."""
        table = tables.load("architectures")
        shape, other = ("|".join(table["keys"][name].split()) for name in ("shape", "other"))
        names = {key: table["names"].get(key, []) for key in (*KEYS.values(), "sliding_window")}
        return {"label": self.label, "unit": "", "start": "", "choices": [], "values": None,
                "fills": {}, "paste": {"into": self.into, "types": TYPES, "keys": KEYS,
                                       "names": names, "shape": shape, "other": other}}  # fmt: skip
