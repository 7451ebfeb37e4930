"""Forecasts: what the command says of any row, with an interval, and what it refuses."""

import json
import os
import re
import subprocess
import sys

import numpy as np
import pandas as pd
import pytest

from lib import tables
from lib.economics.practice import dram_practice, is_lpu, measured
from lib.evidence.forecast import first_tokens, forecast, levels, main
from lib.evidence.generations import lpu_interval, wafer_interval
from lib.evidence.rows import serving
from lib.evidence.validation import NAMES, groups, held_out, measured_seconds, predict
from lib.hardware import chips
from lib.transformer import transformers
from lib.units import ms
from tools import practice

FEW = serving().groupby(["model", "system", "backend"]).head(2).reset_index(drop=True)


def stored(rows, tmp_path, name="rows.csv"):
    rows.drop(columns=["line", "architecture", "twice", "reason"], errors="ignore").to_csv(
        tmp_path / name, index=False
    )
    return str(tmp_path / name)


# -- forecasts ------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", sorted(transformers()))
def test_any_model_of_the_table_is_forecast_on_any_card_that_computes(key):
    for name, card in chips().items():
        rows = pd.DataFrame({"concurrency": [1, 16, 64]}).assign(
            system=name, model=key, precision="not stated", input_tokens=1000, output_tokens=500,
            tensor_parallel=1 if card.link_bandwidth is None else 4,
        )  # fmt: skip
        found = forecast(rows)
        numbers = found[["predicted_tpot_ms", "ttft_high_ms", "low_ms", "high_ms"]].to_numpy()
        if card.memory / card.bandwidth < ms and not is_lpu(card) and name != "wse3":
            assert (
                found["note"].str.contains("no interval").all() and np.isnan(numbers[:, 2:]).all()
            )
            numbers = numbers[:, :2]
        assert np.isfinite(numbers).all() and (numbers > 0).all(), name
        assert (np.diff(numbers[:, 0]) >= 0).all() and (numbers[:, 0] < 60e3).all(), name


def test_a_wafer_s_interval_is_that_of_its_published_speeds():
    rows = FEW.head(1).assign(system="wse3", model="llama3_8b", precision="fp16", chips=1)
    told, ends = forecast(rows.assign(tensor_parallel=1, concurrency=1)).iloc[0], wafer_interval()
    assert told["low_ms"] == pytest.approx(ends.low * told["predicted_tpot_ms"])
    assert told["high_ms"] == pytest.approx(ends.high * told["predicted_tpot_ms"])
    assert told["low_ms"] < 1000 / tables.figure("serving", "cerebras_llama3_8b").value
    assert told["high_ms"] > 1000 / tables.figure("serving", "cerebras_llama3_8b").value


def test_an_lpu_s_interval_is_that_of_its_published_speeds():
    rows = FEW.head(1).assign(system="groq_lpu", model="llama3_8b", precision="int8")
    rows = rows.assign(tensor_parallel=32, concurrency=1)
    told, ends = forecast(rows).iloc[0], lpu_interval()
    assert told["low_ms"] == pytest.approx(ends.low * told["predicted_tpot_ms"])
    assert told["high_ms"] == pytest.approx(ends.high * told["predicted_tpot_ms"])
    assert told["note"].endswith("that of LPUs, by one published speed, of one request")


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"system": "abacus"}, "system: got 'abacus'"),
        ({"model": "Llama-9"}, "model: got 'Llama-9'"),
        ({"precision": "int3"}, "precision: got 'int3'"),
        ({"tensor_parallel": 7}, "tensor: got 7"),
        ({"input_tokens": 10**7}, "input_tokens + output_tokens: got"),
        ({"concurrency": 0}, "concurrency: got 0"),
    ],
)
def test_a_row_that_cannot_be_predicted_says_why_and_leaves_the_others_alone(changes, named):
    rows = FEW.copy()
    rows.loc[3, list(changes)] = list(changes.values())
    found, before = forecast(rows), forecast(FEW)
    assert found["note"][3].startswith(named) and np.isnan(found["predicted_tpot_ms"][3])
    said = ["predicted_tpot_ms", "low_ms", "predicted_ttft_ms", "note"]
    assert found.drop(index=3)[said].equals(before.drop(index=3)[said])
    with pytest.raises(ValueError, match=f"row 1: {re.escape(named)}"):
        forecast(rows.loc[[3, 3]])


def test_a_forecast_never_uses_a_row_s_own_measurement():
    again = FEW.assign(tpot_ms=7 * FEW["tpot_ms"], ttft_ms=np.nan)
    said = ["predicted_tpot_ms", "low_ms", "high_ms", "predicted_ttft_ms"]
    assert forecast(again)[said].equals(forecast(FEW)[said])
    bare = FEW.drop(columns=["tpot_ms", "ttft_ms"])
    assert forecast(bare)[said].equals(forecast(FEW)[said])


def test_rows_say_what_was_taken_for_granted():
    rows = FEW.head(1).assign(concurrency=10_000, tensor_parallel=1)
    assert forecast(rows)["note"][0] == "the weights do not fit"
    assert forecast(rows.assign(tensor_parallel=4))["note"][0].startswith("not all fit")
    assert (forecast(FEW)["note"] == "").all()


def test_the_first_token_lies_in_its_interval_nine_times_in_ten():
    rows = serving()
    rows = rows[rows["ttft_ms"].notna()].reset_index(drop=True)
    ends, off = tables.load("practice")["first_token"], rows["ttft_ms"] * ms / first_tokens(rows)
    assert 0.85 < off.between(ends["low"], ends["high"]).mean() < 0.97
    assert 0.8 < off.median() < 1.25


# -- the reader's own rows ------------------------------------------------------------------------


def kind(**changes):
    rows = serving().query("model == 'Qwen3-32B' and backend == 'vllm'").reset_index(drop=True)
    return rows.assign(**changes)


def test_three_rows_of_a_kind_set_its_level_and_no_other_s():
    rows = kind()
    own = rows.head(3).assign(tpot_ms=predict(rows.head(3)) / ms * 1.5)
    both = pd.concat([rows, FEW], ignore_index=True)
    found = levels(both, own)
    same = (both["model"] == "Qwen3-32B") & (both["backend"] == "vllm")
    assert found[same] == pytest.approx(1.5**0.75) and np.all(np.isnan(found[~same]))
    moved, plain = forecast(both, own), forecast(both)
    ratio = moved["predicted_tpot_ms"] / plain["predicted_tpot_ms"]
    assert ratio.to_numpy() == pytest.approx(np.nan_to_num(found, nan=1.0))
    narrow = (moved["high_ms"] / moved["low_ms"])[same].max()
    assert narrow < (plain["high_ms"] / plain["low_ms"]).min()


def test_own_rows_that_agree_with_the_prediction_set_a_level_of_one():
    own = kind().head(3)
    own = own.assign(tpot_ms=predict(own) / ms)
    assert np.asarray(levels(kind(), own)) == pytest.approx(1.0)
    stored_ends = tables.load("practice")["interval_of_own"]
    told = forecast(kind(), own)
    high = (told["high_ms"] / told["predicted_tpot_ms"]).to_numpy()
    assert high == pytest.approx(stored_ends["high"])


def test_fewer_than_three_or_another_kind_or_none_measured_set_nothing():
    for own in (kind().head(2), FEW[FEW["backend"] == "sglang"]):
        with pytest.raises(ValueError, match="own: takes 3 measured rows or more of one kind"):
            levels(kind(), own.reset_index(drop=True))
    with pytest.raises(ValueError, match="own: lack tpot_ms"):
        levels(kind(), kind().drop(columns="tpot_ms"))


# -- what is stored -------------------------------------------------------------------------------


def test_the_stored_errors_are_those_of_the_models_left_out():
    off = np.abs(held_out("model") / measured_seconds() - 1)
    shipped = dram_practice().errors
    assert sum(rows for _, rows in shipped.values()) == len(off) == 1679
    mean = sum(error * rows for error, rows in shipped.values()) / len(off)
    assert mean == pytest.approx(off.mean(), abs=5e-4)
    assert measured("h100_sxm", "llama3_70b").keys() == {"vllm"}
    assert measured("b200", "deepseek_r1") == measured("b200", "deepseek_v3") != {}
    assert sum(rows for _, rows in measured("h100_sxm").values()) == 701


def test_the_stored_table_of_what_was_left_out_is_what_comes_out():
    rows = pd.DataFrame(tables.load("practice")["held_out"])
    for by in ("model", "system", "program"):
        off = np.abs(held_out(by) / measured_seconds() - 1)
        whole = rows[(rows["by"] == by) & (rows["group"] == "all")].iloc[0]
        assert whole["error"] == pytest.approx(off.mean(), abs=2e-4)
        assert whole["covered"] == pytest.approx(practice.coverage(by).mean(), abs=2e-3)
        assert (rows["by"] == by).sum() == len(set(groups(by))) + 1


def test_storing_writes_the_table_that_is_shipped(monkeypatch, tmp_path):
    """Few draws: the spread of the numbers is left alone here."""
    text = (tables.DATA / "practice.toml").read_text()
    drawn = practice.drawn_anew
    monkeypatch.setattr(practice, "drawn_anew", lambda: drawn(draws=4))
    new = practice.stored(text.replace("value = ", "value = 9"))
    old, new = (x.partition("# -- errors")[2].split() for x in (text, new))
    assert [word(part) for part in new] == [word(part) for part in old]


def word(part):
    """A number to two digits, or the word itself."""
    try:
        return pytest.approx(float(part), rel=1.5e-2)
    except ValueError:
        return part


# -- the command line -----------------------------------------------------------------------------


def test_json_prints_one_object_a_row_with_its_columns(tmp_path, capsys):
    assert main(["--rows", stored(FEW, tmp_path), "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert [row["concurrency"] for row in printed] == list(FEW["concurrency"])
    assert [row["predicted_tpot_ms"] for row in printed] == pytest.approx(predict(FEW) / ms)
    assert all(row["low_ms"] < row["predicted_tpot_ms"] < row["high_ms"] for row in printed)


def test_without_json_a_table_the_rules_and_the_error_by_system(tmp_path, capsys):
    assert main(["--rows", stored(FEW, tmp_path)]) == 0
    out = capsys.readouterr().out
    assert "90% interval" in out and out.count("mean absolute error") == 3
    assert main([]) == 0
    out = capsys.readouterr().out
    assert "speculative decoding, not labelled" in out and "copies: 359" in out


def test_rows_of_one_s_own_are_read_from_a_file(tmp_path, capsys):
    rows = kind()
    own = stored(rows.head(3).assign(tpot_ms=100.0), tmp_path, "own.csv")
    assert main(["--rows", stored(rows, tmp_path), "--own", own, "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed[0]["predicted_tpot_ms"] > 2 * predict(rows)[0] / ms


def test_a_bad_file_ends_with_a_sentence_and_status_two(tmp_path, capsys):
    (tmp_path / "rows.csv").write_text("system,model\nh100_sxm,llama\n")
    assert main(["--rows", str(tmp_path / "rows.csv")]) == 2
    assert "rows: lack precision" in capsys.readouterr().err
    (tmp_path / "config.json").write_text("{model_type: llama")
    bad = ["--rows", stored(FEW, tmp_path, "few.csv"), "--configs", str(tmp_path)]
    assert main(bad) == 2
    assert "configs: config.json is no JSON file" in capsys.readouterr().err
    assert main(["--rows", "few.csv", "--fit", "--own", "few.csv"]) == 2
    assert "own: got rows of one's own for a fit" in capsys.readouterr().err


def test_a_fit_of_other_rows_is_printed_and_stored_nowhere(tmp_path, capsys):
    before = (tables.DATA / "practice.toml").read_text()
    rows = serving().query("system == 'h200_sxm'")
    assert main(["--rows", stored(rows, tmp_path), "--fit", "--json"]) == 0
    assert set(json.loads(capsys.readouterr().out)) == set(NAMES)
    dense = rows[rows["model"].str.startswith("Llama")]
    assert main(["--rows", stored(dense, tmp_path), "--fit"]) == 2
    assert "rows: do not determine expert_efficiency" in capsys.readouterr().err
    assert (tables.DATA / "practice.toml").read_text() == before


@pytest.mark.skipif(os.name == "nt", reason="a pipe that nobody reads")
@pytest.mark.parametrize("options", [[], ["--json"]])
def test_a_reader_who_has_seen_enough_ends_it_without_a_word(options):
    reader, writer = os.pipe()
    os.close(reader)
    ended = subprocess.run(
        [sys.executable, "-m", "lib.validation", *options], stdout=writer, stderr=subprocess.PIPE
    )
    os.close(writer)
    assert (ended.returncode, ended.stderr) == (0, b"")
