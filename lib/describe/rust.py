# SPDX-License-Identifier: MIT
"""The Rust crates' part of the public headers: what generate.py writes below examples/bindings/rust.

    vmmetrics-sys/src/bindings.rs     all constants, structs and functions, as C declares them
    vmmetrics/src/generated.rs        records, rows, enums, statuses and usages of the safe crate, as calls of its macros"""

import re

# The types of C, and those of Rust with the same layout. Text is bytes.
TYPES = {"uint64_t": "u64", "int64_t": "i64", "uint32_t": "u32", "int32_t": "i32", "int": "i32", "double": "f64", "size_t": "usize",
         "char": "u8", "void": "c_void"}
WORDS = ("type",)  # names of members that are words of Rust
COMMENT = r"/\*\*<?(?:(?!\*/).)*\*/"
# Enums that the safe crate has as enums. The library never returns one of the first two; for a number of a newer library the
# others become this variant.
ENUMS = {"key_form": None, "value_form": None, "descriptor": "OTHER", "kind": "LABEL", "unit": "NONE", "width": "NONE"}


def words(comment):
    """A comment in one line, with the names of constants as Rust has them."""
    lines = [line.strip().lstrip("*").strip() for line in (comment or "").strip("/*<").splitlines()]
    text = re.sub(r"::(VMM_\w+)", r"`\1`", " ".join(line for line in lines if line))
    return re.sub(r"(?<!\S)#(\w+)", r"`\1`", text)


def about(comment, indent=""):
    return f"{indent}/// {words(comment)}\n" if words(comment) else ""


def camel(name):
    return "".join(word.capitalize() for word in name.lower().split("_"))


def rust_name(name):
    return f"r#{name}" if name in WORDS else name


def rust_type(declared):
    """`const struct vmm_text *mounts` is (`*const vmm_text`, `mounts`); a name may have a length in brackets."""
    found = re.fullmatch(r"(const )?(?:struct |enum )?(\w+) (\**)(\w+)(?:\[(\d+)\])?", declared)
    const, kind, stars, name, length = found.groups()
    kind = TYPES.get(kind, kind)
    for _ in stars:
        kind = f"*{'const' if const else 'mut'} {kind}"
    return (f"[{kind}; {length}]" if length else kind), rust_name(name)


class Headers:
    """All headers as one text, taken apart."""

    def __init__(self, headers, functions, records):
        self.text = "".join(header.text for header in headers)
        self.functions, self.records = functions, records
        self.structs = {name: (comment, [(one[1], " ".join(one[2].split())) for one in
                                         re.finditer(rf"({COMMENT})?\s*([^;/*][^;/]*?);", body, flags=re.S)])
                        for comment, name, body in re.findall(rf"({COMMENT})\nstruct vmm_(\w+) \{{\n(.*?)^\}};", self.text, flags=re.S | re.M)}
        self.enums = {name: (comment, self.values(body)) for comment, name, body in
                      re.findall(rf"({COMMENT})\nenum vmm_(\w+) \{{\n(.*?)^\}};", self.text, flags=re.S | re.M)}

    @staticmethod
    def values(body):
        """The names of an enum with their numbers and comments, which stand before or after the name."""
        return [(found[2], int(found[3]), found[1] or found[4]) for found in
                re.finditer(rf"({COMMENT})?\s*(VMM_\w+) =\s+(-?\d+),?[ ]*({COMMENT.replace('<?', '<')})?", body, flags=re.S)]


def head(comment):
    return f"// SPDX-License-Identifier: MIT\n// {comment}\n// Written by `python3 lib/describe/generate.py`: do not edit.\n\n"


def bindings_rs(headers):
    text = head("All constants, structs and functions of the public headers.")
    text += "use core::ffi::c_void;\n\n"
    version, = re.findall(r"#define VMM_VERSION_NUMBER (\d+)", headers.text)
    room, = re.findall(r"#define VMM_VALUE_ROOM (\d+)", headers.text)
    text += ("/// Result of a call: one of `VMM_OK`, `VMM_END` and so on.\npub type vmm_status = i32;\n"
             f"/// Version of the headers: major * 10000 + minor * 100 + patch.\npub const VMM_VERSION_NUMBER: u32 = {version};\n"
             "/// Value of an unknown integer member.\npub const VMM_UNKNOWN: u64 = u64::MAX;\n"
             "/// Value of a limit that means \"no limit\".\npub const VMM_UNLIMITED: u64 = u64::MAX - 1;\n"
             f"/// Number of bytes that `vmm_value_print` needs at most, with the NUL.\npub const VMM_VALUE_ROOM: usize = {room};\n")
    for name, (comment, values) in headers.enums.items():
        kind = "vmm_status" if name == "status_code" else f"vmm_{name}"
        text += "\n" + (about(comment) + f"pub type {kind} = u32;\n" if kind != "vmm_status" else "")
        text += "".join(f"{about(said)}pub const {constant}: {kind} = {number};\n" for constant, number, said in values)
    for name, (comment, members) in headers.structs.items():
        text += f"\n{about(comment)}#[repr(C)]\n#[derive(Clone, Copy)]\npub struct vmm_{name} {{\n"
        is_record = name in {one.name for one in headers.records}
        for said, declared in members:
            kind, member = rust_type(declared)
            # The safe crate has the comments of the members of records.
            text += f"{'' if is_record else about(said, '    ')}    pub {member}: {kind},\n"
        text += "}\n"
    text += '\nextern "C" {\n'
    for function in headers.functions:
        returned = re.match(r"(?:const |struct )*\w+", function.declared)[0]
        returned, _ = rust_type(f"{returned} {'*' if '*' in function.declared.split('(')[0] else ''}x")
        parameters = ", ".join("{1}: {0}".format(*rust_type(one)) for one in function.parameters if one != "void")
        text += f"{about(function.about, '    ')}    pub fn {function.name}({parameters}) -> {returned};\n"
    return text + "}\n"


def record(record_id, one):
    kinds = {"NAME": f"Name<{{}}>", "DOUBLE": "Real"}
    text = f"    /// `struct vmm_{one.name}`\n    {camel(one.name)}, vmm_{one.name}, \"{one.name}\", {record_id} {{\n"
    for member in one.members:
        kind = kinds.get(member.type, "Limit" if member.kind == "limit" else "Integer").format(member.bytes)
        text += f"{about(member.comment, '        ')}        {rust_name(member.name)}: {kind},\n"
    text += "    } {\n"
    for number, (name, file) in enumerate(one.files, 1):
        # The first word is the record, or the directory that it shares.
        text += f"        /// `{file}`\n        {name.split('_', 3)[3]}: \"{file}\", {1000 * record_id + number},\n"
    return text + "    }\n"


def readers(headers, names, ending):
    """The functions with this ending that read one of these structs from a text, and nothing else."""
    return "".join(f"    {camel(function.read_struct())} vmm_{function.read_struct()} {function.name},\n" for function in headers.functions
                   if function.name.endswith(ending) and function.read_struct() in names)


def views(headers, names):
    """The rows that are pieces of the caller's text: structs of spans."""
    text = ""
    for name in names:
        comment, members = headers.structs[name]
        text += f"{about(comment, '    ')}    {camel(name)}, vmm_{name} {{\n"
        text += "".join(f"{about(said, '        ')}        {rust_name(declared.split()[-1])},\n" for said, declared in members)
        text += "    }\n"
    return text


def enums(headers):
    text = ""
    for name, other in ENUMS.items():
        comment, values = headers.enums[name]
        prefix = re.match(r"VMM_[A-Z]+_", values[0][0])[0]
        variant = {constant: re.sub(r"^(?=\d)", "Bits", camel(constant.removeprefix(prefix))) for constant, _, _ in values}
        text += f"enums! {{\n{about(comment, '    ')}    {camel(name)}{f', {variant[prefix + other]}' if other else ''} {{\n"
        text += "".join(f"{about(said, '        ')}        {variant[constant]} = {number},\n" for constant, number, said in values)
        text += "    }\n}\n"
    return text


def statuses(headers):
    """`VMM_OK` and `VMM_END` are no statuses of the safe crate: a result and the end of an iterator say the same."""
    rows = [(constant.removeprefix("VMM_").removeprefix("E_"), number, said)
            for constant, number, said in headers.enums["status_code"][1] if constant not in ("VMM_OK", "VMM_END")]
    return "".join(f"{about(said, '    ')}    {name} = {number},\n" for name, number, said in rows)


def argument(parameter, is_first, records):
    """A parameter of a calculation in the safe crate; None if it is of another type."""
    found = re.fullmatch(r"const struct vmm_(\w+) \*(\w+)", parameter)
    if found and found[1] in records:
        is_needed = found[2] == "after" or is_first and found[2] != "before"
        return f"{found[2]}: {'&' if is_needed else 'Option<&'}{camel(found[1])}{'' if is_needed else '>'}"
    return {"int64_t elapsed_ns": "elapsed: Duration", "uint64_t limit_bytes": "limit: Option<Bound>",
            "const struct vmm_interval *interval": "interval: &Interval"}.get(parameter)


def usages(headers):
    """The calculations from records, a time and a limit to a record."""
    records, text = {one.name for one in headers.records}, ""
    for function in headers.functions:
        taken, out = function.parameters[:-2], re.fullmatch(r"struct vmm_(\w+) \*out", "".join(function.parameters[-2:-1]))
        given = [argument(one, index == 0, records) for index, one in enumerate(taken)]
        if out and out[1] in records and None not in given and re.search("_(of|between)$", function.name):
            name = re.sub("^vmm_|_(of|between)$", "", function.name)
            text += f"{about(function.about, '    ')}    {name} = {function.name}({', '.join(given)}) -> {camel(out[1])};\n"
    return text


def generated_rs(headers):
    records = "".join(record(record_id, one) for record_id, one in enumerate(headers.records, 1))
    names = {one.name for one in headers.records}
    spans = [name for name, (_, members) in headers.structs.items()
             if all(declared.startswith("struct vmm_span ") for _, declared in members)]
    directories = [camel(one.name) for one in headers.records
                   if one.files and f"vmm_{one.name}_next(struct vmm_text *text, enum vmm_file" not in headers.text]
    return (head("What follows from the public headers: calls of the macros of this crate.") +
            f"records! {{\n{records}}}\nreaders! {{ Parsed:\n{readers(headers, names, '_parse')}}}\n"
            f"readers! {{ Row:\n{readers(headers, names, '_next')}}}\ndirectories! {{ {', '.join(directories)} }}\n"
            f"views! {{\n{views(headers, spans)}}}\nview_readers! {{\n{readers(headers, spans, '_next')}}}\n"
            f"statuses! {{\n{statuses(headers)}}}\n{enums(headers)}usages! {{\n{usages(headers)}}}\n")


def written(headers, functions, records):
    one = Headers(headers, functions, records)
    return {"vmmetrics-sys/src/bindings.rs": bindings_rs(one), "vmmetrics/src/generated.rs": generated_rs(one)}
