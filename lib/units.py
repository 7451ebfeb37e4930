"""Units: what a name such as GB or us is worth, and how a quantity is printed.

Inside the models everything is in base units: bytes, seconds, operations,
joules, dollars. A unit appears where a number is read or printed, and only
there. GB is decimal (1e9 bytes); GiB is binary (2**30 bytes).

>>> 70 * GB / (230 * MB)
304.3478260869565
>>> quantity(0.625 * GiB, "B")
'671 MB'
>>> dollars(3600)
'$3,600'
"""

import math
import re

kB, MB, GB, TB, PB = 1e3, 1e6, 1e9, 1e12, 1e15
KiB, MiB, GiB, TiB = 2.0**10, 2.0**20, 2.0**30, 2.0**40
ns, us, ms = 1e-9, 1e-6, 1e-3
minute, hour, day, year = 60.0, 3600.0, 86_400.0, 365.25 * 86_400.0
GFLOP, TFLOP, PFLOP = 1e9, 1e12, 1e15
kWh = 3.6e6


def block_bytes(bits, block, scale_bits):
    """Bytes a number of a format takes in which so many numbers share a scale.

        (bits + scale_bits / block) / 8

    >>> block_bytes(4, 32, 8)
    0.53125
    """
    return (bits + scale_bits / block) / 8


#: Bytes that one number takes at each precision. Where a block of numbers shares a scale, its
#: share of the scale is counted: fp8_block is DeepSeek-V3's, 128 x 128 with a scale of 32 bits
#: (deepseek2024v3); mxfp4 32 with 8 bits (ocp2023mx); nvfp4 16 with 8 bits (modular2026fp4);
#: q8_0 32 with 16 bits (llamacpp2023). One scale a row or a matrix is left out.
PRECISION_BYTES = {
    "fp32": 4.0, "fp16": 2.0, "bf16": 2.0, "fp8": 1.0, "int8": 1.0, "fp4": 0.5, "int4": 0.5,
    "fp8_block": block_bytes(8, 128 * 128, 32), "mxfp4": block_bytes(4, 32, 8),
    "nvfp4": block_bytes(4, 16, 8), "q8_0": block_bytes(8, 32, 16),
}  # fmt: skip

#: Every unit that a data table may use, in base units.
UNITS = {
    "1": 1.0,
    "B": 1.0, "kB": kB, "MB": MB, "GB": GB, "TB": TB, "PB": PB,
    "KiB": KiB, "MiB": MiB, "GiB": GiB,
    "B/s": 1.0, "MB/s": MB, "GB/s": GB, "TB/s": TB, "PB/s": PB, "Gb/s": GB / 8,
    "op/s": 1.0, "Gop/s": GFLOP, "Top/s": TFLOP, "Pop/s": PFLOP, "Eop/s": 1e18,
    "s": 1.0, "ms": ms, "us": us, "ns": ns, "hour": hour, "year": year,
    "W": 1.0, "kW": 1e3,
    "Hz": 1.0, "MHz": 1e6, "GHz": 1e9,
    "token/s": 1.0, "token": 1.0, "token/million tokens": 1e-6,
    "$": 1.0, "$/kWh": 1 / kWh, "$/hour": 1 / hour, "$/million tokens": 1e-6,
    "ppm": 1e-6, "%": 0.01,
}  # fmt: skip

_PREFIXES = ((1e18, "E"), (1e15, "P"), (1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k"), (1.0, ""))
_SMALL = ((1.0, ""), (1e-3, "m"), (1e-6, "µ"), (1e-9, "n"))


def bytes_per_value(precision):
    """Bytes that one number takes at a precision.

    >>> bytes_per_value("int4")
    0.5
    """
    try:
        return PRECISION_BYTES[precision]
    except (KeyError, TypeError):
        known = ", ".join(PRECISION_BYTES)
        raise ValueError(f"precision: got {precision!r}; takes one of {known}") from None


def minus(text):
    """A number's text as pages print it where it is negative: a minus, before a dollar sign too.

    >>> minus("-3"), minus("$-3"), minus("5e-06")
    ('−3', '−$3', '5e-06')
    """
    return re.sub(r"^(\$?)[-−]", r"−\1", text)


def significant(value, digits=3):
    """A number as text with so many significant digits and thousands separated.

    >>> significant(7826.09), significant(0.6711), significant(-24524.9, 5)
    ('7,826', '0.671', '−24,525')
    """
    value = float(value)
    if not math.isfinite(value):
        return minus(str(value).replace("inf", "∞"))
    if value == 0:
        return "0"
    decimals = max(0, digits - 1 - math.floor(math.log10(abs(value))))
    text = f"{value:,.{decimals}f}"
    return minus(text.rstrip("0").rstrip(".") if "." in text else text)


def quantity(value, unit, digits=3):
    """A quantity in base units as text with the decimal prefix that suits it.

    >>> quantity(80e12, "B/s"), quantity(23.1e-6, "s"), quantity(305, "chips")
    ('80 TB/s', '23.1 µs', '305 chips')
    """
    value = float(value)
    if len(unit) > 4 or value == 0 or not math.isfinite(value):
        return f"{significant(value, digits)} {unit}"
    table = _SMALL if unit == "s" else _PREFIXES
    # 999.9 with three digits would print as 1,000: take the next prefix up
    fits = (way for way in table if abs(value) >= way[0] * (1 - 0.5 * 10**-digits))
    factor, prefix = next(fits, table[-1])
    return f"{significant(value / factor, digits)} {prefix}{unit}"


def dollars(value, digits=3):
    """An amount of money as text; whole dollars from $100 on, millions as M.

    >>> dollars(10.1875), dollars(-61.125), dollars(3_912_000), dollars(0.0042)
    ('$10.2', '−$61.1', '$3.91M', '$0.0042')
    """
    value = float(value)
    if abs(value) >= 999_999.5:  # what would print as a million dollars
        return minus(f"${significant(value / 1e6, digits)}M")
    return minus(f"${value:,.0f}" if abs(value) >= 100 else f"${significant(value, digits)}")
