"""Every closed form of the book as a tape: in node what it is in Python, and refused alike.

The points are drawn from wide ranges, and every third has one input that cannot be; then both
sides must say the same sentence, word for word.
"""

import numpy as np
import pytest
from tapes import SPECIAL, in_node

from lib.book.trace import special_functions, trace
from lib.economics import cost, kvcache, reuse, split
from lib.economics.practice import bus_rounds, dram_practice, lpu_practice, owning
from lib.economics.sensitivity import Uncertain
from lib.economics.service import serve
from lib.hardware import Chip, Practice, chip, dragonfly_rounds, one_round, switch_rounds
from lib.spatial import loops, pipeline, placement, roofline, speculative, speedup, strategy
from lib.spatial.roofline import Deployment
from lib.sync import barrier, clock, laws, tail
from lib.sync.network import stages as staged
from lib.sync.network import topologies, wiring
from lib.transformer import transformer

POINTS = 1000
#: As many of each kind.
WRONG = {int: (0, -1, 2.5, 7, 10**7, np.inf), float: (0.0, -2.5e-7, 1.5, 1e22, np.inf, np.nan)}


def sized(low, high):
    """Numbers of all sizes from 10**low to 10**high."""
    return float, lambda rng: float(10.0 ** rng.uniform(low, high))


def between(low, high):
    return float, lambda rng: float(rng.uniform(low, high))


def whole(low, high):
    """Whole numbers of all sizes."""
    return int, lambda rng: int(np.exp(rng.uniform(np.log(low), np.log(high + 1))))


def one_of(*values):
    return type(values[0]), lambda rng: values[rng.integers(len(values))]


SHARE, CUT = between(0.02, 1), one_of(1, 2, 4, 8, 16, 64)
LLAMA, MIXTRAL = transformer("llama2_70b"), transformer("mixtral_8x7b")
HALVES = split.halves(LLAMA)
GPT4 = staged.mixture("GPT-4 (rumour)", 1.8e12, 280e9, 120, 16, 2)
RACK = topologies.dragonfly(9, further=2)

#: Numbers of a machine.
CARD = {
    "memory": sized(8, 12), "bandwidth": sized(11, 14), "compute": sized(13, 16),
    "power": sized(1, 4), "price": sized(2, 6), "link_bandwidth": sized(9, 12),
}  # fmt: skip
PRACTICE = {
    "bandwidth_efficiency": SHARE, "kv_efficiency": SHARE, "compute_efficiency": SHARE,
    "memory_share": SHARE, "round_latency": sized(-8, -4), "layer_overhead": sized(-8, -4),
    "step_overhead": sized(-8, -3), "request_overhead": sized(-8, -4),
    "expert_efficiency": SHARE, "link_efficiency": SHARE, "kernel_time": sized(-8, -4),
    "vector_passes": between(0, 50),
}  # fmt: skip
TERMS = {
    "lifetime": sized(7, 9), "utilisation": SHARE, "electricity": sized(-9, -6),
    "pue": between(1, 2), "host_price": sized(0, 5), "host_power": sized(0, 4), "load": SHARE,
}  # fmt: skip
LOAD = {"batch": whole(1, 3000), "prompt": whole(1, 2000), "output": whole(1, 2000)}
SHAPE = {"tensor": CUT, "stages": whole(1, 32)}


def typed(memory, bandwidth, compute, power, price, link_bandwidth):
    return Chip("typed", memory, bandwidth, {"int8": compute}, power, price,
                link_bandwidth=link_bandwidth)  # fmt: skip


def offer(model, rounds=switch_rounds, **cut):
    """What a machine of this model and cut offers, from every number of it."""

    def function(tensor, stages, batch, prompt, output, **rest):
        card = typed(**{name: rest[name] for name in CARD})
        practice = Practice(**{name: rest[name] for name in PRACTICE}, rounds=rounds)
        made = Deployment(card, model, "int8", tensor, stages, practice=practice, **cut)
        served = serve(made, batch, prompt, output)
        terms = cost.Terms(**{name: rest[name] for name in TERMS})
        bill = cost.bill(card, made.chips, served.rate, served.speed, terms)
        context = kvcache.used_context(prompt, output)
        return {
            "chips": made.chips, "time": served.time, "rate": served.rate,
            "first token": served.first_token, **served.parts,
            "capital": bill.capital, "power": bill.power, "million": bill.per_million_tokens,
            "electricity": bill.electricity_share, "joules": bill.joules_per_token,
            "short": placement.chips_short(made, batch, context),
            "held": placement.held(made, batch, context),
            "fit": placement.requests_that_fit(made, context),
        }  # fmt: skip

    return function


def owned(price, power, chips, rate, utilisation):
    card = chip("h100_sxm").but(price=price, power=power)
    bill = cost.bill(card, chips, rate, terms=owning(card, utilisation=utilisation))
    return {"million": bill.per_million_tokens, "power": bill.power}


def deployed(tensor, stages, model=LLAMA, attention="context", **card):
    return Deployment(typed(**card), model, "int8", tensor, stages, practice=dram_practice(),
                      attention=attention)  # fmt: skip


def read(batch, prompt, **rest):
    step = roofline.prefill(deployed(**rest), prompt, batch)
    return {"time": step.time, "rate": step.throughput, "compute": step.compute}


def held_in_room(batch, context, **rest):
    made = placement.require_room(deployed(**rest), batch, context)
    return {"filled": placement.held(made, batch, context) / made.memory}


def flowing(batch, context, groups, hop, **rest):
    found = pipeline.flow(deployed(**rest), batch, context, groups, hop)
    return {"time": found.time, "busy": found.busy, "full": found.at_full_speed}


def placed(memory, stages, batch, context):
    card = chip("groq_lpu").but(memory=memory)
    ways = {"bytes": placement.by_bytes, "layers": placement.by_layers}
    found = {name: way(card, LLAMA, "int8", batch, context).chips for name, way in ways.items()}
    by_stages = placement.by_stages(card, MIXTRAL, "int8", stages, batch, context)
    return found | {"stages": by_stages.chips, "filled": by_stages.filled}


def capacity(price, memory, weights, request, speed, batch, chips, rival):
    made = cost.Capacity(price, memory, weights, request, speed)
    return {
        "cost": made.cost(batch), "exact": made.exact_cost(batch), "floor": made.floor,
        "requests": made.requests(chips), "batch": made.break_even_batch(rival),
        "price": made.break_even_price(batch, rival),
    }  # fmt: skip


def unlinked(tensor, end_chips):
    made = Deployment(chip("mi300x"), LLAMA, "fp16", tensor, 2, end_chips=end_chips)
    return {"time": roofline.decode(made, 4, 99).time}


def critical(context, **rest):
    made = deployed(1, 1, **rest)
    return {"batch": roofline.critical_batch(made, context),
            "intensity": roofline.intensity(LLAMA, 8, context)}  # fmt: skip


def kept(prefix, known, bandwidth, price, latency, machine, lifetime, stall):
    eight = Deployment(chip("h100_sxm"), LLAMA, tensor=8)
    store = reuse.Store("typed", bandwidth, price, latency)
    return {
        "again": reuse.recompute_time(eight, prefix, known),
        "link": reuse.break_even_bandwidth(eight, prefix),
        "pause": reuse.longest_pause(eight, prefix, store, machine, lifetime, stall),
        "from": reuse.break_even_prefix(eight, bandwidth, latency),
    }


def two_memories(sram, bandwidth, hbm, price, size, reads):
    sram_chip = chip("groq_lpu").but(price=sram, bandwidth=bandwidth)
    dram_chip = chip("h100_sxm").but(price=price, memory=hbm)
    return {
        "reads": reuse.break_even_reads(sram_chip, dram_chip),
        "cost": reuse.memory_cost(sram_chip, size, reads),
    }


def invoiced(price_in, price_out, price_cached, tokens_in, tokens_out, cached):
    tariff = reuse.Tariff("typed", price_in, price_out, price_cached)
    bill = reuse.invoice(tariff, tokens_in, tokens_out, cached)
    return {"total": bill.total, "share": bill.input_share, "ratio": tariff.equal_ratio}


def in_halves(tensor, stages, width, batch, context, groups, link, latency, speed):
    attention, blocks = HALVES
    free = {"link_bandwidth": np.inf}
    made = split.Split(
        Deployment(chip("h100_sxm").but(**free), attention, tensor=tensor, attention="context"),
        Deployment(chip("groq_lpu").but(**free), blocks, tensor=width, stages=stages),
        link_bandwidth=link, link_latency=latency,
    )  # fmt: skip
    step = split.split_decode(made, batch, context, groups)
    needed, transfer = split.link_needed(made, batch, context, speed, groups)
    return {"time": step.time, "waiting": step.waiting, "needed": needed, "transfer": transfer,
            "capital": made.capital}  # fmt: skip


def drafted(acceptance, tokens, draft, growth):
    faster = speculative.drafted_speedup(acceptance, tokens, draft, growth)
    return {"tokens": speculative.tokens_per_pass(acceptance, tokens), "faster": faster}


def collectives(read_time, hop, all_reduces, chips, compute_time, kv_time):
    return {
        "ring": strategy.best_ring_tensor(read_time, hop, all_reduces),
        "pay": strategy.collectives_that_pay(read_time, chips, compute_time, kv_time),
    }


def rounds(tensor, message):
    kinds = (switch_rounds, dragonfly_rounds, one_round, bus_rounds, strategy.ring_rounds,
             strategy.doubling_rounds)  # fmt: skip
    return {kind.__name__: kind(tensor, message) for kind in kinds}


def looped(iterations, depth, interval, uses, width):
    return {
        "space": loops.spatial_cycles(iterations, depth, interval),
        "time": loops.temporal_cycles(iterations, uses, width),
    }


def on_fpgas(memory, bandwidth, link, dram, latency, weights, layers, activations, devices,
             batch, pinned=True):  # fmt: skip
    card = chip("stratix_v_d5").but(memory=memory, bandwidth=bandwidth, link_bandwidth=link)
    cluster = speedup.Cluster(card, dram, latency, pinned)
    work = speedup.Workload(weights, layers, activations)
    time = speedup.batch_time(cluster, work, devices, batch=batch)
    return {
        "time": time.time, "rate": time.rate, "hold": cluster.devices_to_hold(work),
        "faster": speedup.speedup(cluster, work, devices, batch=batch),
        "step": speedup.step_size(cluster, work, batch),
        "last": speedup.last_super_linear(cluster, work, batch=batch),
        "last time": speedup.last_super_linear(cluster, work, batch=batch, of="time"),
    }  # fmt: skip


def in_stages(layers, stages, devices):
    fpgas = speedup.Cluster(chip("stratix_v_d5").but(link_bandwidth=5e9), dram=12.8e9)
    work = speedup.Workload(50e6, layers, 2e3)
    return {"time": speedup.batch_time(fpgas, work, devices, stages).time}


def thought(words, seconds, rate, parameters, tokens):
    operations = speedup.operations_per_word(words, seconds, rate)
    return {
        "operations": operations, "parameters": speedup.parameters_allowed(operations, tokens),
        "seconds": speedup.seconds_to_read(words, parameters, rate, tokens),
    }  # fmt: skip


def slowest(median, sigma, mean, index, n, k, p, x):
    leaf = laws.Lognormal(median, sigma)
    every = {
        "lognormal": leaf, "exponential": laws.Exponential(mean),
        "pareto": laws.Pareto(median, index), "uniform": laws.Uniform(0.0, mean),
        "normal": laws.Normal(median, sigma),
        "shifted": laws.Scaled(laws.Exponential(mean), scale=2.0, offset=median),
    }  # fmt: skip
    found = {"mean": leaf.mean(), "std": leaf.std()}
    for name, law in every.items():
        found |= {f"{name} ppf": law.ppf(p), f"{name} isf": laws.Slowest(law, n).isf(p)}
        if "normal" not in name:  # their sf takes ndtr, which no figure needs
            found[f"{name} sf"] = laws.Slowest(law, n).sf(x)
    return found


def hedged(mean, delay, x):
    law = tail.Hedged(laws.Exponential(mean), delay)
    return {"sf": law.sf(x), "extra": law.extra}


def chances(chance, n):
    return {"any": tail.chance_any(chance, n), "each": tail.chance_each(chance, n)}


def clocked(tolerance, spread, interval, miss, alignment, slots, period, hops, token):
    link = clock.Link(tolerance, laws.Normal(0.0, spread))
    best = clock.best_interval(alignment, tolerance, slots)
    guard = link.guard(interval, miss)
    return {
        "drift": clock.drift(tolerance, interval), "slip": clock.periods_per_slip(tolerance),
        "guard": guard, "upkeep": clock.upkeep(interval, alignment, tolerance, slots).share,
        "best": best.interval, "share": best.share,
        "kept": clock.throughput_kept(token, hops, guard, best.aligning),
        "longest": clock.longest_interval(tolerance, period),
    }  # fmt: skip


def ceiling(collective, steps):
    return {"speed": barrier.speed_ceiling(collective, steps)}


NETWORKS = {
    "ring": topologies.ring(64), "mesh": topologies.full_mesh(8), "torus": topologies.torus(6, 8),
    "3D torus": topologies.torus(4, 4, 6), "tree": topologies.fat_tree(8, 3),
    "switch": topologies.fat_tree(8, 1, sums=True), "node": topologies.dragonfly(1),
    "nodes": topologies.dragonfly(33), "racks": topologies.dragonfly(racks=145),
}  # fmt: skip


def networks(message, hop, bandwidth, budget, layers):
    times = {
        f"{name} {how}": net.allreduce(message, hop, bandwidth, how)
        for name, net in NETWORKS.items() for how in (*net.algorithms, None)
    }  # fmt: skip
    bisection = NETWORKS["torus"].bisection_bandwidth(bandwidth)
    left = topologies.left_of(budget, layers, times["nodes None"])
    return times | {"left": left, "bisection": bisection,
                    "longest": topologies.longest_allreduce(budget, layers)}  # fmt: skip


def token_on_stages(stages, context, hop, memory):
    card = chip("groq_lpu").but(memory=memory)
    token = staged.staged_token(card, GPT4, stages, RACK, context=context, hop=hop)
    return {"time": token.time, "chips": token.chips}


def linked(groups, ports):
    return {"links": wiring.group_links(groups, ports)}


def uncertain(p):
    laws_of = ("triangular", "uniform", "log-uniform", "either")
    return {law: Uncertain("price", 6000, 10_000, 20_000, law).quantile(p) for law in laws_of}


def bytes_of(batch, context):
    model = transformer("gpt_oss_120b")
    return {
        "kv": model.kv_bytes(context, "fp8"), "read": model.weight_bytes_read(batch, "released"),
        "operations": model.operations_per_token(context), "share": kvcache.kv_share(
            LLAMA, batch, context),
        "twice": kvcache.doubling_batch(LLAMA, context),
    }  # fmt: skip


def published(tensor, stages, batch, prompt, output):
    """The LPU's practice, at a place in the pipeline."""
    made = Deployment(chip("groq_lpu"), LLAMA, "int8", tensor, stages, practice=lpu_practice())
    served = serve(made, batch, prompt, output)
    return {"time": served.time, "first": served.first_token}


MACHINE = CARD | PRACTICE | SHAPE | LOAD | TERMS
CONTEXT = {"batch": whole(1, 999), "context": whole(1, 4096)}
PLAIN = CARD | SHAPE
CASES = {
    "whole heads": (offer(LLAMA), MACHINE),
    "shared positions": (offer(LLAMA, dragonfly_rounds, attention="context", end_chips=1), MACHINE),
    "own requests": (offer(LLAMA, bus_rounds, attention="requests"), MACHINE),
    "whole experts": (offer(MIXTRAL, one_round, experts="whole"), MACHINE | {"tensor": CUT}),
    "unlike layers": (offer(transformer("deepseek_v3")), MACHINE),
    "a window": (offer(transformer("gpt_oss_120b"), kv_precision="fp8"), MACHINE),
    "chunks": (offer(transformer("llama4_scout")), MACHINE),
    "bought": (owned, {"price": sized(2, 6), "power": sized(1, 4), "chips": whole(1, 999),
                       "rate": sized(0, 5), "utilisation": SHARE}),
    "prompts": (read, PLAIN | {"batch": whole(1, 99), "prompt": whole(1, 4096)}),
    "room": (held_in_room, PLAIN | CONTEXT | {"memory": sized(9, 11)}),
    "pipeline": (flowing, PLAIN | CONTEXT | {"groups": whole(1, 64), "hop": sized(-8, -4)}),
    "chips": (placed, CONTEXT | {"memory": sized(8, 12), "stages": whole(1, 32)}),
    "capacity": (capacity, {"price": sized(2, 5), "memory": sized(8, 11), "weights": sized(9, 12),
                            "request": sized(7, 10), "speed": sized(1, 3), "batch": whole(1, 999),
                            "chips": whole(1, 9999), "rival": sized(0, 4)}),
    "no link": (unlinked, {"tensor": one_of(1, 1, 8), "end_chips": one_of(0, 0, 2)}),
    "critical batch": (critical, CARD | {"context": whole(1, 4096)}),
    "reuse": (kept, {"prefix": whole(1, 4096), "known": whole(1, 99), "bandwidth": sized(9, 12),
                     "price": sized(-11, -7), "latency": sized(-6, -1), "machine": sized(-4, 0),
                     "lifetime": sized(7, 9), "stall": between(0, 1)}),
    "two memories": (two_memories, {"sram": sized(3, 5), "bandwidth": sized(12, 14.5),
                                    "hbm": sized(10, 12), "price": sized(3, 5),
                                    "size": sized(6, 11), "reads": sized(0, 5)}),
    "invoice": (invoiced, {"price_in": sized(-7, -4), "price_out": sized(-7, -4),
                           "price_cached": sized(-7, -4), "tokens_in": whole(1000, 99_999),
                           "tokens_out": whole(1, 9999), "cached": whole(1, 2000)}),
    "split": (in_halves, {"tensor": whole(17, 64), "stages": one_of(8, 10, 16), "width": CUT,
                          "batch": whole(1, 200), "context": whole(1, 4096), "groups": whole(1, 8),
                          "link": sized(10, 13), "latency": sized(-7, -5), "speed": sized(1, 3)}),
    "drafts": (drafted, {"acceptance": between(0, 1), "tokens": whole(1, 16),
                         "draft": between(0, 1), "growth": between(0, 1)}),
    "strategy": (collectives, {"read_time": sized(-4, 0), "hop": sized(-7, -4),
                               "all_reduces": whole(1, 400), "chips": whole(1, 999),
                               "compute_time": sized(-4, 0), "kv_time": sized(-4, 0)}),
    "rounds": (rounds, {"tensor": whole(1, 600), "message": sized(0, 9)}),
    "loops": (looped, {"iterations": whole(1, 10**6), "depth": whole(1, 99),
                       "interval": whole(1, 20), "uses": whole(1, 30), "width": whole(1, 8)}),
    "FPGAs": (on_fpgas, {"memory": sized(6, 8), "bandwidth": sized(11, 14), "link": sized(8, 11),
                         "dram": sized(9, 11), "latency": sized(-7, -4), "weights": sized(6, 9),
                         "layers": whole(1, 99), "activations": sized(2, 5),
                         "devices": whole(1, 200), "batch": whole(1, 64)}),
    "blocks": (in_stages, {"layers": one_of(12, 24, 48), "stages": whole(1, 12),
                           "devices": one_of(12, 24, 96)}),
    "thought": (thought, {"words": sized(8, 10), "seconds": sized(-2, 1), "rate": sized(14, 19),
                          "parameters": sized(8, 12), "tokens": between(0.5, 2)}),
    "slowest": (slowest, {"median": sized(-4, -2), "sigma": between(0.05, 2), "mean": sized(-4, -2),
                          "index": between(0.5, 9), "n": whole(1, 10**6), "k": whole(1, 9),
                          "p": between(0.001, 0.999), "x": sized(-4, -2)}),
    "hedged": (hedged, {"mean": sized(-4, -2), "delay": sized(-4, -2), "x": sized(-4, -2)}),
    "chances": (chances, {"chance": between(0, 1), "n": whole(1, 10**6)}),
    "clocks": (clocked, {"tolerance": sized(-6, -3), "spread": sized(-10, -8),
                         "interval": sized(-5, 0), "miss": sized(-12, -1),
                         "alignment": sized(-7, -4), "slots": sized(3, 6), "period": sized(-8, -6),
                         "hops": whole(1, 999), "token": sized(-4, -1)}),
    "ceiling": (ceiling, {"collective": sized(-7, -4), "steps": whole(1, 400)}),
    "networks": (networks, {"message": sized(0, 9), "hop": sized(-7, -5), "bandwidth": sized(9, 12),
                            "budget": sized(-4, -1), "layers": whole(1, 200)}),
    "stages": (token_on_stages, {"stages": one_of(120, 60, 30), "context": whole(1, 9999),
                                 "hop": sized(-7, -5), "memory": sized(8, 10)}),
    "links": (linked, {"groups": whole(1, 200), "ports": whole(1, 200)}),
    "uncertain": (uncertain, {"p": between(0, 1)}),
    "bytes": (bytes_of, {"batch": whole(1, 999), "context": whole(1, 4096)}),
    "LPUs": (published, {"tensor": CUT, "stages": whole(1, 80)} | LOAD),
}  # fmt: skip


def drawn(inputs, rng, wrong=1 / 3):
    """A point of the inputs' ranges; now and then with one input that cannot be."""
    point = {name: draw(rng) for name, (_, draw) in inputs.items()}
    if rng.random() < wrong:
        name = list(inputs)[rng.integers(len(inputs))]
        wrongs = WRONG[inputs[name][0]]
        point[name] = wrongs[rng.integers(len(wrongs))]
    return point


def said(function, point):
    """What Python says of a point: its outputs, or its refusal."""
    try:
        with np.errstate(all="ignore"):
            return {name: float(value) for name, value in function(**point).items()}
    except ValueError as error:
        return {"error": str(error)}


def agree(got, expected, point):
    if "error" in expected:
        assert got.get("error") == expected["error"], point
        assert expected["error"].startswith(f"{got['argument']}: ")
        return
    assert "error" not in got, (got, point)
    assert got.keys() == expected.keys()
    for name, value in expected.items():
        assert got[name] == pytest.approx(value, rel=1e-12, abs=0, nan_ok=True), (name, point)


def taped(name):
    """The tape of a case, and the scripts that it needs."""
    function, inputs = CASES[name]
    tape = trace(function, {name: kind for name, (kind, _) in inputs.items()})
    scripts = [SPECIAL / f"{needed}.js" for needed in special_functions(tape)]
    if missing := [script for script in scripts if not script.exists()]:
        pytest.skip(f"{missing[0]} is not there: run python tools/build.py")
    return tape, scripts


@pytest.mark.parametrize("name", CASES)
def test_a_tape_in_the_page_is_the_model_in_python(name):
    function, inputs = CASES[name]
    tape, scripts = taped(name)
    rng = np.random.default_rng(sum(map(ord, name)))
    points = [drawn(inputs, rng) for _ in range(POINTS)]
    expected = [said(function, point) for point in points]
    refused = sum("error" in answer for answer in expected)
    assert 20 < refused < POINTS - 100
    for got, answer, point in zip(in_node(tape, points, *scripts), expected, points, strict=True):
        agree(got, answer, point)


@pytest.mark.parametrize("name", CASES)
def test_a_curve_is_its_points_and_has_gaps_where_they_are_refused(name):
    function, inputs = CASES[name]
    tape, scripts = taped(name)
    rng = np.random.default_rng(sum(map(ord, name)))
    curves, points = [], []
    for swept, (kind, draw) in inputs.items():
        base = drawn(inputs, rng, wrong=0)
        values = [draw(rng) for _ in range(5)] + list(WRONG[kind])
        curves.append(base | {swept: values})
        points += [base | {swept: value} for value in values]
    singles = iter(in_node(tape, points, *scripts))
    for curve in in_node(tape, curves, *scripts):
        its = [next(singles) for _ in range(5 + len(WRONG[kind]))]
        for output in tape["outputs"]:
            if "error" in curve:  # refused whatever the swept input is
                assert all("error" in answer for answer in its)
                continue
            alone = [np.nan if "error" in answer else answer[output] for answer in its]
            np.testing.assert_array_equal(np.broadcast_to(curve[output], len(its)), alone)


@pytest.mark.parametrize("name", ["whole heads", "own requests", "whole experts"])
def test_every_number_of_a_machine_is_checked_on_the_tape(name):
    asked = {check["argument"] for check in taped(name)[0]["checks"]}
    for name in MACHINE:
        assert name in asked or {"compute": "compute[int8]"}.get(name) in asked, name
