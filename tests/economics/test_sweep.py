"""A sweep: the same numbers from every kind of array, and from the models one by one."""

import ipaddress
import subprocess
import sys
import textwrap

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.economics.cost import Terms, bill
from lib.economics.practice import bus_rounds, machine, owning
from lib.economics.service import candidates, serve
from lib.economics.sweep import offers, price_to_match
from lib.hardware import IDEAL, chip, dragonfly_rounds, switch_rounds
from lib.spatial.pipeline import flow
from lib.spatial.placement import chips_short, held, requests_that_fit
from lib.spatial.roofline import Deployment, decode
from lib.transformer import transformer

LPU, H100 = chip("groq_lpu"), chip("h100_sxm")
LLAMA = transformer("llama3_70b")
#: Where a sweep goes, one axis each; some points cannot be built.
AXES = {
    "tensor": [1, 8, 16, 64],
    "stages": [8, 40, 79, 80],
    "batch": [1.0, 80.0, 500.0],
    "prompt": [1.0, 1024.0, 60_000.0],
    "price": [1000.0, 6000.0, 20_000.0],
    "utilisation": [0.25, 1.0],
    "electricity": [1e-8, 5e-8],
}
NAMES = tuple(AXES)


def swept(knobs, output=500.0):
    """The sweep's three arrays from knobs of any kind, by name."""
    knobs = dict(knobs)
    card = LPU.but(price=knobs.pop("price"))
    found = offers(card, LLAMA, output=output, **knobs)
    return {"time": found.time, "cost": found.cost, "fits": found.fits}


def plain():
    """The knobs as NumPy arrays that broadcast against each other."""
    return dict(zip(NAMES, np.ix_(*map(np.asarray, AXES.values())), strict=True))


@pytest.fixture(scope="module")
def expected():
    return swept(plain())


@pytest.fixture(scope="module")
def xarray():
    return pytest.importorskip("xarray", reason="xarray is not installed; the models need none")


@pytest.fixture(scope="module")
def dask():
    return pytest.importorskip("dask.array", reason="Dask is not installed; the models need none")


def labelled(xarray, **chunks):
    """The knobs with names for their dimensions, cut in pieces where a size is given."""
    knobs = {name: xarray.DataArray(values, dims=name) for name, values in AXES.items()}
    return knobs | {name: knobs[name].chunk(size) for name, size in chunks.items()}


def agree(got, expected):
    """The labelled results are the plain ones, to the last bit."""
    for name, values in expected.items():
        dims = [dim for dim in NAMES if dim in got[name].dims]
        found = got[name].transpose(*dims)
        np.testing.assert_array_equal(np.broadcast_to(np.squeeze(values), found.shape), found)


# -- against the models one by one ---------------------------------------------------------


@given(st.tuples(*(st.integers(0, len(values) - 1) for values in AXES.values())))
def test_every_point_of_a_sweep_is_what_the_models_say_of_it_alone(place):
    got = {name: np.broadcast_to(values, [len(v) for v in AXES.values()])[place]
           for name, values in swept(plain()).items()}  # fmt: skip
    tensor, stages, batch, prompt, price, utilisation, electricity = (
        values[i] for values, i in zip(AXES.values(), place, strict=True)
    )
    card = LPU.but(price=price)
    made = machine(card, LLAMA, "int8", tensor, stages)
    served = serve(made, batch, prompt, 500.0)
    terms = owning(card, utilisation=utilisation, electricity=electricity)
    owned = bill(card, made.chips, served.rate, terms=terms)
    assert got["time"] == pytest.approx(served.time)
    assert got["cost"] == pytest.approx(owned.per_million_tokens)
    assert got["fits"] == (requests_that_fit(made, prompt + 250.0) >= batch)


def test_a_sweep_finds_the_machines_that_candidates_lists():
    tensors, stages, batches = (1, 2, 4, 8), (1, 2), (1, 16, 256)
    listed = candidates(machine(H100, LLAMA), batches, 1024, 512, tensors, stages)
    found = offers(H100, LLAMA, *np.ix_(tensors, stages, batches), prompt=1024, output=512)
    assert found.fits.sum() == listed["batch"].size
    fits = found.fits.ravel()
    np.testing.assert_allclose(1 / found.time.ravel()[fits], listed["speed"])


def test_a_sweep_takes_the_cut_of_attention_that_is_asked_for():
    found = offers(LPU, LLAMA, 12, 80, [1, 1000], 1024, 500, attention="context")
    made = machine(LPU, LLAMA, tensor=12, stages=80, attention="context")
    assert found.fits.tolist() == [True, False]
    np.testing.assert_allclose(found.time, serve(made, [1, 1000], 1024, 500).time)
    with pytest.raises(ValueError, match="tensor: got 12; takes a divisor"):
        offers(LPU, LLAMA, 12, 80, 1, 1024, 500)


def test_the_border_does_not_move_with_a_use_that_both_sides_share():
    costs = [[offers(card, LLAMA, 8, s, 8, 1024, 512, utilisation=u).cost for u in (0.1, 1.0)]
             for card, s in ((LPU, 80), (H100, 1))]  # fmt: skip
    idle, busy = np.transpose(costs)
    assert idle[0] / idle[1] == pytest.approx(busy[0] / busy[1])


def test_a_dearer_chip_never_makes_cheaper_tokens_and_never_slower_ones(expected):
    assert (np.diff(expected["cost"], axis=NAMES.index("price")) > 0).all()
    assert expected["time"].shape[NAMES.index("price")] == 1  # not computed again for each price


# -- kinds of arrays -------------------------------------------------------------------------


def test_labelled_arrays_give_the_same_numbers_under_their_names(xarray, expected):
    got = swept(labelled(xarray))
    assert set(got["cost"].dims) == set(NAMES)
    assert set(got["time"].dims) == {"tensor", "stages", "batch", "prompt"}
    agree(got, expected)


@pytest.mark.parametrize(
    "chunks", [{"batch": 1}, {"batch": 2, "price": 1, "stages": 2}, dict.fromkeys(NAMES, 2)]
)
def test_arrays_in_pieces_give_the_same_numbers(xarray, dask, expected, chunks):
    got = swept(labelled(xarray, **chunks))
    assert all(isinstance(values.data, dask.Array) for values in got.values())
    agree({name: values.compute() for name, values in got.items()}, expected)


def test_arrays_in_pieces_without_labels_do_too(dask, expected):
    got = swept({name: dask.from_array(values, chunks=2) for name, values in plain().items()})
    for name, values in got.items():
        assert isinstance(values, dask.Array)
        np.testing.assert_array_equal(values.compute(), expected[name])


def test_nothing_large_is_computed_before_it_is_asked_for(xarray, dask):
    """Setting up a sweep of pieces looks at stages, a dozen numbers, and at nothing else."""
    import dask as engine

    looked = []

    class Watch(engine.callbacks.Callback):
        def _posttask(self, key, result, dsk, state, worker_id):
            looked.append(np.size(result))

    with Watch():
        swept(labelled(xarray, **dict.fromkeys(NAMES, 2)))
    assert max(looked, default=0) <= len(AXES["stages"])


# -- every question of a machine, on every kind of array and number --------------------------------

#: As many of each, so that only names or places tell which axis is which.
MANY = {
    "tensor": [1, 2, 8],
    "stages": [1, 5, 12],
    "batch": [1, 64, 501],
    "context": [9, 3000, 4000],
}


def asked(model, card=H100, rounds=switch_rounds, **cut):
    """Questions of a machine whose four numbers are of any kind."""
    practice = IDEAL.but(round_latency=1e-6, rounds=rounds, request_overhead=1e-5)

    def answers(tensor, stages, batch, context):
        made = Deployment(card, model, "int8", tensor, stages, practice=practice, **cut)
        served = serve(made, batch, context, 50)
        return {
            "held": held(made, batch, context), "short": chips_short(made, batch, context),
            "fit": requests_that_fit(made, context) * (batch > 0),
            "step": decode(made, batch, context).time, "first": served.first_token,
            "rate": served.rate, "flow": flow(made, batch, context).time,
            "cost": bill(card, made.chips, served.rate).capital_per_rate,
        }  # fmt: skip

    return answers


def short(key):
    """A model with twelve of its layers: of unlike ones each number of stages is looked up."""
    return transformer(key).but(num_hidden_layers=12)


QUESTIONS = {
    "whole heads": asked(transformer("llama2_70b")),
    "shared positions": asked(
        transformer("llama2_70b"), LPU, dragonfly_rounds, attention="context"
    ),
    "own requests": asked(transformer("mixtral_8x7b"), attention="requests"),
    "windows": asked(short("gpt_oss_120b")),
    "chunks": asked(short("llama4_maverick"), experts="whole"),
    "whole experts": asked(short("deepseek_v3"), rounds=bus_rounds, experts="whole"),
    "states": asked(short("jamba_mini")),
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_arrays_answer_every_question_as_numbers_do_one_by_one(name):
    got = QUESTIONS[name](*np.ix_(*MANY.values()))
    for key, values in got.items():
        values = np.broadcast_to(values, (3, 3, 3, 3))
        for place in [(0, 0, 0, 0), (2, 1, 0, 2), (1, 2, 2, 0), (2, 2, 1, 1), (0, 1, 2, 1)]:
            point = [values_[i] for values_, i in zip(MANY.values(), place, strict=True)]
            assert values[place] == pytest.approx(QUESTIONS[name](*point)[key], rel=1e-12), key


@pytest.mark.parametrize("name", QUESTIONS)
def test_names_tell_which_axis_is_which(xarray, name):
    knobs = {axis: xarray.DataArray(values, dims=axis) for axis, values in MANY.items()}
    got, expected = QUESTIONS[name](**knobs), QUESTIONS[name](*np.ix_(*MANY.values()))
    whole = sum(0 * knob for knob in knobs.values())
    for key, values in got.items():
        assert set(values.dims) <= set(MANY), key
        values = (values + whole).transpose(*MANY)
        np.testing.assert_array_equal(values, np.broadcast_to(expected[key], values.shape), key)


@pytest.mark.parametrize("name", QUESTIONS)
def test_pieces_are_computed_only_when_they_are_asked_for(dask, name):
    import dask as engine

    done = []

    class Watch(engine.callbacks.Callback):
        def _posttask(self, key, result, dsk, state, worker_id):
            done.append(key)

    plain = dict(zip(MANY, np.ix_(*MANY.values()), strict=True))
    with Watch():
        got = QUESTIONS[name](**{
            k: dask.from_array(v, chunks=2 if k == "batch" else -1) for k, v in plain.items()
        })  # fmt: skip
    assert not done
    expected = QUESTIONS[name](**plain)
    for key, values in zip(got, engine.compute(*got.values()), strict=True):
        assert isinstance(got[key], dask.Array)
        np.testing.assert_array_equal(values, expected[key], key)


@pytest.mark.parametrize("kind", ["b", "B", "h", "H", "I", "Q", "e", "f"])
@pytest.mark.parametrize("shape", [(), (1,)])
def test_narrow_and_unsigned_numbers_answer_as_python_s_do(kind, shape):
    """int8 goes round at 128, uint8 at 256, unsigned ones below 0; float16 has 11 bits."""
    questions = {
        "shared positions": [(100, 80, 120, 100), (5, 79, 127, 127), (64, 3, 100, 96)],
        "own requests": [(100, 32, 120, 100), (3, 31, 127, 127)],
        "whole heads": [(64, 80, 120, 100), (8, 2, 127, 127)],
        "windows": [(64, 12, 120, 100), (8, 11, 127, 127)],
    }
    for name, loads in questions.items():
        for load in loads:
            got = QUESTIONS[name](*(np.full(shape, n).astype(kind) for n in load))
            for key, expected in QUESTIONS[name](*load).items():
                assert np.shape(got[key]) == shape, key
                assert np.ravel(got[key])[0] == pytest.approx(expected, rel=1e-12), key
                assert expected >= 0


@pytest.mark.parametrize("kind", [np.int8, np.uint8, np.float16])
def test_a_bill_of_narrow_numbers_is_that_of_python_s(kind):
    card = LPU.but(price=kind(100), power=kind(120))
    terms = Terms(lifetime=kind(100), host_price=kind(120), host_power=kind(127), pue=kind(2))
    got = bill(card, kind(127), kind(100), kind(3), terms)
    plain = Terms(lifetime=100, host_price=120, host_power=127, pue=2)
    want = bill(LPU.but(price=100, power=120), 127, 100, 3, plain)
    assert (got.capital, got.power) == (127 * 220, 127 * 247 * 2) == (want.capital, want.power)
    assert got.per_million_tokens == want.per_million_tokens


BAD = {
    "tensor": (0, "takes a whole number from 1 up"),
    "stages": (81, "takes at most the model's 80 layers"),
    "batch": (0.5, "takes a number from 1 up"),
    "prompt": (-1.0, "takes a number from 0 up"),
    "price": (-1.0, "takes a number from 0 up"),
    "utilisation": (1.5, "takes a number above 0 and at most 1"),
    "electricity": (float("nan"), "takes a number from 0 up"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_number_is_refused_in_a_plain_array(name):
    bad, takes = BAD[name]
    knobs = plain()
    knobs[name] = np.where(np.arange(knobs[name].size) == 1, bad, knobs[name].ravel()).reshape(
        knobs[name].shape
    )
    with pytest.raises(ValueError, match=f"^{name}: got {bad:g}.*; {takes}"):
        swept(knobs)


@pytest.mark.parametrize("name", BAD)
def test_a_bad_number_in_a_piece_is_refused_when_the_piece_is_computed(xarray, dask, name):
    bad, takes = BAD[name]
    knobs = labelled(xarray)
    knobs[name] = xarray.where(np.arange(len(AXES[name])) == 1, bad, knobs[name])
    with pytest.raises(ValueError, match=f"^{name}: got {bad:g}.*; {takes}"):
        swept(knobs | {name: knobs[name].chunk(1)})["cost"].compute()


# -- many workers ------------------------------------------------------------------------------


def test_a_cluster_gives_the_same_numbers_and_opens_no_port_to_others(xarray, dask, expected):
    distributed = pytest.importorskip("distributed", reason="dask.distributed is not installed")
    import psutil

    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address="127.0.0.1:0"
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        got = swept(labelled(xarray, price=1, batch=2))
        agree({name: values.compute() for name, values in got.items()}, expected)
        here = psutil.Process()
        listening = [
            connection.laddr.ip
            for process in (here, *here.children(recursive=True))
            for connection in process.net_connections("tcp")
            if connection.status == psutil.CONN_LISTEN
        ]
        assert len(client.scheduler_info()["workers"]) == 2
    # Other tests of this process may have left servers of theirs, on ::1 for one.
    assert listening and all(ipaddress.ip_address(ip).is_loopback for ip in listening)


# -- without any of it -----------------------------------------------------------------------


def test_every_model_works_where_xarray_and_dask_are_not_installed():
    program = """
        import importlib, pkgutil, sys

        class Absent:
            def find_spec(self, name, path=None, target=None):
                if name.split(".")[0] in ("xarray", "dask", "distributed"):
                    raise ModuleNotFoundError(name)

        sys.meta_path.insert(0, Absent())
        import lib
        for module in pkgutil.walk_packages(lib.__path__, "lib."):
            importlib.import_module(module.name)
        from lib.economics.sweep import offers
        from lib.hardware import chip
        from lib.transformer import transformer

        found = offers(chip("groq_lpu"), transformer("llama3_70b"), [[8], [16]], 80, [1, 80],
                       1024, 512)
        print(found.cost.shape, sorted({"xarray", "dask", "distributed"} & set(sys.modules)))
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)], capture_output=True, text=True
    )
    assert done.stdout == "(2, 2) []\n", done.stderr


# -- the price that matches ---------------------------------------------------------------


@given(st.floats(0.01, 10), st.floats(1e-6, 1e-2), st.floats(0, 100_000))
def test_the_price_to_match_is_the_price_of_a_cost_that_is_a_line(fixed, slope, price):
    grid = np.array([500.0, 1000.0, 8000.0])
    found = price_to_match(grid, fixed + slope * grid, np.array(fixed + slope * price))
    assert found == pytest.approx(price, rel=1e-6, abs=1e-6 * fixed / slope)


def test_what_nobody_else_offers_is_worth_any_price_and_what_cannot_be_built_none():
    grid, infinite = np.array([1.0, 2.0]), np.inf
    cost = np.array([[5.0, 6.0], [5.0, 6.0], [infinite, infinite], [infinite, infinite]])
    found = price_to_match(grid, cost, np.array([infinite, 1.0, 3.0, infinite]))
    np.testing.assert_array_equal(found, [infinite, 0.0, np.nan, np.nan])


def test_at_the_price_to_match_the_sweep_costs_as_much_as_the_rival():
    grid = np.geomspace(500, 32_000, 7)
    rival = offers(H100, LLAMA, 8, 1, 64, 1024, 512).cost
    cost = offers(LPU.but(price=grid), LLAMA, 16, 80, 80, 1024, 512).cost
    match = price_to_match(grid, cost, np.asarray(rival))
    there = offers(LPU.but(price=float(match)), LLAMA, 16, 80, 80, 1024, 512).cost
    assert there == pytest.approx(rival)


@pytest.mark.parametrize(
    ("price", "cost", "name"),
    [
        ([1.0], [[1.0]], "price"),
        ([2.0, 1.0], [[1.0, 2.0]], "price"),
        ([-1.0, 1.0], [[1.0, 2.0]], "price"),
        ([np.nan, 1.0], [[1.0, 2.0]], "price"),
        ([1.0, 2.0], [[1.0, 2.0, 3.0]], "cost"),
        ([1.0, 2.0], [[2.0, 1.0]], "cost"),
        ([1.0, 2.0], [[1.0, 1.0]], "cost"),
    ],
)
def test_prices_that_do_not_rise_or_lack_their_costs_are_refused(price, cost, name):
    with pytest.raises(ValueError, match=f"^{name}: got"):
        price_to_match(np.array(price), np.array(cost), np.array([1.5]))


@pytest.mark.parametrize("rival", [np.nan, 0.0, -1.0, [1.0, np.nan]])
def test_a_rival_s_cost_that_is_none_is_refused(rival):
    with pytest.raises(ValueError, match="^rival: got"):
        price_to_match([1.0, 2.0], [[1.0, 2.0]], rival)


def test_rivals_are_matched_one_by_one_along_the_other_axes():
    grid, rivals = np.array([1.0, 2.0, 4.0]), np.array([[1.5], [3.0]])
    cost = np.array([[1.0, 2.0, 4.0], [2.0, 4.0, 8.0], [0.5, 1.0, 2.0]])
    found = price_to_match(grid, cost, rivals)
    np.testing.assert_allclose(found, [[1.5, 0.75, 3.0], [3.0, 1.5, 6.0]])
    assert price_to_match(grid, cost[0], 1.5) == 1.5
