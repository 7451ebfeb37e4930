// The gamma function, as SciPy's gamma: for a tape that needs it.
import gamma from "@stdlib/math-base-special-gamma";

((globalThis.SpaceForTime ??= {}).special ??= {}).gamma = gamma;
