# SPDX-License-Identifier: MIT
"""The C++ binding gives what the vectors of vectors.py expect. The calls of the program are written from the description of the
library.

usage: test_vectors_cpp.py INCLUDE LIBRARY.a"""

import json
import os
import pathlib
import shutil
import sys
import tempfile

import consumer

sys.path.append(str(consumer.SOURCE / "lib" / "describe"))
import describe  # noqa: E402
import generate  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
BINDING = consumer.SOURCE / "examples" / "bindings" / "cpp"
COMMON = consumer.SOURCE / "examples" / "tools" / "common"
include, library = sys.argv[1:]
# Each compiler and each standard once.
compilers = list(zip(filter(shutil.which, ("g++", "clang++")), ("c++17", "c++20")))
if not compilers:
    print("there is no C++ compiler")
    sys.exit(77)
described = describe.description(generate.INCLUDE)
records = {record["name"]: record for record in described["records"]}
ids = {name: {file["name"]: file["id"] for file in record["files"]} for name, record in records.items()}


def fill(record):
    """The function that reads an input into rows of a record."""
    name, reader = record["name"], record["reader"]
    text, call = "from.texts[0].second", reader and reader["function"]
    if not reader:
        body = ""
    elif not reader["has_rows"]:
        body = f"    take(rows, vmm::parse({call}, {text}), prints);\n"
    else:
        of = "from.texts[0].first, " if reader["takes_file"] else ""
        body = f"    for (const auto &row : vmm::rows({call}, {of}{text}))\n        take(rows, row, prints);\n"
    return (f"void fill(std::vector<vmm_{name}> &rows, const input &from, bool prints)\n{{\n"
            f"    if (from.is_fed)\n        return take_files(rows, from, VMM_RECORD_{name.upper()}, prints);\n{body}}}\n")


def compute(usage):
    """The branch that computes a usage."""
    text, arguments = "", []
    for i, given in enumerate(usage["inputs"]):
        text += f"        std::vector<vmm_{given['record']}> rows{i};\n"
        text += f"        if (from[{i}].record != \"-\")\n            fill(rows{i}, from[{i}], false);\n"
    for parameter in usage["parameters"]:
        if "input" not in parameter:
            arguments.append("&interval" if parameter["struct"] else
                             "elapsed_ns" if parameter["numbers"] == ["elapsed_ns"] else "VMM_UNKNOWN")
        elif usage["inputs"][parameter["input"]]["is_list"]:
            i = parameter["input"]
            kind = next(one for one in described["functions"] if one["name"] == usage["function"])["parameters"][i].split()[2]
            text += f"        {kind} list{i} = {{rows{i}.data(), rows{i}.size(), sizeof rows{i}[0]}};\n"
            arguments.append(f"rows{i}.empty() ? nullptr : &list{i}")
        else:
            arguments.append(f"at(rows{parameter['input']}, i)")
    is_list = any(given["is_list"] for given in usage["inputs"])
    count = "1" if is_list else f"rows{0 if usage['verb'] == 'of' else len(usage['inputs']) - 1}.size()"
    return (f"    if (usage == \"{usage['name']}\") {{\n{text}        for (std::size_t i = 0; i < {count}; i++)\n"
            f"            print(vmm::compute<vmm_{usage['gives']}>({usage['function']}, {', '.join(arguments)}));\n    }}\n")


def program():
    reads = "".join(f"    if (from.record == \"{name}\") {{\n        std::vector<vmm_{name}> rows;\n"
                    "        fill(rows, from, true);\n    }\n" for name in records)
    return ('#include "vectors.hpp"\n' + "".join(map(fill, records.values())) +
            f"static void read(const input &from)\n{{\n{reads}}}\n"
            "static void compute(const std::string &usage, const std::vector<input> &from, std::int64_t elapsed_ns,\n"
            "                    std::uint64_t ticks)\n{\n    vmm_interval interval = {elapsed_ns, ticks};\n" +
            "".join(map(compute, described["usages"])) + "}\n"
            "int main()\n{\n    std::string usage;\n    std::int64_t elapsed_ns = 0;\n    std::uint64_t ticks = 0;\n"
            "    std::size_t count = 0;\n\n    json_init(&out, 1);\n    out.exact = true;\n"
            "    while (std::cin >> usage >> elapsed_ns >> ticks >> count) {\n        std::vector<input> from;\n"
            "        for (std::size_t i = 0; i < count; i++)\n            from.push_back(next_input());\n"
            "        usage == \"-\" ? read(from[0]) : compute(usage, from, elapsed_ns, ticks);\n"
            "        json_raw(&out, \".\");\n        json_end_line(&out);\n    }\n    json_flush(&out);\n}\n")


def stream(vector):
    words = [f"{vector['usage'] or '-'} {vector['elapsed_ns'] or 0} {vector['ticks_per_second'] or 0} {len(vector['inputs'])}\n"]
    for given in vector["inputs"]:
        if given is None:
            words.append("- 0 0\n")
            continue
        texts = given.get("files") or [(given["file"], given["text"])]
        words.append(f"{given['record']} {int('files' in given)} {len(texts)}\n")
        of = ids[given["record"]]
        words += [f"{of.get(name, next(iter(of.values()), 0))} {len(text)}\n{text}\n" for name, text in texts]
    return "".join(words).encode("latin-1")


def result(line, vector):
    """A line of the program as the vectors have it."""
    found = json.loads(line)
    if found.get("file") is not None:
        found["file"] = vector["inputs"][0]["files"][found["file"]][0]
    if "values" in found:
        found["values"] = {name: str(value) if isinstance(value, int) and value > 2**53 - 1 else value
                           for name, value in found["values"].items()}
    return found


def answers_of(compiler, standard, work, vectors):
    """What the program prints for each vector, lines."""
    source, binary = work / "vectors.cpp", work / compiler
    source.write_text(program(), encoding="utf-8")
    objects = []
    for name in ("json", "decimal"):
        objects.append(work / f"{name}.o")
        consumer.run([compiler, "-x", "c", "-std=gnu11", f"-I{include}", "-c", COMMON / f"{name}.c", "-o", objects[-1]])
    built = consumer.run([compiler, f"-std={standard}", "-O0", "-Wall", "-Wextra", f"-I{include}", f"-I{BINDING}",
                          f"-I{HERE}", source, *objects, library, "-o", binary])
    consumer.check(built.returncode == 0, f"{compiler}:\n{built.stderr[:3000]}")
    given = work / "given"
    given.write_bytes(b"".join(map(stream, vectors)))
    with given.open("rb") as file:
        ended = consumer.run([binary], stdin=file) if built.returncode == 0 else built
    answers = [[]]
    for line in ended.stdout.splitlines():
        if line == ".":
            answers.append([])
        else:
            answers[-1].append(line)
    consumer.check(len(answers) - 1 == len(vectors),
                   f"{len(vectors)} vectors, {len(answers) - 1} answers: {ended.stderr[:500]}")
    return answers


vectors = [json.loads(line) for line in pathlib.Path(os.environ["VMMETRICS_VECTORS"]).read_text("ascii").splitlines()]
for compiler, standard in compilers:
    with tempfile.TemporaryDirectory() as folder:
        answers = answers_of(compiler, standard, pathlib.Path(folder), vectors)
    for vector, answer in zip(vectors, answers):
        consumer.comparisons += 1
        got = [result(line, vector) for line in answer]
        name = f"{compiler}: {vector['name']}, {vector['usage'] or vector['inputs'][0]['record']}"
        consumer.check(got == vector["expected"], f"{name}: {got}, expected {vector['expected']}"[:600])
consumer.end()
