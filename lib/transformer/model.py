"""A transformer: a stack of layers with an embedding before it and a projection behind it.

Every count is a sum over the kinds of layer there are, each taken as often as it occurs, and
over the two ends. Nothing is taken from a model's name: "70B" is counted.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

import numpy as np

from lib import checks, tables
from lib.transformer import configs, parts
from lib.transformer.layers import Layer, width


def _alike(name, none, doc):
    """A property of all layers that have the thing, if it is the same in all of them."""

    def value(self):
        found = {v for layer in self.kinds if (v := getattr(layer, name)) > none}
        if len(found) > 1:
            got = ", ".join(map(str, sorted(found)))
            raise ValueError(f"{name}: the layers of {self.name} differ: {got}; ask each of .stack")
        return max(found, default=none)

    return property(value, doc=doc)


@dataclass(frozen=True)
class Transformer:
    """A decoder-only transformer: a stack of layers between an embedding and a projection.

    Arguments
    ---------
    name, key, hub : how the book prints it; its key in the book's table; its name on the hub
    stack : its layers, in order
    hidden, vocabulary, context : width; entries; the longest sequence in tokens
    tied : input embedding and output projection are one matrix
    lookup : parameters of the tables of which a token reads one row: input embedding, positions
    rest : parameters outside the layers and of neither table: the last norm
    released : formats of the weights by kind of matrix, as the config's
        ``quantization_config`` or ``torch_dtype`` says
    uncounted : what a checkpoint of this model holds besides, and its parameters (None: not
        to be had from the config): draft layers, encoders of images and sound
    config : the keys that it was read from
    stated_parameters : what the publisher says, to hold the count against

    >>> llama = transformer("llama2_70b")
    >>> llama.parameters
    68976648192
    >>> llama.kv_bytes_per_token("int8")
    163840.0
    """

    name: str
    stack: tuple[Layer, ...] = field(repr=False)
    hidden: int
    vocabulary: int
    context: int
    tied: bool
    lookup: int
    rest: int
    key: str = ""
    hub: str = ""
    stated_parameters: float | None = None
    released: Mapping = field(default_factory=dict, compare=False, repr=False)
    uncounted: Mapping = field(default_factory=dict, compare=False, repr=False)
    config: Mapping = field(default_factory=dict, compare=False, repr=False)

    # -- the stack ------------------------------------------------------------------

    @property
    def layers(self):
        """Layers of the stack."""
        return len(self.stack)

    @cached_property
    def _kinds(self):
        return Counter(self.stack)

    @property
    def kinds(self):
        """The kinds of layer there are, in order of first appearance."""
        return tuple(self._kinds)

    @property
    def counts(self):
        """How many layers there are of each kind."""
        return tuple(self._kinds.values())

    @property
    def shape(self):
        """The kinds of layer and how many there are of each: equal where models compute alike."""
        return frozenset(zip(self.kinds, self.counts, strict=True))

    def _sum(self, count):
        return sum(number * count(layer) for layer, number in self._kinds.items())

    heads = _alike("heads", 0, "Query heads of a layer, where all layers that have any agree.")
    kv_heads = _alike("kv_heads", 0, "Heads whose keys and values are kept, where layers agree.")
    head_dim = _alike("head_dim", 0, "Width of a head, where layers agree.")
    feed_forward = _alike("feed_forward", 0, "Width of a block or an expert, where layers agree.")
    experts = _alike("experts", 1, "Routed experts of the layers that have some; 1: dense.")
    active_experts = _alike("active_experts", 1, "Routed experts that a token uses.")
    expert_parameters = _alike("expert_parameters", 0, "Parameters of one routed expert.")
    gated = _alike("gated", 0, "Whether feed-forward blocks have three matrices, not two.")
    window = _alike("window", 0, "Tokens of the sliding windows; 0 where there are none.")

    # -- parameters -----------------------------------------------------------------

    @property
    def projection(self):
        """Parameters of the projection onto the vocabulary."""
        return self.vocabulary * self.hidden

    @property
    def embedding_parameters(self):
        """Parameters of the input embedding and the output projection, once if they are one."""
        return self.lookup + (0 if self.tied else self.projection)

    @property
    def attention_parameters(self):
        """Parameters of all layers outside their feed-forward blocks."""
        return self._sum(lambda layer: layer.attention_parameters)

    @property
    def feed_forward_parameters(self):
        """Parameters of all feed-forward blocks, every expert and router included."""
        return self._sum(lambda layer: layer.feed_forward_parameters)

    @property
    def parameters(self):
        """All parameters, counted from the shape."""
        layers = self.attention_parameters + self.feed_forward_parameters
        return layers + self.embedding_parameters + self.rest

    @property
    def active_parameters(self):
        """Parameters that one token uses: of the routed experts its own, and both tables."""
        layers = self._sum(lambda layer: layer.active_parameters)
        return layers + self.embedding_parameters + self.rest

    @property
    def layer_parameters(self):
        """Parameters of one layer, the mean where layers differ."""
        return (self.parameters - self.embedding_parameters - self.rest) / self.layers

    def parameters_read(self, tokens):
        """Parameters that a step over so many tokens reads, on average.

        A dense layer is read once, whatever the number of tokens. Of E experts of which each
        token picks k at random, E (1 - (1 - k/E)**tokens) are read. The input embedding is a
        look-up of one row a token and is left out.

        >>> mixtral = transformer("mixtral_8x7b")
        >>> round(mixtral.parameters_read(1) / mixtral.parameters, 2)
        0.27
        """
        tokens = checks.positive("tokens", tokens)
        read = self._sum(lambda layer: layer.parameters_read(tokens))
        return read + float(self.projection + self.rest)

    # -- bytes of weights -----------------------------------------------------------

    def formats(self, precision):
        """The formats that a precision stands for: "released" is as the model was published."""
        return self.released if precision == "released" else precision

    def ends_bytes(self, precision):
        """Bytes of the embedding, and of the projection with the last norm.

        What the first and the last of several stages hold besides their layers. Where the two
        tables are one matrix each end keeps a copy, which ``weight_bytes`` counts once.
        """
        formats = self.formats(precision)
        last = self.projection * width(formats, "embedding" if self.tied else "projection")
        last = last + self.rest * width(formats, "vectors")
        return self.lookup * width(formats, "embedding"), last

    def weight_bytes(self, precision):
        """Bytes of all parameters at a precision.

        ``precision``: the name of a format, a mapping from kinds of matrix to formats (see
        ``lib.transformer.layers.width``), or "released".

        >>> transformer("llama2_70b").weight_bytes("int8")
        68976648192.0
        >>> print(f"{transformer('gpt_oss_120b').weight_bytes('released') / 1e9:.1f} GB")
        65.2 GB
        """
        formats = self.formats(precision)
        first, last = self.ends_bytes(formats)
        once = self.projection * width(formats, "embedding") if self.tied else 0.0
        return self._sum(lambda layer: layer.weight_bytes(formats)) + first + last - once

    def weight_bytes_read(self, tokens, precision):
        """Bytes of weights that a step over so many tokens reads, on average.

        >>> gpt_oss = transformer("gpt_oss_120b")
        >>> round(256e9 / gpt_oss.weight_bytes_read(1, "released"), 1)
        51.2
        """
        tokens, formats = checks.positive("tokens", tokens), self.formats(precision)
        read = self._sum(lambda layer: layer.weight_bytes_read(tokens, formats))
        return read + self.ends_bytes(formats)[1]

    # -- what a request keeps ---------------------------------------------------------

    def kv_bytes_per_token(self, precision):
        """Bytes that one more token leaves in the caches of all layers, within any window."""
        return self.kv_bytes(1, precision) - self.state_bytes(precision)

    def state_bytes(self, precision):
        """Bytes of one request that do not grow with its context; in ``kv_bytes`` too.

        Two bytes a number at least, unless a mapping names the formats of "conv" and "state".
        """
        return self._sum(lambda layer: layer.state_bytes(precision))

    def kv_bytes(self, context, precision):
        """Bytes that one request of ``context`` tokens keeps: cache, index and state.

        Arguments: ``context`` tokens, any array; ``precision`` of the cache: a format, a pair
        for keys and values, or a mapping of its parts (see ``layers.cache_widths``).
        Raises ValueError for a context beyond the model's limit.

        >>> transformer("llama2_70b").kv_bytes(4096, "int8") / 2**30
        0.625
        """
        context = self.check_context(context)
        return self._sum(lambda layer: layer.kv_bytes(context, precision))

    def kv_bytes_read(self, context, precision):
        """Bytes that one decode step reads of what a request keeps; see ``Layer``."""
        context = self.check_context(context)
        return self._sum(lambda layer: layer.kv_bytes_read(context, precision))

    def check_context(self, context):
        """The context, if the model takes it."""
        takes = f"tokens from 0 to {self.context:,} ({self.name})"
        return checks.between("context", context, 0, self.context, takes)

    # -- operations -------------------------------------------------------------------

    def operations_per_token(self, context):
        """Operations of one token in decoding that attends to ``context`` others.

            2 x active parameters (without the look-up) + attention, summed over layers

        A multiply-add is two operations.

        >>> round(transformer("llama2_70b").operations_per_token(0) / 1e9)
        137
        """
        context = self.check_context(context)
        ends = 2 * (self.projection + self.rest)
        return ends + self._sum(lambda layer: layer.operations(context))

    def prompt_operations(self, tokens):
        """Mean operations of a token of a prompt of so many tokens that is read at once.

        Token t sees t tokens at most, itself among them. Only the last token is projected onto
        the vocabulary: its operations are spread over all.

        >>> llama = transformer("llama2_70b")
        >>> round(4096 * llama.prompt_operations(4096) / 1e12)
        583
        """
        tokens = self.check_context(tokens)
        ends = 2 * (self.projection / np.maximum(tokens, 1) + self.rest)
        return ends + self._sum(lambda layer: layer.prompt_operations(tokens))

    def but(self, **changes):
        """The same model with some keys of its config changed.

        >>> transformer("llama2_70b").but(num_key_value_heads=64).kv_bytes(4096, "int8") / 2**30
        5.0
        """
        changed = configs.changed(self.config, changes)
        return _made(changed, name=self.name, key=self.key, hub=self.hub,
                     stated_parameters=self.stated_parameters)  # fmt: skip


@dataclass(frozen=True)
class Alike(Transformer):
    """A transformer of ``many`` layers that are all of one kind; see ``alike``."""

    many: int = 1

    layers = property(lambda self: self.many, doc="Layers of the stack.")
    kinds = property(lambda self: self.stack, doc="The one kind of layer.")
    counts = property(lambda self: (self.many,), doc="How many layers there are of it.")

    def _sum(self, count):
        return self.many * count(self.stack[0])

    def but(self, **changes):
        """Refused: the shape has no config whose keys could change. Make another by ``alike``."""
        raise ValueError(f"but: got {', '.join(changes)}; takes a model read from a config")


def alike(layers, hidden, heads, kv_heads, head_dim, feed_forward, vocabulary, context, experts=1,
          active=1, shared=0, qk_norm=0, qkv_bias=0, name="a shape of one's own"):  # fmt: skip
    """A transformer of equal layers from its widths, which a trace may stand in for.

    Grouped-query attention to all tokens and three matrices in a block; weights in 16 bits.

    Arguments: ``feed_forward``, width of the block or of one of ``experts``, of which a token uses
    ``active``; ``shared``, width of what all tokens use beside them; ``qk_norm``, ``qkv_bias``, 1
    where queries and keys have norms or biases; ``context``, the longest.

    Raises ValueError naming the argument.

    >>> made = alike(80, 8192, 64, 8, 128, 28672, 128256, 131072)
    >>> made.parameters == transformer("llama3_70b").parameters
    True
    """
    widths = dict(layers=layers, hidden=hidden, heads=heads, kv_heads=kv_heads, head_dim=head_dim,
                  feed_forward=feed_forward, vocabulary=vocabulary, context=context,
                  experts=experts)  # fmt: skip
    widths = {key: checks.whole(key, value) for key, value in widths.items()}
    layers, hidden, heads, kv, dim, wide, vocabulary, context, experts = widths.values()
    kv = checks.divides("kv_heads", kv, heads, "a divisor of the heads")
    active = checks.between("active", checks.whole("active", active), 1, experts,
                            "at most all experts")  # fmt: skip
    shared = checks.whole("shared", shared, 0)
    qk_norm, qkv_bias = (
        checks.between(key, checks.whole(key, on, 0), 0, 1, "0 or 1")
        for key, on in (("qk_norm", qk_norm), ("qkv_bias", qkv_bias))
    )
    sparse, block = 1 * (experts > 1), 3 * hidden * wide
    pair = 4 * heads * dim
    layer = Layer(
        kind="full attention", heads=heads, kv_heads=kv, head_dim=dim, feed_forward=wide,
        mixer=2 * hidden * dim * (heads + kv), keys=kv * dim, values=kv * dim,
        mixer_vectors=hidden + 2 * dim * qk_norm + qkv_bias * dim * (heads + 2 * kv),
        dense=(1 - sparse) * block, expert=sparse * block, shared=3 * hidden * shared,
        router=sparse * hidden * experts, block_vectors=hidden, experts=experts,
        active_experts=active, pair=pair, prompt_pair=pair,
        mixer_kernels=parts.ATTENTION_KERNELS + 1 + qk_norm,
        block_kernels=1 + parts.BLOCK_KERNELS * (1 - sparse + sparse * (shared > 0))
        + parts.EXPERT_KERNELS * sparse,
    )  # fmt: skip
    return Alike(name, (layer,), hidden, vocabulary, context, False, hidden * vocabulary, hidden,
                 released={"default": "bf16"}, many=layers)  # fmt: skip


def _made(config, **known):
    return Transformer(**configs.shape(config), **known)


def from_config(config, name=""):
    """The transformer that a ``config.json`` describes.

    Arguments: ``config``, a path to the file or its folder, or a mapping of its keys (those of
    the language model may stand in "text_config"); ``name`` to print, by default the file's.

    Raises ValueError naming the key for a model_type or key that is not understood, and for a
    value that cannot be. See ``lib.transformer.configs`` for which keys are read and which refused.

    >>> tiny = from_config({"model_type": "llama", "num_hidden_layers": 2, "hidden_size": 64,
    ...     "num_attention_heads": 4, "intermediate_size": 128, "vocab_size": 100,
    ...     "max_position_embeddings": 512})
    >>> tiny.parameters
    95040
    """
    config, label = configs.loaded(config)
    return _made(config, name=name or label)


def transformer(key):
    """The model of a key, or of a name on the hub, in ``data/transformers.toml``."""
    return _transformer(checks.a("transformers", key, str, "a key, such as 'llama2_70b'"))


@lru_cache
def _transformer(key):
    rows = tables.load("transformers")
    key = next((k for k, row in rows.items() if row.get("hub", k) == key), key)
    row = tables.row("transformers", key)
    config, _ = configs.loaded(row["config"])
    known = {field: row.get(field) for field in ("name", "stated_parameters")}
    return _made(config, key=key, hub=row.get("hub", ""), **known)


def transformers():
    """Every model of the table by key."""
    return {key: transformer(key) for key in tables.load("transformers")}
