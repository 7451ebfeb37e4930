// The regularised incomplete beta function, as SciPy's betainc: for a tape that needs it.
import betainc from "@stdlib/math-base-special-betainc";

((globalThis.SpaceForTime ??= {}).special ??= {}).betainc = (a, b, x) => betainc(x, a, b);
