"""The files of records that are filled file by file have the ids that the headers number, under names made of the files'
own: VMM_FILE_CGROUP_CPU_STAT is cpu.stat.

usage: test_files.py LIBRARY.so"""

import ctypes
import re
import sys

import headers


class _File(ctypes.Structure):
    _fields_ = [("size", ctypes.c_uint64), ("name", ctypes.c_char * 64), ("id", ctypes.c_uint64)]


def files_of(load, record_id):
    """Names of a record's files, in the order of their ids."""
    names = []
    while True:
        file = _File()
        status = load.vmm_file_at(ctypes.c_uint32(record_id), ctypes.c_uint32(len(names)), ctypes.byref(file),
                                  ctypes.c_size_t(ctypes.sizeof(file)))
        if status != 0:
            headers.check(status == 1, f"vmm_file_at({record_id}, {len(names)}) gives {status}")
            return names
        names.append(file.name.decode())
        headers.check(file.id == len(names), f"{names[-1]} has id {file.id}")


load = ctypes.CDLL(sys.argv[1])
constants = headers.constants()

count = 0
seen = set()
for record, _ in headers.described(sys.argv[1]):
    prefix = "VMM_" + record.name.decode().upper() + "_FILE_"
    names = files_of(load, record.id)
    wanted = {prefix + re.sub(r"[^A-Z0-9]", "_", name.upper()): (number, name) for number, name in enumerate(names, 1)}
    told = {name: value for name, value in constants.items() if name.startswith(prefix)}
    differ = set(told.items()) ^ {(name, number) for name, (number, _) in wanted.items()}
    headers.check(not differ, f"{prefix}*: the headers and the library differ in {differ}")
    for name, (_, file) in wanted.items():
        encoded = file.encode()
        load.vmm_file_find.restype = ctypes.c_uint32
        found = load.vmm_file_find(ctypes.c_uint32(record.id), encoded, ctypes.c_size_t(len(encoded)))
        headers.check(found == constants.get(name), f"vmm_file_find({file}) gives {found}")
    seen |= set(told)
    count += len(names)
left = {name for name in constants if "_FILE_" in name} - seen
headers.check(not left, f"of no record: {left}")
headers.check(count > 0, "no file was found")
headers.end(f"{count} files")
