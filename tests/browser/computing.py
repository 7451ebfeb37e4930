"""Whether a page's live figures compute what the models do: the questions to either browser."""

import json

import numpy as np

from tools import live_figures

ROOT = live_figures.ROOT
STORED = live_figures.stored()
POINTS = 1000
AT_ONCE = 50  # a driver is let wait two minutes for an answer, also on a busy machine
POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'"


def show(driver, target, name):
    """Open a figure's page, if it is another, and wait until the figure moves."""
    if driver.current_url.split("#")[0] != target:
        driver.resize(1280, 900)
        driver.get(target)
    script = "return document.getElementById(arguments[0]).dataset.moves === ''"
    driver.wait(script, values=[f"live-{name}"])


def drawn_points(inputs, rng, count, beyond=0.0):
    """Inputs within their ranges, both ends among them; or beyond them by so much."""
    points = []
    for k in range(count):
        point = {}
        for i in inputs:
            if "choices" in i:
                point[i["name"]] = str(rng.choice(i["choices"]))
                continue
            low, high = i["low"], i["high"]
            part = (0.0, 1.0)[k] if k < 2 else rng.uniform(-beyond, 1 + beyond)
            by_ratio = i["log"] and not beyond
            value = low * (high / low) ** part if by_ratio else low + (high - low) * part
            value = min(max(value, low), high) if not beyond else value
            point[i["name"]] = round(value) if i["whole"] else float(value)
        points.append(point)
    return points


COMPUTE = """
const figure = document.getElementById(arguments[0]);
return JSON.stringify(arguments[1].map(inputs => {
    try {
        return Object.fromEntries(Object.entries(figure.compute(inputs))
            .map(([name, value]) => [name, String(value)]));
    } catch (error) { return {error: error.message}; }
}))"""


def differences(driver, name, points):
    """The points at which page and model differ, with what each says."""
    made = live_figures.figure(name)
    found = []
    for k in range(0, len(points), AT_ONCE):
        part = points[k : k + AT_ONCE]
        found += json.loads(driver.execute_script(COMPUTE, f"live-{name}", part))
    wrong = []
    for point, page in zip(points, found, strict=True):
        try:
            model = made.outputs(point)
        except ValueError as error:
            model = {"error": str(error)}
        if "error" in page or "error" in model:
            if page != model:
                wrong.append((point, page, model))
            continue
        assert list(page) == list(model)
        got = np.array([float(v.replace("Infinity", "inf")) for v in page.values()])
        want = np.array(list(model.values()))
        same = (got == want) | (np.isnan(got) & np.isnan(want))
        with np.errstate(invalid="ignore"):
            same |= np.abs(got - want) <= 1e-12 * np.abs(want)
        if not same.all():
            wrong.append((point, page, model))
    return wrong


def page_and_model_agree(driver, name):
    """At random points of a figure's ranges, and beyond them, where both refuse alike."""
    inputs = STORED[name][1]
    rng = np.random.default_rng(12)
    points = drawn_points(inputs, rng, POINTS) + drawn_points(inputs, rng, POINTS // 5, 0.5)
    wrong = differences(driver, name, points)
    assert not wrong, f"{len(wrong)} of {len(points)}, the first: {wrong[0]}"
