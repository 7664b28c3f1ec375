# SPDX-License-Identifier: MIT
"""Writes the script of the page on which one pastes files: the npm package, what the members mean, and the modules of
this folder, as one script that needs no server.

usage: bundle.py OUTPUT.js [MODULE.wasm]      without MODULE the script says that the manual was built without it"""

import json
import pathlib
import re
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parents[1]
BINDING = SOURCE / "examples" / "bindings" / "typescript"
sys.path[:0] = [str(SOURCE / "lib" / "describe"), str(BINDING)]
import build  # noqa: E402
import describe  # noqa: E402
import generate  # noqa: E402

HEAD = "// SPDX-License-Identifier: MIT\n// Written by docs/paste/bundle.py.\n"
WITHOUT = HEAD + """document.getElementById("vmm-paste").textContent =
    "This manual was built without WebAssembly: the page needs the packages clang and lld when the manual is built.";
"""


def as_function(text):
    """An ES module as a function that returns its exports. A page that is opened as a file cannot load modules."""
    text = re.sub(r'^import \{([^}]*)\} from "\./(\w+)\.js";', r"const {\1} = module_\2;", text, flags=re.M)
    text = re.sub(r'^import \* as (\w+) from "\./(\w+)\.js";', r"const \1 = module_\2;", text, flags=re.M)
    exports = re.findall(r"^export (?:const|class|function) (\w+)", text, flags=re.M)
    exports += [f"{alias}: {name}" for name, alias in re.findall(r"^export \{ (\w+) as (\w+) \};", text, flags=re.M)]
    text = re.sub(r"^export \{ \w+ as \w+ \};\n", "", text, flags=re.M)
    text = re.sub(r"^export (?=const|class|function)", "", text, flags=re.M)
    if re.search(r"^(import|export)\b", text, flags=re.M):
        sys.exit("a module has an import or export that this script does not know")
    return f"(() => {{\n{text}\nreturn {{ {', '.join(exports)} }};\n}})()"


def meanings(description):
    """What the page says about records and members, in few bytes."""
    return {record["name"]: {"about": record["about"].split("\n")[0], "members": {
        member["name"]: [member["meaning"], member["source"], member["since"]] for member in record["members"]}}
        for record in description["records"]}


def usages(description):
    names = ("name", "verb", "gives", "inputs", "numbers", "about")
    return [{name: usage[name] for name in names} for usage in description["usages"]]


def write(output, module):
    description = describe.description(generate.INCLUDE)
    modules = {}
    with tempfile.TemporaryDirectory() as work:
        build.build(pathlib.Path(work), module)
        for name in ("wasm", "engine", "records"):
            modules[name] = (pathlib.Path(work) / "dist" / f"{name}.js").read_text(encoding="utf-8")
    styles = (HERE / "page.css").read_text(encoding="utf-8")
    modules["description"] = "".join(f"export const {name} = {json.dumps(value)};\n" for name, value in (
        ("meanings", meanings(description)), ("usages", usages(description)), ("styles", styles)))
    for name in ("values", "formats", "examples", "page"):
        modules[name] = (HERE / f"{name}.js").read_text(encoding="utf-8")
    text = "".join(f"const module_{name} = {as_function(text)};\n" for name, text in modules.items())
    text = f"{HEAD}(() => {{\n{text}}})();\n"
    output.write_text(text.replace("</script", "<\\/script"), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) == 3:
        write(pathlib.Path(sys.argv[1]), sys.argv[2])
    elif len(sys.argv) == 2:
        pathlib.Path(sys.argv[1]).write_text(WITHOUT, encoding="utf-8")
    else:
        sys.exit(__doc__)
