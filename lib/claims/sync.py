"""Reckonings of Part III: chips that act as one, and what waiting and plans cost.

The first document prints no figure. Its statements are tested on one layer of LLaMA-2
70B on a node of 8 chips, planned to the cycle, and on published measurements. What it
takes for granted and no source states is named here, as an assumption.
"""

from functools import lru_cache

import numpy as np

from lib.claims import HOLDS_WITHIN, Reckoned, reckons
from lib.claims.inputs import (
    BATCH,
    CONTEXT,
    H100,
    LLAMA,
    LPU,
    PAPERS_LPU,
    PRECISION,
    SERVER,
    SPEED,
    fact,
)
from lib.hardware import IDEAL, dragonfly_rounds
from lib.spatial.placement import by_bytes, requests_that_fit
from lib.spatial.roofline import Deployment, decode
from lib.spatial.strategy import Budget, best_ring_tensor, ring_rounds
from lib.sync.barrier import (
    everyone,
    finish_times,
    lateness,
    measured_allreduce,
    neighbours_rate_limit,
    token_time,
)
from lib.sync.clock import best_interval, drift, link_jitter, longest_interval, periods_per_slip
from lib.sync.laws import Constant, Exponential, Lognormal, Pareto, Scaled, Slowest, Uniform
from lib.sync.plan.checker import check
from lib.sync.plan.dynamic import (
    Service,
    makespans,
    max_plus,
    simulate,
    slot_quantile,
    slots,
    slowed,
)
from lib.sync.plan.machine import Machine
from lib.sync.plan.schedule import in_turn, schedule
from lib.sync.plan.taskgraph import KINDS, layer_graph, model_graph, work_per_unit
from lib.sync.tail import chance_any, measured_service, published, rows, steps_quantile
from lib.transformer import transformer
from lib.units import ms, ns, us

MACHINE = Machine()
#: Chips of a node, which cut a layer among them.
NODE = MACHINE.node
#: The chips of Groq's service, and the largest system that its papers describe.
SERVICE = int(fact("groq_chips"))
#: Steps of a token that end in an all-reduce: two a layer.
STEPS = 2 * LLAMA.layers
#: The row of the measured all-reduces that is next to a token's 16 KiB.
MESSAGE = 18_432

# -- assumptions ------------------------------------------------------------------

#: Part of a step's time that varies, as an exponential law, where no measurement is at hand.
NOISE = 0.1
#: A delay whose course is followed: 5 us.
DELAY = 5 * us
#: Cycles that arbitration at run time adds to a message.
ARBITRATION = 100
#: What Ethernet allows a clock; Groq's is not published.
TOLERANCE = 100e-6
#: Cycles after which the counters wrap round that clocks are aligned by: under 256.
COUNTER = 256
#: A hop around a ring of GPUs (from published all-reduces of 2 to 8 A100: about 2 us).
RING_HOP = 2 * us
#: A short context, so that reading weights is most of the work.
SHORT = 512


# -- what the rows share ----------------------------------------------------------


@lru_cache
def planned_layer():
    """One layer on a node, and its plan."""
    graph = layer_graph(LLAMA)
    return graph, schedule(graph)


@lru_cache
def delays():
    """Cycles that a layer's end is late when one task is a hop late: every fifth task in turn."""
    graph, plan = planned_layer()
    tasks = np.arange(0, graph.tasks, 5)
    times = np.repeat(graph.duration[:, None], tasks.size, axis=1)
    times[tasks, np.arange(tasks.size)] += MACHINE.hop
    return max_plus(graph, plan.start, times)[1] - plan.makespan


def spread(kinds=KINDS, runs=200):
    """Makespans of the layer in its planned order when some kinds of task vary by NOISE."""
    graph, plan = planned_layer()
    service, rng = Service("exponential", NOISE, kinds=kinds), np.random.default_rng(1)
    return makespans(graph, service, runs, rng, "planned", plan=plan.start)


def relative(spans):
    """Standard deviation over mean."""
    return spans.std() / spans.mean()


def noisy_step():
    """A step of mean 1 of which NOISE is random."""
    return Scaled(Exponential(1.0), scale=NOISE, offset=1 - NOISE)


def allreduce(gpus):
    """The law of a token's all-reduce on H100s, as measured."""
    return measured_allreduce(gpus, MESSAGE)


def measured_collective(chips):
    """Seconds of the median all-reduce among so many H100s."""
    return float(allreduce(int(chips)).ppf(0.5))


def h100s(collective=None, context=CONTEXT):
    """Eight H100s with a model that fits one of them, and the measured all-reduces if no other."""
    latency = collective or measured_collective

    def seconds(tensor, message):
        return latency(tensor) if tensor > 1 else 0.0

    practice = IDEAL.but(round_latency=1.0, rounds=seconds)
    return Budget(Deployment(H100, LLAMA, practice=practice), SERVER, context)


def free(chips):
    """Collectives that take no time."""
    return 0.0 * chips


def jitters():
    """The seven measured links."""
    return [link_jitter(row["link"]) for row in rows("link_jitter")]


def window():
    """The earliest and the latest arrival that was measured on any link, in cycles."""
    return min(j.least for j in jitters()), max(j.greatest for j in jitters())


def lateness_seen():
    """Cycles by which the latest arrival follows the mean, whole, on the worst link."""
    return int(np.ceil(max(j.greatest - j.mean for j in jitters())))


def request_tail(provider):
    """p99 over median of a service's requests."""
    law = measured_service(provider)
    return law.ppf(0.99) / law.ppf(0.5)


def providers():
    """The measured services of LLaMA-2 70B."""
    return list(dict.fromkeys(row["provider"] for row in rows("llmperf_70b_quantiles")))


# -- opening ----------------------------------------------------------------------


@reckons("traffic-that-varies-makes-waiting")
def _():
    steady, noisy = (token_time(law, NODE, STEPS) for law in (Constant(1.0), noisy_step()))
    law = allreduce(SERVER)
    longer = law.ppf(0.5) / law.isf(1.0) - 1
    return Reckoned(
        steady.waiting == 0 < noisy.waiting,
        longer > HOLDS_WITHIN,
        f"The median all-reduce of eight H100s takes {longer:.0%} longer than the fastest; "
        f"where {NOISE:.0%} of each step is random, {noisy.waiting / noisy.mean:.0%} "
        "of a token is waiting.",
    )


@reckons("the-compiler-plans-everything")
def _():
    def plannable(model):
        try:
            graph = layer_graph(model)
        except ValueError:
            return False
        return check(graph, schedule(graph).start).ok

    experts = transformer("mixtral_8x7b")
    return Reckoned(
        plannable(LLAMA),
        plannable(LLAMA) and plannable(experts),
        f"what the model decides as it runs: a layer of {LLAMA.name} is planned without a fault, "
        f"{planned_layer()[0].tasks:,} tasks; {experts.name} chooses its experts too late for "
        "such a plan.",
        "depends",
    )


@reckons("runs-like-an-assembly-line")
def _():
    layers, requests = 4, 3

    def time(requests):
        line = model_graph(LLAMA.but(num_hidden_layers=layers), stages=layers, requests=requests)
        plan = schedule(line, in_turn(line))
        return plan.makespan if check(line, plan.start).ok else np.inf

    one, several = time(1), time(requests)
    return Reckoned(
        bool(np.isfinite(several)),
        several < requests * one,
        f"Planned through {layers} stages, {requests} requests take {several / one:.1f} times "
        "as long as one; a request alone leaves every stage idle but its own.",
    )


@reckons("slices-cut-one-latency")
def _():
    def gain(collective):
        one, all_ = (h100s(collective).strategy(tensor=n, batch=1) for n in (1, SERVER))
        return all_.speed / one.speed

    return Reckoned(
        gain(free) > 1,
        gain(measured_collective) > 1,
        f"On the roofline eight H100s answer {gain(measured_collective):.1f} times as fast as one "
        f"with their measured all-reduces, {gain(free):.1f} times with none.",
    )


@reckons("a-fixed-plan-costs-flexibility")
def _():
    graph, plan = planned_layer()
    padding = plan.makespan / schedule(layer_graph(LLAMA, context=SHORT)).makespan - 1
    in_step = max_plus(slowed(graph, 1 + NOISE), plan.start)[1] / plan.makespan - 1
    return Reckoned(
        None,
        padding > HOLDS_WITHIN,
        f"A request of {SHORT} tokens takes {padding:.1%} longer on a plan for {CONTEXT:,.0f}; "
        f"one chip slower by {NOISE:.0%} slows all by {in_step:.0%}; a missed slot repeats "
        "the run.",
    )


@reckons("rare-slowness-dominates")
def _():
    many = 100
    hit = chance_any(1 / many, many)
    (_, one), (_, every) = published("one random leaf"), published("all leaves")
    return Reckoned(
        hit > 1 / 2,
        every[0] > one[-1],
        f"If one leaf in {many} is slow, {hit:.0%} of requests to {many} are; measured, the median "
        f"of all leaves is {every[0] / ms:.0f} ms, of one {one[0] / ms:.0f} ms.",
    )


# -- one request on many chips ----------------------------------------------------


@reckons("a-delay-propagates")
def _():
    late = lateness(np.full((STEPS, NODE), 1 / SPEED / STEPS), everyone(NODE), DELAY)
    absorbed = np.mean(delays() == 0)
    return Reckoned(
        np.allclose(late[-1], DELAY),
        absorbed == 0,
        f"slack: where all wait for all and none is left, {DELAY / us:.0f} µs are still "
        f"{late[-1].min() / us:.0f} after {STEPS} steps; in a planned layer {absorbed:.0%} of "
        "tasks may be a hop late.",
        "depends",
    )


@reckons("a-delay-makes-a-new-worst-case")
def _():
    lost = delays()
    return Reckoned(
        None,
        lost.max() > MACHINE.hop,
        f"whether units wait: if so, the end is late by at most the delay, on average "
        f"{lost.mean() / MACHINE.hop:.0%} of it; a fixed plan that misses a slot repeats the run.",
        "depends",
    )


# -- a timeline -------------------------------------------------------------------


@reckons("the-group-waits-for-the-slowest")
def _():
    service = np.random.default_rng(1).exponential(size=(2, NODE))
    first, second = finish_times(service, everyone(NODE))
    slowest = Slowest(Exponential(1.0), NODE).mean()
    return Reckoned(
        slowest > Exponential(1.0).mean(),
        np.allclose(second - service[1], first.max()),
        f"Of eight exponential times the slowest is {slowest:.1f} times the mean; where each chip "
        f"waits for two neighbours only, a step stays below {neighbours_rate_limit(3):.1f}, "
        "however many there are.",
    )


@reckons("planned-to-the-cycle")
def _():
    graph, plan = planned_layer()
    wait = lateness_seen()
    later = layer_graph(LLAMA, machine=MACHINE.but(hop=MACHINE.hop + wait))
    padded = schedule(later)
    return Reckoned(
        check(graph, plan.start).ok,
        check(later, padded.start).ok,
        f"The cycle of use is fixed, if not of arrival: each hop waits {wait} cycles more for the "
        f"latest measured, and a layer takes {padded.makespan / plan.makespan - 1:.1%} longer.",
    )


# -- the link ---------------------------------------------------------------------


@reckons("ample-bandwidth-between-chips")
def _():
    def busiest(batch):
        """Cycles of the busiest link and of the busiest plane of a matrix unit."""
        graph = layer_graph(LLAMA, batch=batch)
        work = work_per_unit(graph)
        kind = np.empty(len(work), int)
        kind[graph.unit] = graph.kind
        return [work[kind == KINDS.index(name)].max() for name in ("link", "matrix")]

    batches = [*(2**i for i in range(9)), int(BATCH)]
    (link, plane), share = busiest(1), {b: np.divide(*busiest(b)) for b in batches}
    turns = next((b for b in batches if share[b] > 1), None)
    upto = f"from {turns} on links bind" if turns else "links never bind"
    return Reckoned(
        link < plane,
        share[int(BATCH)] <= 1,
        f"the requests that share a step: for one, the busiest link works {link / plane:.0%} as "
        f"long as the busiest matrix unit, for {max(batches)} {share[max(batches)]:.0%}; {upto}.",
        "depends",
    )


@reckons("no-routers-between-chips")
def _():
    node, service = (dragonfly_rounds(n, MESSAGE) for n in (NODE, SERVICE))
    return Reckoned(
        node == 1,
        service == 1,
        f"how many chips act together: {NODE} have a link each to each; among {SERVICE} a packet "
        f"takes up to {service:.0f} hops, and chips between pass it on.",
        "depends",
    )


@reckons("the-run-repeats")
def _():
    plans = [schedule(layer_graph(LLAMA)).fingerprint, planned_layer()[1].fingerprint]
    tail = request_tail("groq")
    return Reckoned(
        len(set(plans)) == 1,
        tail - 1 <= HOLDS_WITHIN,
        f"where one looks: two compilations give one plan, cycle for cycle; requests to Groq's "
        f"service had a p99 of {tail:.2f} times the median, queues and hosts included.",
        "depends",
    )


# -- clock alignment --------------------------------------------------------------


def alignment():
    """What re-aligning costs: as long as the way across the service's chips, best interval."""
    hops = 2 * STEPS + LLAMA.layers
    across = fact("groq_hop") * dragonfly_rounds(SERVICE, MESSAGE)
    return best_interval(across, TOLERANCE, hops * SPEED)


@reckons("drift-is-cancelled")
def _():
    best = alignment()
    apart = drift(TOLERANCE, best.interval) * MACHINE.clock
    return Reckoned(
        drift(TOLERANCE, 0.0) == 0,
        best.interval < longest_interval(TOLERANCE, COUNTER / MACHINE.clock),
        f"how often: clocks of ±{TOLERANCE * 1e6:.0f} ppm, aligned every "
        f"{best.interval / us:.0f} µs, part by {apart:.0f} cycles between; guard and alignment "
        f"then take {best.share:.1%} of all time.",
        "depends",
    )


@reckons("arrivals-known-exactly")
def _():
    low, high = window()
    steady = Constant(0.0)
    return Reckoned(
        steady.isf(0.0) == steady.isf(1.0),
        high == low,
        f"On seven measured links data arrived after {low:.0f} to {high:.0f} cycles, "
        f"{(high - low) / MACHINE.clock / ns:.0f} ns apart: a plan can only wait for the latest.",
    )


@reckons("alignment-is-the-condition")
def _():
    slip = periods_per_slip(TOLERANCE) / MACHINE.clock
    spare = lateness_seen() * slip
    return Reckoned(
        None,
        spare < 1 / SPEED,
        f"Free clocks of ±{TOLERANCE * 1e6:.0f} ppm slip a cycle in {slip / us:.1f} µs; a guard of "
        f"{lateness_seen()} cycles is used up in {spare / us:.0f} µs, and a token takes "
        f"{1 / SPEED / ms:.1f} ms.",
    )


# -- the misconception ------------------------------------------------------------


@reckons("more-chips-need-not-mean-jitter")
def _():
    def grows(law):
        few, many = (Slowest(law, n).std() for n in (NODE, SERVICE))
        return many / few

    steady = Constant(1.0)
    uniform, light, heavy = map(grows, (Uniform(0.0, 1.0), Exponential(1.0), Pareto(1.0, 4.0)))
    leaf = Lognormal.through(*published("one random leaf"))
    return Reckoned(
        Slowest(steady, SERVICE).std() == Slowest(steady, NODE).std(),
        grows(leaf) <= 1 + HOLDS_WITHIN,
        f"the law of one chip: from {NODE} to {SERVICE} jitter falls to {uniform:.0%} if "
        f"bounded, stays if exponential ({light:.2f}-fold), grows {heavy:.1f}-fold with a heavy "
        "tail; constant times have none.",
        "depends",
    )


@reckons("randomness-comes-from-scheduling")
def _():
    graph, _ = planned_layer()
    rng = np.random.default_rng(1)
    arbitrated = relative(
        np.array(
            [
                simulate(graph, discipline="priority", priority=rng.random(graph.tasks)).makespan
                for _ in range(12)
            ]
        )
    )
    varied = relative(spread())
    return Reckoned(
        arbitrated > 0,
        arbitrated > varied,
        f"how much tasks vary by themselves: choosing at random among equal tasks spreads a layer "
        f"by {arbitrated:.2%}, {NOISE:.0%} of random time in each by {varied:.1%} even in a "
        "fixed order.",
        "depends",
    )


@reckons("run-time-coordination-costs")
def _():
    graph, plan = planned_layer()
    queues, arbiter = (
        simulate(graph, overhead=cycles).makespan / plan.makespan - 1 for cycles in (0, ARBITRATION)
    )
    return Reckoned(
        queues > 0,
        arbiter > HOLDS_WITHIN,
        f"the overhead of a message: queues alone make a layer {queues:.2%} longer than its plan, "
        f"{ARBITRATION} cycles of arbitration a message {arbiter:.1%}.",
        "depends",
    )


@reckons("coordination-is-a-major-source")
def _():
    law = allreduce(SERVER)
    gpus = (law.values[-1] - law.isf(1.0)) / law.ppf(0.5)
    low, high = window()
    hop = (high - low) / MACHINE.hop
    links, planes = (relative(spread((kind,))) for kind in ("link", "matrix"))
    return Reckoned(
        None,
        gpus > hop,
        f"the machine: eight H100s' all-reduces range over {gpus:.0%} of their median, a planned "
        f"hop over {hop:.0%}; {NOISE:.0%} noise in links spreads a layer by {links:.2%}, in "
        f"arithmetic by {planes:.1%}.",
        "depends",
    )


# -- stress points ----------------------------------------------------------------


@reckons("well-run-systems-vary-too")
def _():
    tails = [request_tail(name) for name in providers()]
    _, cited = published("one random leaf")
    return Reckoned(
        cited[-1] / cited[0] - 1 > HOLDS_WITHIN,
        min(tails) - 1 > HOLDS_WITHIN,
        f"All {len(tails)} measured services of one model do: the p99 of their requests is "
        f"{min(tails):.2f} to {max(tails):.1f} times the median. The causes were not measured.",
    )


@reckons("waiting-shows-as-tail")
def _():
    rare = 100_000
    step = Slowest(noisy_step(), NODE)
    low, high = steps_quantile(step, STEPS, np.array([0.5, 0.99]))
    token = high[1] / low[0]
    hit = chance_any(1 / rare, STEPS * NODE)
    return Reckoned(
        step.ppf(0.99) > noisy_step().ppf(0.99),
        token >= step.ppf(0.99) / step.ppf(0.5),
        f"how rare it is: {NOISE:.0%} noise makes a token {step.mean() - 1:.0%} slower on average "
        f"and its p99 only {token - 1:.0%} longer; a stall in {rare:,} steps hits {hit:.1%} "
        "of tokens.",
        "depends",
    )


@reckons("a-known-schedule-cuts-the-waiting")
def _():
    graph, plan = planned_layer()
    waits = spread().mean() / plan.makespan
    room = slots(graph, Service("exponential", NOISE), slot_quantile(1 / 100, graph.tasks))
    fixed = schedule(room).makespan / plan.makespan
    equal = simulate(graph).makespan
    return Reckoned(
        plan.makespan <= equal,
        fixed <= waits,
        f"whether tasks vary: if not, the plan saves {equal / plan.makespan - 1:.2%}; with "
        f"{NOISE:.0%} noise its slots take {fixed:.1f} times as long, a machine that waits "
        f"{waits:.2f}.",
        "depends",
    )


# -- alternatives -----------------------------------------------------------------


@reckons("copies-for-many-requests")
def _():
    few, many, brief = 64, 4_000, 128

    def throughputs(requests, context):
        budget = h100s(context=context)
        copies = budget.strategy(tensor=1, batch=requests // SERVER)
        slices = budget.strategy(tensor=SERVER, batch=requests)
        return copies.throughput, slices.throughput

    (copies, slices), (busy, cut) = throughputs(few, SHORT), throughputs(many, brief)
    return Reckoned(
        busy > cut,
        copies > slices,
        f"what binds: where reading does, eight H100s give {few} requests {copies:,.0f} tokens/s "
        f"as copies and {slices:,.0f} as slices; where computing does, for {many:,} of {brief} "
        f"tokens, copies win {busy / cut:.1f}-fold.",
        "depends",
    )


@reckons("slices-for-one-answer")
def _():
    best = h100s().fastest(requests=1)
    read = LLAMA.weight_bytes(PRECISION) / H100.bandwidth
    ring = best_ring_tensor(read, RING_HOP, STEPS)
    around = h100s(lambda chips: RING_HOP * ring_rounds(chips, MESSAGE))
    turned = min(range(1, SERVER + 1), key=lambda n: around.strategy(n, batch=1).token_time)
    return Reckoned(
        h100s(free).fastest(requests=1).tensor == SERVER,
        best.tensor == SERVER and turned == SERVER,
        f"how long an all-reduce takes: as measured, {best.tensor} H100s answer fastest; around "
        f"a ring of {RING_HOP / us:.0f} µs a hop {turned} do (by formula {ring:.1f}), and more "
        "are slower.",
        "depends",
    )


# -- conclusion -------------------------------------------------------------------


@reckons("big-models-force-communication")
def _():
    chips = [by_bytes(chip, LLAMA, PRECISION, 1, CONTEXT).chips for chip in (LPU, H100)]
    room = requests_that_fit(H100, LLAMA, chips[1], CONTEXT, PRECISION)
    return Reckoned(
        chips[0] > 1,
        chips[1] > 1,
        f"the memory of a chip: {LLAMA.name} and one request take {chips[0]:.0f} LPUs, "
        f"while one H100 holds it with {room:.0f} requests and talks to nobody.",
        "depends",
    )


@reckons("latency-does-not-balloon")
def _():
    hop, feed = fact("groq_hop"), PAPERS_LPU.range("bandwidth")[0]
    practice = IDEAL.but(round_latency=hop, rounds=dragonfly_rounds)

    def planned(chips):
        return practice.latency(chips, MESSAGE)

    def token(width):
        wired = Deployment(PAPERS_LPU.but(bandwidth=feed), LLAMA, tensor=width,
                           attention="context", practice=practice)  # fmt: skip
        return decode(wired, 1, CONTEXT).time

    few, many = (STEPS * planned(n) / ms for n in (NODE, SERVICE))
    around = STEPS * hop * ring_rounds(SERVICE, MESSAGE) / ms
    noise = np.divide(*(token_time(noisy_step(), n, STEPS).mean for n in (SERVICE, NODE)))
    return Reckoned(
        planned(SERVICE) / planned(NODE) < SERVICE / NODE,
        token(SERVICE) <= token(NODE),
        f"wiring and noise: cut over {SERVICE} chips instead of {NODE}, a token's hops take "
        f"{many:.2f} ms in place of {few:.2f}, around a ring {around:.0f} ms; "
        f"{NOISE:.0%} noise adds {noise - 1:.0%}.",
        "depends",
    )


@reckons("fewer-surprise-stalls")
def _():
    tails = sorted(request_tail(name) for name in providers())
    groq = request_tail("groq")
    return Reckoned(
        None,
        None,
        f"No measurement shows the chips alone; requests to Groq's service had a p99 of "
        f"{groq:.2f} times the median, number {tails.index(groq) + 1} of {len(tails)} services.",
        "untestable",
    )
