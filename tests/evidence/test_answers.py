"""The numbers that several pages state: laws that each must keep, and each other."""

import numpy as np
import pandas as pd
import pytest

from lib.economics.cost import decode_bill
from lib.economics.practice import dram_practice, lpu_practice
from lib.economics.reuse import memory_cost
from lib.economics.service import serve
from lib.evidence import answers
from lib.evidence import rows as measured
from lib.evidence.comparison import published_rate
from lib.evidence.rows import serving
from lib.hardware import chip
from lib.spatial.pipeline import flow, on_chip_bandwidths
from lib.spatial.placement import by_stages, requests_that_fit
from lib.spatial.roofline import decode


def test_eight_h100s_have_the_fitted_practice_and_end_below_its_roofline():
    eight = answers.eight_h100s()
    assert eight.practice is dram_practice()
    bare = decode(eight.but(practice=eight.practice.but(memory_share=1.0)), 1, 2048).speed
    assert answers.end_speed() == bare  # how much is filled makes no step faster
    assert answers.end_speed(4096) < answers.end_speed(2048) < answers.end_speed(512)


def test_eight_h100s_end_at_128_tokens_a_second_and_their_cheapest_one_costs_13_dollars():
    """What the first page, chapter 6 and the claims said differently is one number each."""
    assert answers.H100_PRICE == 30_000  # the document's, as the LPU's
    assert answers.end_speed() == pytest.approx(127.8, abs=0.05)
    assert answers.cheapest_rate() == pytest.approx(12.7, abs=0.05)


def test_pairs_of_cards_sell_cheaper_tokens_than_eight_that_share_every_layer():
    by_cut = answers.cheapest_by_cut()
    assert by_cut[2] == answers.cheapest_rate() == min(by_cut.values())
    assert by_cut[2] < by_cut[4] < by_cut[8]
    # With prompts to read as well, the maker publishes for such a pair:
    assert by_cut[2] < answers.H100_PRICE / published_rate(2048) < by_cut[8]


def test_both_are_what_the_validation_predicts_of_such_a_server():
    """By rows of a table, as measured servers are predicted; prompts taken out again."""
    most = int(requests_that_fit(answers.eight_h100s(), 1800))
    batch = np.unique(np.geomspace(1, most, 80).round())
    rows = pd.DataFrame({"concurrency": batch.astype(int)}).assign(
        system="h100_sxm", model="llama2_70b", precision="int8", tensor_parallel=8,
        input_tokens=800, output_tokens=2000, kv_precision="int8",
    )  # fmt: skip
    _, made, flying, *lengths, _ = next(iter(measured.loads(rows)))
    assert flying == pytest.approx(batch, rel=0.002)  # a row's tables of words keep 16 bits
    made = made.but(practice=dram_practice(), precision="int8")
    steps = serve(made, batch, *lengths).step.time
    assert 1 / steps[0] == pytest.approx(answers.end_speed(1800), rel=1e-12)
    cheapest = (8 * answers.H100_PRICE / (batch / steps)).min()
    assert cheapest == pytest.approx(answers.cheapest_by_cut(1800)[8], rel=1e-12)


def test_shares_of_a_token_s_time_add_up_and_kernels_are_the_largest():
    shares = answers.token_shares()
    assert sum(shares.values()) == pytest.approx(1, abs=1e-9)
    assert max(shares, key=shares.get) == "kernels" and 0.3 < shares["kernels"] < 0.5
    assert 0.2 < shares["weights"] < 0.35 and 0.08 < shares["prompts"] < 0.25
    few, many = (answers.token_shares(answers.eight_h100s(), n, 1000, 1000) for n in (1, 256))
    assert sum(few.values()) == pytest.approx(1) and few["kernels"] > 2 * many["kernels"]
    assert many["KV cache"] > few["KV cache"]


def test_measured_points_are_the_rows_own_rates_and_speeds():
    points = answers.measured_points("h100_sxm", "llama3_70b", "vllm")
    rows = serving().query("system == 'h100_sxm' and model == 'Llama-3.1-70B'")
    assert len(points) == len(rows) == 43
    assert points["speed"].to_numpy() == pytest.approx(1e3 / rows["tpot_ms"].to_numpy())
    assert (points["rate"] == points["speed"] * points["requests"]).all()
    assert set(answers.measured_points("b200", "deepseek_v3")["program"]) == {"sglang", "trtllm"}
    assert answers.measured_points("rtx_4090", "llama3_70b").empty


def test_the_cheapest_of_every_batch_is_the_cheapest_of_the_frontier():
    eight = answers.eight_h100s()
    batch = np.arange(1, requests_that_fit(eight, 2048) + 1)
    step = decode(eight, batch, 2048)
    cheapest = (8 * answers.H100_PRICE / step.throughput).min()
    assert cheapest == pytest.approx(answers.cheapest_by_cut()[8])


def test_the_cheapest_rate_is_reached_by_a_batch_that_fits():
    eight = answers.eight_h100s()
    most = requests_that_fit(eight, 2048)
    assert answers.cheapest_rate() <= decode_bill(eight, most, 2048).capital_per_rate
    assert answers.cheapest_rate() < decode_bill(eight, 1, 2048).capital_per_rate
    assert answers.cheapest_rate(512) < answers.cheapest_rate(4096)


def test_the_cluster_meets_the_h100s_where_their_costs_are_equal():
    batch = answers.meeting_batch(price=1000)
    cost = answers.lpu_cluster(price=1000).exact_cost(batch)
    assert cost == pytest.approx(answers.cheapest_rate(), rel=1e-12)


def test_the_pipeline_has_as_many_chips_a_stage_as_the_fullest_of_equal_stages():
    made = answers.lpu_pipeline()
    least = by_stages(made.chip, made.model, "int8", stages=80)
    assert (made.tensor, made.chips) == (least.tensor, least.chips + 2)
    # What stands in the chapter on pipelining: with and without a chip more at either end.
    assert requests_that_fit(made, 4096) == 31
    assert requests_that_fit(made.but(end_chips=0), 4096) == 4


def test_the_pipeline_is_a_bound_by_the_bandwidth_and_the_published_hops():
    hop = lpu_practice().round_latency
    ways = sorted(on_chip_bandwidths(), key=on_chip_bandwidths().get)
    speeds = [flow(answers.lpu_pipeline(way), 1, 2048, hop=hop).speed for way in ways]
    assert speeds == sorted(speeds)
    # Three all-reduces of a hop for each of 80 layers, 80 hops between stages: no faster.
    assert max(speeds) < 1 / (320 * hop)
    with pytest.raises(ValueError, match="way: got 'HBM'; takes"):
        answers.lpu_pipeline("HBM")


def test_a_prefix_waits_the_longer_the_less_its_byte_costs():
    stores, pauses = answers.stores(), answers.pauses([1024, 4096])
    by_price = sorted(stores, key=lambda name: -stores[name].price)
    assert by_price == sorted(pauses, key=lambda name: pauses[name][1])
    assert all(short < long for short, long in pauses.values())  # attention grows, bytes do not


def test_what_is_read_more_often_than_the_break_even_belongs_in_sram():
    reads = answers.hbm_reads()
    lpu = chip("groq_lpu").but(price=answers.LPU_PRICE)
    h100 = chip("h100_sxm").but(price=answers.H100_PRICE)
    for factor, cheap, costly in ((0.9, h100, lpu), (1.1, lpu, h100)):
        assert memory_cost(cheap, 1e9, factor * reads) < memory_cost(costly, 1e9, factor * reads)
    assert answers.hbm_reads(reached=0.5) == pytest.approx(reads / 2)


@pytest.mark.parametrize("speed", [-1, 0, float("nan"), "30", [30, 60]])
def test_a_price_at_a_speed_that_is_none_is_refused(speed):
    with pytest.raises(ValueError, match="^speed: got"):
        answers.million_on_h100s(speed)
