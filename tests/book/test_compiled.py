"""A compiled loop: to the last digits what NumPy finds, and it refuses what the model refuses."""

import numpy as np
import pytest

from lib.book.compiled import Compiled
from lib.book.trace import trace
from lib.economics.cost import Terms, decode_bill
from lib.economics.practice import dram_practice
from lib.economics.sweep import offers
from lib.hardware import chip
from lib.spatial.roofline import Deployment, decode
from lib.transformer import transformer

LPU, H100, PRACTICE = chip("groq_lpu"), chip("h100_sxm"), dram_practice()
LLAMA = transformer("llama3_70b")
TERMS = Terms(electricity=2e-8, utilisation=0.5)
MACHINES = {
    "dense": Deployment(LPU, transformer("llama2_70b"), tensor=5, stages=80, attention="context"),
    "experts": Deployment(H100, transformer("mixtral_8x7b"), tensor=2, stages=4),
    "unlike layers": Deployment(H100, transformer("gpt_oss_120b"), "fp8", 8, practice=PRACTICE),
}


def compiled(function, names):
    pytest.importorskip("numba", reason="numba is not installed; no model needs it")
    return Compiled(trace(function, names), function)


def loads(rng, shapes):
    """A batch and a context in arrays of two shapes."""
    batch, context = (rng.integers(1, 4000, shape).astype(float) for shape in shapes)
    return {"batch": batch, "context": context}


#: Of batch and context: alone, in a row, in a plane either way round, each its own, none.
SHAPES = [((), ()), ((700,), (700,)), ((300, 1), (500,)), ((500,), (300, 1)),
          ((2, 9, 40), (2, 1, 40)), ((0,), (1,))]  # fmt: skip


@pytest.mark.parametrize("name", MACHINES)
def test_one_compiled_loop_finds_what_numpy_finds(name):
    made = MACHINES[name]

    def function(batch, context):
        step = decode(made, batch, context)
        dollars = decode_bill(made, batch, context, TERMS).per_token
        return {"time": step.time, "dollars": dollars, "read": step.memory > step.compute}

    fast = compiled(function, ("batch", "context"))
    rng = np.random.default_rng(1)
    for shapes in SHAPES:
        load = loads(rng, shapes)
        for key, found in fast(**load).items():
            expected = np.broadcast_to(function(**load)[key], np.broadcast_shapes(*shapes))
            assert found.dtype == (bool if key == "read" else float)
            np.testing.assert_allclose(found, expected, rtol=1e-12, strict=True)


def test_the_whole_sweep_compiled_is_the_sweep():
    names = ("tensor", "stages", "batch", "prompt", "price", "utilisation")

    def function(price, **knobs):
        found = offers(LPU.but(price=price), LLAMA, output=500.0, **knobs)
        return {"time": found.time, "cost": found.cost, "fits": found.fits}

    knobs = dict(zip(names, np.ix_([1, 8, 64], [8, 79, 80], [1.0, 80.0, 500.0], [1.0, 60_000.0],
                                   [1000.0, 20_000.0], [0.25, 1.0]), strict=True))  # fmt: skip
    found, expected = compiled(function, names)(**knobs), function(**knobs)
    np.testing.assert_array_equal(
        found["fits"], np.broadcast_to(expected["fits"], found["fits"].shape)
    )
    for key in ("time", "cost"):
        full = np.broadcast_to(expected[key], found[key].shape)
        np.testing.assert_allclose(found[key], full, rtol=1e-12)


@pytest.mark.parametrize("shape", [(4,), (600,), (3, 400), (2, 3, 300)])
@pytest.mark.parametrize(("name", "wrong"), [("batch", 0.5), ("context", 1e9), ("context", np.nan)])
def test_a_point_that_a_model_refuses_is_refused_by_the_loop(shape, name, wrong):
    def function(batch, context):
        return {"time": decode(MACHINES["dense"], batch, context).time}

    fast = compiled(function, ("batch", "context"))
    load = loads(np.random.default_rng(2), (shape, shape))
    load[name].flat[load[name].size // 2] = wrong
    with pytest.raises(ValueError) as said:
        function(**load)
    with pytest.raises(ValueError) as refused:
        fast(**load)
    assert str(refused.value) == str(said.value)


def test_every_operation_of_a_tape_has_its_line():
    def function(x, y):
        near, far = np.minimum(x, y), np.maximum(x, y)
        return {
            "sums": np.where((x > 0) | ~(y > 1), near // (far + 3), far % 3) + 2.0**near,
            "logs": np.log1p(np.abs(x)) + np.log2(1 + y * y) + np.sign(x) * np.sqrt(np.abs(y)),
            "rounded": np.floor(x) + np.ceil(y) + np.rint(x * 7) + np.trunc(-y),
            "finite": np.isfinite(x / y) & (x != y),
        }

    fast, rng = compiled(function, ("x", "y")), np.random.default_rng(3)
    load = {"x": rng.normal(0, 3, 2000), "y": rng.normal(0, 3, 2000).round()}
    load["x"][:3], load["y"][:3] = [np.nan, np.inf, 1.0], [1.0, np.nan, 0.0]
    with np.errstate(all="ignore"):
        expected = function(**load)
    for key, found in fast(**load).items():
        np.testing.assert_allclose(found, expected[key], rtol=1e-12)


def test_a_function_that_no_loop_has_is_refused_by_name():
    from scipy import special

    fast = compiled(lambda x: {"y": special.ndtri(x)}, ("x",))
    with pytest.raises(ValueError, match="tape: got ndtri; takes functions of NumPy alone"):
        fast(x=np.array([0.5]))
