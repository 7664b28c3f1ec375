# SPDX-License-Identifier: MIT
"""Enumerators and other constants keep the value that was recorded; names and values are only ever added."""

import abi
import headers

old = abi.recorded_constants()
new = abi.constants()
headers.check(len(old) >= 200, "too little was recorded: is this test blind?")
for name, value in old.items():
    headers.check(new.get(name) == value, f"{name} was {value} and is {new.get(name, 'gone')}. If that is meant, "
                  "tests/contract/abi.py record says so.")
for name in sorted(set(new) - set(old)):
    print(f"added: {name} = {new[name]}")

# Of one list no two have the same value.
values = {}
for header in headers.HEADERS:
    for group in headers.enumerations(header):
        numbers = [number for _, number in group]
        for name, number in group:
            headers.check(numbers.count(number) == 1, f"{name} has the value of another: {number}")
            values[name] = number
headers.check(len(values) >= 200, "too few enumerators: is this test blind?")
headers.end(f"{len(old)} constants are what they were; {len(set(new) - set(old))} additions")
