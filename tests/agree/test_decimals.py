# SPDX-License-Identifier: MIT
"""The numbers with decimals that the helper programs print are the shortest that read back, as those of Python's repr(),
or have at most six digits, as those of Python's format(value, ".6g").

usage: test_decimals.py PROGRAM"""

import math
import random
import struct
import subprocess
import sys


def doubles():
    source = random.Random(7)
    yield from (0.0, -0.0, 1.0, 0.1, 0.3, 2 / 3, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308,
                9007199254740993.0, 1e15, 1e16, 123456789012345680.0, 1e17, 1e22, 1e23, 1e-4, 1e-5, 9.5e-5, -1e-300,
                # Two shortest numbers are equally near.
                1801514316094494.25, 1125899906842624.25, 2.98023223876953125e-08,
                # At the sixth digit: ratios, nines that carry, halves that go to the even digit, zeros that are cut.
                0.05965269835138365, 999999.5, 9999995.0, 0.9999995, 0.99999949, 1000000.5, 1000001.5, 1234565.0, 1234575.0,
                0.1200004, 99951.234567, 27212346.5)
    for exponent in range(2047):
        for fraction in (0, 1, 2, (1 << 52) - 1):
            yield struct.unpack("=d", struct.pack("=Q", exponent << 52 | fraction))[0]
    for _ in range(20000):
        yield struct.unpack("=d", struct.pack("=Q", source.getrandbits(64)))[0]
        yield source.randrange(10 ** source.randrange(1, 12)) / source.randrange(1, 10 ** source.randrange(1, 12))


values = [value for value in doubles() if math.isfinite(value)]
done = subprocess.run([sys.argv[1]], input=struct.pack(f"={len(values)}d", *values), capture_output=True, check=True)
printed = done.stdout.decode().splitlines()
assert len(printed) == len(values), (len(printed), len(values))


def six(value):
    """The digits of .6g, in the notation of repr()."""
    return repr(float(format(value, ".6g"))).removesuffix(".0")


wrong = [(value, text) for value, text in zip(values, printed)
         if [repr(value).removesuffix(".0"), six(value)] != text.split()]
assert six(0.05965269835138365) == "0.0596527", six(0.05965269835138365)
print(f"{len(values)} numbers, {len(wrong)} of them wrong")
for value, text in wrong[:20]:
    print(f"{value!r} printed as {text}")
sys.exit(1 if wrong else 0)
