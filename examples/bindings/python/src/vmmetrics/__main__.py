# SPDX-License-Identifier: MIT
"""usage: python -m vmmetrics --list               print the names of the records
       python -m vmmetrics RECORD [FILE]       print a JSON line for each record in FILE, or in standard input
       python -m vmmetrics RECORD DIRECTORY    the same for a record that is read from the files of a directory

An unknown value is null, and no limit is "max". For a malformed text the line and column of the wrong byte are printed
to standard error, and the program ends with 1."""

import json
import math
import pathlib
import sys
from typing import Dict, Iterable, List

from . import Failure, Record, records
from ._engine import FileRowRecord, FilesRecord, OneRecord, RowRecord


class Complaints:
    """Says where a text is malformed."""

    def __init__(self) -> None:
        self.any = False
        self.texts: Dict[str, bytes] = {}

    def about(self, path: str, failure: Failure) -> None:
        self.any = True
        data = self.texts.get(path, b"")
        before = data[:failure.offset or 0]
        column = len(before) - before.rfind(b"\n")
        print(f"{path}:{before.count(10) + 1}:{column}: {failure}", file=sys.stderr)


def found_in(record: str, path: str, complaints: Complaints) -> Iterable[Record]:
    """The records of a file or a directory."""
    kind = records[record]
    if path != "-" and pathlib.Path(path).is_dir():
        if not issubclass(kind, FilesRecord):
            raise ValueError(f"{record} is not read from a directory")
        texts = {}
        for name in kind.files():
            try:
                texts[name] = pathlib.Path(path, name).read_bytes() or None
            except OSError:
                pass    # The members of a missing file stay unknown.
        complaints.texts = {str(pathlib.Path(path, name)): text for name, text in texts.items() if text}

        def complain_of(failure: Failure) -> None:
            complaints.about(str(pathlib.Path(path, failure.file or "")), failure)
        return [kind.read(texts, on_failure=complain_of)]
    data = sys.stdin.buffer.read() if path == "-" else pathlib.Path(path).read_bytes()
    name = pathlib.Path(path).name
    complaints.texts[path] = data

    def complain(failure: Failure) -> None:
        complaints.about(path, failure)
    if issubclass(kind, RowRecord):
        return kind.rows(data, on_failure=complain)
    if issubclass(kind, FileRowRecord):
        return kind.rows(data, name if name in kind.files() else None, on_failure=complain)
    try:
        if issubclass(kind, OneRecord):
            return [kind.parse(data)]
        if issubclass(kind, FilesRecord):
            return [kind.read({name if name in kind.files() else kind.files()[0]: data})]
    except Failure as failure:
        complain(failure)
        return []
    raise ValueError(f"{record} is not read from text")


def main(arguments: List[str]) -> int:
    if arguments == ["--list"]:
        print("\n".join(records))
        return 0
    if len(arguments) not in (1, 2) or arguments[0] not in records:
        print(__doc__, file=sys.stderr)
        return 2
    complaints = Complaints()
    try:
        for record in found_in(arguments[0], (arguments + ["-"])[1], complaints):
            values = record.as_dict()
            print(json.dumps({name: "max" if value == math.inf else value for name, value in values.items()}))
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    return 1 if complaints.any else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
