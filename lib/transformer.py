"""Transformers: parameters, KV bytes and operations per token, counted from a model's shape.

A ``Transformer`` is a frozen record of a published shape; ``transformer(key)``
reads one from ``data/transformers.toml``. Nothing is taken from a model's name:
"70B" is counted.

Three attention kinds cover the models here. Multi-head, grouped-query and
multi-query attention differ only in ``kv_heads`` and cache two vectors a head.
Latent attention (MLA) caches one compressed vector and one rotary key a layer.
"""

import dataclasses
from dataclasses import dataclass
from functools import lru_cache, partial

import numpy as np

from lib import checks, tables
from lib.units import bytes_per_value


@dataclass(frozen=True)
class Transformer:
    """A decoder-only transformer, by its shape.

    Arguments
    ---------
    name : how the book prints it
    layers, hidden, heads, head_dim : the usual
    kv_heads : heads whose keys and values are cached (= heads for multi-head)
    feed_forward : width of the feed-forward block, of one expert if there are experts
    vocabulary, context : entries; the longest sequence in tokens
    gated : feed-forward of three matrices (SwiGLU) instead of two
    tied : input embedding and output projection are one matrix
    experts, active_experts, shared_experts : experts a layer, those a token uses,
        and those that every token uses besides; 1, 1, 0 is a dense model
    dense_layers, dense_feed_forward : layers without experts, and their width
    kv_rank, rope_dim, q_rank : ranks of latent attention; kv_rank 0 is ordinary attention
    window, window_layers : sliding window in tokens, and how many layers have it
    stated_parameters : what the publisher says, to hold the count against

    Raises ValueError for a shape that cannot be: a dimension below 1, heads that
    the kv_heads do not divide, more active experts than experts, layers without
    their width, ranks without a rank for keys and values.

    >>> llama = transformer("llama2_70b")
    >>> llama.parameters
    68976648192
    >>> llama.kv_bytes_per_token("int8")
    163840.0
    """

    name: str
    layers: int
    hidden: int
    heads: int
    kv_heads: int
    head_dim: int
    feed_forward: int
    vocabulary: int
    context: int
    gated: bool = True
    tied: bool = False
    experts: int = 1
    active_experts: int = 1
    shared_experts: int = 0
    dense_layers: int = 0
    dense_feed_forward: int = 0
    kv_rank: int = 0
    rope_dim: int = 0
    q_rank: int = 0
    window: int = 0
    window_layers: int = 0
    stated_parameters: float | None = None
    key: str = ""

    def __post_init__(self):
        checks.keep(self, checks.count, "layers", "hidden", "heads", "kv_heads", "head_dim",
                    "feed_forward", "vocabulary", "context", "experts",
                    "active_experts")  # fmt: skip
        checks.keep(self, partial(checks.count, least=0), "shared_experts", "dense_layers",
                    "dense_feed_forward", "kv_rank", "rope_dim", "q_rank", "window",
                    "window_layers")  # fmt: skip
        if self.heads % self.kv_heads:
            raise ValueError(
                f"kv_heads: got {self.kv_heads}; takes a divisor of {self.heads} heads"
            )
        checks.between("active_experts", self.active_experts, 1, self.experts)
        checks.between("dense_layers", self.dense_layers, 0, self.layers)
        checks.between("window_layers", self.window_layers, 0, self.layers)
        if bool(self.window) != bool(self.window_layers):
            raise ValueError(
                f"window: got {self.window} on {self.window_layers} layers; takes both or none"
            )
        if bool(self.dense_layers) != bool(self.dense_feed_forward):
            raise ValueError(
                f"dense_feed_forward: got {self.dense_feed_forward} on {self.dense_layers} "
                "layers; takes both or none"
            )
        if not self.kv_rank and (self.rope_dim or self.q_rank):
            raise ValueError(
                f"kv_rank: got 0 with rope_dim {self.rope_dim} and q_rank {self.q_rank}; "
                "takes a rank above 0 for latent attention, or 0 for all three"
            )

    # -- parameters ---------------------------------------------------------------

    @property
    def attention_parameters(self):
        """Parameters of one layer's attention: its four projections, or MLA's five."""
        if not self.kv_rank:
            return self.hidden * self.head_dim * (2 * self.heads + 2 * self.kv_heads)
        query_dim = self.heads * (self.head_dim + self.rope_dim)
        query = self.q_rank * (self.hidden + query_dim) if self.q_rank else self.hidden * query_dim
        compress = self.hidden * (self.kv_rank + self.rope_dim)
        expand = self.kv_rank * self.heads * 2 * self.head_dim
        return query + compress + expand + self.heads * self.head_dim * self.hidden

    @property
    def expert_parameters(self):
        """Parameters of one expert, or of the whole feed-forward block of a dense model."""
        return (3 if self.gated else 2) * self.hidden * self.feed_forward

    def _feed_forward_parameters(self, experts_per_layer):
        """Parameters of all feed-forward blocks, with so many routed experts a layer."""
        routed = self.layers - self.dense_layers
        router = self.hidden * self.experts if self.experts > 1 else 0
        dense = (3 if self.gated else 2) * self.hidden * self.dense_feed_forward
        per_layer = (experts_per_layer + self.shared_experts) * self.expert_parameters + router
        return routed * per_layer + self.dense_layers * dense

    @property
    def feed_forward_parameters(self):
        """Parameters of all feed-forward blocks, every expert and router included."""
        return self._feed_forward_parameters(self.experts)

    @property
    def embedding_parameters(self):
        """Parameters of the input embedding and the output projection."""
        return self.vocabulary * self.hidden * (1 if self.tied else 2)

    def _total(self, experts_per_layer):
        norms = self.hidden * (2 * self.layers + 1)
        attention = self.layers * self.attention_parameters
        blocks = self._feed_forward_parameters(experts_per_layer)
        return self.embedding_parameters + attention + blocks + norms

    @property
    def parameters(self):
        """All parameters, counted from the shape (biases and positions left out)."""
        return self._total(self.experts)

    @property
    def active_parameters(self):
        """Parameters that one token uses: those of its own experts only."""
        return self._total(self.active_experts)

    @property
    def layer_parameters(self):
        """Parameters of one layer, the mean where layers differ."""
        return (self.parameters - self.embedding_parameters - self.hidden) / self.layers

    def parameters_read(self, tokens):
        """Parameters that a step over so many tokens reads, on average.

        A dense model reads all of them once, whatever the number of tokens. With
        E experts of which a token picks k at random, tokens n reach

            E (1 - (1 - k/E)**n)

        of them. The input embedding is a look-up and is counted as read all the same.

        >>> mixtral = transformer("mixtral_8x7b")
        >>> round(mixtral.parameters_read(1) / mixtral.parameters, 2)
        0.28
        """
        tokens = checks.positive("tokens", tokens)
        if self.active_experts == self.experts:
            return float(self.parameters)
        missed = (1 - self.active_experts / self.experts) ** tokens
        every = self.experts * (self._total(1) - self._total(0))
        return self._total(0) + every * (1 - missed)

    def weight_bytes(self, precision):
        """Bytes of all parameters at a precision.

        >>> transformer("llama2_70b").weight_bytes("int8")
        68976648192.0
        """
        return self.parameters * bytes_per_value(precision)

    # -- KV cache -----------------------------------------------------------------

    @property
    def kv_values_per_layer(self):
        """Numbers that one token leaves in the cache of one layer."""
        if self.kv_rank:
            return self.kv_rank + self.rope_dim
        return 2 * self.kv_heads * self.head_dim

    def kv_bytes_per_token(self, precision):
        """Bytes that one token leaves in the KV cache of all layers, within any window."""
        return self.layers * self.kv_values_per_layer * bytes_per_value(precision)

    def kv_bytes(self, context, precision):
        """KV-cache bytes of one request that holds ``context`` tokens.

            (full layers x context + window layers x min(context, window)) x bytes per layer

        Arguments: ``context`` tokens, any array; ``precision`` of the cache.
        Raises ValueError for a context beyond the model's limit.

        >>> transformer("llama2_70b").kv_bytes(4096, "int8") / 2**30
        0.625
        """
        per_layer = self.kv_values_per_layer * bytes_per_value(precision)
        return self._over_layers(self.check_context(context), per_layer)

    def _over_layers(self, context, per_token):
        """What each token that a layer sees takes, summed over tokens and layers."""
        full = per_token * float(self.layers - self.window_layers) * context
        if not self.window_layers:
            return full
        return full + per_token * float(self.window_layers) * np.minimum(context, self.window)

    def check_context(self, context):
        """The context, if the model takes it."""
        return checks.between(
            "context", context, 0, self.context, f"tokens from 0 to {self.context:,} ({self.name})"
        )

    # -- operations -----------------------------------------------------------------

    def operations_per_token(self, context, prompt=False):
        """Operations for one token that attends to ``context`` others; a multiply-add is two.

            2 x active parameters (without the input look-up) + 4 x heads x head_dim x tokens seen

        summed over layers. In decoding, latent attention is reckoned in its compressed
        form, where each head meets the cached vector itself; the tokens of a ``prompt``
        are read together and share the work of expanding it, so each head meets its own
        key and value.

        >>> round(transformer("llama2_70b").operations_per_token(0) / 1e9)
        137
        """
        context = self.check_context(context)
        lookup = 0 if self.tied else self.vocabulary * self.hidden
        if self.kv_rank and prompt:
            per_pair = 2 * self.heads * (2 * self.head_dim + self.rope_dim)
        elif self.kv_rank:
            per_pair = 2 * self.heads * (2 * self.kv_rank + self.rope_dim)
        else:
            per_pair = 4 * self.heads * self.head_dim
        return 2 * (self.active_parameters - lookup) + self._over_layers(context, per_pair)

    def but(self, **changes):
        """The same model with some of its shape changed.

        >>> transformer("llama2_70b").but(kv_heads=64).kv_bytes(4096, "int8") / 2**30
        5.0
        """
        return dataclasses.replace(self, **changes)


@lru_cache
def transformer(key):
    """The model of a key in ``data/transformers.toml``."""
    row = dict(tables.row("transformers", key))
    shape = {f.name for f in dataclasses.fields(Transformer)} & row.keys()
    return Transformer(key=key, **{name: row[name] for name in shape})


def transformers():
    """Every model of the table by key."""
    return {key: transformer(key) for key in tables.load("transformers")}
