# SPDX-License-Identifier: MIT
"""The page of the manual on which one pastes files, in Chromium: page.mjs says what it does there.

usage: test_page.py NODE NPM CHROMIUM MODULE.wasm WORK"""

import pathlib
import shutil
import sys

import consumer
import npm_package as npm

HERE = pathlib.Path(__file__).resolve().parent
PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Paste a file</title>
<link rel="stylesheet" href="{looks}"></head>
<body><div class="contents"><div class="textblock">
<div id="vmm-paste"></div><script src="paste.js"></script>
</div></div></body>
</html>
"""
node, npm_program, chromium, module, work = sys.argv[1:]
work = pathlib.Path(work)
npm.version(node)
npm.install(npm_program, work)
folder = work / "page"
shutil.rmtree(folder, ignore_errors=True)
folder.mkdir()
bundle = consumer.SOURCE / "docs" / "paste" / "bundle.py"
consumer.comparisons += 1
for words, expected in (([], "built without WebAssembly"), ([module], "AGFzbQ")):
    made = consumer.run([sys.executable, "-B", bundle, folder / "paste.js", *words])
    script = (folder / "paste.js").read_text(encoding="utf-8") if made.returncode == 0 else ""
    consumer.check(expected in script, f"bundle.py: {made.stderr}")
# With the looks of the manual, where they are there.
looks = pathlib.Path("/usr/share/doxygen-awesome-css/doxygen-awesome.css")
shutil.copy(looks if looks.exists() else consumer.SOURCE / "docs" / "site" / "site.css", folder / "looks.css")
(folder / "page.html").write_text(PAGE.format(looks="looks.css"), encoding="utf-8")
# The driver of the browser is found from the folder of the script.
for script in ("page.mjs", "browser.mjs"):
    shutil.copy(HERE / script, folder)
ended = consumer.run([node, folder / "page.mjs", chromium, folder / "page.html", consumer.DATA])
consumer.check(ended.returncode == 0, f"page.mjs:\n{ended.stdout}{ended.stderr}"[:3000])
print(ended.stdout, end="")
consumer.end()
