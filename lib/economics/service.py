"""Service: what a machine gives to requests that bring a prompt, and which machines could.

A roofline of decoding alone flatters a machine, for every answer begins with a prompt that
must be read. Where requests come and go, the prompts of the new ones interrupt the answers
of the others. Over a request's life a machine with ``batch`` of them under way spends

    output x step + batch / stages x (arithmetic and all-reduces of a prompt)

on ``batch x output`` tokens: each request has its own step, and each prompt takes its time
from all. A prompt rides along with steps that read the weights anyway, so that it adds what
it computes and sends (``agrawal2023sarathi``). Stages of a pipeline read different prompts at
once; a batch below the number of stages waits for one prompt at least. Speed and rate follow.
The context that a request holds may exceed its prompt: then the rest was kept from before and is
not read again.

``smallest`` sizes one machine for a batch; ``candidates`` lists every machine of a grid that
holds its batch, with its bill, so that a reader can filter and sort.
"""

from dataclasses import dataclass

import numpy as np

from lib import checks
from lib.economics.cost import bill
from lib.economics.kvcache import used_context
from lib.spatial.placement import chips_short, require_room
from lib.spatial.roofline import Paced, Step, decode, prefill, widths


@dataclass(frozen=True, eq=False)
class Service(Paced):
    """What each of ``batch`` requests gets; see ``serve``.

    ``step`` is the decode step; ``prompts`` the seconds that reading prompts adds to each
    token of an answer; ``first_token`` the seconds of reading one prompt on a free machine.
    """

    batch: float
    step: Step
    prompts: float
    first_token: float

    @property
    def time(self):
        """Seconds a token of an answer takes, the prompts' share included."""
        return self.step.time + self.prompts

    @property
    def rate(self):
        """Tokens/s of all answers together."""
        return self.batch / self.time

    @property
    def parts(self):
        """Seconds of each part of a token's time; reading and computing overlap."""
        return self.step.parts | {"prompts": self.prompts}

    @property
    def binds(self):
        """The part that takes longest: the step's, or the prompts."""
        return self.step.longest(prompts=self.prompts)


def serve(deployment, batch, prompt, output, context=None):
    """The service of a deployment with ``batch`` requests under way.

        time = step + max(batch / stages, 1) x (a prompt's arithmetic and all-reduces) / output

    Arguments: ``batch`` requests; tokens of each ``prompt`` that are read (0 for decoding
    alone) and of each ``output``; ``context`` tokens that a request holds on average, its
    prompt and half its output if not given. Arrays broadcast. Whether the batch fits is
    another question: ``chips_short``.

    Raises ValueError for a prompt below 0, an output not above 0, or both together beyond the
    model's context.

    >>> from lib.hardware import chip
    >>> from lib.spatial.roofline import Deployment
    >>> from lib.transformer import transformer
    >>> two = Deployment(chip("h100_sxm"), transformer("llama3_70b"), tensor=2)
    >>> bare, served = (serve(two, 64, prompt, 1024, 1536) for prompt in (0, 1024))
    >>> print(f"{bare.rate:.0f} and {served.rate:.0f} tokens/s, {served.binds} bind")
    4867 and 4061 tokens/s, weights bind
    """
    prompt = checks.not_negative("prompt", prompt)
    output = checks.positive("output", output)
    limit = checks.a("deployment", deployment).model.context
    total = checks.between("prompt + output", prompt + output, 0, limit,
                           f"up to {limit:,} tokens ({deployment.model.name})")  # fmt: skip
    prompt = prompt + 0 * total  # of lazy arrays the check goes along
    step = decode(deployment, batch, used_context(prompt, output) if context is None else context)
    first = prefill(deployment, np.maximum(prompt, 1))
    riding = np.maximum(first.compute, first.kv) + first.collectives
    turns, some = np.maximum(step.tokens / deployment.stages, 1.0), prompt > 0
    return Service(step.tokens, step, turns * riding * some / output, first.time * some)


def smallest(deployment, batch, context, tensors, stages, fewest="chips", attention=None):
    """The smallest deployment that holds a batch, from the counts allowed.

    Of those of one size the one whose layers fewer chips share.

    Arguments: ``deployment``, of which tensor and stages are replaced; ``tensors`` and
    ``stages``, the counts allowed, in rising order, of which those are tried whose cut can be
    made; ``fewest`` "chips", or "stages" where a layer is to be cut before the stack of layers;
    ``attention``, the cuts of attention to try, the preferred one first (its own if not given).

    Raises ValueError, saying how many chips short it is, where even the most is too little, and
    for ``tensors`` of which none can be made.

    >>> from lib.hardware import chip
    >>> from lib.spatial.roofline import Deployment
    >>> from lib.transformer import transformer
    >>> card = Deployment(chip("h100_sxm"), transformer("llama3_70b"))
    >>> for fewest in ("chips", "stages"):
    ...     made = smallest(card, 100, 8192, (1, 2, 4, 8), range(1, 81), fewest)
    ...     print(made.tensor, "x", made.stages)
    1 x 3
    4 x 1
    """
    checks.choice("fewest", fewest, ("chips", "stages"))
    tensors, stages = _rising("tensors", tensors), _rising("stages", stages)
    checks.a("deployment", deployment)
    batch, context = checks.single("batch", batch), checks.single("context", context)
    least, chosen = np.inf, None
    cuts = (deployment.attention,) if attention is None else attention
    for cut in checks.a("attention", cuts, (list, tuple), "cuts of attention, the preferred first"):
        made = deployment.but(attention=cut, tensor=1)
        tensor, stage = np.meshgrid(widths(made, tensors), stages, indexing="ij")
        if not tensor.size:
            continue
        made = made.but(tensor=tensor, stages=stage)
        # Where nothing is enough, the machine that lacks least says what it lacks.
        short = chips_short(made, batch, context)
        size = tensor * stage if fewest == "chips" else stage * 1e6 + tensor
        size = np.where(short > 0, 1e15 + short, size)
        if size.min() < least:
            least, place = size.min(), np.unravel_index(np.argmin(size), size.shape)
            chosen = made.but(tensor=int(tensor[place]), stages=int(stage[place]))
    if chosen is None:
        raise ValueError(f"tensors: got {tensors.tolist()}, none of which {deployment.model.name} "
                         "can be cut over; takes a width that divides its heads")  # fmt: skip
    return require_room(chosen, batch, context)


def _rising(name, counts):
    counts = checks.listed(name, counts)
    if np.any(np.diff(counts) <= 0):
        raise ValueError(f"{name}: got {counts.tolist()}; takes one count or more, rising")
    return counts


def candidates(deployment, batch, prompt, output, tensors, stages, terms=None, context=None):
    """Every machine of a grid that holds its batch, as columns of equal length.

    Arguments: ``deployment``, of which tensor and stages are replaced; ``batch``, ``tensors``
    and ``stages``, sequences of counts, of which those are tried whose cut can be made; the
    rest as in ``serve`` and ``cost.bill``. Returns a dict of 1-D arrays: tensor, stages,
    batch, chips, speed, rate, first_token, capital (dollars), power (watts at the meter) and
    per_second (dollars for owning and powering the machine one second). Empty arrays where
    nothing holds the model.

    >>> from lib.hardware import chip
    >>> from lib.spatial.roofline import Deployment
    >>> from lib.transformer import transformer
    >>> card = Deployment(chip("h100_sxm"), transformer("llama3_70b"))
    >>> found = candidates(card, (1, 64), 1024, 1024, tensors=(1, 2), stages=(1,))
    >>> found["tensor"].tolist(), found["batch"].tolist()
    ([1, 2, 2], [1.0, 1.0, 64.0])
    """
    tensors = widths(deployment, tensors)
    stages = checks.listed("stages", stages)
    batch = checks.shaped("batch", checks.at_least("batch", batch, 1), None)
    tensor, stage, batch = np.meshgrid(tensors, stages, batch, indexing="ij")
    tensor, stage, batch = (counts.ravel() for counts in (tensor, stage, batch))
    held = used_context(prompt, output) if context is None else context
    fits = chips_short(deployment.but(tensor=tensor, stages=stage), batch, held) == 0
    tensor, stage, batch = (counts[fits] for counts in (tensor, stage, batch))
    made = deployment.but(tensor=tensor, stages=stage)
    served = serve(made, batch, prompt, output, held)
    cost = bill(made.chip, made.chips, served.rate, served.speed, terms)
    return {
        "tensor": tensor, "stages": stage, "batch": batch, "chips": made.chips,
        "speed": served.speed, "rate": served.rate, "capital": cost.capital, "power": cost.power,
        "first_token": served.first_token * np.ones_like(served.rate),
        "per_second": cost.capital / cost.terms.lifetime + cost.power * cost.terms.electricity,
    }  # fmt: skip
