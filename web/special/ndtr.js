// The normal distribution's chance below x, as SciPy's ndtr: for a tape that needs it.
import erfc from "@stdlib/math-base-special-erfc";

((globalThis.SpaceForTime ??= {}).special ??= {}).ndtr = (x) => erfc(-x * Math.SQRT1_2) / 2;
