# SPDX-License-Identifier: MIT
"""Records have the same layout on every machine, without padding, and it is the one that the library tells of itself. What
it tells on this machine becomes static assertions, which the compilers for other machines must accept.

usage: test_layout.py LIBRARY.so [COMPILER...]"""

import shutil
import subprocess
import sys
import tempfile

import headers

COMPILERS = ["gcc", "gcc -m32", "clang", "clang -m32", "g++ -x c++", "musl-gcc", "i686-linux-gnu-gcc", "s390x-linux-gnu-gcc",
             "aarch64-linux-gnu-gcc", "arm-linux-gnueabihf-gcc", "clang --target=armv7-linux-gnueabihf -ffreestanding",
             "clang --target=aarch64-linux-gnu -ffreestanding", "clang --target=riscv64-linux-gnu -ffreestanding"]
SIZES = {"uint64_t": 8, "double": 8, "char": 1}
TYPES = {"uint64_t": "VMM_TYPE_UINT64", "double": "VMM_TYPE_DOUBLE", "char": "VMM_TYPE_NAME"}

structs = headers.structs()
records = {name: struct for name, struct in structs.items() if struct.has_size()}
constants = headers.constants()
told = headers.described(sys.argv[1])
assertions = []


def claim(condition):
    assertions.append(f'VMM_ASSERT({condition}, "{condition}");\n')


# The layout must follow from the members alone, so that nothing is left to the compiler.
layout = {}
for name, struct in records.items():
    offset = 0
    layout[name] = []
    for kind, member, length, _ in struct.members:
        if not headers.check(kind in SIZES and (kind == "char") == (length is not None), f"{name}.{member} is a {kind}"):
            continue
        size = SIZES[kind] * (length or 1)
        headers.check(size % 8 == 0, f"{name}.{member} has {size} bytes, which would be followed by padding")
        claim(f"offsetof(struct {name}, {member}) == {offset}")
        claim(f"sizeof(((struct {name} *)0)->{member}) == {size}")
        layout[name].append((member, offset, size, constants[TYPES[kind]]))
        offset += size
    claim(f"sizeof(struct {name}) == {offset}")
    layout[name].append(offset)

# The library must tell the same, in the same order.
for record, members in told:
    name = "vmm_" + record.name.decode()
    headers.check(constants.get(f"VMM_RECORD_{name[4:].upper()}") == record.id, f"{name} has id {record.id}")
    headers.check(record.members == len(members), f"{name}: vmm_record_at() gives {record.members} members, not {len(members)}")
    says = [(member.name.decode(), member.offset, member.bytes, member.type) for member in members]
    # `size` and `record` come first, and are not described.
    headers.check(says + [record.bytes] == layout.get(name, [(), ()])[2:], f"{name}: the library tells of {says}")
ids = [value for name, value in constants.items() if name.startswith("VMM_RECORD_")]
headers.check(sorted(ids) == [record.id for record, _ in told], "the library tells of other records than the headers number")

compilers = 0
with tempfile.TemporaryDirectory() as folder:
    source = f"{folder}/layout.c"
    with open(source, "w", encoding="utf-8") as file:
        file.write("#include <vmmetrics/vmmetrics.h>\n"
                   "#ifdef __cplusplus\n#define VMM_ASSERT static_assert\n#else\n#define VMM_ASSERT _Static_assert\n#endif\n")
        file.writelines(assertions)
    for compiler in sys.argv[2:] or COMPILERS:
        command = compiler.split()
        if shutil.which(command[0]) is None:
            print(f"{compiler}: skipped because it is not here")
            continue
        command += [f"-I{headers.SOURCE}/include", "-Werror=padded" if "++" not in compiler else "-Wall", "-fsyntax-only"]
        empty = subprocess.run([*command, "-x", "c", "-"], input="#include <stdint.h>\n#include <stddef.h>\n", text=True,
                               capture_output=True, check=False)
        if empty.returncode != 0:
            print(f"{compiler}: skipped because it has no headers or no such target")
            continue
        run = subprocess.run([*command, source], capture_output=True, text=True, check=False)
        headers.check(run.returncode == 0, f"{compiler}:\n{run.stderr[:2000]}")
        print(f"{compiler}: examined")
        compilers += 1
headers.check(compilers > 0 and len(told) > 0, "nothing was compared")
headers.end(f"{len(records)} structs, {len(told)} records, {len(assertions)} assertions, {compilers} compilers")
