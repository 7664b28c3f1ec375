# SPDX-License-Identifier: MIT
"""The sample in Python prints the same as the one in C; and the manual's programs in Python run."""

import sys

import consumer
import manual
import sample

sample.same("Python", [sys.executable, "-B", consumer.SOURCE / "examples" / "bindings" / "python" / "sample.py"])
manual.try_programs("python", lambda program, folder: manual.written(folder / "program.py", program,
                                                                     [sys.executable, "-B"]))
consumer.end()
