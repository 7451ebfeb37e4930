"""The machine: tiles and messages take the cycles that the published figures give."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.hardware import chip
from lib.sync.plan.machine import GROQ


def test_a_tile_takes_40_cycles_to_install_and_then_a_vector_a_cycle():
    assert [GROQ.tile_cycles(320, v) for v in (0, 1, 2)] == [40, 41, 42]


def test_the_planes_make_the_peak_of_the_tables():
    peak = GROQ.planes * 2 * GROQ.lanes**2 * GROQ.clock
    assert chip("groq_lpu").peak("int8") == pytest.approx(peak, rel=0.05)


def test_two_byte_numbers_quarter_the_peak():
    long = 10**6
    assert GROQ.tile_cycles(320, long, 2) / GROQ.tile_cycles(320, long) == pytest.approx(
        4, rel=1e-3
    )
    peaks = chip("groq_lpu").compute
    assert peaks["int8"] / peaks["fp16"] == pytest.approx(4, rel=0.01)


@given(st.integers(1, 3000), st.integers(0, 50), st.sampled_from([0.5, 1, 2]))
def test_a_column_is_installed_tile_by_tile(depth, vectors, size):
    tiles = [min(320, depth - top) for top in range(0, depth, 320)]
    each = [GROQ.tile_cycles(rows, vectors, size) for rows in tiles]
    assert GROQ.column_cycles(depth, vectors, size) == sum(each)
    # The feed of a plane, a quarter of the chip's, brings 2,560 bytes a cycle.
    assert each[-1] - vectors * max(size, 1) ** 2 == -(-tiles[-1] * 320 * size // 2560)


@given(st.integers(1, 10_000), st.integers(1, 10_000))
def test_a_message_takes_no_less_than_its_bytes_and_only_whole_packets(a, b):
    assert GROQ.send_cycles(a) >= a / GROQ.link
    assert GROQ.send_cycles(a + b) <= GROQ.send_cycles(a) + GROQ.send_cycles(b)


@pytest.mark.parametrize(
    ("figures", "name"),
    [
        ({"hop": -1}, "hop"),
        ({"planes": 0}, "planes"),
        ({"link": 0}, "link"),
        ({"clock": -1}, "clock"),
    ],
)
def test_a_machine_that_cannot_be_is_refused(figures, name):
    with pytest.raises(ValueError, match=f"^{name}: got"):
        GROQ.but(**figures)


def test_a_message_may_take_no_time_on_its_way():
    assert GROQ.but(hop=0).hop == 0
