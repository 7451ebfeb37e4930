"""The machines that claims speak of: what fits them, and that a side's inputs reach them."""

import pytest

from lib.claims.inputs import INPUTS
from lib.claims.machines import fastest, machine, pipeline, placed, room, server, staged
from lib.spatial.roofline import decode

BOOK = INPUTS.book
KV, WEIGHTS = 2 * 80 * 8 * 128 * 4096, 68_976_648_192


def test_requests_have_room_beside_the_weights_or_none_has():
    lpu = BOOK.lpu
    assert room(BOOK, lpu, 576) == (576 * lpu.memory - WEIGHTS) // KV
    assert room(BOOK, lpu, placed(BOOK, lpu).chips - 1) == 0
    assert room(BOOK.but(context=1024), lpu, 576) == (576 * lpu.memory - WEIGHTS) // (KV / 4)


def test_a_pipeline_has_a_stage_a_layer_and_as_many_chips_as_a_batch_takes():
    empty, full = (pipeline(BOOK, BOOK.lpu, batch) for batch in (0, 128))
    assert empty.stages == full.stages == 80
    assert (empty.tensor, full.tensor) == (5, staged(BOOK, BOOK.lpu, 128).tensor)


@pytest.mark.parametrize(("precision", "factor"), [("fp16", 2), ("int4", 1 / 2)])
def test_weights_are_read_as_stored_though_the_card_computes_in_another_precision(
    precision, factor
):
    whole, other = (
        decode(machine(side, side.lpu, tensor=64, stages=9), 1, 4096)
        for side in (BOOK, BOOK.but(precision=precision))
    )
    assert other.weights == pytest.approx(factor * whole.weights)


def test_measured_overheads_slow_a_server():
    lone = [decode(server(BOOK, practised=p), 1, BOOK.context).speed for p in (False, True)]
    assert lone[1] < lone[0]


def test_ever_more_cards_end_at_their_all_reduces():
    # At 64 cards, one for each head, reading takes a tenth of it: 160 all-reduces are left.
    assert 0.89 / (160 * 20e-6) < fastest(BOOK, 20e-6) < 1 / (160 * 20e-6)
    assert fastest(BOOK, 20e-6, practised=True) < fastest(BOOK, 20e-6)
