// The normal distribution's quantile, as SciPy's ndtri: for a tape that needs it.
import erfcinv from "@stdlib/math-base-special-erfcinv";

((globalThis.SpaceForTime ??= {}).special ??= {}).ndtri = (p) =>
  p <= 0.5 ? -Math.SQRT2 * erfcinv(2 * p) : Math.SQRT2 * erfcinv(2 * (1 - p));
