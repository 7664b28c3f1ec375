# SPDX-License-Identifier: MIT
"""The manual in Chromium: site.mjs says what it does there.

usage: test_browser.py NODE NPM CHROMIUM HTML WORK [PICTURES]      PICTURES is a folder for pictures of the manual"""

import pathlib
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "ffi"))
import consumer  # noqa: E402
import npm_package as npm  # noqa: E402

node, npm_program, chromium, html, work, *pictures = sys.argv[1:]
if not (pathlib.Path(html) / "search.js").exists():
    npm.skip("the manual has no search: lunr was not found when it was made")
if not (pathlib.Path(html) / "doxygen-awesome.css").exists():
    npm.skip("the manual has Doxygen's own looks: doxygen-awesome was not found when it was made")
npm.version(node)
npm.install(npm_program, pathlib.Path(work))
# The driver of the browser is found from the folder of the script.
for script in (pathlib.Path(__file__).with_name("site.mjs"), npm.HERE / "browser.mjs"):
    shutil.copy(script, work)
consumer.comparisons += 1
ended = consumer.run([node, pathlib.Path(work) / "site.mjs", chromium, html, *pictures], timeout=550)
consumer.check(ended.returncode == 0, f"site.mjs:\n{ended.stdout}{ended.stderr}"[:4000])
print(ended.stdout, end="")
consumer.end()
