# SPDX-License-Identifier: MIT
"""Makes the npm package `vmmetrics`: the WebAssembly module, and what follows from the headers.

usage: build.py OUTPUT [MODULE.wasm]      OUTPUT is a folder, for `npm pack`; MODULE is of cmake/packaging/wasm.py,
                                          and without it clang makes one"""

import base64
import json
import pathlib
import shutil
import sys

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parents[2]
sys.path[:0] = [str(SOURCE / "lib" / "describe"), str(SOURCE / "cmake" / "packaging")]
import describe  # noqa: E402
import generate  # noqa: E402
import wasm  # noqa: E402

HEAD = "// SPDX-License-Identifier: MIT\n// Written by build.py from the headers of libvmmetrics.\n"
# How a member is read by its type: the function, and the bytes of a name.
READ = {"uint64": "I(w + {word})", "double": "D(w + {word})", "name": "N(w + {word}, {bytes})"}


def type_name(record):
    return "".join(part.capitalize() for part in record.split("_"))


def comment(text, indent=""):
    """A comment of JSDoc, with lines of 120 columns."""
    lines = []
    for paragraph in text.replace("*/", "* /").splitlines():
        line = ""
        for word in paragraph.split():
            if len(indent) + len(line) + len(word) + 4 > 120:
                lines.append(line)
                line = ""
            line += f" {word}"
        lines += [line, ""]
    lines = lines[:-1]
    if len(lines) == 1 and len(lines[0]) < 100:
        return f"{indent}/**{lines[0]} */\n"
    return f"{indent}/**\n" + "".join(f"{indent} *{line}\n" for line in lines) + f"{indent} */\n"


def decode(record):
    """The function that makes an object of the record at an index of 32-bit words."""
    members = []
    for member in record["members"]:
        read = "L(w + {word})" if member["kind"] == "limit" else READ[member["type"]]
        members.append(f"{member['name']}: {read.format(word=member['offset'] // 4, bytes=member['bytes'])}")
    return "(w, I, L, D, N) => ({" + ", ".join(members) + "})"


def member_row(member):
    row = [member["name"], member["type"], member["unit"], member["kind"]]
    if member["width"] != "none" or member["type"] == "name":
        row.append(member["width"])
    return row + ([member["bytes"]] if member["type"] == "name" else [])


def records_js(description):
    text = HEAD + 'import { RecordType, TextRows, UsageType } from "./engine.js";\n\n'
    for record in description["records"]:
        reader = record["reader"] and {"call": record["reader"]["function"], "hasRows": record["reader"]["has_rows"],
                                        "takesFile": record["reader"]["takes_file"]}
        about = {"name": record["name"], "id": record["id"], "bytes": record["bytes"], "reader": reader,
                 "hasFiles": record["has_files"], "members": [member_row(member) for member in record["members"]]}
        if record["files"]:
            about["files"] = [[file["name"], file["id"]] for file in record["files"]]
        text += f"const {record['name']}_type = new RecordType({json.dumps(about)}, {decode(record)});\n"
    names = [record["name"] for record in description["records"]]
    made = []
    for usage in description["usages"]:
        inputs = ", ".join(f"[{given['record']}_type, {json.dumps(given['is_list'])}]" for given in usage["inputs"])
        parameters = json.dumps([one["input"] if "input" in one else one["numbers"] for one in usage["parameters"]])
        of = (f"{{ call: \"{usage['function']}\", gives: {usage['gives']}_type, inputs: [{inputs}], "
              f"parameters: {parameters} }}")
        if usage["name"] in names:
            # The record that the usage gives, and the function that computes it, have one name.
            text += f"{usage['name']}_type.{usage['verb']} = new UsageType({of}).{usage['verb']};\n"
        else:
            text += f"export const {usage['name']} = new UsageType({of});\n"
            made.append(usage["name"])
    for view in description["views"]:
        of = json.dumps({"call": view["function"], "takesForm": bool(view["form"]),
                         "members": [one["name"] for one in view["members"]]})
        text += f"export const {view['name']} = new TextRows({of});\n"
        made.append(view["name"])
    text += "".join(f"export {{ {name}_type as {name} }};\n" for name in names)
    all_types = ", ".join(f"{name}: {name}_type" for name in names)
    text += f"\n/** All records, by name. */\nexport const records = {{ {all_types} }};\n"
    return text + "".join(f"export const {one['name']} = {one['value']};\n" for one in description["constants"])


def member_type(member):
    """The type of a member, and its type as a bigint."""
    if member["type"] == "name":
        return "string | null"
    if member["type"] == "double":
        return "number | null"
    return "Integer | number | null" if member["kind"] == "limit" else "Integer | null"


def input_type(given):
    name = type_name(given["record"])
    one = f"Given<{name}<number | bigint>, {name}>"
    return f"readonly {one}[]" if given["is_list"] else one


def methods(record, usages):
    """What can be done with a record: its interface in the declarations."""
    name = type_name(record["name"])
    pair, extends = f"{name}, {name}<bigint>", []
    if record["reader"]:
        extends.append(f"{'Rows' if record['reader']['has_rows'] else 'One'}Reader<{pair}>")
    if record["has_files"]:
        extends.append(f"FilesReader<{pair}>")
    return ([f"RecordType<{pair}, {name}<number | bigint>>", *extends],
            [usage for usage in usages if usage["name"] == record["name"]])


def usage_method(usage, indent):
    """The declarations of a usage: with numbers and with bigints."""
    gives = type_name(usage["gives"])
    optional = {"before": " | null", "process": " | null"}
    inputs = ", ".join(f"{given['name']}: {input_type(given)}{optional.get(given['name'], '')}" for given in usage["inputs"])
    numbers = "; ".join(f"{number}: {'number | bigint | null' if number == 'limit_bytes' else 'number | bigint'}"
                        for number in usage["numbers"])
    text = ""
    for result, big in ((gives, "bigint?: false"), (f"{gives}<bigint>", "bigint: true")):
        options = "; ".join(part for part in (numbers, big) if part)
        mark = "" if numbers or big == "bigint: true" else "?"
        text += comment(usage["about"], indent) + \
            f"{indent}{usage['verb']}({inputs}, options{mark}: {{ {options} }}): {result} | Failure;\n"
    return text


def records_d_ts(description):
    text = HEAD + ("import type { Failure, FilesReader, Given, OneReader, RecordType, RowsReader, TextRows } "
                   "from \"./engine.js\";\n")
    names = {record["name"] for record in description["records"]}
    for record in description["records"]:
        name = type_name(record["name"])
        text += "\n" + comment(record["about"]) + f"export interface {name}<Integer = number> {{\n"
        # Not every record has integers; TypeScript refuses a parameter that is not used.
        for member in record["members"]:
            text += comment(member["about"], "    ") + f"    {member['name']}: {member_type(member)};\n"
        text += "}\n"
        extends, usages = methods(record, description["usages"])
        text += f"export const {record['name']}: {' & '.join(extends)}"
        if usages:
            text += " & {\n" + "".join(usage_method(usage, "    ") for usage in usages) + "}"
        text += ";\n"
    for usage in description["usages"]:
        if usage["name"] not in names:
            text += f"\nexport const {usage['name']}: {{\n{usage_method(usage, '    ')}}};\n"
    for view in description["views"]:
        name = type_name(view["name"])
        text += "\n" + comment(view["about"]) + f"export interface {name} {{\n"
        for member in view["members"]:
            text += comment(member["about"] or member["name"], "    ") + f"    {member['name']}: string | null;\n"
        options = "{ form?: number }" if view["form"] else "object"
        text += f"}}\nexport const {view['name']}: TextRows<{name}, {options}>;\n"
    text += "\n/** All records, by name. */\nexport const records: {\n"
    for record in description["records"]:
        text += f"    readonly {record['name']}: typeof {record['name']};\n"
    text += "};\n\n"
    return text + "".join(comment(one["about"] or one["name"]) + f"export const {one['name']}: {one['value']};\n"
                          for one in description["constants"])


def wasm_js(module):
    return HEAD + f"""const text = "{base64.b64encode(module).decode('ascii')}";

/** The bytes of vmmetrics.wasm. */
export function bytes() {{
    const characters = atob(text);
    const bytes = new Uint8Array(characters.length);
    for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i);
    return bytes;
}}
"""


def build(output, module=None):
    description = describe.description(generate.INCLUDE)
    (output / "dist").mkdir(parents=True, exist_ok=True)
    if module:
        shutil.copy(module, output / "dist" / "vmmetrics.wasm")
    else:
        wasm.build(output / "dist" / "vmmetrics.wasm", ["clang"])
    texts = {"records.js": records_js(description), "records.d.ts": records_d_ts(description),
             "wasm.js": wasm_js((output / "dist" / "vmmetrics.wasm").read_bytes())}
    for name, text in texts.items():
        (output / "dist" / name).write_text(text, encoding="utf-8")
    for path in sorted((HERE / "src").iterdir()):
        shutil.copy(path, output / "dist")
    package = json.loads((HERE / "package.json").read_text(encoding="utf-8"))
    package = {"name": package.pop("name"), "version": description["version"], **package}
    (output / "package.json").write_text(json.dumps(package, indent=2) + "\n", encoding="utf-8")
    for path in (HERE / "README.md", SOURCE / "LICENSE"):
        shutil.copy(path, output)


if __name__ == "__main__":
    build(pathlib.Path(sys.argv[1]), *sys.argv[2:]) if len(sys.argv) in (2, 3) else sys.exit(__doc__)
