// Its inverse, as SciPy's betaincinv: for a tape that needs it.
import betaincinv from "@stdlib/math-base-special-betaincinv";

((globalThis.SpaceForTime ??= {}).special ??= {}).betaincinv = (a, b, p) => betaincinv(p, a, b);
