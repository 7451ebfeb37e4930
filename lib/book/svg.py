"""Matplotlib's SVG made small: fit to stand in a page, the same for the same content.

What Matplotlib writes is many times what a page needs. Here paths become relative and
numbers keep two digits, styles become attributes (`fill`, `stroke`) that a style sheet can
reach, what leaves no mark goes, text takes the page's typeface, and ids carry a hash of the
content, so that two figures may stand in one page.
"""

import hashlib
import html
import re
from xml.etree import ElementTree

_NUMBER = re.compile(r"-?\d*\.?\d+(?:[eE][-+]?\d+)?")
_REFERENCE = re.compile(r"url\(#([^)]+)\)")
_FONT = re.compile(r"(?:(italic|oblique)\s+)?(?:(\d+|bold)\s+)?([\d.]+)px\b.*")
# Between two numbers of a path no space is needed where a sign or a second point parts them.
_SPARE = re.compile(r" (?=-)|(?<=\.\d) (?=\.)|(?<=\.\d\d) (?=\.)")
_ROUNDED = ("x", "y", "width", "height", "stroke-width", "font-size", "stroke-dasharray")
_INHERITED = ("fill", "stroke", "stroke-width", "fill-opacity", "opacity", "stroke-opacity")


def _short(hundredths):
    """Write a whole number of hundredths as briefly as SVG allows."""
    text = f"{hundredths / 100:.2f}".rstrip("0").rstrip(".")
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def _rounded(text):
    return _NUMBER.sub(lambda match: _short(round(float(match[0]) * 100)), text)


def _outline(d):
    """Return a path's data in relative, rounded form, and its bounding box."""
    runs, corners, at, start = [], [], [0, 0], [0, 0]
    for letter, numbers in re.findall(r"([MLQCz])([^MLQCz]*)", d):
        if letter == "z":
            runs.append(("z", []))
            at = start
            continue
        points = [round(float(number) * 100) for number in numbers.split()]
        corners.append(points)
        if letter == "L" and points == at:
            continue
        step = [p - q for p, q in zip(points, at * 3, strict=False)]
        at, verb = points[-2:], letter.lower()
        if verb == "m":
            start = at
        elif verb == "l" and 0 in step:
            verb, step = ("v", step[1:]) if step[0] == 0 else ("h", step[:1])
        last = runs[-1][0] if runs else ""
        if (verb == last and verb in "lqc") or (verb == "l" and last == "m"):
            runs[-1][1].extend(step)
        else:
            runs.append((verb, step))
    xs, ys = ([p for points in corners for p in points[k::2]] for k in (0, 1))
    data = "".join(verb + _SPARE.sub("", " ".join(map(_short, run))) for verb, run in runs)
    return data, (min(xs) / 100, min(ys) / 100, max(xs) / 100, max(ys) / 100)


def _attributes(element):
    """Move an element's style into attributes and round its numbers; return a box if it has one."""
    attributes, box = element.attrib, None
    for declaration in attributes.pop("style", "").split(";"):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        if name == "font":
            slant, weight, attributes["font-size"] = _FONT.fullmatch(value).groups()
            if weight not in (None, "400"):
                attributes["font-weight"] = weight
            if slant:
                attributes["font-style"] = slant
        elif name and name != "font-family" and (name, value) != ("text-anchor", "start"):
            attributes[name] = value.removesuffix("px") if name == "font-size" else value
    if "d" in attributes:
        attributes["d"], box = _outline(attributes["d"])
    for name in _ROUNDED:
        if name in attributes and element.tag != "svg":
            attributes[name] = _rounded(attributes[name]).replace(", ", " ")
    if "matrix" not in attributes.get("transform", "matrix"):
        turned = re.sub(r"rotate\(-?0(\.0*)?[ )][^()]*\)?", "", attributes["transform"]).strip()
        attributes["transform"] = _rounded(turned)
        if not turned:
            del attributes["transform"]
    if attributes.get("stroke-linejoin") == "round":
        del attributes["stroke-linejoin"]
    if element.tag == "use":
        box = 2 * (float(attributes.get("x", 0)), float(attributes.get("y", 0)))
    return box


def _unseen(element):
    """Say whether an element leaves no mark: an empty group, or a path of no ink."""
    if element.tag in ("g", "defs"):
        return len(element) == 0
    ink = element.get("fill") != "none" or "stroke" in element.attrib or "id" in element.attrib
    return element.tag in ("metadata", "style") or (element.tag == "path" and not ink)


def _tidy(element, frames, used):
    """Shorten an element and what it holds; return its bounding box where that is known."""
    if element.get("id") not in used:
        element.attrib.pop("id", None)
    box, boxes = _attributes(element), []
    for child in list(element):
        inner = _tidy(child, frames, used)
        if element.tag == "defs" and child.tag == "path":
            for name in _INHERITED:  # each <use> brings its own, which a page can recolour
                child.attrib.pop(name, None)
        if _unseen(child):
            element.remove(child)
        elif child.tag != "defs":
            boxes.append(inner)
    if element.tag == "g" and boxes and all(boxes):
        lefts, lows, rights, highs = zip(*boxes, strict=True)
        box = (min(lefts), min(lows), max(rights), max(highs))
    clip = _REFERENCE.fullmatch(element.get("clip-path", ""))
    frame = frames.get(clip[1]) if clip else None
    if box and frame:
        over = frame[0] - box[0], frame[1] - box[1], box[2] - frame[2], box[3] - frame[3]
        if max(over) < 0.021:
            del element.attrib["clip-path"]  # nothing to cut off
    if element.tag == "g" and len(element) > 1:
        for name in _INHERITED:
            value = element[0].get(name)
            if value and name not in element.attrib and all(c.get(name) == value for c in element):
                element.set(name, value)
                for child in element:
                    del child.attrib[name]
    return None if "transform" in element.attrib else box


def _references(root):
    """Return the ids that an element below root points at, in order."""
    found = {}
    for element in root.iter():
        for name, value in element.attrib.items():
            if name == "href" and value.startswith("#"):
                found[value[1:]] = None
            elif "url(#" in value:
                found.update(dict.fromkeys(_REFERENCE.findall(value)))
    return found


def _write(element, names):
    """Return an element's text with its ids renamed and without idle groups."""
    tag = element.tag
    if tag == "clipPath" and element.get("id") not in names:
        return ""
    attributes = ""
    for name, value in element.attrib.items():
        if name == "id":
            value = names[value]
        elif name == "href" and value.startswith("#"):
            value = "#" + names[value[1:]]
        elif "url(#" in value:
            value = _REFERENCE.sub(lambda m: f"url(#{names[m.group(1)]})", value)
        attributes += f' {name}="{html.escape(value)}"'
    inner = _words(element.text)
    inner += "".join(_write(child, names) + _words(child.tail) for child in element)
    if tag in ("svg", "g") and not attributes:
        return inner
    if inner:
        return f"<{tag}{attributes}>{inner}</{tag}>"
    return "" if tag in ("g", "defs", "text") else f"<{tag}{attributes}/>"


def _words(text):
    return html.escape(text, quote=False) if text and text.strip() else ""


def small(text, alt, paper):
    """Return Matplotlib's SVG as one line of SVG text, and the same for the same content.

    alt: its `aria-label`. paper: the colour behind a drawing that is opened alone.
    """
    text = text[text.index("<svg") :].replace("xlink:href", "href")
    text = re.sub(r' xmlns(:\w+)?="[^"]*"', "", text)
    root = ElementTree.fromstring(re.sub(r"<metadata>.*?</metadata>", "", text, flags=re.DOTALL))
    view = root.get("viewBox")
    root.attrib.clear()
    frames = {}
    for clip in root.iter("clipPath"):
        if clip[0].tag == "rect":
            x, y, width, height = (float(clip[0].get(k)) for k in ("x", "y", "width", "height"))
            frames[clip.get("id")] = x, y, x + width, y + height
    _tidy(root, frames, _references(root))
    used = list(_references(root))

    def body(prefix):
        return _write(root, {name: f"{prefix}{k}" for k, name in enumerate(used)})

    digest = hashlib.sha256((view + alt + body("")).encode()).hexdigest()[:8]
    width, height = (round(float(number) * 4 / 3) for number in view.split()[2:])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="figure" role="img" '
        f'aria-label="{html.escape(alt)}" viewBox="{_rounded(view)}" '
        f'width="{width}" height="{height}" '
        f'style="max-width:100%;height:auto" font-family="sans-serif" stroke-linejoin="round">'
        f"<style>svg:root{{background:{paper}}}</style>{body(f'f{digest}-')}</svg>"
    )
