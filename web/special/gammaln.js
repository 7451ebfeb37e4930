// The logarithm of the gamma function's size, as SciPy's gammaln: for a tape that needs it.
import gammaln from "@stdlib/math-base-special-gammaln";

((globalThis.SpaceForTime ??= {}).special ??= {}).gammaln = gammaln;
