"""Service: prompts cost time, machines hold what they are said to hold."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.economics.cost import Terms, bill
from lib.economics.kvcache import used_context
from lib.economics.practice import dram_practice
from lib.economics.service import candidates, serve, smallest
from lib.hardware import IDEAL, chip
from lib.spatial.placement import chips_short, held, require_room
from lib.spatial.roofline import Deployment, decode, prefill, widths
from lib.transformer import transformer
from lib.units import year

llama = transformer("llama3_70b")
h100, lpu = chip("h100_sxm"), chip("groq_lpu")
eight = Deployment(h100, llama, tensor=8)
pipeline = Deployment(lpu, llama, tensor=8, stages=80)

batches, tokens = st.integers(1, 2000), st.integers(1, 20_000)


@given(batches, tokens)
def test_without_a_prompt_it_is_the_decode_step(batch, output):
    served = serve(eight, batch, 0, output)
    step = decode(eight, batch, used_context(0, output))
    assert served.time == step.time and served.rate == step.throughput
    assert served.first_token == 0 and served.binds == step.binds


@given(batches, tokens, tokens, tokens)
def test_a_longer_prompt_never_speeds_an_answer(batch, output, one, other):
    short, long = sorted((one, other))
    slow, fast = (serve(eight, batch, prompt, output) for prompt in (long, short))
    assert slow.speed <= fast.speed and slow.first_token >= fast.first_token


@given(batches, tokens, tokens)
def test_the_rate_is_all_requests_speed(batch, prompt, output):
    served = serve(pipeline, batch, prompt, output)
    assert served.rate == pytest.approx(batch * served.speed)


@given(batches, tokens, tokens)
def test_a_life_of_a_batch_takes_its_steps_and_its_prompts(batch, prompt, output):
    served = serve(eight, batch, prompt, output)
    alone = prefill(eight, prompt)  # of which the weights are read for the others' steps anyway
    riding = max(alone.compute, alone.kv) + alone.collectives
    life = output * served.step.time + batch * riding
    assert batch * output / served.rate == pytest.approx(life)


def test_stages_read_different_prompts_at_once():
    one, full = (serve(pipeline, batch, 1000, 100) for batch in (1, 80))
    assert one.prompts == pytest.approx(full.prompts)
    assert serve(pipeline, 160, 1000, 100).prompts == pytest.approx(2 * one.prompts)


def test_long_prompts_and_short_answers_are_bound_by_prompts():
    assert serve(eight, 64, 8000, 100).binds == "prompts"
    assert list(serve(eight, 64, np.array([0, 8000]), 100).binds) == ["weights", "prompts"]


def test_the_parts_sum_to_the_time():
    served = serve(eight.but(practice=dram_practice()), 64, 1000, 1000)
    parts = served.parts
    assert all(seconds > 0 for seconds in parts.values())
    reading = max(parts["weights"] + parts["KV cache"], parts["compute"])
    rest = parts["collectives"] + parts["overhead"] + parts["prompts"]
    assert reading + rest == pytest.approx(served.time)


@given(batches, tokens, tokens)
def test_what_binds_is_the_longest_of_the_parts_that_are_not_hidden(batch, prompt, output):
    served = serve(eight.but(practice=dram_practice()), batch, prompt, output)
    parts = served.parts
    reads = parts["weights"] + parts["KV cache"] >= parts["compute"]
    hidden = ("compute",) if reads else ("weights", "KV cache")
    assert served.binds == max((p for p in parts if p not in hidden), key=parts.get)


@given(batches, tokens, tokens, st.integers(1, 80))
def test_a_prompt_is_read_by_the_machine_that_answers(batch, prompt, output, stages):
    made = eight.but(stages=stages, practice=dram_practice())
    served = serve(made, batch, prompt, output)
    assert served.first_token == prefill(made, prompt).time
    turns, alone = max(batch / stages, 1), prefill(made, prompt)
    # Riding along with steps that read the weights anyway, it adds what it computes and sends.
    riding = max(alone.compute, alone.kv) + alone.collectives
    assert served.prompts == pytest.approx(turns * riding / output)
    assert served.prompts <= turns * served.first_token / output * (1 + 1e-12)


# -- machines ---------------------------------------------------------------------


cards = st.sampled_from((h100, chip("rtx_4090"), lpu)).map(lambda card: Deployment(card, llama))


@given(batches, st.integers(1, 30_000), cards, st.sampled_from((1.0, 0.9)))
def test_the_smallest_machine_has_room_and_one_chip_less_a_stage_has_not(
    batch, context, card, share
):
    card = card.but(attention="context", practice=IDEAL.but(memory_share=share))
    made = smallest(card, batch, context, range(1, 2000), (80,))
    assert chips_short(made, batch, context) == 0
    assert held(made, batch, context) <= share * card.chip.memory
    if made.tensor > 1:
        less = made.but(tensor=made.tensor - 1)
        assert chips_short(less, batch, context) == 80


@settings(max_examples=25)
@given(st.integers(1, 300), st.integers(1, 20_000), st.sampled_from(("chips", "stages")))
def test_no_machine_of_the_counts_allowed_is_smaller(batch, context, fewest):
    tensors, stages = range(1, 65), (5, 20, 40, 80)
    ways = ("heads", "context")
    card = Deployment(lpu, llama)
    every = [
        (made.chips if fewest == "chips" else (made.stages, made.tensor), attention == "context")
        for attention in ways
        for made in (
            card.but(attention=attention, tensor=int(t), stages=s)
            for t in widths(card.but(attention=attention), tensors) for s in stages
        )
        if chips_short(made, batch, context) == 0
    ]  # fmt: skip
    if not every:
        with pytest.raises(ValueError, match="Groq LPU short"):
            smallest(card, batch, context, tensors, stages, fewest, ways)
        return
    made = smallest(card, batch, context, tensors, stages, fewest, ways)
    size = made.chips if fewest == "chips" else (made.stages, made.tensor)
    assert (size, made.attention == "context") == min(every)


def test_the_smallest_machine_cuts_layers_or_saves_chips():
    sizes = dict(tensors=(1, 2, 4, 8), stages=range(1, 127))
    load = (Deployment(h100, transformer("llama3_405b")), 200, 16_384)
    few = smallest(*load, **sizes)
    fast = smallest(*load, **sizes, fewest="stages")
    assert few.chips <= fast.chips and fast.stages <= few.stages
    assert fast.stages > 1 and fast.tensor == 8


def test_of_machines_of_one_size_the_one_with_the_narrowest_layers_is_taken():
    """Two cards hold it one behind the other, and beside each other."""
    load = (Deployment(h100, transformer("llama3_70b")), 50, 2048)
    wide, long, both = (smallest(*load, tensors, stages) for tensors, stages in (
        ((2, 4), (1,)), ((1,), (1, 2, 4)), ((1, 2, 4), (1, 2, 4))))  # fmt: skip
    assert wide.chips == long.chips == both.chips == 2
    assert (both.tensor, both.stages) == (1, 2)


def test_widths_that_no_cut_can_have_are_passed_over_and_asked_for_if_there_are_no_others():
    few = dict(batch=8, context=4096, stages=(80,))
    assert smallest(pipeline, tensors=range(1, 60), **few).tensor == 16
    assert smallest(pipeline, tensors=range(1, 60), attention=("context",), **few).tensor == 9
    with pytest.raises(ValueError, match=r"^tensors: got \[5, 7\], none of which LLaMA-3.1 70B"):
        smallest(pipeline, tensors=(5, 7), **few)
    with pytest.raises(ValueError, match=r"^attention: got 1; takes cuts of attention"):
        smallest(pipeline, tensors=(5, 7), attention=1, **few)


def test_a_machine_without_room_says_how_many_chips_it_lacks():
    small = pipeline.but(tensor=5, attention="context")
    with pytest.raises(ValueError, match=r"got 5 chips in each of 80 .* 480 Groq LPU short"):
        require_room(small, 64, 4096)
    with pytest.raises(ValueError, match=r"H100 SXM short"):
        smallest(eight, 1000, 8192, (1, 2, 4, 8), (1,))


def test_candidates_have_room_and_cost_what_their_bill_says():
    terms = Terms(lifetime=4 * year, electricity=1e-8, host_price=100)
    card = Deployment(h100, llama, practice=dram_practice())
    found = candidates(card, (1, 16, 256), 1000, 500, (1, 2, 3, 4, 8), (1, 2), terms)
    columns = [np.asarray(column) for column in found.values()]
    assert len({column.shape for column in columns}) == 1 and columns[0].size > 10
    assert set(found["tensor"]) == {1, 2, 4, 8}  # three do not divide eight heads
    for tensor, stages, batch, rate, per_second in zip(
        *(found[name] for name in ("tensor", "stages", "batch", "rate", "per_second")), strict=True
    ):
        made = card.but(tensor=int(tensor), stages=int(stages))
        assert chips_short(made, batch, 1250) == 0
        served = serve(made, batch, 1000, 500)
        assert rate == pytest.approx(served.rate)
        per_token = bill(h100, made.chips, served.rate, terms=terms).per_token
        assert per_second == pytest.approx(per_token * rate)


def test_a_chip_too_small_for_the_model_has_no_candidates():
    found = candidates(Deployment(lpu, llama), (1,), 100, 100, (1, 2), (80,))
    assert all(np.size(column) == 0 for column in found.values())


@pytest.mark.parametrize(
    "name, values",
    [
        ("prompt", dict(prompt=-1)),
        ("output", dict(output=0)),
        ("batch", dict(batch=0)),
        (r"prompt \+ output", dict(prompt=131_072, output=1)),
        ("context", dict(context=200_000)),
    ],
)
def test_bad_input_is_named(name, values):
    with pytest.raises(ValueError, match=f"^{name}: got"):
        serve(eight, **{"batch": 8, "prompt": 100, "output": 100, **values})


@pytest.mark.parametrize(
    ("changed", "name"),
    [
        ({"tensors": (4, 2)}, "tensors"),
        ({"tensors": ()}, "tensors"),
        ({"stages": (1, 1)}, "stages"),
        ({"stages": (0, 1)}, "stages"),
        ({"stages": (1, np.nan)}, "stages"),
        ({"batch": [1, 2]}, "batch"),
        ({"context": [1, 2]}, "context"),
        ({"context": 200_000}, "context"),
        ({"fewest": "layers"}, "fewest"),
        ({"attention": ("rows",)}, "attention"),
    ],
)
def test_the_smallest_is_sought_for_one_load_among_rising_counts(changed, name):
    asked = {"batch": 8, "context": 4096, "tensors": (1, 2, 4), "stages": (1, 2), **changed}
    with pytest.raises(ValueError, match=f"^{name}: got"):
        smallest(Deployment(h100, llama), **asked)
