// Moves the figures that lib/book/live.py writes. A plain script beside tape.js, so that it works
// from file:// and under a policy that lets no code be made; the same text stands inside the
// output of a cell, where it moves the one figure before it.
//
// A figure that computes is a tape (the model), a frame (the axes, drawn by Matplotlib, which
// stand still) and marks (what is drawn in it). A move runs the tape anew and writes the marks anew.
// One that was drawn ahead (lib/book/explore.py) is drawings, of which a move chooses one.
(() => {
  "use strict";
  const { run, best, format, unpacked } = globalThis.SpaceForTime.tape;

  // -- words: as lib/units.py and lib/book/reading.py have them -----------------------------

  const minus = (text) => text.replace(/^(\$?)[-−]/, "−$1");
  const significant = (v, digits = 3) => {
    if (!Number.isFinite(v)) return minus(String(v).replace("Infinity", "∞").replace("NaN", "nan"));
    if (v === 0) return "0";
    const text = format(v, `,.${Math.max(0, digits - 1 - Math.floor(Math.log10(Math.abs(v))))}f`);
    return minus(text.includes(".") ? text.replace(/\.?0+$/, "") : text);
  };
  const LARGE = [[1e18, "E"], [1e15, "P"], [1e12, "T"], [1e9, "G"], [1e6, "M"], [1e3, "k"], [1, ""]];
  const SMALL = [[1, ""], [1e-3, "m"], [1e-6, "µ"], [1e-9, "n"]];
  const quantity = (v, unit) => {
    if (unit.length > 4 || v === 0 || !Number.isFinite(v)) return `${significant(v)} ${unit}`;
    const table = unit === "s" ? SMALL : LARGE;
    const [factor, prefix] = table.find(([q]) => Math.abs(v) >= q * (1 - 0.5 * 10 ** -3)) ?? table.at(-1);
    return `${significant(v / factor)} ${prefix}${unit}`;
  };
  const dollars = (v) => {
    if (Math.abs(v) >= 999999.5) return minus(`$${significant(v / 1e6)}M`);
    return minus(`$${Math.abs(v) >= 100 ? format(v, ",.0f") : significant(v)}`);
  };
  const said = (value, form = "") => {
    const v = Number(value);
    if (form === "$") return dollars(v);
    if (/^\d*$/.test(form)) return significant(v, Number(form || 3));
    if (!/^(,?(\.\d+)?[f%]|,)$/.test(form)) return quantity(v, form);
    return Number.isFinite(v) ? minus(format(v, form === "," ? ",.0f" : form)) : significant(v);
  };
  const render = (parts, values, texts) =>
    parts
      .map((part) => {
        if (typeof part === "string") return part;
        const [name, kind, how] = part;
        if (kind === "?") return render(how.at(values[name] ? 0 : -1), values, texts);
        if (kind === "#") return render(how[Math.trunc(values[name])], values, texts);
        return how === "" && name in texts ? texts[name] : said(values[name], how);
      })
      .join("");
  const course = (name, xs, ys, xForm, yForm) => {
    const good = [...xs].map((x, i) => [x, ys[i]]).filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y));
    if (!good.length) return `${name} has no value`;
    const at = ([x, y]) => `${said(y, yForm)} at ${said(x, xForm)}`;
    const [first, last] = [good[0], good.at(-1)];
    const low = good.reduce((a, b) => (b[1] < a[1] ? b : a));
    const high = good.reduce((a, b) => (b[1] > a[1] ? b : a));
    const near = 0.02 * (high[1] - low[1]);
    if (said(low[1], yForm) === said(high[1], yForm)) return `${name} stays at ${said(first[1], yForm)}`;
    if (high[1] - Math.max(first[1], last[1]) > near) {
      if (low[1] < Math.min(first[1], last[1]) - near) return `${name} goes from ${at(first)} to ${at(last)}, between ${at(low)} and ${at(high)}`;
      return `${name} rises from ${at(first)} to ${at(high)} and falls to ${at(last)}`;
    }
    if (Math.min(first[1], last[1]) - low[1] > near) return `${name} falls from ${at(first)} to ${at(low)} and rises to ${at(last)}`;
    return `${name} ${last[1] > first[1] ? "rises" : "falls"} from ${at(first)} to ${at(last)}`;
  };

  // -- drawing ------------------------------------------------------------------------------

  const escape = (text) => text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);
  const scale = ({ low, high, log }, from, to) => {
    const [f, a, b] = log ? [Math.log10, Math.log10(low), Math.log10(high)] : [(v) => v, low, high];
    return (v) => Math.max(-5e3, Math.min(5e3, from + ((f(v) - a) / (b - a)) * (to - from)));
  };
  const steps = (low, high, points, byRatio, whole) => {
    const part = Float64Array.from({ length: points }, (_, i) => i / (points - 1));
    const found = part.map((p) => (byRatio ? low * (high / low) ** p : low + (high - low) * p));
    return whole ? Float64Array.from(new Set(found.map((v) => Number(format(v, ".0f"))))) : found;
  };
  const APART = 13.5; // points between labels one above another
  const write = (text, x, y, color, anchor) => {
    const lines = text.split("\n").map((line, i, all) =>
      `<tspan x="${x.toFixed(1)}" dy="${i ? 1.2 : 0.35 - 0.6 * (all.length - 1)}em">${escape(line)}</tspan>`);
    return `<text y="${y.toFixed(1)}" fill="${color}" font-size="11" text-anchor="${anchor}">${lines.join("")}</text>`;
  };
  const ANCHOR = { left: "start", right: "end", center: "middle" };

  // The marks of one panel as SVG, and what they do in words. `model` computes.
  const panel = ({ x: ax, y: ay, marks }, [left, top, width, height], apart, model) => {
    const px = scale(ax, left, left + width);
    const py = ay.names.length ? scale(ay, top, top + height) : scale(ay, top + height, top);
    const within = (v, { low, high }) => v >= low * (1 - 1e-9) - 1e-12 && v <= high * (1 + 1e-9) + 1e-12;
    const layers = { area: "", line: "", over: "" };
    const [ends, told] = [[], []];
    const stroke = (m) => `fill="none" stroke="${m.color}" stroke-width="${m.width}"${m.dash ? ` stroke-dasharray="${m.dash}"` : ""}`;
    const label = (m, x, y, preset) => {
      const { dx = 6, dy = 0, ha = "left" } = { ...preset, ...m };
      const text = model.words(m);
      if (text && Number.isFinite(x) && Number.isFinite(y)) layers.over += write(text, px(x) + dx, py(y) - dy, m.color, ANCHOR[ha]);
    };
    const end = (m, x, y) => {
      const text = model.words(m);
      if (text && within(y, ay)) ends.push({ m, text, x: px(x), y: py(y), lines: text.split("\n").length });
    };
    const line = (xs, ys, step, px_ = px, py_ = py) => {
      let d = "", pen = false;
      for (let i = 0; i < xs.length; i++) {
        if (!Number.isFinite(xs[i]) || !Number.isFinite(ys[i]) || (ay.log && !(ys[i] > 0)) || (ax.log && !(xs[i] > 0))) pen = false;
        else {
          const [u, v] = [px_(xs[i]).toFixed(2), py_(ys[i]).toFixed(2)];
          d += !pen ? `M${u},${v}` : step ? `H${u}V${v}` : `L${u},${v}`;
          pen = true;
        }
      }
      return d;
    };
    const name = (m) => model.words(m).replaceAll("\n", " ");
    const reads = (m, value, unit) => {
      const [words, number] = [name(m), said(value, unit)];
      if (words) told.push(words.includes(number) ? words : `${words}: ${number}`);
    };
    const DRAW = {
      curve(m) {
        const { x: xs, y: ys } = model.along(m, ax);
        layers.line += `<path d="${line(xs, ys, m.step)}" ${stroke(m)}/>`;
        if (m.label.length) told.push(course(name(m), xs, ys, ax.unit, ay.unit));
        let best = -1;
        for (let i = 0; i < xs.length; i++) {
          if (!Number.isFinite(xs[i]) || !Number.isFinite(ys[i]) || (!("at" in m) && !(within(xs[i], ax) && within(ys[i], ay)))) continue;
          const better = "at" in m ? Math.abs(xs[i] - m.at) < Math.abs(xs[best] - m.at) : xs[i] > xs[best];
          if (best < 0 || better) best = i;
        }
        if (best >= 0) ("at" in m ? label : end)(m, xs[best], ys[best]);
      },
      area(m) {
        const { x: xs, y: highs, low: lows } = model.along(m, ax);
        const lowest = (v) => (ay.log ? Math.max(v, ay.low) : v);
        const forth = line(xs, highs.map(lowest), m.step);
        const back = line(xs.slice().reverse(), lows.map(lowest).reverse(), false);
        if (forth) layers.area += `<path d="${forth}${back.replace("M", "L")}Z" fill="${m.color}" fill-opacity="${m.opacity}"/>`;
        let k = 0;
        for (let i = 0; i < xs.length; i++) if (Math.abs(xs[i] - (m.at ?? xs.at(-1))) < Math.abs(xs[k] - (m.at ?? xs.at(-1)))) k = i;
        label(m, xs[k], ay.log ? Math.sqrt(lows[k] * highs[k]) : (lows[k] + highs[k]) / 2, { dx: 0, ha: "right" });
      },
      point(m) {
        const look = model.look(m);
        const [xs, ys] = [m.x, m.y].map((v) => [v].flat().map(look));
        xs.forEach((x, i) => {
          if (!within(x, ax) || !within(ys[i], ay)) return;
          const [u, v] = [px(x), py(ys[i])];
          const hollow = m.marker !== "o" ? `fill="#fffdf8" stroke="${m.color}" stroke-width="1.8"` : `fill="${m.color}"`;
          layers.over += m.marker === "D"
            ? `<path d="M${u.toFixed(1)},${(v - 5).toFixed(1)}l5,5l-5,5l-5,-5Z" ${hollow}/>`
            : `<circle cx="${u.toFixed(1)}" cy="${v.toFixed(1)}" r="3.5" ${hollow}/>`;
        });
        if (within(xs.at(-1), ax) && within(ys.at(-1), ay)) label(m, xs.at(-1), ys.at(-1), { dx: 9, dy: 9 });
      },
      seen(m) {
        const [xs, ys] = m.sets[`${model.text(m.key)}|${model.text(m.also)}`] ?? [[], []];
        const times = model.look(m)(m.times);
        xs.forEach((x, i) => {
          if (!within(x, ax) || !within(ys[i] * times, ay)) return;
          layers.line += `<circle cx="${px(x).toFixed(1)}" cy="${py(ys[i] * times).toFixed(1)}" r="2" fill="none" stroke="${m.color}" stroke-width="1"/>`;
        });
        if (xs.length && name(m)) told.push(`${name(m)}: ${xs.length} points`);
      },
      level(m) {
        const value = model.look(m)(m.place);
        if (!Number.isFinite(value)) return;
        layers.line += `<path d="M${left},${py(value).toFixed(2)}h${width}" ${stroke(m)}/>`;
        if ("at" in m) label(m, m.at, value, { dx: 0, dy: 8 });
        else end(m, ax.high, value);
        reads(m, value, ay.unit);
      },
      upright(m) {
        const value = model.look(m)(m.place);
        if (!Number.isFinite(value)) return;
        layers.line += `<path d="M${px(value).toFixed(2)},${top}v${height}" ${stroke(m)}/>`;
        if (within(value, ax)) label(m, value, ay.names.length ? ay.low : ay.high, { dx: 0, dy: 8, ha: "center" });
        reads(m, value, ax.unit);
      },
      bar(m) {
        const flat = ay.names.length > 0;
        const [place, look] = [(flat ? ay : ax).names.indexOf(m.name), model.look(m)];
        const [axis, along, across] = flat ? [ax, px, py] : [ay, py, px];
        const first = look(m.low ?? 0);
        const shown = (v) => along(axis.log ? Math.max(v, axis.low) : v); // of all that is below, nothing
        let sum = first;
        m.parts.forEach((part, i) => {
          const [a, b] = [shown(sum), shown((sum += look(part)))].sort((p, q) => p - q);
          const [c, d] = [across(place - 0.31), across(place + 0.31)];
          const box = flat ? [a, c, b - a, d - c] : [c, a, d - c, b - a];
          const [X, Y, Wd, Hg] = box.map((v) => (Number.isFinite(v) ? v.toFixed(2) : 0));
          layers.line += `<rect x="${X}" y="${Y}" width="${Wd}" height="${Hg}" fill="${m.colors[i]}"/>`;
        });
        const inside = Math.min(Math.max(sum, axis.low), axis.high);
        if (flat) label(m, inside, place);
        else label(m, place, inside, { dx: 0, dy: 9, ha: "center" });
        told.push(`${m.name}: ${m.low === undefined ? "" : `${said(first, axis.unit)} to `}${said(sum, axis.unit)}`);
      },
    };
    const refusals = [];
    for (const m of marks) {
      try {
        DRAW[m.kind](m);
      } catch (error) {
        if (!("argument" in error)) throw error;
        refusals.push(error); // this mark the model refuses; the others stand
      }
    }
    // Labels in the right margin, from below: none nearer to the next than a line.
    ends.sort((a, b) => b.y - a.y);
    let floor = Infinity;
    for (const e of ends) {
      const half = (apart * e.lines) / 2;
      const at = Math.min(e.y - (e.m.dy ?? 0), floor - half);
      floor = at - half;
      layers.over += write(e.text, e.x + (e.m.dx ?? 6), at, e.m.color, "start");
    }
    const box = `x="${left}" y="${top}" width="${width}" height="${height}"`;
    // A nested <svg> cuts off what leaves the frame without an id, which a page has once only.
    const inner = `<svg ${box} viewBox="${left} ${top} ${width} ${height}" overflow="hidden">${layers.area}${layers.line}</svg>`;
    return { svg: inner + layers.over, told };
  };

  // -- a figure -----------------------------------------------------------------------------

  // The boxes of a typed shape from a config.json, or an Error that names the key; what it knows
  // and what it refuses is data of lib/book/paste.py.
  const readConfig = (text, { types, keys, names, shape, other }) => {
    const refuse = (key, value, takes) => { throw new Error(`${key}: got ${JSON.stringify(value)}; takes ${takes}`); };
    let config;
    try { config = JSON.parse(text); } catch { throw new Error("config.json: this is no JSON"); }
    if (typeof config !== "object" || config === null || Array.isArray(config)) throw new Error("config.json: this is no object");
    const kind = types[config.model_type];
    if (!Object.hasOwn(types, config.model_type ?? "")) refuse("model_type", config.model_type ?? null, `one of ${Object.keys(types).join(", ")} on a page; a kernel reads others`);
    const asked = new Set(["model_type", "quantization_config"]);
    const get = (key) => {
      const all = [key, ...(names[key] ?? [])];
      all.forEach((n) => asked.add(n));
      const given = all.filter((n) => (config[n] ?? null) !== null).map((n) => [n, config[n]]);
      if (given.some(([, v]) => v !== given[0][1])) refuse(key, Object.fromEntries(given), "one value under one name");
      return given[0]?.[1];
    };
    const count = (key, otherwise) => {
      const v = get(key) ?? otherwise;
      if (!Number.isInteger(v) || v < 1) refuse(key, v ?? null, "a whole number from 1 up");
      return v;
    };
    // Keys that may say so, and mean here what is so without them.
    const only = (key, good, takes) => { const v = get(key); if (v !== undefined && !good(v)) refuse(key, v, `${takes} on a page; a kernel reads others`); };
    const no = (v) => v === false || v === 0;
    for (const key of ["tie_word_embeddings", "mlp_bias", ...(kind.qkv_bias ? [] : ["attention_bias", "qkv_bias"])]) only(key, no, "false");
    if (get("use_sliding_window") !== false && !(kind.qkv_bias || kind.qk_norm)) only("sliding_window", no, "none");
    else { only("use_sliding_window", no, "false"); get("sliding_window"); }
    only("decoder_sparse_step", (v) => v === 1, "1");
    only("mlp_only_layers", (v) => Array.isArray(v) && !v.length, "none");
    only("layer_types", (v) => Array.isArray(v) && v.every((t) => t === "full_attention"), "full attention alone");
    const heads = count(keys.heads);
    const found = { layers: count(keys.layers), hidden: count(keys.hidden), heads, kv_heads: count(keys.kv_heads, heads) };
    found.head_dim = count(keys.head_dim, found.hidden / heads);
    const [block, expert] = [get(keys.feed_forward), kind.sparse ? get("moe_intermediate_size") : undefined];
    found.feed_forward = expert === undefined ? count(keys.feed_forward, block) : count("moe_intermediate_size");
    Object.assign(found, { vocabulary: count(keys.vocabulary), longest: count(keys.longest) });
    found.experts = kind.sparse ? count(keys.experts) : 1;
    found.active = kind.sparse ? count(keys.active) : 1;
    const [shapes, others] = [new RegExp(shape), new RegExp(other)];
    for (const [key, value] of Object.entries(config)) {
      const said = ![null, false, 0, ""].includes(value) && !(typeof value === "object" && !Object.keys(value).length);
      if (said && shapes.test(key) && !others.test(key) && !asked.has(key)) refuse(key, value, "what it means from a kernel: a page does not understand it");
    }
    return { ...found, qk_norm: kind.qk_norm ?? 0, qkv_bias: kind.qkv_bias ?? 0 };
  };

  const inSvg = (text) => {
    const holder = document.createElement("div");
    holder.innerHTML = text.replace(/ style="[^"]*"|<style>.*?<\/style>/g, ""); // live.css says it too
    const svg = holder.firstElementChild;
    svg.removeAttribute("width");
    svg.removeAttribute("height");
    return svg;
  };
  const save = (name, type, content) => {
    const file = document.createElement("a");
    Object.assign(file, { href: URL.createObjectURL(new Blob([content], { type })), download: name });
    file.click();
    setTimeout(() => URL.revokeObjectURL(file.href), 10000);
  };
  const saveDrawing = (svg, name) => {
    const copy = svg.cloneNode(true);
    const { width, height } = svg.viewBox.baseVal;
    copy.setAttribute("width", Math.round((width * 4) / 3));
    copy.setAttribute("height", Math.round((height * 4) / 3));
    // On paper of its own: in the page the figure has the page's.
    copy.insertAdjacentHTML("afterbegin", '<rect width="100%" height="100%" fill="#fffdf8"/>');
    save(`${name}.svg`, "image/svg+xml", new XMLSerializer().serializeToString(copy));
  };
  // Words of which none breaks within a unit: some browsers break "tokens/s" after its slash.
  const say = (element, words) => element.replaceChildren(...words.split(/(\S*[a-z]\/\w+\)?)/i).map((part, k) => {
    if (k % 2 === 0) return part;
    const unit = document.createElement("span");
    unit.style.whiteSpace = "nowrap";
    unit.textContent = part;
    return unit;
  }));
  // Who does not see the drawing hears what is read off it, from a region that stays, once a move ends.
  const teller = (readout) => {
    const status = document.createElement("p");
    status.className = "live-told";
    status.setAttribute("role", "status");
    readout.after(status);
    let waiting = 0;
    return (words) => {
      clearTimeout(waiting);
      waiting = setTimeout(() => { status.textContent = words; }, 400);
    };
  };

  const drawnAhead = (root, { drawings, at, knobs }, form, readout) => {
    const [place, sliders] = [root.querySelector(".live-picture"), [...form.querySelectorAll("[type=range]")]];
    const start = sliders.map((slider) => slider.value);
    const tell = teller(readout);
    const draw = () => {
      const index = sliders.reduce((sum, slider, k) => sum * knobs[k][1].length + Number(slider.value), 0);
      sliders.forEach((slider, k) => {
        const text = knobs[k][1][slider.value];
        slider.setAttribute("aria-valuetext", text);
        form.querySelectorAll("output")[k].textContent = text;
      });
      const [picture, words] = drawings[at[index]];
      place.replaceChildren(inSvg(picture));
      say(readout, words);
      return words;
    };
    form.addEventListener("input", () => tell(draw() || place.firstElementChild.getAttribute("aria-label")));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("click", ({ target }) => {
      if (target.dataset.do === "Reset") { sliders.forEach((slider, k) => { slider.value = start[k]; }); tell(draw()); }
      if (target.dataset.do === "SVG") saveDrawing(place.firstElementChild, root.dataset.drawn);
    });
    draw();
  };

  const hydrate = (root, page) => {
    const data = root.querySelector("script[type='application/json']");
    if ("moves" in root.dataset || !data) return;
    const spec = JSON.parse(data.textContent);
    if (spec.sha256) return; // as the repository keeps it: run the cell
    const packed = root.querySelector("script[data-form]"); // the build of a page unpacks it
    if (packed) packed.outerHTML = packed.textContent;
    const form = root.querySelector("form");
    // JupyterLab takes no key for its own that is pressed there: arrows select cells, Enter edits one.
    for (const control of form.querySelectorAll("input, select, textarea, button")) control.dataset.lmSuppressShortcuts = "true";
    const readout = root.querySelector(".readout");
    form.querySelector("[data-do=SVG]").title = `Save as ${root.dataset.live ?? root.dataset.drawn}.svg`;
    ("drawn" in root.dataset ? drawnAhead : computed)(root, spec, form, readout, page);
    root.dataset.moves = "";
  };

  const computed = (root, spec, form, readout, page) => {
    const { inputs } = spec;
    const tapes = unpacked(spec.tapes);
    const isChoice = (n) => "choices" in inputs[n];
    const asked = Object.keys(inputs).filter((n) => inputs[n].values !== null);
    const start = Object.fromEntries(Object.keys(inputs).map((n) => [n, inputs[n].start]));
    let state = { ...start };

    // What the function gets.
    const base = (n, shown) => {
      const i = inputs[n];
      if (!isChoice(n)) {
        if (typeof shown !== "number") throw new Error(`${i.label}: got ${shown}; takes a number`);
        return shown * i.factor;
      }
      const place = i.choices.indexOf(shown);
      if (place < 0) throw new Error(`${i.label}: got '${shown}'; takes one of ${i.choices.join(", ")}`);
      return i.values ? i.values[place] : shown;
    };
    const ready = (given) => {
      const strange = Object.keys(given).find((n) => !asked.includes(n));
      if (strange) throw new Error(`${strange}: no such input; takes ${asked.join(", ")}`);
      const all = { ...start, ...given };
      for (const n of asked) if (inputs[n].follows && !(n in given)) all[n] = followed(n, all);
      const bases = Object.fromEntries(asked.map((n) => [n, base(n, all[n])]));
      const tape = tapes(spec.pick[spec.chosen.map((n) => all[n]).join("|")]);
      for (const c of spec.search ? spec.columns : []) search(tape, bases, c);
      return [tape, bases];
    };
    const followed = (n, all) => Object.entries(inputs[n].follows).reduce((sum, [m, factor]) => sum + factor * all[m], 0);
    // Cases side by side: the tape is that of one.
    const own = (tape, bases, c) => Object.fromEntries(tape.inputs.map((n) => [n, bases[`${n}_${c}`] ?? bases[n]]));
    const runAll = (tape, bases) =>
      !spec.columns ? run(tape, bases)
        : Object.fromEntries(spec.columns.flatMap((c) => Object.entries(run(tape, own(tape, bases, c))).map(([n, v]) => [`${n}_${c}`, v])));
    // The least of a grid, in place of what boxes show (lib/book/columns.py).
    const search = (tape, bases, c) => {
      const { when, least, over } = spec.search;
      if (bases[`${when}_${c}`] !== 1) return;
      const names = Object.keys(over);
      let grid = [[]];
      for (const n of names) {
        const tried = over[n].filter((v) => v <= bases[`${n}_${c}`]);
        grid = grid.flatMap((row) => tried.map((v) => [...row, v]));
      }
      if (!grid.length) return; // the model itself says what is wrong with such a box
      const found = best(tape, own(tape, bases, c), least, names, grid);
      if (found) names.forEach((n, k) => { bases[`${n}_${c}`] = found[k]; });
    };
    const compute = (given = {}) => runAll(...ready(given));
    root.compute = compute;

    const shown = () => Object.fromEntries(asked.map((n) => [n, state[n]]));
    const text = (n, v) => {
      const i = inputs[n];
      if (isChoice(n)) return String(v);
      const number = format(v, ",.15g");
      return minus(i.unit === "$" ? `$${number}` : i.unit === "%" ? `${number}%` : `${number} ${i.unit}`.trim());
    };
    const texts = (more = {}) => Object.fromEntries(Object.entries({ ...state, ...more }).map(([n, v]) => [n, text(n, v)]));

    // One answer for each set of inputs, and one for each course, while a drawing is made.
    const once = () => {
      const kept = new Map();
      const keep = (key, make) => (kept.has(key) || kept.set(key, make()), kept.get(key));
      const values = (given) => keep(JSON.stringify(given), () => {
        const [tape, bases] = ready({ ...shown(), ...given });
        return { ...bases, ...runAll(tape, bases) };
      });
      return {
        values,
        text: (n) => texts()[n],
        look: (m) => (v) => (typeof v === "string" ? values(m.given)[v] : v),
        words: (m) => (m.label.some((p) => typeof p !== "string") ? render(m.label, values(m.given), texts(m.given)) : m.label.join("")),
        along(m, ax) {
          const over = m.over ?? ax.over;
          const i = inputs[over];
          const [low, high, log] = m.x ? [i.low * i.factor, i.high * i.factor, i.log] : [ax.low, ax.high, ax.log];
          const made = keep(JSON.stringify([over, low, high, log, m.given]), () => {
            const [tape, bases] = ready({ ...shown(), ...m.given });
            bases[over] = steps(low, high, spec.points, log, i.whole);
            return { ...bases, ...runAll(tape, bases) };
          });
          const list = (v) => {
            const found = typeof v === "string" ? made[v] : v;
            return typeof found === "number" ? new Float64Array(made[over].length).fill(found) : found;
          };
          return { x: list(m.x ?? over), y: list(m.y), low: m.low === undefined ? null : list(m.low) };
        },
      };
    };

    // The frame comes from Matplotlib and stands still; the marks are written anew.
    const place = root.querySelector(".live-picture");
    const svg = inSvg(spec.frame.svg);
    const layer = document.createElementNS("http://www.w3.org/2000/svg", "g");
    svg.append(layer);

    const refuse = (n, words) => {
      const control = form.elements.namedItem(n);
      const note = form.querySelector(`[data-for="${n}"]`);
      if (!note) return false;
      say(note, words);
      control.toggleAttribute("aria-invalid", false);
      if (words) control.setAttribute("aria-invalid", "true");
      return true;
    };
    const cells = [...root.querySelectorAll(".live-table tbody td")];
    const shapes = (spec.rows ?? []).flatMap(([, ...parts]) => parts);
    const wrong = new Map(); // what was typed and cannot be taken
    const draw = () => {
      for (const n of Object.keys(inputs)) refuse(n, wrong.get(n) ?? "");
      const model = once();
      let words = "", alt = "";
      try {
        if (wrong.size) throw Object.assign(new Error([...wrong.values()].join(" ")), { argument: null, told: true });
        words = render(spec.sentence, model.values({}), texts());
        cells.forEach((cell, k) => { say(cell, render(shapes[k], model.values({}), texts())); });
        alt = render(spec.alt, model.values({}), texts());
      } catch (error) {
        if (!("argument" in error)) throw error;
        const there = error.told || refuse(error.argument, error.message);
        alt = error.message;
        for (const cell of cells) cell.textContent = "–";
        words = there ? "" : error.message;
      }
      if (!wrong.size) {
        // Where the page sets larger letters, labels stand further apart.
        const letters = svg.isConnected ? parseFloat(getComputedStyle(svg.querySelector("text")).fontSize) : 10.5;
        const apart = (APART * letters) / 10.5;
        const made = spec.panels.map((part, i) => panel(part, spec.frame.boxes[i], apart, model));
        layer.innerHTML = made.map((m) => m.svg).join("");
        const told = made.flatMap((m) => m.told);
        alt += told.length ? ` ${told.join("; ")}.` : "";
      }
      root.classList.toggle("refused", wrong.size > 0);
      svg.setAttribute("aria-label", alt);
      say(readout, words);
      return words || alt;
    };

    let asleep = 0;
    const tell = teller(readout);
    const redraw = () => {
      asleep ||= requestAnimationFrame(() => {
        asleep = 0;
        tell(draw());
      });
    };

    // -- controls: box, slider and state agree
    const slide = (n) => form.querySelector(`[data-slide="${n}"]`);
    const neat = (n, v) => {
      const { low, high, whole } = inputs[n];
      return Math.min(Math.max(whole ? Math.round(v) : Number(v.toPrecision(3)), low), high);
    };
    const fromSlide = (n, p) => {
      const { low, high, log } = inputs[n];
      return neat(n, log ? low * (high / low) ** (p / 1000) : low + ((high - low) * p) / 1000);
    };
    const show = (n, typing) => {
      const control = form.elements.namedItem(n);
      if (!control) return;
      if (isChoice(n)) { control.value = state[n]; return; }
      const { low, high, log } = inputs[n];
      if (!typing) control.value = format(state[n], ",.15g");
      const part = log ? Math.log(state[n] / low) / Math.log(high / low) : (state[n] - low) / (high - low);
      slide(n).value = 1000 * part;
      slide(n).setAttribute("aria-valuetext", text(n, state[n]));
    };
    const touched = new Set(); // what follows no other any more
    const set = (n, v, typing = false, along = false) => {
      const i = inputs[n];
      if (!isChoice(n)) {
        const good = Number.isFinite(v) && v >= i.low && v <= i.high && (!i.whole || Number.isInteger(v));
        if (!good) {
          wrong.set(n, `takes ${i.whole ? "a whole number" : "a number"} from ${text(n, i.low)} to ${text(n, i.high)}`);
          return redraw();
        }
        wrong.delete(n);
      } else if (!i.choices.includes(v)) return undefined;
      state[n] = v;
      show(n, typing);
      if (i.follows && !along) touched.add(n);
      for (const m of asked) if (inputs[m].follows && n in inputs[m].follows && !touched.has(m)) set(m, followed(m, state), false, true);
      for (const [other, number] of Object.entries(i.fills?.[v] ?? {})) set(other, number);
      if (i.fills) show(n); // one of its boxes may have filled another on the way
      if (!typing || !isChoice(n)) unfill(n);
      return redraw();
    };
    // A list that filled a box says so no longer when the box is changed.
    const unfill = (n) => {
      for (const other of Object.keys(inputs)) {
        const filled = inputs[other].fills?.[state[other]];
        if (filled && n in filled && filled[n] !== state[n] && inputs[other].values === null) form.elements.namedItem(other).selectedIndex = -1;
      }
    };
    const typed = (words) => {
      const plain = words.replace(/[,\s$%_]/g, "").replace("−", "-");
      return plain === "" ? NaN : Number(plain);
    };
    const paste = (n, words) => {
      wrong.delete(n);
      if (words.trim()) {
        try {
          const found = readConfig(words, inputs[n].paste);
          const all = { ...found, ...inputs[n].paste.into };
          for (const [m, v] of Object.entries(all)) set(m, isChoice(m) && typeof v === "number" ? inputs[m].choices[v] : v);
        } catch (error) { wrong.set(n, error.message); }
      }
      redraw();
    };
    form.addEventListener("dragover", (event) => { if (event.target.tagName === "TEXTAREA") event.preventDefault(); });
    form.addEventListener("drop", (event) => {
      const [file] = event.dataTransfer?.files ?? [];
      if (event.target.tagName !== "TEXTAREA" || !file) return;
      event.preventDefault();
      file.text().then((words) => { event.target.value = words; paste(event.target.name, words); });
    });
    const take = ({ target }) => {
      const n = target.dataset.slide ?? target.name;
      if (inputs[n]?.paste) return paste(n, target.value);
      if (target.dataset.slide) set(n, fromSlide(n, Number(target.value)));
      else if (isChoice(n)) set(n, target.value);
      else set(n, typed(target.value), true);
    };
    const next = (n, way, far) => {
      const { low, high, log, whole } = inputs[n];
      const v = state[n];
      const to = log ? v * (far ? 2 : 1.05) ** way : v + (way * (high - low)) / (far ? 10 : 100);
      const there = neat(n, to);
      return whole && Math.abs(there - v) < 1 ? Math.min(Math.max(v + way, low), high) : there;
    };
    const KEYS = { ArrowUp: [1], ArrowRight: [1], ArrowDown: [-1], ArrowLeft: [-1], PageUp: [1, true], PageDown: [-1, true] };
    form.addEventListener("keydown", (event) => {
      const { target, key } = event;
      const slides = target.dataset.slide;
      const n = slides ?? target.name;
      if (target.tagName !== "INPUT" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (key === "Enter") { event.preventDefault(); return keep(); }
      let to;
      if (key in KEYS && (slides || /Up|Down/.test(key))) to = next(n, ...KEYS[key]);
      else if (slides && key === "Home") to = inputs[n].low;
      else if (slides && key === "End") to = inputs[n].high;
      else return undefined;
      event.preventDefault();
      set(n, to);
      return keep();
    });
    form.addEventListener("input", take);
    form.addEventListener("change", (event) => { take(event); keep(); });
    form.addEventListener("submit", (event) => event.preventDefault());

    // -- the address: only on a page, only what differs from the start, only when a move ends
    const key = `#${root.id}?`;
    const link = form.querySelector("[data-do=Link]");
    const changed = () => asked.filter((n) => state[n] !== start[n]).map((n) => `${encodeURIComponent(n)}=${encodeURIComponent(state[n])}`).join("&");
    function keep() {
      if (!page) return;
      link.href = key + changed();
      if (location.hash.startsWith(key) || changed()) history.replaceState(history.state, "", changed() ? key + changed() : `#${root.id}`);
    }
    const recall = () => {
      if (!page || !location.hash.startsWith(key)) return;
      reset();
      for (const [n, v] of new URLSearchParams(location.hash.slice(key.length))) {
        if (!asked.includes(n)) continue;
        const { low, high } = inputs[n];
        if (isChoice(n) || (v !== "" && v >= low && v <= high)) set(n, isChoice(n) ? v : Number(v));
      }
      link.href = key + changed();
      root.scrollIntoView({ block: "start" });
    };
    const reset = () => {
      wrong.clear();
      touched.clear();
      state = { ...start };
      Object.keys(inputs).forEach((n) => show(n));
      redraw();
    };
    link.href = `#${root.id}`;
    if (page) addEventListener("hashchange", recall);
    else link.hidden = true;

    // -- files
    const table = () => {
      const model = once();
      const cell = (v) => (/[",\n]/.test(v) ? `"${String(v).replaceAll('"', '""')}"` : v);
      const rows = [["what", "name", "x", "value"]];
      for (const n of asked) rows.push(["input", inputs[n].label + (inputs[n].unit ? ` (${inputs[n].unit})` : ""), "", state[n]]);
      for (const [n, v] of Object.entries(compute(shown()))) rows.push(["output", n, "", v]);
      for (const { x: ax, marks } of spec.panels) for (const m of marks) {
        if (m.kind !== "curve") continue;
        const { x, y } = model.along(m, ax);
        x.forEach((v, i) => rows.push(["curve", model.words(m).replaceAll("\n", " ") || m.y, v, y[i]]));
      }
      return rows.map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
    };
    const DO = {
      Reset() { reset(); keep(); },
      CSV() { save(`${spec.name}.csv`, "text/csv", table()); },
      SVG() { saveDrawing(svg, spec.name); },
    };
    form.addEventListener("click", ({ target }) => DO[target.dataset.do]?.());

    for (const n of Object.keys(inputs)) show(n);
    place.replaceChildren(svg);
    draw();
    recall();
  };

  // A page loads this file once; a cell's output carries it beside its one figure.
  const own = document.currentScript;
  if (own && "live" in own.dataset) {
    const figure = own.previousElementSibling?.previousElementSibling;
    if (figure?.matches("figure.live")) hydrate(figure, false);
  } else {
    const all = () => document.querySelectorAll("figure.live").forEach((figure) => hydrate(figure, true));
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", all);
    else all();
  }
})();
