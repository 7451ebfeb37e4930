"""Sentences that read numbers off: one template, read by Python and by web/static/live.js alike.

    {cost:$}                    a number: $ for dollars, .0f or ,.1% as Python has them, 4 for four
                                significant digits, otherwise a unit: {time:s} prints 2.3 ms
    {cost}                      three significant digits; an input as its box shows it
    {meets?at once|never}       by whether a value is true
    {binds#memory|work|links}   by a value's number, from 0

Alternatives are templates themselves.
"""

import re

import numpy as np

from lib.units import dollars, minus, quantity, significant

_PYTHON = re.compile(r",?(\.\d+)?[f%]|,")


def parse(text):
    """A template as the parts of it, for JSON: texts, and lists of a name and what to do with it.

    >>> parse("It costs {cost:$}{far?, {n:,.0f} off|}.")
    ['It costs ', ['cost', ':', '$'], ['far', '?', [[', ', ['n', ':', ',.0f'], ' off'], []]], '.']
    """
    parts, rest = _parts(text, "")
    return parts


def _parts(text, stops):
    """The parts up to one of the stops, and the text from there on."""
    parts = []
    while text and text[0] not in (stops or "\0"):
        if text[0] != "{":
            plain = re.match(rf"[^{{{stops}]+", text)[0]
            parts.append(plain)
            text = text[len(plain) :]
            continue
        found = re.match(r"\{(\w+)(?:\}|:([^{}]*)\}|([?#]))", text)
        if not found:
            raise ValueError(f"template: got {text!r}; takes {{name}}, {{name:format}}, {{name?|}}")
        name, form, choose = found.groups()
        text = text[found.end() :]
        if choose:
            ways = []
            while not ways or text.startswith("|"):
                way, text = _parts(text[bool(ways) :], "|}")
                ways.append(way)
            if not text:
                raise ValueError(f"template: {name}{choose} is not closed by }}")
            text = text[1:]
            parts.append([name, choose, ways])
        else:
            parts.append([name, ":", form or ""])
    return parts, text


def names(parts):
    """The names that a parsed template asks for."""
    found = set()
    for part in parts:
        if not isinstance(part, str):
            found.add(part[0])
            found.update(*(names(way) for way in part[2] if part[1] in "?#"))
    return found


def said(value, form=""):
    """A number as text, by a format of a template.

    >>> said(3600, "$"), said(0.0232, "s"), said(0.256, ".1%"), said(1234.5), said(1e-7, 2)
    ('$3,600', '23.2 ms', '25.6%', '1,234', '0.0000001')
    """
    value = float(value)
    if form == "$":
        return dollars(value)
    if form == "" or str(form).isdigit():
        return significant(value, int(form or 3))
    if not np.isfinite(value) or not _PYTHON.fullmatch(form):
        return quantity(value, form) if not _PYTHON.fullmatch(form) else significant(value)
    return minus(format(value, ",.0f" if form == "," else form))


def render(parts, values, texts=()):
    """A parsed template as text; ``texts`` says how names without a format read."""
    out = ""
    for part in parts:
        if isinstance(part, str):
            out += part
            continue
        name, kind, how = part
        if kind == "?":
            out += render(how[0 if values[name] else -1], values, texts)
        elif kind == "#":
            out += render(how[int(values[name])], values, texts)
        else:
            out += texts[name] if how == "" and name in texts else said(values[name], how)
    return out


def course(name, xs, ys, x_form="", y_form=""):
    """What a curve does, in words: where it begins and ends, and whether it turns between.

    >>> course("cost", [1, 2, 4], [8, 4, 2], "", "$")
    'cost falls from $8 at 1 to $2 at 4'
    >>> course("rate", [1, 2, 4], [1, 3, 2])
    'rate rises from 1 at 1 to 3 at 2 and falls to 2 at 4'
    """
    good = [(x, y) for x, y in zip(xs, ys, strict=True) if np.isfinite(x) and np.isfinite(y)]
    if not good:
        return f"{name} has no value"

    def at(point):
        return f"{said(point[1], y_form)} at {said(point[0], x_form)}"

    first, last = good[0], good[-1]
    low = min(good, key=lambda p: p[1])
    high = max(good, key=lambda p: p[1])
    near = 0.02 * (high[1] - low[1])
    if said(low[1], y_form) == said(high[1], y_form):
        return f"{name} stays at {said(first[1], y_form)}"
    if high[1] - max(first[1], last[1]) > near:
        if low[1] < min(first[1], last[1]) - near:
            return f"{name} goes from {at(first)} to {at(last)}, between {at(low)} and {at(high)}"
        return f"{name} rises from {at(first)} to {at(high)} and falls to {at(last)}"
    if min(first[1], last[1]) - low[1] > near:
        return f"{name} falls from {at(first)} to {at(low)} and rises to {at(last)}"
    verb = "rises" if last[1] > first[1] else "falls"
    return f"{name} {verb} from {at(first)} to {at(last)}"
