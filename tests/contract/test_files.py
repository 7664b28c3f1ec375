# SPDX-License-Identifier: MIT
"""The files of records have the ids that the headers number: the id of the record times 1000, plus 1, 2 and so on. The names
of the ids are made of the record's name, or its first words, and of the file's: VMM_FILE_CGROUP_CPU_STAT is cpu.stat.

usage: test_files.py LIBRARY.so"""

import ctypes
import re
import sys

import headers


class _FileInfo(ctypes.Structure):
    _fields_ = [("size", ctypes.c_uint64), ("name", ctypes.c_char * 64), ("id", ctypes.c_uint64)]


def files_of(load, record_id):
    """Names of a record's files, in the order of their ids."""
    names = []
    while True:
        file = _FileInfo()
        status = load.vmm_file_at(ctypes.c_uint32(record_id), ctypes.c_uint32(len(names)), ctypes.byref(file),
                                  ctypes.c_size_t(ctypes.sizeof(file)))
        if status != 0:
            headers.check(status == 1, f"vmm_file_at({record_id}, {len(names)}) gives {status}")
            return names
        names.append(file.name.decode())
        headers.check(file.id == record_id * 1000 + len(names), f"{names[-1]} has id {file.id}")


load = ctypes.CDLL(sys.argv[1])
load.vmm_file_find.restype = ctypes.c_uint32
ids = {value: name for name, value in headers.constants().items() if name.startswith("VMM_FILE_")}

count = 0
for record, _ in headers.described(sys.argv[1]):
    words = record.name.decode().upper().split("_")
    prefixes = ["VMM_FILE_" + "_".join(words[:i + 1]) + "_" for i in range(len(words))]
    for file_id, file in enumerate(files_of(load, record.id), record.id * 1000 + 1):
        name = ids.pop(file_id, None)
        wanted = [prefix + re.sub(r"[^A-Z0-9]", "_", file.upper()) for prefix in prefixes]
        headers.check(name in wanted, f"{record.name.decode()}: {file} has the id {file_id}, which is {name} in the headers")
        encoded = file.encode()
        found = load.vmm_file_find(ctypes.c_uint32(record.id), encoded, ctypes.c_size_t(len(encoded)))
        headers.check(found == file_id, f"vmm_file_find({file}) gives {found}")
        count += 1
headers.check(not ids, f"of no record: {ids}")
headers.check(count > 100, f"only {count} files were found: is this test blind?")
headers.end(f"{count} files")
