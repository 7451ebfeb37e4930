"""Rows: what they say, what is left out and why, and that one shape is one model."""

import numpy as np
import pandas as pd
import pytest
import simpy

from lib import tables
from lib.economics.kvcache import used_context
from lib.economics.practice import dram_practice
from lib.evidence import rows as measured
from lib.evidence.rows import PRECISIONS, architectures, checked, lengths, queued, read, serving
from lib.hardware import chip
from lib.spatial.placement import requests_that_fit
from lib.spatial.roofline import decode
from lib.transformer import transformer


def llama(clean=True):
    rows = serving(clean).query("model == 'Llama-3.1-70B' and system == 'h100_sxm'")
    return rows.reset_index(drop=True)


# -- cleaning -------------------------------------------------------------------------------------


def test_every_row_is_a_copy_or_kept_or_left_out_for_a_reason():
    every = serving(clean=False)
    assert len(tables.csv("serving_rows")) == 2292 and len(every) == 1933
    assert every["reason"].value_counts().to_dict() == {
        "": 1679,
        "speculative decoding, not labelled": 98,
        "a queue: the wait is over half of the answer": 39,
        "two times for one cell, whatever the load": 38,
        "faster than the peak allows": 21,
        "the cache does not fit: a queue": 14,
        "the weights do not fit": 13,
        "no slower at five times the load": 12,
        "a limit on the batch that the row does not state": 9,
        "load not stated": 8,
        "slower than at a higher load": 2,
    }
    assert (serving()["reason"] == "").all()


def test_the_same_measurement_under_two_names_is_one():
    """R1 and V3 have one shape: 178 measurements stand in the file under both names."""
    rows = tables.csv("serving_rows")
    rows = rows.assign(architecture=architectures(rows))
    same = [*measured.CELL[:-2], "concurrency", *measured.MEASURED]
    names = rows.groupby(same)["model"].agg(set)
    assert sum({"DeepSeek-R1", "DeepSeek-V3"} <= group for group in names) == 178
    assert not serving(clean=False).duplicated(same).any()


def test_nothing_measured_after_the_first_token_decides_what_is_left_out_but_for_two_reasons():
    """A row may be left out for a queue or for falling behind a higher load: both say so."""
    every = serving(clean=False)
    slower = every.assign(tpot_ms=3 * every["tpot_ms"])
    changed = every["reason"] != measured.reasons(slower)
    assert set(every["reason"][changed]) <= {"", "a queue: the wait is over half of the answer"}


# -- names ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Llama-3.1-70B", "llama3_70b"), ("LLaMA-3.1 70B", "llama3_70b"),
        ("llama3_70b", "llama3_70b"), ("meta-llama/Llama-3.1-8B-Instruct", "llama3_8b"),
        ("nvidia/DeepSeek-V3.1-NVFP4", "deepseek_v3"), ("Qwen3-235B-A22B-FP8", "qwen3_235b"),
        ("openai/gpt-oss-120b", "gpt_oss_120b"), ("Llama-3.3-70B-Instruct", "llama3_70b"),
        ("mistralai/Mixtral-8x7B-Instruct-v0.1", "mixtral_8x7b"),
        ("nvidia/DeepSeek-R1-0528-FP4-v2", "deepseek_r1"), ("DeepSeek-V3-0324", "deepseek_v3"),
        ("DeepSeek-V3.2-Exp", "deepseek_v3_2"), ("Kimi-K2-Instruct-0905", "kimi_k2"),
        ("neuralmagic/Meta-Llama-3.1-8B-Instruct-FP8-dynamic", "llama3_8b"),
        ("Meta-Llama-3.1-8B-Instruct-quantized.w8a8", "llama3_8b"),
    ],
)  # fmt: skip
def test_a_model_is_known_by_the_names_people_give_it(name, key):
    assert measured.model(name).key == key


def test_a_config_in_a_folder_is_a_model_and_comes_before_the_table(tmp_path):
    config = '{"model_type": "llama", "num_hidden_layers": 2, "hidden_size": 64, ' \
             '"num_attention_heads": 4, "intermediate_size": 128, "vocab_size": 100, ' \
             '"max_position_embeddings": 4096}'  # fmt: skip
    (tmp_path / "Llama-3.1-70B.json").write_text(config)
    (tmp_path / "lab--Tiny-Llama").mkdir()
    (tmp_path / "lab--Tiny-Llama" / "config.json").write_text(config)
    cached = tmp_path / "models--lab--Kept-Llama" / "snapshots" / "0a1b"
    cached.mkdir(parents=True)
    (cached / "config.json").write_text(config)
    (tmp_path / "notes.json").write_text("{}")
    folder = str(tmp_path)
    assert measured.model("lab/Tiny-Llama", folder).layers == 2
    assert measured.model("lab/Kept-Llama", folder).layers == 2
    assert measured.model("Llama-3.1-70B", folder).layers == 2
    assert measured.model("Llama-3.1-70B").layers == 80
    with pytest.raises(ValueError, match="model: got 'lab/Tiny-Llama'; takes one of"):
        measured.model("lab/Tiny-Llama")
    with pytest.raises(ValueError, match="configs: got 'nowhere'"):
        measured.models("nowhere")


def test_a_shape_is_one_model_under_any_name():
    names = ["DeepSeek-R1", "DeepSeek-V3", "Qwen3-32B", "DeepSeek-V3.1-NVFP4", "Qwen3-32B-NVFP4"]
    assert architectures(pd.DataFrame({"model": names})).tolist() == [0, 0, 1, 0, 1]


# -- what a row stands for ------------------------------------------------------------------------


def test_lengths_are_drawn_only_where_the_benchmark_draws_them():
    rows = serving()
    prompt, _ = lengths(rows)
    drawn = rows["origin"].str.startswith("InferenceX")
    assert prompt[drawn] == pytest.approx(0.9 * rows["input_tokens"][drawn])
    assert prompt[~drawn] == pytest.approx(rows["input_tokens"][~drawn])
    assert lengths(rows.drop(columns="origin"))[0].tolist() == rows["input_tokens"].tolist()


def test_the_cache_on_h100s_had_16_bits_and_elsewhere_8():
    """As the queues say: with 16 bits they held what fits, with 8 they would have held twice."""
    rows = serving(clean=False).query("model == 'Llama-3.1-70B' and backend == 'vllm'")
    taken = measured.kv_precisions(rows)
    assert set(taken[rows["system"] == "h100_sxm"]) == {"bf16"}
    assert set(taken[rows["system"] != "h100_sxm"]) == {"fp8"}
    long = rows[rows["input_tokens"] == 8192].reset_index(drop=True)
    long = long[long["ttft_ms"] > 5000].reset_index(drop=True)
    long = long[long["system"] != "b200_sxm"].reset_index(drop=True)  # where none waited for memory
    assert set(long["system"]) == {"h100_sxm", "h200_sxm"}
    for place, made, _, prompt, output, held in measured.loads(long):
        found = queued(long.iloc[place])
        other = {"bf16": "fp8", "fp8": "bf16"}[made.kv_precision]
        wrong = requests_that_fit(made.but(kv_precision=other), used_context(prompt, output))
        assert np.all(found < 1.02 * held) and np.all(np.abs(np.log(found / held)) < 0.15)
        assert np.all(np.abs(np.log(found / wrong)) > 0.4)


def test_a_cache_is_as_the_row_says_where_it_says():
    rows = llama().head(2).assign(kv_precision=["fp8", None])
    assert measured.kv_precisions(checked(rows)).tolist() == ["fp8", "bf16"]
    with pytest.raises(ValueError, match="row 1: kv_precision: got 'thin'"):
        checked(rows.assign(kv_precision="thin"))


def test_weights_are_kept_as_the_files_of_each_precision_keep_them():
    b200, h100 = chip("b200"), chip("h100_sxm")
    deepseek, oss, dense = (transformer(k) for k in ("deepseek_v3", "gpt_oss_120b", "llama3_70b"))
    weights, arithmetic = measured.formats(deepseek, "fp4", b200)
    # Latent attention stays in 16 bits but for its output: 117 of 187 million weights a layer.
    assert weights["attention"] == pytest.approx((70 * 2 + 117 * 0.5625) / 187, rel=0.01)
    assert (weights["experts"], weights["default"], arithmetic) == ("nvfp4", "bf16", "fp4")
    assert measured.formats(oss, "fp4", b200) == ("released", "fp8")
    assert measured.formats(oss, "fp4", h100) == ("released", "bf16")
    assert measured.formats(dense, "not stated", h100) == ("bf16", "bf16")
    assert measured.formats(dense, "fp4", h100)[1] == "bf16"  # widened where fp4 is lacking


def test_copies_of_a_model_share_the_requests():
    rows = llama().head(1).assign(concurrency=64, tensor_parallel=2).drop(columns="chips")
    alone, copied = (
        next(measured.loads(x)[0][2] for _ in [0])
        for x in (rows.assign(data_parallel=1), rows.assign(data_parallel=4))
    )
    assert copied == alone / 4


def test_chips_tell_copies_from_attention_by_request():
    """DeepSeek on one server: SGLang states eight ways of tensor and of data on the same cards."""
    row = pd.DataFrame([{
        "system": "b200", "chips": 8, "model": "DeepSeek-R1", "precision": "fp8",
        "input_tokens": 1024, "output_tokens": 1024, "tensor_parallel": 8, "data_parallel": 8,
        "expert_parallel": 8, "concurrency": 256,
    }])  # fmt: skip

    def made(**changes):
        ((_, found, batch, *_),) = measured.loads(row.assign(**changes))
        return found.attention, found.experts, found.tensor.item(), batch.item()

    assert made() == made(tensor_parallel=1) == ("requests", "whole", 8, 256)
    assert made(expert_parallel=1) == ("requests", "slices", 8, 256)
    assert made(data_parallel=1) == ("heads", "slices", 8, 256)
    assert made(chips=64) == ("heads", "slices", 8, 32)  # eight servers
    assert made(chips=16, data_parallel=1) == made(chips=None, data_parallel=2)
    assert made(chips=16, data_parallel=1)[-1] == 128
    # Four chips hold no copy that is spread over eight.
    assert made(chips=4, data_parallel=1) == made(data_parallel=1)
    assert measured.shared_cards(row.assign(chips=4))[-1].all()


def test_weights_of_16_bits_weigh_16_bits_or_are_refused():
    llama3 = transformer("llama3_70b")
    for name in ("h100_sxm", "b200", "b300", "gb300", "mi300x", "groq_lpu"):
        weights, arithmetic = measured.formats(llama3, "bf16", chip(name))
        assert llama3.weight_bytes(weights) == llama3.weight_bytes("bf16")
        assert arithmetic in ("bf16", "fp16")
    with pytest.raises(ValueError, match=r"^precision: got 'bf16'; .* Rubin computes in \(fp8\)"):
        measured.formats(llama3, "bf16", chip("rubin"))
    assert measured.formats(llama3, "not stated", chip("rubin")) == ("fp8", "fp8")


def test_experts_on_more_cards_than_share_the_attention_cut_it_by_request():
    """Each of 32 cards has its own 64 of 2,048 requests, and keeps no other's latent vectors."""
    row = pd.DataFrame([{
        "system": "gb200", "model": "DeepSeek-V3", "precision": "fp8", "input_tokens": 1024,
        "output_tokens": 1024, "tensor_parallel": 1, "data_parallel": 32, "expert_parallel": 32,
        "concurrency": 2048,
    }])  # fmt: skip
    ((_, made, batch, *_),) = measured.loads(row)
    assert (made.attention, made.experts, made.tensor.item(), batch.item()) == (
        "requests", "whole", 32, 2048)  # fmt: skip
    practised = made.but(practice=dram_practice())
    one = practised.but(tensor=1.0, attention="heads", experts="slices")
    step, alone = decode(practised, 2048.0, 1500.0), decode(one, 64.0, 1500.0)
    assert step.kv == pytest.approx(alone.kv)
    assert alone.overhead < step.overhead < 2 * alone.overhead


@pytest.mark.parametrize(
    ("name", "precision"),
    [("Llama-3.1-70B-Instruct-FP8", "fp8"), ("Llama-3.1-70B-NVFP4", "nvfp4"),
     ("Llama-3.1-70B-AWQ-INT4", "int4"), ("Llama-3.1-70B-quantized.w8a8", "w8a8"),
     ("Llama-3.1-70B-W4A16", "int4")],
)  # fmt: skip
def test_a_name_says_how_weights_are_kept_where_the_row_does_not(name, precision):
    rows = llama().head(2).assign(model=name, precision=["not stated", "FP8"])
    found = PRECISIONS[measured.precisions(rows)[0]], measured.precisions(rows)[1]
    assert found == (PRECISIONS[precision], "fp8")


def test_the_queue_gives_back_the_requests_in_flight_of_a_simulated_server():
    """Ten places, fourteen requests kept under way: a queue run event by event."""
    places, asked, answer = 10, 14, 3.0
    env, waits = simpy.Environment(), []
    server = simpy.Resource(env, places)

    def request(start):
        yield env.timeout(start)
        while True:
            came = env.now
            with server.request() as turn:
                yield turn
                waits.append(env.now - came)
                yield env.timeout(answer)

    for start in range(asked):
        env.process(request(start * answer / places))
    env.run(3000)
    rows = llama().head(1).assign(concurrency=asked, ttft_ms=np.mean(waits[100:]) * 1e3)
    rows["tpot_ms"] = answer * 1e3 / lengths(rows)[1]
    assert queued(rows)[0] == pytest.approx(places, rel=0.01)


# -- bad rows -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("column", "value", "named"),
    [
        ("system", "h1000", "row 1: system: got 'h1000'"),
        ("model", "gpt-5", "row 1: model: got 'gpt-5'"),
        ("precision", "fp3", "row 1: precision: got 'fp3'"),
        ("concurrency", 0, "row 1: concurrency: got 0"),
        ("tensor_parallel", 1.5, "row 1: tensor_parallel: got 1.5"),
        ("data_parallel", -1, "row 1: data_parallel: got -1"),
        ("input_tokens", -1, "row 1: input_tokens"),
        ("output_tokens", 200_000, "row 1: input_tokens"),
        ("tpot_ms", -3.0, "row 1: tpot_ms"),
        ("input_tokens", "many", "row 1: input_tokens: got 'many'"),
        ("tpot_ms", "fast", "row 1: tpot_ms: got 'fast'"),
        ("concurrency", float("nan"), "row 1: concurrency"),
        ("colour", "red", "rows: got column 'colour'; take system, model,"),
    ],
)
def test_a_bad_row_is_refused_by_its_number_and_column(column, value, named):
    rows = serving().head(3).astype(object)
    rows.loc[0, column] = value
    with pytest.raises(ValueError, match=named):
        checked(rows)


def test_a_missing_column_and_a_missing_file_are_named(tmp_path):
    with pytest.raises(ValueError, match="rows: lack precision, concurrency"):
        checked(serving().drop(columns=["precision", "concurrency"]))
    with pytest.raises(ValueError, match="takes a CSV file that is there"):
        read(tmp_path / "none.csv")
