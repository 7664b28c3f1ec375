# SPDX-License-Identifier: MIT
"""The Rust crates' part of the public headers: what generate.py writes below examples/bindings/rust.

    vmmetrics-sys/src/bindings.rs    all constants, structs and functions, as C declares them
    vmmetrics/src/generated.rs       what the safe crate has of them, as calls of its macros"""

import re

import describe
import generate

# The types of C, and those of Rust with the same layout. Text is bytes.
TYPES = {"uint64_t": "u64", "int64_t": "i64", "uint32_t": "u32", "int32_t": "i32", "int": "i32", "double": "f64",
         "size_t": "usize", "char": "u8", "void": "c_void"}
# Names of members that are words of Rust.
WORDS = ("type",)
# The enums of the safe crate. The library never returns one of the first two; for a number of a newer library the
# others become this variant.
ENUMS = {"key_form": None, "value_form": None, "descriptor": "OTHER", "kind": "LABEL", "unit": "NONE", "width": "NONE"}
# The numbers of a usage, as its parameters in the safe crate.
NUMBERS = {"elapsed_ns": "elapsed: Duration", "limit_bytes": "limit: Option<Bound>"}
INTERVAL = "interval: {}Interval{}"


def comment(about, indent=""):
    """A comment of Rust, with the names of constants in backquotes; nothing without a comment."""
    about = re.sub(r"\s*@code\s*(.*?)\s*@endcode\s*", r"\n```c\n\1\n```\n", about, flags=re.S)
    lines, is_code = [], False
    for line in about.strip().splitlines():
        is_fence = line.startswith("```")
        if not is_code:
            line = re.sub(r"(?<![`\w])(VMM_[A-Z0-9_]+)\b(?!\*)", r"`\1`", " ".join(line.split()))
            # A line is a paragraph.
            lines += [""] * (lines != [] and not line.startswith("- "))
        is_code ^= is_fence
        lines.append(line)
    return "".join(f"{indent}/// {line}".rstrip() + "\n" for line in lines)


def camel(name):
    return "".join(word.capitalize() for word in name.lower().split("_"))


def rust_name(name):
    return f"r#{name}" if name in WORDS else name


def declaration(declared):
    """`const struct vmm_text *mounts` is `mounts: *const vmm_text`; a name may have a length in brackets."""
    found = re.fullmatch(r"(const )?(?:struct |enum )?(\w+) (\**)(\w*)(?:\[(\d+)\])?", declared)
    const, kind, stars, name, length = found.groups()
    kind = f"*{'const' if const else 'mut'} " * len(stars) + TYPES.get(kind, kind)
    return f"{rust_name(name)}: " * bool(name) + (f"[{kind}; {length}]" if length else kind)


def head(about):
    return f"// SPDX-License-Identifier: MIT\n// {about}\n// Written by `{generate.COMMAND}`: do not edit.\n\n"


def bindings_rs(described, headers, functions):
    text = head("All constants, structs and functions of the public headers.") + "use core::ffi::c_void;\n\n"
    text += "/// Result of a call: one of `VMM_OK`, `VMM_END` and so on.\npub type vmm_status = i32;\n"
    for name, value in re.findall(r"^#define (VMM_\w+) (\d+)$", "".join(header.text for header in headers), flags=re.M):
        text += f"pub const {name}: u32 = {value};\n"
    text += ("/// Value of an unknown integer member.\npub const VMM_UNKNOWN: u64 = u64::MAX;\n"
             '/// Value of a limit that means "no limit".\npub const VMM_UNLIMITED: u64 = u64::MAX - 1;\n')
    enum = None
    for constant in described["constants"]:
        kind = "vmm_status" if constant["enum"] == "vmm_status_code" else constant["enum"]
        if constant["enum"] != enum:
            enum = constant["enum"]
            text += "\n" + (f"pub type {kind} = u32;\n" if kind != "vmm_status" else "")
        text += f"{comment(constant['about'])}pub const {constant['name']}: {kind} = {constant['value']};\n"
    for name, (about, body) in describe.structs_of(headers).items():
        text += f"\n{comment(about)}#[repr(C)]\n#[derive(Clone, Copy)]\npub struct {name} {{\n"
        # The safe crate has the comments of the members.
        for member in re.sub(r"/\*.*?\*/", "", body, flags=re.S).split(";")[:-1]:
            text += f"    pub {declaration(' '.join(member.split()))},\n"
        text += "}\n"
    text += '\nextern "C" {\n'
    for function in functions:
        parameters = ", ".join(declaration(one) for one in function.parameters if one != "void")
        returned = declaration(re.match(r"(.*?)vmm_\w+\(", function.declared)[1])
        text += comment(describe.about(function.about), "    ")
        text += f"    pub fn {function.name}({parameters}) -> {returned};\n"
    return text + "}\n"


def member(one):
    integer = "Limit" if one["kind"] == "limit" else "Integer"
    kind = {"name": f"Name<{one['bytes']}>", "double": "Real"}.get(one["type"], integer)
    return f"{comment(one['about'], '        ')}        {rust_name(one['name'])}: {kind},\n"


def file(one):
    """The constant is without its first word, which is the record, or the directory that the record shares."""
    return f"        /// `{one['name']}`\n        {one['constant'].split('_', 3)[3]}: \"{one['name']}\", {one['id']},\n"


def record(one):
    name = one["name"]
    return (f"    /// `struct vmm_{name}`\n    {camel(name)}, vmm_{name}, \"{name}\", {one['id']} {{\n" +
            "".join(map(member, one["members"])) + "    } {\n" + "".join(map(file, one["files"])) + "    }\n")


def readers(records, ending):
    """The records that a function with this ending reads from a text, and nothing else."""
    return "".join(f"    {camel(one['name'])} vmm_{one['name']} {one['reader']['function']},\n" for one in records
                   if one["reader"] and not one["reader"]["takes_file"] and one["reader"]["function"].endswith(ending))


def view(one):
    rows = "".join(comment(span["about"], "        ") + f"        {rust_name(span['name'])},\n" for span in one["members"])
    return f"{comment(one['about'], '    ')}    {camel(one['name'])}, vmm_{one['name']} {{\n{rows}    }}\n"


def enum(name, headers, constants):
    text = "".join(header.text for header in headers)
    about, = re.findall(rf"/\*\*((?:(?!\*/).)*)\*/\nenum vmm_{name} \{{", text, flags=re.S)
    values = [one for one in constants if one["enum"] == f"vmm_{name}"]
    prefix = re.match(r"VMM_[A-Z]+_", values[0]["name"])[0]

    def variant(constant):
        return re.sub(r"^(?=\d)", "Bits", camel(constant.removeprefix(prefix)))

    rows = "".join(comment(one["about"], "        ") + f"        {variant(one['name'])} = {one['value']},\n" for one in values)
    other = f", {variant(ENUMS[name])}" if ENUMS[name] else ""
    return f"enums! {{\n{comment(describe.about(about), '    ')}    {camel(name)}{other} {{\n{rows}    }}\n}}\n"


def status(constant):
    name = constant["name"].removeprefix("VMM_").removeprefix("E_")
    return f"{comment(constant['about'], '    ')}    {name} = {constant['value']},\n"


def usage(one):
    """A missing earlier sample, or a second record that only adds, is `None`."""
    parameters = []
    for parameter in one["parameters"]:
        if "numbers" in parameter:
            is_list = any(given["is_list"] for given in one["inputs"])
            words = ("Option<&", ">") if is_list else ("&", "")
            parameters.append(INTERVAL.format(*words) if parameter["struct"] else NUMBERS[parameter["numbers"][0]])
            continue
        given = one["inputs"][parameter["input"]]
        is_first = parameter["input"] == 0 and given["name"] != "before"
        is_needed = given["is_list"] or given["name"] == "after" or is_first
        kind = f"[{camel(given['record'])}]" if given["is_list"] else camel(given["record"])
        parameters.append(f"{given['name']}: {f'&{kind}' if is_needed else f'Option<&{kind}>'}")
    return (f"{comment(one['about'], '    ')}    {one['name']} = {one['function']}({', '.join(parameters)}) -> "
            f"{camel(one['gives'])};\n")


def lists(usages, functions):
    """The records of which a usage takes a whole sample, and the struct that lists it."""
    found = set()
    for one in usages:
        declared, = (function.parameters for function in functions if function.name == one["function"])
        for given in one["inputs"]:
            struct = re.search(rf"struct (vmm_\w+) \*{given['name']}\b", ", ".join(declared))[1]
            found |= {f"    {camel(given['record'])} {struct},\n"} if given["is_list"] else set()
    return "".join(sorted(found))


def generated_rs(described, headers, functions):
    records, constants, usages = described["records"], described["constants"], described["usages"]
    # A result and the end of an iterator say what the first two statuses say.
    statuses = [one for one in constants
                if one["enum"] == "vmm_status_code" and one["name"] not in ("VMM_OK", "VMM_END")]
    rows = "".join(f"    {camel(one['name'])} vmm_{one['name']} {one['function']},\n"
                   for one in described["views"] if not one["form"])
    text = "".join(f"{macro}! {{\n{body}}}\n" for macro, body in [
        ("records", "".join(map(record, records))), ("readers", "    Parsed:\n" + readers(records, "_parse")),
        ("readers", "    Row:\n" + readers(records, "_next")),
        ("directories", "".join(f"    {camel(one['name'])},\n" for one in records if one["has_files"])),
        ("views", "".join(map(view, described["views"]))), ("view_readers", rows),
        ("statuses", "".join(map(status, statuses))),
        ("lists", lists(usages, functions)), ("usages", "".join(map(usage, usages)))])
    return (head("What follows from the public headers: calls of the macros of this crate.") + text +
            "".join(enum(name, headers, constants) for name in ENUMS))


def written(include):
    """The files that are generated: {path: text}."""
    described, headers = describe.description(include), generate.headers_of(include)
    functions = generate.functions_of(include)
    return {"vmmetrics-sys/src/bindings.rs": bindings_rs(described, headers, functions),
            "vmmetrics/src/generated.rs": generated_rs(described, headers, functions)}
