"""Measured rows of serving: what each says, what machine it was, and which are left out.

A row is one measurement: system, model, program, precision, lengths, cards, requests kept under
way, and the times to the first and to each further token. Of the 2,292 rows that the book has
(``data/serving_rows.csv``) some are copies, and some are of a machine that the row does not tell;
``reasons`` says which and why, so that every error can be given with and without them.

What a row does not say is taken by rule, and said with every prediction:

- lengths: a row of InferenceX states the greatest; they are drawn from 0.8 of it up, so that the
  mean is 0.9. Any other row states the length.
- cache: ``kv_precision`` where the row has that column. Else 16 bits, but 8 where the weights are
  smaller and the program was told so: by TensorRT-LLM's own files, and by InferenceX's scripts on
  all but the H100, where its queues say 16 (``queued``). Weights of 4 bits on a chip that does
  not compute in them keep a cache of 16 bits.
- weights: "not stated" is 16 bits, or as released where that is smaller; on a chip that computes
  in no 16 bits it is what that computes in, and rows of 16 bits are refused. Output projection,
  embeddings, routers and norms keep 16 bits, and so does latent attention in 4-bit files, but for
  its output. Experts released in 4 bits stay so.
- requests: as many as the memory holds, of those kept under way.
- cards: experts spread over more cards than share the attention say that the attention is cut by
  request, and so do data-parallel copies on no more cards than share a layer. What ``chips`` has
  besides holds other copies of the model, which share the requests.
"""

import json
import re
from functools import lru_cache
from pathlib import Path

import numpy as np
import pandas as pd

from lib import checks, tables
from lib.economics.kvcache import used_context
from lib.economics.practice import practice
from lib.hardware import IDEAL, chip, chips
from lib.spatial.placement import requests_that_fit
from lib.spatial.roofline import Deployment
from lib.transformer import from_config, transformers
from lib.transformer.layers import width
from lib.units import PRECISION_BYTES

#: What a row must say before a time can be predicted; what it may say besides.
NEEDED = ("system", "model", "precision", "input_tokens", "output_tokens", "tensor_parallel",
          "concurrency")  # fmt: skip
OPTIONAL = ("chips", "backend", "backend_version", "data_parallel", "expert_parallel",
            "concurrency_stated", "kv_precision", "measured", "origin", "file", "note",
            "source")  # fmt: skip
MEASURED = ("ttft_ms", "tpot_ms")
COUNTS = ("chips", "data_parallel", "expert_parallel")

#: What a precision stands for; "not stated" is decided by the model's name, else by the model.
PRECISIONS = {
    "not stated": "bf16", "bf16": "bf16", "fp16": "fp16", "fp8": "fp8", "int8": "int8",
    "fp8_block": "fp8", "fp4": "nvfp4", "nvfp4": "nvfp4", "mxfp4": "mxfp4", "int4": "int4",
    "w8a8": "int8", "w4a16": "int4", "awq": "int4", "int4_awq": "int4", "gptq": "int4",
}  # fmt: skip
#: Words of a model's name that say how it was trained further or stored, not what it is.
SAME_SHAPE = {*PRECISIONS, "dynamic", "block", "quantized", "instruct", "chat", "it", "hf", "base",
              "thinking", "2507", "0324", "0528", "0905", "meta"}  # fmt: skip
#: Releases that share the shape of another.
ALSO = {"deepseek v3.1": "deepseek v3", "deepseek v3.1 terminus": "deepseek v3",
        "deepseek v3.2 exp": "deepseek v3.2", "llama 3.3 70b": "llama 3.1 70b",
        "mixtral 8x7b v0.1": "mixtral 8x7b"}  # fmt: skip

#: Columns in which copies of one measurement agree.
CELL = ["system", "backend", "architecture", "precision", "input_tokens", "output_tokens",
        "tensor_parallel", "expert_parallel"]  # fmt: skip


# -- what a row says ------------------------------------------------------------------------------


def _words(name):
    """The words of a model's name, its publisher apart."""
    name = str(name).lower().replace("--", "/").split("/")[-1]
    return [word for word in re.split(r"[-_\s]+|\.(?=w\d)", name) if word]


def _plain(name):
    """A model's name without its publisher, and without how it was trained further or stored.

    >>> _plain("nvidia/DeepSeek-R1-0528-FP4-v2"), _plain("Meta-Llama-3.3-70B-Instruct-FP8-dynamic")
    ('deepseek r1', 'llama 3.1 70b')
    """
    words, kept = _words(name), []
    for place, word in enumerate(words):
        version = re.fullmatch(r"v\d+", word) and words[place - 1] in PRECISIONS
        if not (version or word in SAME_SHAPE) or (not kept and word != "meta"):
            kept.append(word)
    return ALSO.get(" ".join(kept), " ".join(kept))


def precisions(rows):
    """The precision of each row's weights: as it says, or else as its model's name does.

    >>> names = ["Qwen3-32B-FP8", "Qwen3-32B"]
    >>> precisions(pd.DataFrame({"model": names, "precision": "not stated"})).tolist()
    ['fp8', 'not stated']
    """
    said = rows["precision"].astype(str).str.lower()
    named = [next((w for w in _words(name) if w in PRECISIONS), None) for name in rows["model"]]
    return said.where((said != "not stated") | pd.isna(named), named)


@lru_cache
def models(configs=None):
    """The models that rows may name: those of the table, and those of a folder of configs.

    Returns plain name -> Transformer; a config of the folder comes before the table. A config
    stands under its file's name, or its folder's where it is called "config.json".

    >>> models()[_plain("meta-llama/Llama-3.1-70B-Instruct-FP8")].key
    'llama3_70b'
    """
    found = {}
    for key, model in transformers().items():
        for name in (key, model.name, model.hub):
            if name:
                found.setdefault(_plain(name), model)
    if configs is not None:
        folder = Path(configs)
        if not folder.is_dir():
            raise ValueError(f"configs: got {str(configs)!r}; takes a folder of config.json files")
        for path in sorted(folder.rglob("*.json")):
            if not _is_config(path) and path.name != "config.json":
                continue
            stem = path.parent.name if path.stem == "config" else path.stem
            # The hub's cache keeps a config below models--PUBLISHER--NAME/snapshots/HASH.
            cached = re.search(r"models--([^/]+)/snapshots/", path.as_posix())
            found[_plain(cached[1] if cached else stem.removesuffix("_config"))] = path
    return found


def _is_config(path):
    try:
        return "model_type" in json.loads(path.read_text())
    except (ValueError, TypeError) as error:
        raise ValueError(f"configs: {path.name} is no JSON file: {error}") from None


@lru_cache
def _read_config(path):
    return from_config(path)


@lru_cache
def model(name, configs=None):
    """The model that a benchmark calls by some name.

    >>> model("nvidia/Qwen3-32B-NVFP4").name
    'Qwen3 32B'
    """
    known = models(configs)
    plain = _plain(name)
    if plain not in known:
        names = ", ".join(sorted({getattr(m, "name", n) for n, m in known.items()}))
        raise ValueError(f"model: got {name!r}; takes one of {names}, or a config in --configs")
    found = known[plain]
    return _read_config(found) if isinstance(found, Path) else found


@lru_cache
def system(name):
    """The chip that a row calls by some name: a key of the table, with or without its form.

    >>> system("b200_sxm").key, system("gb200_nvl72").key, system("h100_sxm").key
    ('b200', 'gb200', 'h100_sxm')
    """
    key = str(name).lower()
    bare = re.sub("_(sxm|nvl[0-9]+)$", "", key)
    found = [known for known in (key, bare, f"{key}_sxm") if known in chips()]
    return chip(found[0] if found else checks.choice("system", name, sorted(chips())))


def read(path):
    """The rows of a CSV file, as they are; see ``checked`` and ``refusals``."""
    path = Path(path)
    if not path.is_file():
        raise ValueError(f"rows: got {str(path)!r}; takes a CSV file that is there")
    return pd.read_csv(path)


def checked(rows, configs=None):
    """The rows, if a prediction can be made of each.

    Raises ValueError, naming the column, for one that is missing or unknown, and naming the row
    as well for what ``refusals`` says of it.

    >>> checked(serving().head(1).assign(system="abacus"))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ValueError: row 1: system: got 'abacus'; takes one of a100_sxm, b200, ...
    """
    for place, why in enumerate(refusals(rows, configs)):
        if why:
            raise ValueError(f"row {place + 1}: {why}")
    return rows


def refusals(rows, configs=None):
    """Why no prediction can be made of each row: a sentence, or "" for a row of which one can.

    A system or model that the tables (and ``configs``) lack, an unknown precision, counts that
    are no whole numbers above 0, a request longer than the model's context, and a cut that
    cannot be made. Raises ValueError for columns.
    """
    missing = [name for name in NEEDED if name not in rows]
    if missing:
        raise ValueError(f"rows: lack {', '.join(missing)}; take columns {', '.join(NEEDED)}")
    takes = (*NEEDED, *MEASURED, *OPTIONAL)
    if unknown := [name for name in rows if name not in (*takes, *_OWN)]:
        raise ValueError(f"rows: got column {unknown[0]!r}; take {', '.join(takes)}")
    why = np.array([_refusal(row, configs) for row in rows.to_dict("records")], object)
    rows = rows.assign(**{name: np.nan for name in _CUTS if name not in rows})
    good = np.flatnonzero(why == "")
    try:
        loads(rows.iloc[good], configs)
    except ValueError:  # some cut; each is looked at by itself
        for _, place in rows.iloc[good].groupby(list(_CUTS), dropna=False).indices.items():
            try:
                loads(rows.iloc[good[place]], configs)
            except ValueError as error:
                why[good[place]] = str(error)
    return why


#: What decides how a model lies on cards.
_CUTS = ("system", "model", "precision", "tensor_parallel", "data_parallel", "expert_parallel",
         "kv_precision")  # fmt: skip


def _refusal(row, configs):
    """Why a row's own words cannot be: a sentence, or ""."""
    try:
        system(row["system"])
        one = model(row["model"], configs)
        checks.choice("precision", str(row["precision"]).lower(), tuple(PRECISIONS))
        for name in (*NEEDED[3:], *COUNTS):
            if name in NEEDED or not pd.isna(row.get(name)):
                checks.whole(name, _figure(row[name]), int(name in NEEDED))
        total = float(row["input_tokens"]) + float(row["output_tokens"])
        checks.between("input_tokens + output_tokens", total, 1, one.context)
        if _said(row.get("kv_precision")):
            checks.choice("kv_precision", _said(row["kv_precision"]), tuple(PRECISION_BYTES))
        for name in MEASURED:
            if name in row and not pd.isna(row[name]):
                checks.positive(name, _figure(row[name]))
    except ValueError as error:
        return str(error)
    return ""


def _figure(value):
    """A number that may stand in words; what is none is left to the check that names it."""
    try:
        return float(value)
    except (TypeError, ValueError):
        return value


def _said(kv_precision):
    """A cache's precision as a row says it, "" where it leaves it to the program."""
    known = "" if pd.isna(kv_precision) else str(kv_precision).lower()
    return "" if known in ("auto", "not stated") else known


def _column(rows, name, default):
    found = rows[name] if name in rows else pd.Series(default, index=rows.index)
    return found.where(found.notna(), default).to_numpy()


def lengths(rows):
    """Mean tokens of prompts and answers; see the module's rules.

    >>> prompt, output = lengths(serving().head(1))
    >>> float(prompt[0])
    921.6
    """
    least = tables.figure("facts", "serving_least_length").value
    drawn = np.char.startswith(_column(rows, "origin", "").astype(str), "InferenceX")
    share = np.where(drawn, (1 + least) / 2, 1.0)
    return tuple(share * rows[name].to_numpy(float) for name in ("input_tokens", "output_tokens"))


def _small(model):
    """Whether a model was released with experts of 4 bits."""
    formats = model.formats("released")
    return any(x.experts > 1 for x in model.kinds) and width(formats, "experts") < 0.75


def formats(model, precision, card):
    """The formats of a model's weights at a row's precision, and that of the arithmetic.

    >>> weights, arithmetic = formats(model("DeepSeek-R1"), "fp4", chip("b200"))
    >>> weights["experts"], round(weights["attention"], 2), arithmetic
    ('nvfp4', 1.1, 'fp4')
    """
    name = PRECISIONS[precision]
    has = card.compute
    half = next(p for p in ("bf16", "fp16", *has) if p in has)
    if precision not in ("bf16", "fp16") and _small(model):
        return "released", "fp8" if {"fp4", "fp8"} <= has.keys() else half
    if precision == "not stated" and len(model.released) > 1:
        return "released", "fp8" if "fp8" in has else half
    if name in ("bf16", "fp16"):
        if precision == "not stated":
            return half, half
        if half not in ("bf16", "fp16"):
            raise ValueError(f"precision: got {precision!r}; takes one that {card.name} computes "
                             f"in ({', '.join(has)})")  # fmt: skip
        return name, half
    small = dict.fromkeys(("attention", "state", "dense", "experts", "shared_experts"), name)
    mixer = next((x for x in model.kinds if x.kv_heads == 1 and not x.values), None)
    if mixer and PRECISION_BYTES[name] < 1:
        out = mixer.heads * mixer.head_dim * model.hidden / mixer.mixer
        small["attention"] = out * PRECISION_BYTES[name] + (1 - out) * 2.0
    arithmetic = {"nvfp4": "fp4"}.get(name, name)
    return small | {"default": "bf16"}, arithmetic if arithmetic in has else half


def kv_precisions(rows, configs=None):
    """The precision of each row's cache, said or by rule; see the module's rules."""
    program, origin = (_column(rows, name, "").astype(str) for name in ("backend", "origin"))
    said, found = map(_said, _column(rows, "kv_precision", "")), []
    what = zip(rows["system"], rows["model"], precisions(rows), program, origin, said, strict=True)
    for name, shape, precision, by, source, given in what:
        card, one = system(name), model(shape, configs)
        half = PRECISIONS[precision] in ("bf16", "fp16") and not _small(one)
        widened = (_small(one) or precision == "fp4") and "fp4" not in card.compute
        told = by == "trtllm" or (source.startswith("InferenceX") and card.key != "h100_sxm")
        found.append(given or ("fp8" if told and not half and not widened else "bf16"))
    return np.array(found)


def architectures(rows, configs=None):
    """A number for each row that is the same for models of one shape, whatever they are called.

    >>> names = pd.DataFrame({"model": ["DeepSeek-R1", "DeepSeek-V3", "Qwen3-32B"]})
    >>> architectures(names).tolist()
    [0, 0, 1]
    """
    of = {name: model(name, configs) for name in rows["model"].unique()}
    shapes = {name: (m.shape, m.vocabulary) for name, m in of.items()}
    return pd.factorize(rows["model"].map(shapes))[0]


# -- the machines behind rows ---------------------------------------------------------------------


def shared_cards(rows):
    """Cards of a copy and of all copies; where attention is by request, experts whole, chips odd.

    Odd is a number of chips that is no multiple of a copy's cards: it is not used then.

    >>> [x.item() for x in shared_cards(serving().head(1).assign(chips=8, data_parallel=2))]
    [4.0, 8.0, False, False, False]
    """
    tensor, copies, spread = (
        np.maximum(_column(rows, name, 1).astype(float), 1.0)
        for name in ("tensor_parallel", "data_parallel", "expert_parallel")
    )
    cards = np.maximum(tensor, spread)
    stated = _column(rows, "chips", copies * tensor).astype(float)
    odd = (stated < cards) | (stated % cards > 0)
    every = np.where(odd, copies * tensor, stated)
    return cards, every, (spread > tensor) | (copies * tensor > every), spread > 1, odd


def loads(rows, configs=None):
    """A tuple for each chip, model and precision: places of its rows, and what ``serve`` takes.

    Of cards that hold copies of the model each serves its share of the requests. Requests beyond
    what the memory holds wait; where the weights alone do not fit, one is under way.
    """
    prompt, output = lengths(rows)
    cards, every, apart, whole, _ = shared_cards(rows)
    asked = np.maximum(rows["concurrency"].to_numpy(float) / np.maximum(every / cards, 1.0), 1.0)
    keys = rows[["system", "model"]].assign(
        precision=precisions(rows), kv=kv_precisions(rows, configs), apart=apart, whole=whole
    )
    found = []
    for (key, name, precision, kv, apart, whole), place in keys.groupby(list(keys)).indices.items():
        card, one = system(key), model(name, configs)
        weights, arithmetic = formats(one, precision, card)
        engine = IDEAL.but(memory_share=practice(card).memory_share)
        cut = {"attention": "requests", "experts": ("slices", "whole")[whole]} if apart else {}
        made = Deployment(card, one, weights, cards[place], kv_precision=kv,
                          compute_precision=arithmetic, practice=engine, **cut)  # fmt: skip
        held = requests_that_fit(made, used_context(prompt[place], output[place]))
        under_way = np.maximum(np.minimum(asked[place], held), 1.0)
        found.append((place, made, under_way, prompt[place], output[place], held))
    return found


def queued(rows):
    """Requests that a server worked on at once, as its queue tells, from what was measured alone.

    Of N requests kept under way, those in flight each wait for their first token and then take
    output x time per token. By Little's law the rate is the same for all:

        in flight = N x answer / (answer + wait),  answer = output x tpot,  wait = ttft

    The wait holds the reading of the prompt besides the queue, so that this is a lower bound; it
    is close where the queue is long. Source: little1961.

    >>> rows = serving(clean=False).query("system == 'h100_sxm' and model == 'Llama-3.1-70B'")
    >>> two = rows.query("tensor_parallel == 2 and input_tokens == 8192 and concurrency == 64")
    >>> print(f"{queued(two)[0]:.0f}")
    29
    """
    answer = lengths(rows)[1] * rows["tpot_ms"].to_numpy()
    return rows["concurrency"].to_numpy() * answer / (answer + rows["ttft_ms"].to_numpy())


# -- the book's rows ------------------------------------------------------------------------------


@lru_cache
def _serving():
    rows = checked(tables.csv("serving_rows"))
    rows = rows.assign(line=rows.index + 2, architecture=architectures(rows))
    same = [*CELL[:-2], "concurrency", *MEASURED]
    again = rows["file"].str.startswith("db-dump")
    rows["twice"] = again.groupby([rows[name] for name in same]).transform("any")
    rows = rows.drop_duplicates(same).reset_index(drop=True)
    return rows.assign(reason=reasons(rows))


#: Columns that ``serving`` adds to what the file says.
_OWN = ("line", "architecture", "twice", "reason")


def serving(clean=True):
    """The book's rows without copies, and without those that have a reason to be left out.

    ``clean=False`` keeps these, with the reason in a column.

    >>> len(serving()), len(serving(clean=False))
    (1679, 1933)
    """
    rows = _serving()
    return (rows[rows["reason"] == ""] if clean else rows).reset_index(drop=True)


def reasons(rows):
    """Why each row is left out: a sentence, or "" for a row that is kept."""
    is_, least = (lambda name, *values: rows[name].isin(values)), 1.05
    begins = rows["model"].str.startswith
    deep, oss = begins("DeepSeek"), begins("gpt-oss")
    llama8, qwen = begins("Llama-3.1-8B"), begins("Qwen3-235B")
    public = rows["origin"].str.startswith("InferenceX")
    room = np.empty(len(rows))
    for place, *_, held in loads(rows):
        room[place] = held
    drafts = is_("backend", "trtllm") & (
        is_("measured", "2026-01-14") | is_("backend_version", "1.2.0rc6.post3")
    ) | (is_("backend", "sglang") & is_("precision", "fp8") & is_("tensor_parallel", 8)
         & is_("backend_version", "0.5.9"))  # fmt: skip
    waits = rows["ttft_ms"] > 0.5 * lengths(rows)[1] * rows["tpot_ms"]
    why = pd.Series("", index=rows.index)
    for left_out, reason in (
        (deep & public & ~rows["twice"] & drafts, "speculative decoding, not labelled"),
        (room == 0, "the weights do not fit"),
        (qwen & is_("backend", "vllm"), "two times for one cell, whatever the load"),
        (llama8 & is_("backend", "vllm"), "faster than the peak allows"),
        (~public & (deep | oss), "no slower at five times the load"),
        (~rows["concurrency_stated"].astype(bool), "load not stated"),
        (oss & is_("backend", "vllm") & is_("system", "h100_sxm") & is_("concurrency", 512),
         "a limit on the batch that the row does not state"),
        (rows["concurrency"] > least * room, "the cache does not fit: a queue"),
        (waits, "a queue: the wait is over half of the answer"),
    ):  # fmt: skip
        why = why.mask(left_out & (why == ""), reason)
    kept = rows[why == ""].sort_values([*CELL, "concurrency"])
    next_ = kept.groupby(CELL)["tpot_ms"].shift(-1)
    why[kept.index[kept["tpot_ms"] > 1.15 * next_]] = "slower than at a higher load"
    return why
