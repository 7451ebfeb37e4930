"""Strategies: the same chips as copies, as slices of a layer, or as stages of a pipeline.

A budget of n chips can be spent three ways, which multiply:

    copies (data parallel) x tensor (slices of every layer) x stages (pipeline) <= n

Copies add throughput and leave a request as slow as it was. Slices read a layer's
weights together and make one request faster, until the collectives, two a layer,
take longer than the reading they save. Stages make no request faster and let as
many be under way. Memory decides what is possible at all: a copy must hold the
weights and the KV cache of its requests.

What a budget can do is the Pareto front of speed for one request against
throughput; which point of it to take depends on who waits for what.
"""

from dataclasses import dataclass, replace

import numpy as np

from lib import checks
from lib.spatial.pipeline import flow
from lib.spatial.placement import bytes_needed, requests_that_fit, whole_chips
from lib.spatial.roofline import Deployment, decode, widths

# -- all-reduces without a switch ---------------------------------------------------------


def ring_rounds(tensor, message):
    """Hops of an all-reduce around a ring: 2 (tensor - 1). For the ``rounds`` of a practice.

    >>> ring_rounds([1, 2, 8], 16384)
    array([ 0.,  2., 14.])
    """
    checks.positive("message", message)
    return 2.0 * (checks.whole("tensor", tensor) - 1)


def doubling_rounds(tensor, message):
    """Rounds of an all-reduce by recursive doubling: ceil(log2 tensor).

    >>> doubling_rounds([1, 2, 5, 8], 16384)
    array([0., 1., 3., 3.])
    """
    checks.positive("message", message)
    return np.ceil(np.log2(checks.whole("tensor", tensor)))


# -- one strategy ------------------------------------------------------------------------


@dataclass(frozen=True)
class Strategy:
    """What one way of spending the budget gives.

    Arguments
    ---------
    copies, tensor, stages : how many of each; their product is the chips in use
    batch : requests that a copy has under way
    token_time : seconds per output token of one request
    binds : the part of a step that takes longest
    requests : under way in all copies; copies x batch unless some copies have a place left
    """

    copies: int
    tensor: int
    stages: int
    batch: int
    token_time: float
    binds: str
    requests: int | None = None

    def __post_init__(self):
        if self.requests is None:
            object.__setattr__(self, "requests", self.copies * self.batch)

    @property
    def speed(self):
        """Tokens per second of one request."""
        return 1 / self.token_time

    @property
    def throughput(self):
        """Tokens per second of all requests."""
        return self.requests / self.token_time

    @property
    def kind(self):
        """The parallelism in use: "tensor 8 x data 2", or "one chip".

        >>> Strategy(2, 8, 1, batch=1, token_time=1e-3, binds="weights").kind
        'tensor 8 x data 2'
        """
        parts = (("tensor", self.tensor), ("pipeline", self.stages), ("data", self.copies))
        return " x ".join(f"{name} {n}" for name, n in parts if n > 1) or "one chip"


@dataclass(frozen=True, eq=False)
class Budget:
    """A model, so many chips, and the network between them.

    Arguments
    ---------
    deployment : chip, model, precisions, practice and cut; its tensor and stages are
        replaced, and the practice tells the latency of an all-reduce for every width
    chips : how many there are
    context : tokens that each request holds
    hop : seconds from one pipeline stage to the next, and from the last to the first

    Raises ValueError naming the argument; one that cannot hold the model says how
    many chips short it is.

    >>> from lib.hardware import chip
    >>> from lib.transformer import transformer
    >>> eight = Budget(Deployment(chip("h100_sxm"), transformer("llama2_70b")), 8, 4096)
    >>> eight.fastest().kind
    'tensor 8'
    """

    deployment: Deployment
    chips: int
    context: int
    hop: float = 0.0

    def __post_init__(self):
        checks.keep(self, checks.count, "chips")
        checks.keep(self, checks.single, "context", "hop")
        checks.not_negative("hop", self.hop)
        d = checks.a("deployment", self.deployment)
        d.model.check_context(checks.positive("context", self.context))
        total = bytes_needed(d.model, d.precision, 1, self.context, d.kv_precision)
        least = int(whole_chips(total, d.memory))
        if self.chips < least:
            says = f"{d.model.name} and one request take at least {least} of {d.chip.name}"
            raise ValueError(f"chips: got {self.chips}; {says}, {least - self.chips} chips short")

    def most_requests(self, tensor, stages):
        """Requests that a copy of this shape holds; 0 where it does not hold the weights."""
        tensor, stages = checks.count("tensor", tensor), checks.count("stages", stages)
        return int(requests_that_fit(self.deployment.but(tensor=tensor, stages=stages),
                                     self.context))  # fmt: skip

    def strategy(self, tensor=1, stages=1, batch=None, copies=None):
        """The strategy of this shape; None where a copy does not fit its chips.

        ``batch`` requests a copy, the most that fit if not given; ``copies`` as many as
        the budget takes if not given. Raises ValueError for more chips than there are.
        """
        tensor, stages = checks.count("tensor", tensor), checks.count("stages", stages)
        most = self.chips // (tensor * stages)
        if most < 1:
            takes = f"takes at most {self.chips} chips"
            raise ValueError(f"tensor x stages: got {tensor} x {stages}; {takes}")
        copies = most if copies is None else checks.count("copies", copies, 1, most)
        room = self.most_requests(tensor, stages)
        batch = room if batch is None else checks.count("batch", batch)
        if room < 1 or batch > room:
            return None
        copy = self.deployment.but(tensor=tensor, stages=stages)
        time = flow(copy, batch, self.context, hop=self.hop).time
        binds = decode(copy, batch, self.context).binds
        return Strategy(copies, tensor, stages, batch, float(time), str(binds))

    def shapes(self):
        """The (tensor, stages) tried: widths and stages that are powers of two, and all chips.

        Stages also in whole numbers of layers, and for every number of stages the least
        width that holds a request. Only widths that the deployment's cut can be made with.
        """
        d, layers = self.deployment, self.deployment.model.layers
        powers = {2**i for i in range(int(np.log2(self.chips)) + 1)}
        stages = {s for s in powers | {layers // k for k in range(1, layers + 1)} if s <= layers}
        for s in sorted(s for s in stages if s <= self.chips):
            every = widths(d, range(1, self.chips // s + 1))
            fits = every[requests_that_fit(d.but(tensor=every, stages=s), self.context) >= 1]
            for t in sorted(powers & {*fits} | {*fits[:1], *fits[-1:]}):
                yield int(t), s

    def strategies(self):
        """Every strategy tried, with batches of a copy from 1 doubling to the most that fit."""
        found = []
        for tensor, stages in self.shapes():
            room = self.most_requests(tensor, stages)
            doubled = {min(2**i, room) for i in range(int(np.log2(max(room, 1))) + 2)}
            # One request in flight a stage is where a pipeline is full and nobody waits.
            for batch in sorted(doubled | {b for b in (stages,) if b <= room}):
                found.append(self.strategy(tensor, stages, batch))
        return found

    def fastest(self, requests=1):
        """The strategy with the least time per token that serves so many requests at once.

        None where no strategy holds so many.
        """
        requests = checks.count("requests", requests)
        return min(self.serving(requests), key=lambda s: (s.token_time, s.tensor), default=None)

    def serving(self, requests):
        """The strategies that serve exactly so many requests, spread over their copies.

        Copies beyond the requests stay empty; the fullest copy sets the time.
        """
        requests = checks.count("requests", requests)
        shapes = [(t, s, min(self.chips // (t * s), requests)) for t, s in self.shapes()]
        tried = [self.strategy(t, s, -(-requests // n), copies=n) for t, s, n in shapes]
        return [replace(found, requests=requests) for found in tried if found is not None]


def pareto_front(first, second):
    """Places of the points that no other beats in both of two goods, best in the first, first.

    Arguments: two arrays of one dimension and equal length, of each of which more is
    better. Of points that tie, the earlier place is given. Returns an array of places.

    Raises ValueError for arrays of other shapes and for values that are not above 0.

    >>> speed, throughput = [3, 1, 2, 2], [1, 5, 4, 3]
    >>> pareto_front(speed, throughput)
    array([0, 2, 1])
    """
    first = checks.shaped("first", checks.positive("first", first), np.size(first))
    second = checks.shaped("second", checks.positive("second", second), first.size)
    order = np.lexsort((-second, -first))
    before = np.maximum.accumulate(np.concatenate([[0.0], second[order]]))[:-1]
    return order[second[order] > before * (1 + 1e-12)]  # less is rounding


# -- where the advice turns ----------------------------------------------------------------


def best_ring_tensor(read_time, hop, all_reduces):
    """The width of a ring at which one more chip makes a token slower.

        R/t + A 2 (t - 1) hop  is least at  t* = sqrt(R / (2 A hop))

    Arguments: ``read_time`` R, seconds one chip would take to read all weights;
    ``hop`` seconds; ``all_reduces`` A a token. Not rounded, at least 1.

    >>> print(f"{best_ring_tensor(70e9 / 3.35e12, 2e-6, 160):.1f}")
    5.7
    """
    read_time = checks.positive("read_time", read_time)
    hop = checks.positive("hop", hop)
    all_reduces = checks.whole("all_reduces", all_reduces)
    return np.maximum(np.sqrt(read_time / (2 * all_reduces * hop)), 1.0)


def collectives_that_pay(read_time, chips, compute_time=0.0, kv_time=0.0):
    """How long a token's collectives may take for slices to beat copies in throughput too.

        max(W + k, c) - max(W/n + k, c)

    n copies each with b requests, or one n-wide slice of all n b requests: a copy reads
    all weights (W seconds) and its own KV cache (k) while it computes (c); the slice
    reads an n-th of the weights and has the same KV cache and work a chip, and
    collectives on top. While reading binds, W (1 - 1/n) may go to collectives: slices
    give each request more speed and all together more throughput. Once compute
    binds there is nothing to win, and copies are better.

    Arguments: seconds on one chip, for the b requests of a copy; ``chips`` n.
    Returns seconds per step, all collectives together.

    >>> read = 70e9 / 3.35e12
    >>> print(f"{collectives_that_pay(read, 8) / 160 * 1e6:.0f} us each of 160")
    114 us each of 160
    >>> collectives_that_pay(read, 8, compute_time=0.1)
    0.0
    """
    read_time = checks.positive("read_time", read_time)
    chips = checks.whole("chips", chips)
    compute_time = checks.not_negative("compute_time", compute_time)
    kv_time = checks.not_negative("kv_time", kv_time)
    copies = np.maximum(read_time + kv_time, compute_time)
    return copies - np.maximum(read_time / chips + kv_time, compute_time)
