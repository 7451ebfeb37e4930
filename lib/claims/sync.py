"""Checks of Part III: chips that act as one, and what waiting and plans cost.

The first document prints no figure and computes nothing, so that only the book's side
does. Its statements are tested on one layer of the model on a node of 8 chips, planned
to the cycle, and on published measurements. What it takes for granted and no source
states is an input, as an assumption.
"""

from functools import lru_cache

import numpy as np

from lib.claims import HOLDS_WITHIN, check
from lib.claims.inputs import fact
from lib.claims.machines import SERVER, machine, placed, room
from lib.evidence import ladder
from lib.evidence.measured import (
    link_jitters,
    measured_allreduce,
    measured_service,
    published,
    worst_lateness,
)
from lib.hardware import IDEAL, dragonfly_rounds
from lib.spatial.roofline import decode, widths
from lib.spatial.strategy import Budget, best_ring_tensor, ring_rounds
from lib.sync import barrier
from lib.sync.clock import drift, longest_interval, periods_per_slip
from lib.sync.laws import Exponential, Lognormal, Pareto, Scaled, Slowest, Uniform
from lib.sync.plan import checker, dynamic
from lib.sync.plan.dynamic import Variation, max_plus, simulate
from lib.sync.plan.machine import GROQ
from lib.sync.plan.schedule import in_turn, schedule
from lib.sync.plan.taskgraph import UNIT_KINDS, layer_graph, model_graph, work_per_unit
from lib.sync.tail import chance_any, chance_each, steps_quantile
from lib.tables import csv
from lib.transformer import transformer
from lib.units import ms, ns, us

#: Chips of a node, which cut a layer among them.
NODE = GROQ.node
#: The row of the measured all-reduces that is next to a token's 16 KiB.
MESSAGE = 18_432
#: Leaves of a request of which one in as many is slow; steps of which one stalls.
LEAVES, RARE = 100, 100_000
#: Requests where reading binds, and where computing does, of a prompt so brief.
FEW, MANY, BRIEF = 64, 4_000, 128


# -- a layer, planned ---------------------------------------------------------------


def layer(s, **changes):
    """The tasks of one layer of a side's model on a node."""
    return layer_graph(s.model, **{"context": int(s.context), **changes})


@lru_cache(maxsize=8)
def planned_layer(s):
    """One layer on a node, and its plan."""
    graph = layer(s)
    return graph, schedule(graph)


@lru_cache(maxsize=8)
def delays(s):
    """Cycles that a layer's end is late when one task is a hop late: every fifth task in turn."""
    graph, plan = planned_layer(s)
    tasks = np.arange(0, graph.tasks, 5)
    times = np.repeat(graph.duration[:, None], tasks.size, axis=1)
    times[tasks, np.arange(tasks.size)] += GROQ.hop
    return max_plus(graph, plan.start, times)[1] - plan.makespan


def planned(graph, *order):
    """Cycles of a graph's plan, infinite where the checker finds a fault in it."""
    plan = schedule(graph, *order)
    return plan.makespan if checker.check(graph, plan.start).ok else np.inf


def longer(s, graph):
    """By what share a graph's plan is longer than the layer's."""
    return planned(graph) / planned_layer(s)[1].makespan - 1


def queued(s, **changes):
    """By what share a layer is longer where messages queue instead of following a plan."""
    graph, plan = planned_layer(s)
    return simulate(graph, **changes).makespan / plan.makespan - 1


def plannable(model):
    """Whether a layer of a model has a plan without a fault, alone and for a few requests."""
    return all(planned(layer_graph(model, batch=batch)) < np.inf for batch in (1, 8))


def noise(s, kinds=UNIT_KINDS):
    """The law of tasks that vary, on some kinds of unit."""
    return Variation("exponential", s.noise, kinds=kinds)


@lru_cache(maxsize=8)
def spread(s, kinds=UNIT_KINDS):
    """200 makespans of the layer in its planned order when some kinds of task vary."""
    graph, plan = planned_layer(s)
    rng = np.random.default_rng(1)
    return dynamic.makespans(graph, noise(s, kinds), 200, rng, plan.start)


def waits(s):
    """How many times as long as its plan a layer takes whose tasks vary, if its units wait."""
    return spread(s).mean() / planned_layer(s)[1].makespan


def padded(s):
    """How many times as long it takes with slots wide enough for all but one run in a hundred."""
    graph, _ = planned_layer(s)
    wide = dynamic.slots(graph, noise(s), chance_each(0.01, graph.tasks))
    return 1 + longer(s, wide)


def relative(spans):
    """Standard deviation over mean."""
    return spans.std() / spans.mean()


@lru_cache(maxsize=8)
def arbitrated(s):
    """The spread of a layer's time where equal tasks are chosen among at random."""
    graph, _ = planned_layer(s)
    rng = np.random.default_rng(1)
    runs = (simulate(graph, priority=rng.random(graph.tasks)) for _ in range(12))
    return relative(np.array([run.makespan for run in runs]))


def guard(s):
    """Cycles that every hop waits: for the latest arrival that was measured, and for drift."""
    return ladder.guard_cycles(s.tolerance, alignment(s).interval)


def late_layer(s):
    """The layer if every hop waits so."""
    return layer(s, machine=GROQ.but(hop=GROQ.hop + guard(s)))


@lru_cache(maxsize=8)
def assembly_line(s):
    """Cycles of one and of three requests through four layers, a stage each."""
    four = s.model.but(num_hidden_layers=4)
    lines = [model_graph(four, stages=4, requests=requests) for requests in (1, 3)]
    return [planned(line, in_turn(line)) for line in lines]


@lru_cache(maxsize=8)
def link_shares(s):
    """Work of the busiest link over that of the busiest matrix unit, for batches up to 256."""

    def share(batch):
        graph = layer(s, batch=batch)
        work = work_per_unit(graph)
        kind = np.empty(len(work), int)
        kind[graph.unit] = graph.kind
        link, matrix = (work[kind == UNIT_KINDS.index(x)].max() for x in ("link", "matrix"))
        return link / matrix

    return {batch: share(batch) for batch in [*(2**i for i in range(9)), int(s.batch)]}


# -- steps and all-reduces ------------------------------------------------------------


def steps(s):
    """Steps of a token that end in an all-reduce: two a layer."""
    return 2 * s.model.layers


def noisy_step(s):
    """A step of mean 1 of which a part is random."""
    return Scaled(Exponential(1.0), scale=s.noise, offset=1 - s.noise)


def noisy_token(s, chips):
    """A token of such steps on so many chips."""
    return barrier.token_time(noisy_step(s), chips, steps(s))


def allreduce(gpus):
    """The law of a token's all-reduce on H100s, as measured."""
    return measured_allreduce(gpus, MESSAGE)


def measured_collective(chips):
    """Seconds of the median all-reduce among so many H100s."""
    return float(allreduce(int(chips)).ppf(0.5))


def as_measured(chips, message):
    """The same as rounds of a second each; a chip alone has none."""
    return measured_collective(chips) if chips > 1 else 0.0


#: All-reduces as measured on H100s.
MEASURED = IDEAL.but(round_latency=1.0, rounds=as_measured)


def h100s(s, practice=MEASURED, context=None):
    """A server of H100s with a model that fits one of them; all-reduces as measured if no other."""
    context = s.context if context is None else context
    return Budget(machine(s, s.h100, practice=practice), SERVER, context)


def strategy(s, budget, **shape):
    """A budget's strategy of a shape; ValueError where the cards do not hold it."""
    found = budget.strategy(**shape)
    if found is None:
        of = f"{budget.context:,.0f} tokens of {s.model.name} in {s.precision}"
        raise ValueError(f"model, precision, context: got {of}; takes less than {shape} can hold")
    return found


def slice_gain(s, practice=MEASURED):
    """How many times as fast as one H100 a server of them answers."""
    budget = h100s(s, practice)
    one, all_ = (strategy(s, budget, tensor=n, batch=1) for n in (1, SERVER))
    return all_.speed / one.speed


def copies_and_slices(s, requests, context):
    """Tokens/s of so many requests on a server of H100s: as copies, and as slices."""
    budget = h100s(s, context=context)
    shapes = {"tensor": 1, "batch": requests // SERVER}, {"tensor": SERVER, "batch": requests}
    return [strategy(s, budget, **shape).throughput for shape in shapes]


def alone(s, requests, context):
    """The same on one H100."""
    return decode(machine(s, s.h100), requests, context).throughput


def ring_width(s):
    """H100s around a ring that answer fastest: tried, and by formula."""
    around = h100s(s, IDEAL.but(round_latency=s.ring_hop, rounds=ring_rounds))
    cuts = widths(around.deployment, range(1, SERVER + 1))
    tried = filter(None, (around.strategy(n, batch=1) for n in cuts))
    best = min(tried, key=lambda strategy: strategy.token_time).tensor
    return best, best_ring_tensor(s.weights / s.h100.bandwidth, s.ring_hop, steps(s))


def hops_time(s, rounds, chips):
    """Seconds of a token's all-reduces by hops among so many chips."""
    return steps(s) * fact("groq_hop") * rounds(chips, MESSAGE)


def cut_token(s, chips):
    """Seconds of a token on so many LPUs that share every layer, fed as slowly as they are."""
    practice = IDEAL.but(round_latency=fact("groq_hop"), rounds=dragonfly_rounds)
    cut = machine(s, s.fed_lpu, tensor=chips, practice=practice, attention="context")
    return decode(cut, 1, s.context).time


# -- measurements ---------------------------------------------------------------------


def window():
    """The earliest and the latest arrival that was measured on any of seven links, in cycles."""
    links = link_jitters()
    return min(link.least for link in links), max(link.greatest for link in links)


def lateness_seen():
    """Whole cycles by which the latest arrival follows the mean on the worst link."""
    return int(np.ceil(worst_lateness()))


def request_tail(provider):
    """p99 over median of a service's requests."""
    law = measured_service(provider)
    return law.ppf(0.99) / law.ppf(0.5)


def tails():
    """The same of every measured service of LLaMA-2 70B, the least first."""
    providers = csv("llmperf_70b_quantiles")["provider"].unique()
    return sorted(map(request_tail, providers))


def allreduce_range(gpus):
    """The fastest, the median and the slowest all-reduce among GPUs, in seconds."""
    law = allreduce(gpus)
    return law.isf(1.0), law.ppf(0.5), law.values[-1]


# -- opening ----------------------------------------------------------------------


def slower_median(gpus):
    """By what share the median all-reduce takes longer than the fastest."""
    fastest, median, _ = allreduce_range(gpus)
    return median / fastest - 1


def padding(s):
    """By what share a short request takes longer on the plan of a long one."""
    return 1 / (1 + longer(s, layer(s, context=int(s.short)))) - 1


def in_step(s):
    """By what share one chip that is slower by the noise slows a plan in step."""
    graph, plan = planned_layer(s)
    return max_plus(dynamic.slowed(graph, 1 + s.noise), plan.start)[1] / plan.makespan - 1


check(
    "traffic-that-varies-makes-waiting",
    book=lambda s: slower_median(SERVER) > HOLDS_WITHIN,
    longer=lambda s: slower_median(SERVER),
    waiting=lambda s: noisy_token(s, NODE).waiting / noisy_token(s, NODE).mean,
)
check(
    "the-compiler-plans-everything",
    book=lambda s: plannable(s.model) and plannable(transformer("mixtral_8x7b")),
    tasks=lambda s: planned_layer(s)[0].tasks,
    experts=lambda s: transformer("mixtral_8x7b"),
)
check(
    "runs-like-an-assembly-line",
    book=lambda s: assembly_line(s)[1] < 3 * assembly_line(s)[0],
    times=lambda s: assembly_line(s)[1] / assembly_line(s)[0],
)
check(
    "slices-cut-one-latency",
    book=lambda s: slice_gain(s) > 1,
    gain=slice_gain,
    free=lambda s: slice_gain(s, IDEAL),
)
check(
    "a-fixed-plan-costs-flexibility",
    book=lambda s: padding(s) > HOLDS_WITHIN,
    padding=padding,
    in_step=in_step,
)
check(
    "rare-slowness-dominates",
    book=lambda s: published("all leaves")[1][0] > published("one random leaf")[1][-1],
    many=LEAVES,
    hit=lambda s: chance_any(1 / LEAVES, LEAVES),
    medians=lambda s: [published(who)[1][0] / ms for who in ("all leaves", "one random leaf")],
)

# -- one request on many chips, and a timeline ------------------------------------------


def late(s):
    """How late each chip ends each step of a token after one delay, where all wait for all."""
    step = np.full((steps(s), NODE), 1 / s.speed / steps(s))
    return barrier.lateness(step, barrier.Waiting("everyone", NODE), s.delay)


def all_wait():
    """Whether a second step of chips that all wait begins with the end of the slowest's first."""
    service = np.random.default_rng(1).exponential(size=(2, NODE))
    first, second = barrier.finish_times(service, barrier.Waiting("everyone", NODE))
    return np.allclose(second - service[1], first.max())


check(
    "a-delay-propagates",
    book=lambda s: np.all(delays(s) > 0),
    delay=lambda s: s.delay / us,
    left=lambda s: late(s)[-1].min() / us,
    steps=steps,
    absorbed=lambda s: np.mean(delays(s) == 0),
)
check(
    "a-delay-makes-a-new-worst-case",
    book=lambda s: delays(s).max() > GROQ.hop,
    share=lambda s: delays(s).mean() / GROQ.hop,
)
check(
    "the-group-waits-for-the-slowest",
    book=lambda s: all_wait(),
    slowest=lambda s: Slowest(Exponential(1.0), NODE).mean(),
    limit=lambda s: barrier.neighbours_rate_limit(3),
)
check(
    "planned-to-the-cycle",
    book=lambda s: planned(late_layer(s)) < np.inf,
    wait=guard,
    longer=lambda s: longer(s, late_layer(s)),
)

# -- the link ---------------------------------------------------------------------


def hops(chips):
    """Hops that a packet takes at most among so many chips."""
    return dragonfly_rounds(chips, MESSAGE)


def links_bind(s):
    """From which batch on links bind, in words."""
    turns = next((batch for batch, share in link_shares(s).items() if share > 1), None)
    return f"from {turns} on links bind" if turns else "links never bind"


def compiled_alike(s):
    """Whether two compilations give one plan."""
    return schedule(layer(s)).fingerprint == planned_layer(s)[1].fingerprint


check(
    "ample-bandwidth-between-chips",
    book=lambda s: link_shares(s)[int(s.batch)] <= 1,
    one=lambda s: link_shares(s)[1],
    most=lambda s: max(link_shares(s)),
    at_most=lambda s: link_shares(s)[max(link_shares(s))],
    bind=links_bind,
)
check(
    "no-routers-between-chips",
    book=lambda s: hops(s.service) == 1,
    node=NODE,
    hops=lambda s: hops(s.service),
)
check(
    "the-run-repeats",
    book=lambda s: compiled_alike(s) and request_tail("groq") - 1 <= HOLDS_WITHIN,
    tail=lambda s: request_tail("groq"),
)

# -- clock alignment --------------------------------------------------------------


def alignment(s):
    """What re-aligning costs: as long as the way across the service's chips, best interval."""
    return ladder.alignment(s.tolerance, 2 * steps(s) + s.model.layers, s.speed, s.service)


def slip(s):
    """Seconds in which two free clocks come a cycle apart."""
    return periods_per_slip(s.tolerance) / GROQ.clock


check(
    "drift-is-cancelled",
    book=lambda s: alignment(s).interval < longest_interval(s.tolerance, s.counter / GROQ.clock),
    ppm=lambda s: s.tolerance * 1e6,
    every=lambda s: alignment(s).interval / us,
    apart=lambda s: drift(s.tolerance, alignment(s).interval) * GROQ.clock,
    share=lambda s: alignment(s).share,
)
check(
    "arrivals-known-exactly",
    book=lambda s: window()[0] == window()[1],
    window=lambda s: window(),
    apart=lambda s: (window()[1] - window()[0]) / GROQ.clock / ns,
)
check(
    "alignment-is-the-condition",
    book=lambda s: lateness_seen() * slip(s) < 1 / s.speed,
    ppm=lambda s: s.tolerance * 1e6,
    slip=lambda s: slip(s) / us,
    guard=lambda s: lateness_seen(),
    spare=lambda s: lateness_seen() * slip(s) / us,
    token=lambda s: 1 / s.speed / ms,
)

# -- the misconception ------------------------------------------------------------


def growth(s, law):
    """How many times the jitter of a node's slowest chip that of the whole service's is."""
    few, many = (Slowest(law, int(chips)).std() for chips in (NODE, s.service))
    return many / few


def ranges():
    """The range of eight H100s' all-reduces over their median, and of a planned hop over a hop."""
    fastest, median, slowest = allreduce_range(8)
    low, high = window()
    return (slowest - fastest) / median, (high - low) / GROQ.hop


check(
    "more-chips-need-not-mean-jitter",
    book=lambda s: growth(s, Lognormal.through(*published("one random leaf"))) <= 1 + HOLDS_WITHIN,
    node=NODE,
    bounded=lambda s: growth(s, Uniform(0.0, 1.0)),
    light=lambda s: growth(s, Exponential(1.0)),
    heavy=lambda s: growth(s, Pareto(1.0, 4.0)),
)
check(
    "randomness-comes-from-scheduling",
    book=lambda s: arbitrated(s) > relative(spread(s)),
    arbitrated=arbitrated,
    varied=lambda s: relative(spread(s)),
)
check(
    "run-time-coordination-costs",
    book=lambda s: queued(s, overhead=s.arbitration) > HOLDS_WITHIN,
    queues=queued,
    arbiter=lambda s: queued(s, overhead=s.arbitration),
)
check(
    "coordination-is-a-major-source",
    book=lambda s: np.greater(*ranges()),
    ranges=lambda s: ranges(),
    spreads=lambda s: [relative(spread(s, (kind,))) for kind in ("link", "matrix")],
)

# -- stress points ----------------------------------------------------------------


def slowest_step(s):
    """The slowest chip of a node in a noisy step."""
    return Slowest(noisy_step(s), NODE)


def token_tail(s):
    """p99 over median of a token of such steps."""
    low, high = steps_quantile(slowest_step(s), steps(s), np.array([0.5, 0.99]))
    return high[1] / low[0]


check(
    "well-run-systems-vary-too",
    book=lambda s: tails()[0] - 1 > HOLDS_WITHIN,
    services=lambda s: len(tails()),
    tails=lambda s: (tails()[0], tails()[-1]),
)
check(
    "waiting-shows-as-tail",
    book=lambda s: token_tail(s) >= slowest_step(s).ppf(0.99) / slowest_step(s).ppf(0.5),
    slower=lambda s: slowest_step(s).mean() - 1,
    longer=lambda s: token_tail(s) - 1,
    rare=RARE,
    hit=lambda s: chance_any(1 / RARE, steps(s) * NODE),
)
check(
    "a-known-schedule-cuts-the-waiting",
    book=lambda s: padded(s) <= waits(s),
    saved=queued,
    slots=padded,
    waits=waits,
)

# -- alternatives, and the conclusion ---------------------------------------------------

check(
    "copies-for-many-requests",
    book=lambda s: copies_and_slices(s, FEW, s.short)[0] > alone(s, FEW, s.short),
    few=FEW,
    copies=lambda s: copies_and_slices(s, FEW, s.short)[0],
    slices=lambda s: copies_and_slices(s, FEW, s.short)[1],
    one=lambda s: alone(s, FEW, s.short),
    many=MANY,
    brief=BRIEF,
    computing=lambda s: np.divide(*copies_and_slices(s, MANY, BRIEF)),
)
check(
    "slices-for-one-answer",
    book=lambda s: h100s(s).fastest(requests=1).tensor == ring_width(s)[0] == SERVER,
    best=lambda s: h100s(s).fastest(requests=1),
    hop=lambda s: s.ring_hop / us,
    ring=ring_width,
)
check(
    "big-models-force-communication",
    book=lambda s: placed(s, s.h100, 1).chips > 1,
    chips=lambda s: placed(s, s.lpu, 1).chips,
    room=lambda s: room(s, s.h100, placed(s, s.h100, 1).chips),
)
check(
    "latency-does-not-balloon",
    book=lambda s: cut_token(s, s.service) <= cut_token(s, NODE),
    node=NODE,
    hops=lambda s: [hops_time(s, dragonfly_rounds, n) / ms for n in (NODE, s.service)],
    ring=lambda s: hops_time(s, ring_rounds, s.service) / ms,
    noise=lambda s: noisy_token(s, s.service).mean / noisy_token(s, NODE).mean - 1,
)
check(
    "fewer-surprise-stalls",
    tail=lambda s: request_tail("groq"),
    place=lambda s: tails().index(request_tail("groq")) + 1,
    services=lambda s: len(tails()),
)
