// Runs the tapes that lib/book/trace.py writes: a model as data. Nothing is evaluated as code.
//
//   SpaceForTime.tape.run(tape, inputs) -> outputs by name
//
// Inputs are numbers by name; one or more may be a Float64Array, all of one length. What depends
// on none of them is computed once, and outputs that do are arrays. A check that fails throws an
// Error with the model's sentence and the name of its argument; one that fails at some points of
// an array leaves NaN there in every output.
(() => {
  "use strict";
  const book = (globalThis.SpaceForTime ??= {});

  const remainder = (a, b) => {
    const rest = a % b; // of JavaScript, with the sign of a; NumPy's has that of b
    return rest && rest < 0 !== b < 0 ? rest + b : rest;
  };
  const floorDivide = (a, b) => {
    if (b === 0) return a / b;
    const whole = (a - remainder(a, b)) / b;
    const floor = Math.floor(whole);
    return whole - floor > 0.5 ? floor + 1 : floor;
  };
  const rint = (x) => {
    const near = Math.round(x);
    return Math.abs(x % 1) === 0.5 && near % 2 ? near - 1 : near;
  };
  const reciprocal = (x) => 1 / x;

  // By NumPy's names; true and false are 1 and 0.
  const OPERATIONS = {
    add: (a, b) => a + b,
    subtract: (a, b) => a - b,
    multiply: (a, b) => a * b,
    divide: (a, b) => a / b,
    floor_divide: floorDivide,
    remainder,
    power: (a, b) => (a === 1 ? 1 : a ** b), // 1 ** NaN is 1 to NumPy
    negative: (a) => -a,
    absolute: Math.abs,
    sign: Math.sign,
    maximum: (a, b) => (a !== a || a > b ? a : b),
    minimum: (a, b) => (a !== a || a < b ? a : b),
    ceil: Math.ceil,
    floor: Math.floor,
    trunc: Math.trunc,
    rint,
    sqrt: Math.sqrt,
    square: (a) => a * a,
    reciprocal,
    exp: Math.exp,
    exp2: (a) => 2 ** a,
    expm1: Math.expm1,
    log: Math.log,
    log1p: Math.log1p,
    log2: Math.log2,
    log10: Math.log10,
    greater: (a, b) => +(a > b),
    greater_equal: (a, b) => +(a >= b),
    less: (a, b) => +(a < b),
    less_equal: (a, b) => +(a <= b),
    equal: (a, b) => +(a === b),
    not_equal: (a, b) => +(a !== b),
    logical_and: (a, b) => +(a !== 0 && b !== 0),
    logical_or: (a, b) => +(a !== 0 || b !== 0),
    logical_not: (a) => +(a === 0),
    isfinite: (a) => +Number.isFinite(a),
    isinf: (a) => +(Math.abs(a) === Infinity),
    isnan: (a) => +(a !== a),
    where: (c, a, b) => (c !== 0 ? a : b),
  };

  const operation = (name) => {
    const found = OPERATIONS[name] ?? book.special?.[name];
    if (!found) throw new Error(`the function ${name} is not loaded`);
    return found;
  };

  const each = (f, values, length) => {
    const [a, b, c] = values.map((v) => (typeof v === "number" ? null : v));
    const [x, y, z] = values;
    const out = new Float64Array(length);
    for (let i = 0; i < length; i++) out[i] = f(a ? a[i] : x, b ? b[i] : y, c ? c[i] : z);
    return out;
  };

  const run = (tape, inputs) => {
    const constants = tape.constants.map(Number);
    const values = tape.inputs.map((name) => {
      const given = inputs[name];
      if (given instanceof Float64Array) return given;
      if (typeof given === "boolean" || typeof given === "number") return Number(given);
      throw new Error(`${name}: got ${given}; takes a number`);
    });
    const length = values.find((v) => typeof v !== "number")?.length;
    const at = (operand) => (operand < 0 ? constants[-1 - operand] : values[operand]);
    for (const [name, ...operands] of tape.ops) {
      const f = operation(name);
      const its = operands.map(at);
      const single = its.every((v) => typeof v === "number");
      values.push(single ? f(...its) : each(f, its, length));
    }
    let refused = null;
    for (const check of tape.checks) {
      const ok = at(check.ok);
      if (typeof ok !== "number") {
        refused ??= new Uint8Array(length);
        for (let i = 0; i < length; i++) if (!ok[i]) refused[i] = 1;
      } else if (!ok) {
        throw Object.assign(new Error(sentence(check, at)), { argument: check.argument });
      }
    }
    const gaps = refused?.some(Boolean);
    const output = (value) =>
      gaps ? Float64Array.from(refused, (no, i) => (no ? NaN : (value[i] ?? value))) : value;
    return Object.fromEntries(
      Object.entries(tape.outputs).map(([name, operand]) => [name, output(at(operand))]),
    );
  };

  // The way back from lib/book/trace.py's short(), and where a figure's tapes stand in one table
  // from _ext/book_live.py's together(): of a number the tape, made when it is asked for.
  const unpacked = (tapes) => {
    const part = Array.isArray(tapes) ? lone(tapes) : parted(tapes);
    const made = [];
    return (number) => (made[number] ??= absolute(...part(number)));
  };
  const absolute = (tape, names, rows) => {
    const first = tape.inputs.length;
    const ops = rows.map(([kind, ...operands], k) => [
      names[kind][0], ...operands.map((n) => (n < first ? n : 2 * first + k - n)),
    ]);
    return { ...tape, ops };
  };
  const lone = (tapes) => (number) => {
    const { names, ops, ...tape } = tapes[number];
    const rows = [];
    for (let i = 0; i < ops.length; i += rows.at(-1).length) rows.push(ops.slice(i, i + 1 + names[ops[i]][1]));
    return [tape, names, rows];
  };
  const parted = ({ names, constants, columns: [kinds, ...columns], copies: [after, back, many], tapes }) => {
    const rows = [], next = columns.map(() => 0), starts = [0];
    let made = 0;
    after.forEach((fresh, k) => {
      for (const end = made + fresh; made < end; made++) {
        const count = names[kinds[made]][1];
        rows.push([kinds[made], ...columns.slice(0, count).map((column, j) => column[next[j]++])]);
      }
      for (let n = 0; n < many[k]; n++) rows.push(rows[rows.length - back[k]]);
    });
    for (const { length } of tapes) starts.push(starts.at(-1) + length);
    return (number) => [{ ...tapes[number], constants }, names, rows.slice(starts[number], starts[number + 1])];
  };

  // Of a grid, rows of as many numbers as there are names, the first row at which an output is
  // least (lib/book/columns.py); what is not finite is passed over.
  const best = (tape, inputs, least, names, grid) => {
    const given = { ...inputs };
    names.forEach((n, k) => { given[n] = Float64Array.from(grid, (row) => row[k]); });
    let found = NaN; // where the model refuses
    try { found = run(tape, given)[least]; } catch (error) { if (!("argument" in error)) throw error; }
    const score = grid.map((_, i) => found[i] ?? found).map((v) => (Number.isFinite(v) ? v : Infinity));
    const lowest = score.reduce((a, b) => Math.min(a, b), Infinity);
    return grid[score.findIndex((v) => Number.isFinite(lowest) && v <= lowest + 1e-9 * Math.abs(lowest))];
  };

  const sentence = (check, at) =>
    check.says
      .map((part) => {
        if (typeof part === "string") return part;
        const value = at(part[0]); // of an array, which only stands beside what is refused, one
        return format(typeof value === "number" ? value : value[0], part[1]);
      })
      .join("");

  // -- numbers as Python writes them --------------------------------------------------------

  // Rounding goes to the even digit where a number lies exactly between two; JavaScript's, up.
  const toEven = (rounded, exact) => {
    const tail = exact.slice(rounded.length).replace(".", "");
    const kept = exact.slice(0, rounded.length);
    const half = /^50*$/.test(tail) && Number(kept.replace(".", "").at(-1)) % 2 === 0;
    return half ? kept : rounded;
  };
  const fixed = (x, digits) => {
    const [rounded, exact] = [x.toFixed(digits), x.toFixed(Math.min(digits + 60, 100))];
    return x >= 1e21 ? BigInt(x) + (digits ? `.${"0".repeat(digits)}` : "") : toEven(rounded, exact);
  };
  const scientific = (x, digits) => {
    const [rounded, power] = x.toExponential(digits).split("e");
    const [exact, its] = x.toExponential(100).split("e");
    return [its === power ? toEven(rounded, exact) : rounded, Number(power)];
  };
  const withPower = (digits, power) =>
    `${digits}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;

  const shortest = (x) => {
    // The fewest digits that tell the number, as JavaScript finds them too.
    const [digits, power] = x.toExponential().split("e");
    if (x !== 0 && (power < -4 || power >= 16)) return withPower(digits, Number(power));
    return String(x).includes(".") ? String(x) : `${x}.0`;
  };
  const general = (x, digits) => {
    const most = Math.max(digits, 1);
    const [, power] = scientific(x, most - 1);
    const bare = (text) => (text.includes(".") ? text.replace(/\.?0+$/, "") : text);
    if (power < -4 || power >= most) return withPower(bare(scientific(x, most - 1)[0]), power);
    return bare(fixed(x, most - 1 - power));
  };

  // A number by Python's format: [,][.digits]type; r is repr, d a whole number.
  const format = (x, spec) => {
    const [, comma, digits, type] = /^(,?)(?:\.(\d+))?([a-z%])$/.exec(spec);
    if (type === "%") return `${format(100 * x, `${comma}.${digits ?? 6}f`)}%`;
    if (x !== x) return "nan";
    const sign = x < 0 || Object.is(x, -0) ? "-" : "";
    const size = Math.abs(x);
    if (size === Infinity) return `${sign}inf`;
    const wanted = Number(digits ?? 6);
    const written = {
      d: () => (Number.isInteger(size) ? BigInt(size).toString() : shortest(size)),
      r: () => (digits ? general(size, wanted) : shortest(size)),
      f: () => fixed(size, wanted),
      e: () => withPower(...scientific(size, wanted)),
      g: () => general(size, wanted),
    }[type]();
    const whole = comma ? written.replace(/^\d+/, (n) => n.replace(/\B(?=(\d{3})+$)/g, ",")) : written;
    return (type === "d" && x === 0 ? "" : sign) + whole;
  };

  book.tape = { run, best, format, unpacked };
})();
