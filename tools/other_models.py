"""Put the book's questions to other people's models and store their answers.

    python tools/other_models.py             environments under _build/other_models
    python tools/other_models.py FOLDER      or under another folder
    python tools/other_models.py --served    asks aiconfigurator of the rows of serving alone

Each program is installed from the package index in an environment of its own, at the
version that PROGRAMS pins; the book and its tests need none of them. This writes
lib/data/other_models.csv and other_models_speed.csv, or with --served other_models_served.csv,
which the chapter verdict/other_models shows. It takes some minutes, and Python 3.11, for which
all have wheels.

Called by itself as `other_models.py --answer PROGRAM` inside such an environment, it
reads questions from standard input as JSON and prints the answers.
"""

import argparse
import contextlib
import csv
import io
import itertools
import json
import logging
import os
import platform
import statistics
import subprocess
import sys
import time
import venv
import warnings
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "lib" / "data"
SOURCE = "othermodels2026"
#: Program -> its package and the version asked.
PROGRAMS = {
    "genz": ("genz-llm", "0.0.16"),
    "llm_analysis": ("llm-analysis", "0.2.2"),
    "aiconfigurator": ("aiconfigurator-core", "0.12.0"),
}
COLUMNS = ("program", "version", "phase", "inputs", "chip", "model", "precision", "kv_precision",
           "tensor", "stages", "batch", "context", "time_ms", "collectives_ms", "weights_gb",
           "kv_gb", "refused", "date", "source")  # fmt: skip
SPEED = ("program", "version", "points", "seconds_per_point", "first_call_s", "what", "load",
         "cores", "python", "date", "command", "source")  # fmt: skip
#: A cell of serving: what a row of measurements was, and what aiconfigurator says of it.
CELL = ("system", "backend", "model", "precision", "input_tokens", "output_tokens",
        "tensor_parallel", "data_parallel", "expert_parallel", "concurrency")  # fmt: skip
SERVED = (*CELL, "tpot_kv16_ms", "tpot_kv8_ms", "tables", "refused", "version", "date", "source")
#: Model and precision of a row -> the model's name there, and the format of its matrices.
SERVED_AS = {
    ("Llama-3.1-70B", "fp8"): ("meta-llama/Meta-Llama-3.1-70B", "fp8"),
    ("Llama-3.1-70B", "fp4"): ("meta-llama/Meta-Llama-3.1-70B", "nvfp4"),
    ("Llama-3.1-8B", "fp8"): ("meta-llama/Meta-Llama-3.1-8B", "fp8"),
    ("Llama-3.1-8B", "not stated"): ("meta-llama/Meta-Llama-3.1-8B", None),
    ("Qwen3-32B", "fp8"): ("Qwen/Qwen3-32B-FP8", None),
    ("Qwen3-32B", "not stated"): ("Qwen/Qwen3-32B", None),
    ("Qwen3-32B", "fp4"): ("Qwen/Qwen3-32B", "nvfp4"),
    ("Qwen3-235B", "fp8"): ("Qwen/Qwen3-235B-A22B-FP8", None),
    ("gpt-oss-120b", "fp8"): ("openai/gpt-oss-120b", None),
    ("gpt-oss-120b", "fp4"): ("openai/gpt-oss-120b", None),
    ("DeepSeek", "fp8"): ("deepseek-ai/DeepSeek-R1", None),
    ("DeepSeek", "fp4"): ("nvidia/DeepSeek-V3.1-NVFP4", None),
}
#: Tokens of prompts that a step takes, by default in the servers that were measured.
PROMPT_TOKENS = 8192
GiB = 2.0**30
#: What is asked: cards that share a layer, requests, tokens that each holds; prompts to read.
TENSORS, BATCHES, CONTEXTS = (2, 4, 8), (1, 4, 16, 64, 128, 256), (512, 2048, 4096)
PROMPTS = {"llama2_70b": (512, 1024, 2048, 4096), "llama3_70b": (1024, 8192)}
#: Requests on 320 chips without DRAM, 80 stages of 4.
SRAM_BATCHES = (1, 7, 8, 80, 320, 639, 640)


# -- in the environment of a program ----------------------------------------------------


def genz(questions):
    """GenZ: one call a question; sizes and rates are binary there (Memory_BW 1 is 1 GiB/s)."""
    from GenZ import decode_moddeling, prefill_moddeling
    from GenZ.Models.Model_sets.meta import llama3_70b_config

    # By its name "meta-llama/meta-llama-3.1-70b" one gets LLaMA-2's shape.
    models = {"llama2_70b": "meta-llama/llama-2-70b", "llama3_70b": llama3_70b_config}

    def one(q):
        system = "H100_GPU"
        if q["inputs"] == "sheet":
            s = q["sheet"]
            system = {"Flops": s["compute"] / 2e12, "Memory_size": s["memory"] / GiB,
                      "Memory_BW": s["bandwidth"] / GiB, "ICN": s["link_bandwidth"] / GiB,
                      "real_values": True}  # fmt: skip
        common = dict(model=models[q["model"]], batch_size=q["batch"], system_name=system,
                      input_tokens=q["context"], bits=q["precision"],
                      tensor_parallel=q["tensor"], pipeline_parallel=q["stages"])  # fmt: skip
        if q["phase"] == "decode":  # Bb is the number of beams, 4 unless told
            said = decode_moddeling(output_tokens=0, Bb=1, **common)
        else:
            said = prefill_moddeling(**common)
        sums = said["summary_table"].iloc[0]
        return {"time_ms": said["Latency"], "collectives_ms": sums["Comm Latency (msec)"],
                "weights_gb": sums["Total Weights (MB)"] * 2**20 * q["tensor"] / 1e9,
                "kv_gb": sums["KV Cache (MB)"] * 2**20 * q["tensor"] / 1e9}  # fmt: skip

    # The precision of the cache is that of the weights there.
    return {"genz": ([q for q in questions if q["kv_precision"] == q["precision"]], one)}


def llm_analysis(questions):
    """llm-analysis: its own shape of LLaMA-2 70B, with another vocabulary for 3.1."""
    from llm_analysis import analysis, config

    def one(q):
        own = config.get_model_config_by_name("upstage_Llama-2-70b-instruct-v2")
        shape = config.ModelConfig(
            name=q["model"], num_layers=own.num_layers, n_head=own.n_head,
            hidden_dim=own.hidden_dim, vocab_size=q["shape"]["vocabulary"],
            max_seq_len=q["shape"]["context"], num_key_value_heads=own.num_key_value_heads,
            ffn_embed_dim=own.ffn_embed_dim)  # fmt: skip
        gpu = config.get_gpu_config_by_name("h100-sxm-80gb")
        if q["inputs"] == "sheet":
            s = q["sheet"]
            gpu = config.GPUConfig(
                name=q["chip"], mem_per_GPU_in_GB=s["memory"] / GiB,
                hbm_bandwidth_in_GB_per_sec=s["bandwidth"] / 1e9,
                intra_node_bandwidth_in_GB_per_sec=s["link_bandwidth"] / 1e9,
                intra_node_min_message_latency=gpu.intra_node_min_message_latency,
                peak_fp16_TFLOPS=s["compute"] / 2e12,
                peak_i8_TFLOPS=s["compute"] / 1e12)  # fmt: skip
        asked = analysis.LLMAnalysis(
            shape, gpu, config.get_dtype_config_by_name("w8a8e16"),
            config.ParallelismConfig(tp_size=q["tensor"], pp_size=q["stages"]))  # fmt: skip
        seq = q["context"] - 1 if q["phase"] == "decode" else q["context"]
        # A prompt is at most the longest sequence, a token further on is one more.
        if q["phase"] == "prefill":
            seq = min(seq, shape.max_seq_len)
        said = asked.inference(
            batch_size_per_gpu=q["batch"], seq_len=seq, num_tokens_to_generate=1,
            kv_cache_dtype_bytes=2 if q["kv_precision"] == "bf16" else 1)  # fmt: skip
        return {"time_ms": said[f"{q['phase']}_latency"] * 1e3,
                "collectives_ms": said[f"{q['phase']}_latency_fwd_tp_comm"] * 1e3,
                "weights_gb": said["weight_memory_per_gpu"] * q["tensor"] / 1e9,
                "kv_gb": said["kv_cache_memory_per_gpu"] * q["tensor"] / 1e9}  # fmt: skip

    return {"llm_analysis": (questions, one)}


def aiconfigurator(questions):
    """aiconfigurator's engine, by its measured kernels and by its own roofline ("SOL")."""
    import aiconfigurator_core as core
    from aiconfigurator_core.sdk import engine
    from aiconfigurator_core.sdk.config_builders import build_model_config
    from aiconfigurator_core.sdk.models import get_model
    from aiconfigurator_core.sdk.perf_database import get_database_view

    name, system, backend, engines = "meta-llama/Meta-Llama-3.1-70B", "h100_sxm", "vllm", {}

    def handle(tensor, mode, kv):
        if (tensor, mode, kv) not in engines:
            shape = build_model_config(tensor, 1, 1, 1, 1, gemm_quant_mode="fp8",
                                       kvcache_quant_mode=kv)  # fmt: skip
            version = engine._literal_backend_version(system, backend, None, None, None)
            database = get_database_view(system, backend, version, database_mode=mode)
            spec = engine.build_engine_spec_json(
                get_model(name, shape, backend), model_path=name, system=system,
                backend=backend, backend_version=version, nextn=0, database=database,
                kv_block_size=None, systems_path=None)  # fmt: skip
            packed = bytes(core.engine_spec_bincode_from_json(spec))
            engines[tensor, mode, kv] = engine.EngineHandle(packed)
        return engines[tensor, mode, kv]

    def by(mode):
        def one(q):
            kv = "bfloat16" if q["kv_precision"] == "bf16" else "fp8"
            made = handle(q["tensor"], mode, kv)
            if q["phase"] == "decode":
                return {"time_ms": made.predict_decode_latency(q["batch"], q["context"])}
            return {"time_ms": made.predict_prefill_latency(q["batch"], q["context"])}

        return one

    mine = [q for q in questions if q["model"] == "llama3_70b" and q["inputs"] == "sheet"]
    return {"aiconfigurator": (mine, by("SILICON")), "aiconfigurator_roofline": (mine, by("SOL"))}


def served(cells):
    """aiconfigurator's own time per token where prompts and answers mix, for cells of serving.

    Asked with the cache in 16 and in 8 bits. A cell whose kernels are not among the measured ones
    is asked again with its estimates for them ("HYBRID"). What refuses one format of attention is
    asked for another.
    """
    from aiconfigurator_core.sdk import engine
    from aiconfigurator_core.sdk.backends.factory import get_backend
    from aiconfigurator_core.sdk.config import RuntimeConfig
    from aiconfigurator_core.sdk.config_builders import build_model_config
    from aiconfigurator_core.sdk.models import get_model
    from aiconfigurator_core.sdk.perf_database import get_database_view

    made = {}

    def build(cell, kv, attention, experts, mode):
        key = (*(cell[name] for name in CELL if name not in ("input_tokens", "output_tokens",
                                                            "concurrency")),
               kv, attention, experts, mode)  # fmt: skip
        if key not in made:
            path, matrices = SERVED_AS[cell["model"], cell["precision"]]
            tensor, data = cell["tensor_parallel"], cell["data_parallel"]
            whole = max(cell["expert_parallel"], 1)
            sliced = tensor * data // whole if tensor * data % whole == 0 else 1
            shape = build_model_config(
                tensor, 1, data, sliced, whole, gemm_quant_mode=matrices, kvcache_quant_mode=kv,
                fmha_quant_mode=attention, moe_quant_mode=experts)  # fmt: skip
            where = cell["system"], cell["backend"]
            version = engine._literal_backend_version(*where, None, None, None)
            database = get_database_view(*where, version, database_mode=mode)
            made[key] = get_model(path, shape, where[1]), database, get_backend(where[1])
        return made[key]

    def one(cell, kv):
        formats = [None]
        if cell["model"] == "gpt-oss-120b":  # its experts' format with hardware for it, or without
            formats = [None, "w4a8_mxfp4_mxfp8"][:: -1 if cell["system"] == "b200_sxm" else 1]
        attentions = (None, "bfloat16") if kv == "bfloat16" else (None, "fp8", "bfloat16")
        batch = max(1, round(cell["concurrency"] / cell["data_parallel"]))
        runtime = RuntimeConfig(batch_size=batch, isl=cell["input_tokens"],
                                osl=cell["output_tokens"])  # fmt: skip
        why = ""
        for mode, experts, attention in itertools.product(
            ("SILICON", "HYBRID"), formats, attentions
        ):
            try:
                model, database, backend = build(cell, kv, attention, experts, mode)
                found = backend.run_agg(model, database, runtime, ctx_tokens=PROMPT_TOKENS)
                return found.get_result_dict()["tpot"], mode.lower(), ""
            except Exception as error:  # each of its layers has an error of its own
                why = " ".join(str(error).split())[:120]
        return None, "", why

    answers = []
    for cell in cells:
        (wide, tables, why), (narrow, _, _) = one(cell, "bfloat16"), one(cell, "fp8")
        answers.append({**cell, "tpot_kv16_ms": wide, "tpot_kv8_ms": narrow, "tables": tables,
                        "refused": why})  # fmt: skip
    return answers


def said(question, one):
    """One answer, or what the program said when it refused."""
    try:
        return {"refused": "", **one(question)}
    except (ValueError, AssertionError) as error:
        return {"refused": " ".join(str(error).split())[:120]}


def per_point(questions, one):
    """The median processor time of a call over the grid of decode steps, and the first one's.

    Processor time, since other programs may run on the machine at the same time.
    """
    grid = [q for q in questions if q["phase"] == "decode" and q["inputs"] == "sheet"
            and q["stages"] == 1]  # fmt: skip
    times = []
    for q in grid:
        start = time.process_time()
        said(q, one)
        times.append(time.process_time() - start)
    return {"points": len(grid), "seconds_per_point": statistics.median(times),
            "first_call_s": times[0]}  # fmt: skip


def answer(program):
    """Answer the questions on standard input."""
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    questions, result = json.load(sys.stdin), {}
    with contextlib.redirect_stdout(io.StringIO()):
        if program == "served":
            result = served(questions)
            return print(json.dumps(result), file=sys.__stdout__)
        for name, (mine, one) in globals()[program](questions).items():
            speed = per_point(mine, one)
            result[name] = {"answers": [[q, said(q, one)] for q in mine], "speed": speed}
    json.dump(result, sys.stdout)


# -- in the book's environment ------------------------------------------------------------


def environment(folder, program):
    """The interpreter of a program's environment, made and filled if it is not there."""
    package, version = PROGRAMS[program]
    home = folder / f"{program}-{version}"
    python = home / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not (home / "installed").exists():
        venv.create(home, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", f"{package}=={version}"],
                       check=True)  # fmt: skip
        (home / "installed").touch()
    return python


def questions():
    """Every question, as a list of mappings.

    ``phase`` is decode or prefill; ``inputs`` says whose figures of the chip are used,
    the book's ("sheet") or the program's own ("preset").
    """
    from lib import tables
    from lib.evidence.other_models import CHIP, MODELS

    found = []

    def ask(phase, model, tensor, batch, context, inputs="sheet", chip=CHIP, stages=1, kv=None):
        own = MODELS[model]
        question = {"phase": phase, "inputs": inputs, "chip": chip, "model": model,
                    "precision": own, "kv_precision": kv or own, "tensor": tensor,
                    "stages": stages, "batch": batch, "context": context}  # fmt: skip
        if question not in found:
            found.append(question)

    for model in MODELS:
        for tensor in TENSORS:
            for context, batch in itertools.product(CONTEXTS, BATCHES):
                ask("decode", model, tensor, batch, context)
            for tokens in PROMPTS[model]:
                ask("prefill", model, tensor, 1, tokens)
    for batch in BATCHES:
        ask("decode", "llama2_70b", 8, batch, 4096, inputs="preset")
    for batch in SRAM_BATCHES:
        ask("decode", "llama2_70b", 4, batch, 4096, chip="groq_lpu", stages=80)
    for row in tables.csv("h100_llama31_70b_tpot").itertuples():
        for kv in ("fp8", "bf16"):  # by all signs the cache had 16 bits
            ask("decode", "llama3_70b", row.tensor_parallel, row.concurrency,
                row.input_tokens + row.output_tokens // 2, kv=kv)  # fmt: skip
            ask("prefill", "llama3_70b", row.tensor_parallel, 1, row.input_tokens, kv=kv)
    return found


def cells():
    """The cells of the rows of serving, each once, with the model's name without its variant."""
    sys.path.insert(0, str(ROOT))
    from lib import tables

    rows = tables.csv("serving_rows")
    names = sorted({model for model, _ in SERVED_AS}, key=len)
    rows["model"] = [next(n for n in names if m.startswith(n)) for m in rows.model]
    return rows[list(CELL)].drop_duplicates().to_dict("records")


def asked():
    """The book's questions with the figures that they are about."""
    sys.path.insert(0, str(ROOT))
    from lib.hardware import chip
    from lib.transformer import transformer

    for q in questions():
        found, shape = chip(q["chip"]), transformer(q["model"])
        rate = found.compute.get(q["precision"]) or found.peak("int8")
        sheet = {f: getattr(found, f) for f in ("memory", "bandwidth", "link_bandwidth")}
        yield {**q, "sheet": {**sheet, "compute": rate},
               "shape": {"vocabulary": shape.vocabulary, "context": shape.context}}  # fmt: skip


def median_time(call, times):
    """The median processor time of a call, and the first one's."""
    taken = []
    for _ in range(times):
        start = time.process_time()
        call()
        taken.append(time.process_time() - start)
    return statistics.median(taken), taken[0]


def book_speed(points=1_000_000):
    """Processor seconds a point of this book's decode step: many points a call, and one."""
    import numpy as np

    from lib.evidence.other_models import asked_deployment
    from lib.spatial.roofline import decode

    side, one = int(points**0.5), asked_deployment()
    batch, context = np.arange(1.0, side + 1)[:, None], np.linspace(1, 4096, side)
    sweep, first = median_time(lambda: decode(one, batch, context).time, 7)
    alone, begin = median_time(lambda: decode(one, 128, 4096).time, 500)
    return {
        "book": {"points": side**2, "seconds_per_point": sweep / side**2, "first_call_s": first},
        "book_one": {"points": 500, "seconds_per_point": alone, "first_call_s": begin},
    }


WHAT = {
    "book": "lib.spatial.roofline.decode, one call over a grid",
    "book_one": "lib.spatial.roofline.decode, one call a point",
    "genz": "decode_moddeling; one call a point",
    "llm_analysis": "LLMAnalysis.inference, prefill included, log off; one call a point",
    "aiconfigurator": "predict_decode_latency of a compiled engine; one call a point",
}


def write(path, columns, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def ask_program(folder, program, role, put):
    """What a program answers in its own environment."""
    python = environment(folder, program)
    done = subprocess.run([python, __file__, "--answer", role], cwd=folder, input=json.dumps(put),
                          stdout=subprocess.PIPE, text=True, check=True)  # fmt: skip
    return json.loads(done.stdout)


def write_served(folder, today):
    """Write lib/data/other_models_served.csv."""
    version, rows = PROGRAMS["aiconfigurator"][1], []
    for found in ask_program(folder, "aiconfigurator", "served", cells()):
        times = {k: f"{found[k]:.5g}" for k in ("tpot_kv16_ms", "tpot_kv8_ms") if found[k]}
        rows.append({**found, **times, "version": version, "date": today, "source": SOURCE})
    write(DATA / "other_models_served.csv", SERVED, rows)
    print(f"{len(rows)} cells in lib/data/other_models_served.csv")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "_build" / "other_models")
    parser.add_argument("--served", action="store_true", help="ask of the rows of serving alone")
    parser.add_argument("--answer", choices=(*PROGRAMS, "served"), help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.answer:
        return answer(chosen.answer)

    today = date.today().isoformat()
    if chosen.served:
        return write_served(chosen.folder.resolve(), today)
    put = list(asked())
    place = {"load": f"{os.getloadavg()[0]:.1f}", "cores": os.cpu_count(),
             "python": platform.python_version(), "date": today,
             "command": "python tools/other_models.py", "source": SOURCE}  # fmt: skip
    rows = []
    speeds = [{"program": name, "version": "", "what": WHAT[name], **speed, **place}
              for name, speed in book_speed().items()]  # fmt: skip
    for program, (_, version) in PROGRAMS.items():
        for name, found in ask_program(chosen.folder.resolve(), program, program, put).items():
            for q, given in found["answers"]:
                numbers = {k: f"{v:.6g}" for k, v in given.items() if k != "refused"}
                rows.append({"program": name, "version": version, "date": today, "source": SOURCE,
                             **{k: q[k] for k in COLUMNS if k in q}, **numbers,
                             "refused": given["refused"]})  # fmt: skip
            what = WHAT.get(name, WHAT[program])
            place["load"] = f"{os.getloadavg()[0]:.1f}"
            speeds.append({"program": name, "version": version, "what": what,
                           **found["speed"], **place})  # fmt: skip
    for row in speeds:
        row |= {k: f"{row[k]:.4g}" for k in ("seconds_per_point", "first_call_s")}
    write(DATA / "other_models.csv", COLUMNS, rows)
    write(DATA / "other_models_speed.csv", SPEED, speeds)
    print(f"{len(rows)} answers in {(DATA / 'other_models.csv').relative_to(ROOT)}")


if __name__ == "__main__":
    main()
