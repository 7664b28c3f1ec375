# SPDX-License-Identifier: MIT
"""libvmmetrics: what Linux and hypervisors say about virtual machines, containers and processes, as numbers.

Each record is a class. `Meminfo.parse(text)` reads a file, `Cpu.rows(text)` the rows of one,
`Cgroup.read({name: text})` a directory of files, and `CpuUsage.between(before, after)` computes what follows from two
samples. Unknown is None, no limit is infinity, and a call that has no result raises Failure. Nothing here opens a
file."""

from __future__ import annotations

import os

from . import _records
from ._engine import Failure, Malformed, Member, NoResult, Record, Text, Value, version
from ._records import *  # noqa: F403
from ._records import Filesystem

__all__ = ["Failure", "Malformed", "Member", "NoResult", "Record", "Text", "Value", "filesystem_of", "version"]
__all__ += _records.__all__
__version__ = version


def filesystem_of(found: os.statvfs_result) -> Filesystem:
    """The record of what os.statvfs() has found."""
    # A negative number of free blocks has its top bit set, as in C.
    return Filesystem(f_bsize_bytes=found.f_bsize, f_frsize_bytes=found.f_frsize, f_blocks=found.f_blocks,
                      f_bfree=found.f_bfree % 2**64, f_bavail=found.f_bavail % 2**64, f_files=found.f_files,
                      f_ffree=found.f_ffree, f_favail=found.f_favail, f_fsid=found.f_fsid, f_flag=found.f_flag,
                      f_namemax=found.f_namemax)
