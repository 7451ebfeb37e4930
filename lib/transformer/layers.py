"""One kind of layer of a transformer: what it holds, what a step reads of it, what it computes.

A layer is a mixer, which lets a token see others, and a feed-forward block. The mixer is
attention, which keeps keys and values of every token it may still see, or a state, which keeps
the same few numbers however long the context. Both are here as counts: of parameters, of
numbers a token leaves behind, of operations for each token seen. ``configs`` counts them
from a published shape; nothing here knows how a model is called.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from lib import checks
from lib.checks import is_lazy
from lib.units import bytes_per_value

#: Kinds of matrix that may have a precision of their own. "vectors" are norms and biases.
KINDS = ("attention", "state", "dense", "experts", "shared_experts", "router", "vectors",
         "embedding", "projection")  # fmt: skip

#: Bytes of a weight with its scales below which it has four bits.
_FOUR_BITS = 0.75
#: Kernels of a layer's experts that are fused where a chip computes in four bits (choice with
#: sorting, activation and quantising with the matrix before), or that widen them where it does not.
FUSED, WIDENED = 3, 2

#: Parts of a cache that may have a precision of their own.
CACHES = ("keys", "values", "index", "conv", "state")


def width(precision, kind):
    """Bytes of one weight of a kind of matrix.

    ``precision``: a format's name for all, or a mapping from kinds of matrix (``KINDS``) to a
    format, or to bytes a value where a format is mixed; "default" stands for kinds not named.

    >>> width("int8", "experts"), width({"experts": "mxfp4", "default": "bf16"}, "router")
    (1.0, 2.0)
    """
    if not isinstance(precision, Mapping):
        return bytes_per_value(precision)
    unknown = [key for key in precision if key not in (*KINDS, "default")]
    if unknown or not (kind in precision or "default" in precision):
        got, names = unknown[0] if unknown else f"no format for {kind}", ", ".join(KINDS)
        raise ValueError(f"precision: got {got!r}; takes a format for each of {names} or default")
    return _bytes_each(precision.get(kind, precision.get("default")))


def _bytes_each(form):
    """Bytes of a value by the name of its format, or as they are given."""
    if isinstance(form, float) or is_lazy(form):
        return checks.not_negative("precision", form, "a format, or bytes a value from 0 up")
    return bytes_per_value(form)


def cache_widths(precision):
    """Bytes of one number in each part of a cache (``CACHES``), as a mapping.

    ``precision``: a format's name, a pair for keys and values, or a mapping from parts to
    formats. A state that is summed over all tokens takes two bytes at least unless the mapping
    says otherwise; parts that a mapping leaves out are kept as its keys are.

    >>> cache_widths("fp8")["state"], cache_widths(("q8_0", "int4"))["values"]
    (2.0, 0.5)
    """
    if isinstance(precision, (tuple, list)) and len(precision) == 2:
        precision = dict(zip(CACHES, precision, strict=False))
    elif not isinstance(precision, Mapping):
        precision = {"keys": precision}
    if "keys" not in precision or not precision.keys() <= set(CACHES):
        takes = f"a format, a pair, or a mapping from {', '.join(CACHES)}"
        raise ValueError(f"precision: got {dict(precision)}; takes {takes}")
    keys = _bytes_each(precision["keys"])
    wide = np.maximum(keys, 2.0) if is_lazy(keys) else max(keys, 2.0)
    rest = {"values": keys, "index": keys, "conv": wide, "state": wide}
    return {"keys": keys, **rest, **{k: _bytes_each(v) for k, v in precision.items()}}


def _at_most(tokens, most):
    return np.minimum(tokens, float(most)) if most else tokens


def mean_seen(tokens, most=0):
    """Mean of min(t, most) over t = 1 to ``tokens``: what a prompt's tokens see of each other.

        m - m (m - 1) / (2 tokens),   m = min(tokens, most)

    0 is no bound.

    >>> mean_seen(4), mean_seen(4, most=2)
    (2.5, 1.75)
    """
    seen = _at_most(tokens, most)
    return seen - seen * (seen - 1) / (2 * np.maximum(tokens, 1))


@dataclass(frozen=True)
class Layer:
    """One kind of layer, by its counts; layers that are alike share one record.

    Arguments
    ---------
    kind : "full attention", "latent attention", "sliding attention", "chunked attention",
        "sparse attention", "mamba", "linear attention", "full attention and mamba" (both in one
        layer) or "no mixer"
    heads, head_dim : query heads and the width of a head (of a value, in latent attention)
    kv_heads : parts that the cache can be cut into by whole heads: 1 for latent attention, 0
        where there is none
    mixer, mixer_vectors : parameters of its matrices; of its norms and biases
    feed_forward, gated : width of the block or of one expert; of three matrices or of two
    dense, shared, router, block_vectors : parameters of the dense block, of the experts that
        every token uses, of the router (what a choice among experts needs besides), of norms
    experts, active_experts : routed experts and how many of them a token uses; 1, 1 where the
        block is dense, 0, 0 where there is none
    expert, expert_vectors : parameters of one routed expert, its biases apart
    keys, values, index : numbers that a token leaves: keys (latent attention: the vector and
        the rotary key), values, and what a search for the tokens worth reading is made by
    window, chunk : tokens that are seen at most, the last ones or those of the same chunk; 0: all
    picks : tokens read at most, of all that are kept (sparse attention); 0: all
    shares : reads the keys and values of another layer and keeps none
    conv, state : numbers that do not grow with the context
    pair, prompt_pair, index_pair : operations for each token seen: in decoding, in a prompt, of
        the search
    state_operations : of a token, with the state
    mixer_kernels, block_kernels : kernels that a decode step starts on GPUs, all-reduces apart
    """

    kind: str = "no mixer"
    heads: int = 0
    kv_heads: int = 0
    head_dim: int = 0
    mixer: int = 0
    mixer_vectors: int = 0
    feed_forward: int = 0
    gated: bool = True
    dense: int = 0
    shared: int = 0
    router: int = 0
    block_vectors: int = 0
    experts: int = 0
    active_experts: int = 0
    expert: int = 0
    expert_vectors: int = 0
    keys: int = 0
    values: int = 0
    index: int = 0
    window: int = 0
    chunk: int = 0
    picks: int = 0
    shares: bool = False
    conv: int = 0
    state: int = 0
    pair: int = 0
    prompt_pair: int = 0
    index_pair: int = 0
    state_operations: int = 0
    mixer_kernels: int = 0
    block_kernels: int = 0

    @property
    def by_heads(self):
        """Whether it has KV heads that chips can share; a number to be traced is one above 0."""
        return is_lazy(self.kv_heads) or self.kv_heads > 0

    # -- parameters ---------------------------------------------------------------

    def parts(self, experts):
        """Parameters by kind of matrix, with so many routed experts."""
        mixer = "state" if self.state or self.conv else "attention"
        vectors = self.mixer_vectors + self.block_vectors
        return {
            mixer: self.mixer, "dense": self.dense, "experts": experts * self.expert,
            "shared_experts": self.shared, "router": self.router,
            "vectors": vectors + experts * self.expert_vectors,
        }  # fmt: skip

    def experts_read(self, tokens):
        """Mean routed experts that a step over so many tokens reads.

            E (1 - (1 - k/E)**tokens)

        where each token picks k of E at random.
        """
        if not is_lazy(self.experts) and self.active_experts == self.experts:
            return float(self.experts)
        return self.experts * (1 - (1 - self.active_experts / self.experts) ** tokens)

    @property
    def parameters(self):
        """All parameters of the layer."""
        return sum(self.parts(self.experts).values())

    @property
    def active_parameters(self):
        """Parameters that one token uses: of the routed experts only its own."""
        return sum(self.parts(self.active_experts).values())

    @property
    def attention_parameters(self):
        """Parameters outside the feed-forward block: attention or state, and its norms."""
        return self.mixer + self.mixer_vectors

    @property
    def feed_forward_parameters(self):
        """Parameters of the feed-forward block: every expert, the router, its norms."""
        return self.parameters - self.attention_parameters

    @property
    def expert_parameters(self):
        """Parameters of one routed expert; 0 where the block is dense."""
        return self.expert + self.expert_vectors

    def parameters_read(self, tokens):
        """Mean parameters that a step over so many tokens reads."""
        return sum(self.parts(self.experts_read(tokens)).values())

    def _bytes(self, parts, precision):
        return sum(count * width(precision, kind) for kind, count in parts.items())

    def weight_bytes(self, precision):
        """Bytes of all parameters; for ``precision`` see ``width``."""
        return self._bytes(self.parts(self.experts), precision)

    def weight_bytes_read(self, tokens, precision):
        """Mean bytes of weights that a step over so many tokens reads."""
        return self._bytes(self.parts(self.experts_read(tokens)), precision)

    def attention_bytes(self, precision):
        """Bytes of the parameters outside the feed-forward block."""
        mixer = next(iter(self.parts(0)))
        return self._bytes({mixer: self.mixer, "vectors": self.mixer_vectors}, precision)

    def common_bytes(self, precision):
        """Bytes of what every token uses of the feed-forward block: all but routed experts."""
        return self._bytes(self.parts(0), precision) - self.attention_bytes(precision)

    def kernels(self, precision, four_bits=True):
        """Kernels that a decode step starts for the layer on GPUs, all-reduces apart.

        Experts in four bits take fewer where the chip computes in ``four_bits``, for then sorting,
        quantising and activation are fused with others, and more where they must be widened.
        """
        small = (self.experts > 1) * (width(precision, "experts") < _FOUR_BITS)
        fused = small * (WIDENED - (FUSED + WIDENED) * four_bits)
        return self.mixer_kernels + self.block_kernels + fused

    # -- what a request keeps -------------------------------------------------------

    def state_bytes(self, precision):
        """Bytes of a request that do not grow with its context."""
        widths = cache_widths(precision)
        return self.conv * widths["conv"] + self.state * widths["state"]

    def index_bytes(self, context, precision):
        """Bytes of the index that sparse attention searches."""
        return self.index * cache_widths(precision)["index"] * context

    def _kv_bytes(self, precision):
        widths = cache_widths(precision)
        return self.keys * widths["keys"] + self.values * widths["values"]

    def kv_bytes(self, context, precision):
        """Bytes that one request of ``context`` tokens keeps: cache, index and state.

        A window or a chunk keeps its own tokens at most; a layer that shares the cache of
        another keeps none. For ``precision`` see ``cache_widths``.
        """
        fixed = self.state_bytes(precision) + self.index_bytes(context, precision)
        if self.shares:
            return fixed + 0.0 * context
        return fixed + self._kv_bytes(precision) * _at_most(context, self.window or self.chunk)

    def kv_bytes_read(self, context, precision):
        """Bytes that one decode step reads of what a request keeps.

        Sparse attention reads the tokens it picks, and all of its index; beyond its first
        chunk a token stands in the middle of one, on average. A state counts twice: each step
        changes all of it, and writes it back.
        """
        fixed = 2.0 * self.state_bytes(precision) + self.index_bytes(context, precision)
        return fixed + self._kv_bytes(precision) * self._seen(context)

    def _seen(self, context):
        """Tokens that a token meets in decoding."""
        if self.chunk:
            # No np.where, which would drop the labels of a labelled array.
            return context + (context > self.chunk) * ((self.chunk + 1) / 2 - context)
        return _at_most(context, self.window or self.picks)

    # -- operations -----------------------------------------------------------------

    def operations(self, context):
        """Operations of one token in decoding that sees ``context`` tokens; multiply-add is two.

            2 x active parameters + operations per pair x tokens seen + those with the state

        Latent attention meets the compressed vectors themselves in decoding.
        """
        fixed = 2 * self.active_parameters + self.state_operations
        return fixed + self.pair * self._seen(context) + self.index_pair * context

    def prompt_operations(self, tokens):
        """Mean operations of a token of a prompt that is read at once.

        Token t sees t tokens, itself among them, of those that window, chunk or picks leave it.
        Latent attention expands the vectors of a prompt once for all, so that each head meets
        its own key and value.
        """
        if self.chunk:
            whole = np.floor(tokens / self.chunk) * self.chunk
            rest = tokens - whole
            seen = (whole * (self.chunk + 1) + rest * (rest + 1)) / (2 * np.maximum(tokens, 1))
        else:
            seen = mean_seen(tokens, self.window or self.picks)
        fixed = 2 * self.active_parameters + self.state_operations
        return fixed + self.prompt_pair * seen + self.index_pair * mean_seen(tokens)
