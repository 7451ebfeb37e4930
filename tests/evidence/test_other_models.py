"""Other people's models: what is stored is whole, and their answers can be made from ours."""

import csv
import importlib.util
import sys
from pathlib import Path

import numpy as np
import pytest
from pybtex.database import parse_file

from lib.evidence.other_models import (
    CHIP,
    MODELS,
    answer,
    answers,
    asked_deployment,
    decode_causes,
    held_against_measurement,
    mean_error,
    served,
    speeds,
    with_prefill_share,
)
from lib.hardware import chip
from lib.spatial.placement import by_bytes, requests_that_fit
from lib.spatial.roofline import Deployment, decode
from lib.tables import BIBLIOGRAPHY, DATA, figure, load
from lib.tables import csv as csv_rows
from lib.transformer import transformer

TOOL = Path(__file__).resolve().parents[2] / "tools" / "other_models.py"


@pytest.fixture(scope="module")
def tool():
    spec = importlib.util.spec_from_file_location("other_models_tool", TOOL)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


# -- what is stored -----------------------------------------------------------------------


PROGRAMS = load("other_models")
ASKED = ["phase", "inputs", "chip", "model", "kv_precision", "tensor", "stages", "batch", "context"]


def asked_of(question):
    return tuple(question[name] for name in ASKED)


def test_every_question_is_asked_once(tool):
    asked = [asked_of(q) for q in tool.questions()]
    assert len(asked) == len(set(asked)) > 150


@pytest.mark.parametrize("program", ["genz", "llm_analysis"])
def test_every_question_has_one_answer_of_the_programs_that_take_all(tool, program):
    given = answers(program=program)[ASKED].itertuples(index=False, name=None)
    # GenZ keeps its cache in the precision of the weights.
    asked = [q for q in tool.questions() if program != "genz" or q["kv_precision"] != "bf16"]
    assert sorted(given) == sorted(asked_of(q) for q in asked)


def test_a_row_has_a_time_or_the_reason_why_not():
    rows = answers()
    assert (rows.refused.isna() == rows.time_ms.notna()).all()
    assert (rows.time_ms.dropna() > 0).all()
    assert rows.date.str.fullmatch(r"\d{4}-\d\d-\d\d").all()


def test_the_stored_versions_are_those_the_tool_asks_for_and_the_table_names(tool):
    rows = answers()
    stored = set(zip(rows.program.str.removesuffix("_roofline"), rows.version, strict=True))
    assert stored == {(name, version) for name, (_, version) in tool.PROGRAMS.items()}
    assert stored == {
        (name, row["version"]) for name, row in PROGRAMS.items() if name in tool.PROGRAMS
    }


@pytest.mark.parametrize("name", ["other_models", "other_models_speed"])
def test_the_tool_writes_the_columns_that_are_stored(tool, name):
    with open(DATA / f"{name}.csv", newline="") as file:
        columns = tuple(next(csv.reader(file)))
    assert columns == (tool.COLUMNS if name == "other_models" else tool.SPEED)


def test_every_program_says_of_every_question_whether_it_answers_it_and_where():
    asked = set(PROGRAMS["book"]["answers"])
    for key, row in PROGRAMS.items():
        assert set(row["answers"]) == asked, key
        for question, said in row["answers"].items():
            assert said["has"] in ("yes", "partly", "no"), (key, question)
            assert said["where"], (key, question)


def test_every_program_is_cited_and_looked_at():
    known = parse_file(BIBLIOGRAPHY).entries
    for key, row in PROGRAMS.items():
        assert row["cites"] in known and row["looked"] in ("run", "read"), key


def test_the_program_that_is_run_again_says_what_was_recorded_of_it():
    recorded = figure("other_models", "genz", "recorded_rate").value
    again = 128 / answer("genz", inputs="preset", batch=128)
    assert again == pytest.approx(recorded, abs=1)


def test_all_times_per_point_are_of_one_run():
    rows = speeds().values()
    assert len({row["date"] for row in rows}) == 1
    assert all(row["seconds_per_point"] > 0 and row["points"] >= 50 for row in rows)


# -- the tool that asks ------------------------------------------------------------------------


def test_a_refusal_is_kept_on_one_line_and_a_fault_is_not_swallowed(tool):
    def refuses(question):
        raise ValueError("does\n not fit " + "x" * 200)

    assert tool.said({}, refuses)["refused"].startswith("does not fit x")
    assert len(tool.said({}, refuses)["refused"]) == 120
    assert tool.said({}, lambda q: {"time_ms": 1.0}) == {"refused": "", "time_ms": 1.0}
    with pytest.raises(KeyError):
        tool.said({}, lambda q: {}["nothing"])


def test_a_point_is_timed_over_the_grid_of_decode_steps(tool):
    grid = [q for q in tool.questions() if q["phase"] == "decode" and q["inputs"] == "sheet"]
    called = []
    speed = tool.per_point(tool.questions(), lambda q: called.append(q) or {})
    assert called == [q for q in grid if q["stages"] == 1]
    assert speed["points"] == len(called) and speed["seconds_per_point"] >= 0


def test_the_tool_asks_with_the_book_s_figures_of_the_chip(tool):
    asked = list(tool.asked())
    assert [asked_of(q) for q in asked] == [asked_of(q) for q in tool.questions()]
    assert all(q["sheet"]["memory"] == chip(q["chip"]).memory for q in asked)


# -- looking an answer up --------------------------------------------------------------------


def test_an_answer_that_was_refused_is_not_a_number():
    assert np.isnan(answer("llm_analysis", chip="groq_lpu", batch=1))


def test_looking_up_what_is_not_there_says_what_is():
    with pytest.raises(ValueError, match="program: got 'oracle'; takes one of .*genz"):
        answers(program="oracle")
    with pytest.raises(ValueError, match="column: got 'colour'"):
        answers(colour="red")
    with pytest.raises(ValueError, match="leaves 6 answers"):
        answer("genz", inputs="preset")
    with pytest.raises(ValueError, match="model: got 'gpt'"):
        asked_deployment("gpt")


# -- why they differ --------------------------------------------------------------------------


def all_decode(program):
    rows = answers(program=program, phase="decode", inputs="sheet", chip=CHIP)
    return rows.dropna(subset="time_ms").to_dict("records")


@pytest.mark.parametrize("program", ["genz", "llm_analysis"])
def test_the_causes_of_a_decode_step_add_up_to_the_program_s_answer(program):
    for row in all_decode(program):
        d = asked_deployment(row["model"], int(row["tensor"]), kv_precision=row["kv_precision"])
        start, causes = decode_causes(program, d, row["batch"], row["context"])
        total = start + sum(causes.values())
        assert start == decode(d, row["batch"], row["context"]).time
        assert total == pytest.approx(row["time_ms"] * 1e-3, rel=1e-4), row


def test_no_cause_is_without_effect():
    for program in ("genz", "llm_analysis"):
        _, causes = decode_causes(program, asked_deployment(), 128, 4096)
        assert all(seconds != 0 for seconds in causes.values())


def test_causes_broadcast_over_batches():
    batch = np.array([1, 16, 128])
    start, causes = decode_causes("llm_analysis", asked_deployment(), batch, 4096)
    total = start + sum(causes.values())
    one = decode_causes("llm_analysis", asked_deployment(), 16, 4096)
    assert total[1] == pytest.approx(one[0] + sum(one[1].values()))


def test_where_computing_binds_the_causes_are_not_told():
    with pytest.raises(ValueError, match="compute over memory.*memory binds"):
        decode_causes("genz", asked_deployment(), 4096, 1)
    with pytest.raises(ValueError, match="stages: got 2; takes one stage"):
        decode_causes("genz", asked_deployment().but(stages=2), 1, 1)
    with pytest.raises(ValueError, match="program: got 'vidur'"):
        decode_causes("vidur", asked_deployment(), 1, 1)


# -- what each counts ----------------------------------------------------------------------------


@pytest.mark.parametrize("program", ["genz", "llm_analysis"])
@pytest.mark.parametrize("model", MODELS)
def test_programs_that_were_run_count_the_kv_cache_as_this_book_does(program, model):
    for row in all_decode(program):
        if row["model"] == model:
            counted = row["batch"] * transformer(model).kv_bytes(
                row["context"], row["kv_precision"]
            )
            assert row["kv_gb"] * 1e9 == pytest.approx(counted, rel=1e-5), row


def test_llm_analysis_counts_two_feed_forward_matrices():
    llama = transformer("llama2_70b")
    h, wide = llama.hidden, llama.feed_forward
    counted = llama.parameters + llama.layers * (2 * h * 4 * h - 3 * h * wide)
    row = answers(program="llm_analysis", model="llama2_70b", chip=CHIP).iloc[0]
    # The embedding in 16 bits, the projection not at all.
    assert row.weights_gb * 1e9 == pytest.approx(counted, rel=1e-3)


def test_genz_keeps_one_micro_batch_a_stage_and_so_takes_eighty_times_what_fits():
    taken = answers(program="genz", chip="groq_lpu").dropna(subset="time_ms").batch
    lpu, llama = chip("groq_lpu"), transformer("llama2_70b")
    assert by_bytes(lpu, llama, "int8", max(taken) // 80, 4096).chips <= 320
    assert by_bytes(lpu, llama, "int8", max(taken) // 80 + 1, 4096).chips > 320
    # Every stage keeps the cache of all requests, so that in 80 stages of 4 none fits.
    stages = Deployment(lpu, llama, tensor=4, stages=80)
    assert requests_that_fit(stages, 4096) == 0


# -- against what was measured -----------------------------------------------------------------


def test_alone_a_request_waits_for_no_other_s_prompt():
    assert with_prefill_share(0.01, 0.5, 1, 1000) == 0.01


def test_the_share_of_prompts_grows_with_the_batch_and_falls_with_the_output():
    batch = np.array([1, 4, 64])
    assert np.all(np.diff(with_prefill_share(0.01, 0.1, batch, 1000)) > 0)
    assert with_prefill_share(0.01, 0.1, 64, 8192) < with_prefill_share(0.01, 0.1, 64, 1024)
    with pytest.raises(ValueError, match="output: got 0"):
        with_prefill_share(0.01, 0.1, 64, 0)


def test_saturated_rows_are_left_out_and_all_programs_are_held_against_the_rest():
    for program in ("book", "genz", "llm_analysis", "aiconfigurator", "aiconfigurator_roofline"):
        rows = held_against_measurement(program)
        assert len(rows) == 25, program
        assert np.isfinite(rows.predicted).all(), program


def test_a_row_is_held_against_the_answer_to_its_own_question():
    rows = held_against_measurement("genz", share=False)
    for row in rows.to_dict("records"):
        context = row["input_tokens"] + row["output_tokens"] // 2
        like = {"tensor": row["tensor_parallel"], "batch": row["concurrency"], "context": context}
        said = answer("genz", phase="decode", model="llama3_70b", inputs="sheet", **like)
        assert row["predicted"] == said


def test_a_cause_taken_out_leaves_the_rest_and_one_that_is_not_there_is_refused():
    name = "5 µs an all-reduce, 1 µs a hop"
    whole, rest = (held_against_measurement("genz", without=names) for names in ((), (name,)))
    wait = 160 * (5 + 2 * (rest.tensor_parallel - 1)) * 1e-6
    assert (whole.predicted - rest.predicted).to_numpy() == pytest.approx(wait.to_numpy())
    with pytest.raises(ValueError, match="^without: got 'luck'"):
        held_against_measurement("genz", without=("luck",))


def test_the_bare_roofline_is_a_bound_below_every_measurement():
    rows = held_against_measurement("book", share=False)
    assert (rows.predicted < rows.measured).all()


@pytest.mark.parametrize("program", ["book", "genz", "llm_analysis", "aiconfigurator_roofline"])
def test_bare_formulas_read_low_even_with_the_others_prompts(program):
    rows = held_against_measurement(program)
    assert (rows.predicted < rows.measured).all()


def test_counting_the_others_prompts_brings_every_program_nearer():
    for program in ("book", "genz", "llm_analysis", "aiconfigurator", "aiconfigurator_roofline"):
        near, far = (
            mean_error(held_against_measurement(program, share)) for share in (True, False)
        )
        assert near < far, program


def test_asked_for_the_cache_that_the_rows_had_aiconfigurator_errs_by_5_7_per_cent_not_8_8():
    errors = {kv: mean_error(held_against_measurement("aiconfigurator", kv=kv))
              for kv in ("bf16", "fp8")}  # fmt: skip
    assert errors == {"bf16": pytest.approx(0.057, abs=5e-4), "fp8": pytest.approx(0.088, abs=5e-4)}
    with pytest.raises(ValueError, match="^kv: got 'int4'"):
        held_against_measurement("aiconfigurator", kv="int4")


# -- rows of serving ---------------------------------------------------------------------------

SERVED = csv_rows("other_models_served")


def test_every_cell_of_serving_was_asked_once_and_has_a_time_or_a_reason(tool):
    assert tuple(SERVED.columns) == tool.SERVED
    assert not SERVED.duplicated(list(tool.CELL)).any() and len(SERVED) > 1500
    assert (SERVED.refused.isna() == SERVED.tpot_kv16_ms.notna()).all()
    assert set(SERVED.tables.dropna()) <= {"silicon", "hybrid"}


def test_a_wider_cache_is_never_much_quicker():
    # Its kernels for the two are measured apart, and a few per cent of noise is in them.
    assert (SERVED.tpot_kv16_ms > 0.9 * SERVED.tpot_kv8_ms).mean() > 0.9


def test_a_row_of_serving_is_looked_up_by_its_cell_under_any_variant_s_name():
    rows = SERVED.head(3).assign(model="DeepSeek-R1-NVFP4", concurrency=[4, 8, 999])
    wide, narrow = served(rows), served(rows, 8)
    assert np.isnan(wide[2]) and np.isnan(narrow[2])
    assert wide[0] == SERVED.tpot_kv16_ms[0] * 1e-3
    assert served(rows.head(1), [8])[0] == SERVED.tpot_kv8_ms[0] * 1e-3
    with pytest.raises(ValueError, match="^kv_bits: got 4; takes 16 or 8"):
        served(rows, 4)
