"""Traced models: run once on numbers to be, the same answers and refusals as the calls."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tracer import Symbol, traced

from lib.economics.cost import Terms, bill
from lib.economics.kvcache import used_context
from lib.economics.practice import bus_rounds
from lib.economics.service import serve
from lib.hardware import Chip, Practice, dragonfly_rounds, one_round, switch_rounds
from lib.spatial.pipeline import flow
from lib.spatial.placement import by_stages, chips_short, held, requests_that_fit
from lib.spatial.roofline import Deployment
from lib.transformer import transformer

WHOLE = st.integers
SHARE = st.floats(0.02, 1)


def between(low, high):
    """Numbers of all sizes from 10**low to 10**high."""
    return st.floats(low, high).map(lambda power: 10.0**power)


#: Every number of a machine, its load and its price; now and then one that cannot be.
INPUTS = {
    "memory": between(8, 12), "bandwidth": between(11, 14), "compute": between(13, 16),
    "power": between(1, 4), "price": between(2, 6), "link_bandwidth": between(9, 12),
    "bandwidth_efficiency": SHARE, "kv_efficiency": SHARE, "compute_efficiency": SHARE,
    "memory_share": st.sampled_from([0.5, 0.9, 1.0, 1.1]),
    "expert_efficiency": SHARE, "link_efficiency": SHARE, "kernel_time": between(-8, -4),
    "vector_passes": st.floats(0, 50), "round_latency": between(-8, -4),
    "layer_overhead": between(-8, -4),
    "step_overhead": between(-8, -3), "request_overhead": between(-8, -4),
    "tensor": st.sampled_from([1, 2, 4, 8, 16, 64, 3, 0]), "stages": WHOLE(1, 85),
    "batch": WHOLE(0, 3000), "prompt": WHOLE(0, 2500), "output": WHOLE(0, 2500),
    "lifetime": between(7, 9), "utilisation": SHARE, "electricity": between(-9, -6),
    "pue": st.floats(0.99, 2), "host_price": between(0, 5), "host_power": between(0, 4),
    "load": SHARE,
}  # fmt: skip
OF_PRACTICE = ("bandwidth_efficiency", "kv_efficiency", "compute_efficiency", "memory_share",
               "expert_efficiency", "link_efficiency", "kernel_time", "vector_passes",
               "round_latency", "layer_overhead", "step_overhead", "request_overhead")  # fmt: skip
OF_TERMS = ("lifetime", "utilisation", "electricity", "pue", "host_price", "host_power", "load")
points = st.fixed_dictionaries(INPUTS)


def offer(model, rounds=switch_rounds, **cut):
    """A function of all the inputs: what a machine of this model and cut offers."""

    def function(memory, bandwidth, compute, power, price, link_bandwidth, tensor, stages, batch,
                 prompt, output, **rest):  # fmt: skip
        card = Chip("typed", memory, bandwidth, {"int8": compute}, power, price,
                    link_bandwidth=link_bandwidth)  # fmt: skip
        practice = Practice(**{name: rest[name] for name in OF_PRACTICE}, rounds=rounds)
        made = Deployment(card, model, "int8", tensor, stages, practice=practice, **cut)
        served = serve(made, batch, prompt, output)
        terms = Terms(**{name: rest[name] for name in OF_TERMS})
        cost = bill(card, made.chips, served.rate, served.speed, terms)
        context = used_context(prompt, output)
        return {
            "chips": made.chips, "time": served.time, "rate": served.rate,
            "first token": served.first_token, **served.parts,
            "capital": cost.capital, "power": cost.power, "million": cost.per_million_tokens,
            "electricity": cost.electricity_share, "joules": cost.joules_per_token,
            "short": chips_short(made, batch, context), "held": held(made, batch, context),
            "fit": requests_that_fit(made, context),
        }  # fmt: skip

    return function


LLAMA, MIXTRAL = transformer("llama2_70b"), transformer("mixtral_8x7b")
MACHINES = {
    "whole heads": offer(LLAMA),
    "shared positions": offer(LLAMA, dragonfly_rounds, attention="context", end_chips=1),
    "own requests": offer(LLAMA, bus_rounds, attention="requests"),
    "whole experts": offer(MIXTRAL, one_round, experts="whole"),
    "unlike layers": offer(transformer("deepseek_v3")),
}
TAPES = {}


def taped(name):
    if name not in TAPES:
        TAPES[name] = traced(MACHINES[name], INPUTS)
    return TAPES[name]


@pytest.mark.parametrize("name", MACHINES)
@settings(max_examples=150)
@given(point=points)
def test_a_tape_says_what_the_models_say_and_refuses_what_they_refuse(name, point):
    tape, found = taped(name)
    values = tape.at(point)
    try:
        expected = MACHINES[name](**point)
    except ValueError as error:
        assert str(error).split(":")[0] in tape.broken(values), error
        return
    assert tape.broken(values) == []
    for key, symbol in found.items():
        got = values[symbol.place] if isinstance(symbol, Symbol) else symbol
        assert got == pytest.approx(expected[key], rel=1e-11), key


@pytest.mark.parametrize("name", MACHINES)
def test_every_number_of_a_machine_is_checked_on_the_tape(name):
    tape, _ = taped(name)
    asked = {guard[0] for guard in tape.guards}
    for name in INPUTS:
        assert name in asked or {"compute": "compute[int8]"}.get(name) in asked, name


def test_pipelines_and_equal_stages_are_traced_too():
    def function(memory, tensor, stages, batch, context, hop, groups):
        card = Chip("typed", memory, 1e12, {"int8": 1e15}, link_bandwidth=1e11)
        found = flow(Deployment(card, LLAMA, "int8", tensor, stages), batch, context, groups, hop)
        place = by_stages(card, LLAMA, "int8", stages, batch, context)
        return {"time": found.time, "busy": found.busy, "chips": place.chips}

    point = dict(memory=3e8, tensor=8, stages=79, batch=300, context=900, hop=1e-6, groups=60)
    tape, found = traced(function, point)
    values = tape.at(point)
    assert tape.broken(values) == []
    for key, expected in function(**point).items():
        assert values[found[key].place] == pytest.approx(expected, rel=1e-12)
    assert tape.broken(tape.at(point | {"groups": 301})) == ["groups"]


def test_a_model_that_branches_on_a_number_to_be_cannot_be_traced():
    with pytest.raises(TypeError, match="a branch on a number that is not there yet"):
        traced(lambda x: 1 if x > 0 else 2, ("x",))
    with pytest.raises(TypeError, match="where of a number"):
        traced(lambda x: np.where(x > 0, x, 0), ("x",))
