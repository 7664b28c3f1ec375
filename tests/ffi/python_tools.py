# SPDX-License-Identifier: MIT
"""Programs of PyPI that the tests of the Python package need, each of one version, in a virtual environment of the build
folder. They are fetched once. If the registry does not answer, the test is skipped."""

import os
import pathlib
import shutil
import subprocess
import sys
import venv

import consumer

BINDING = consumer.SOURCE / "examples" / "bindings" / "python"
BUILD = ("build==1.6.1", "hatchling==1.33.0")
CHECK = ("auditwheel==6.8.2", "mypy==2.4.1", "pyright==1.1.414", "packaging>=24")
CROSS = ("ziglang==0.17.1",)


def skip(reason):
    print(reason)
    sys.exit(77)


class Tools:
    """Wheels of packages in `wheels`, and an environment `python` that has them."""

    def __init__(self, work, packages):
        self.wheels, folder = work / "wheels", work / "tools"
        self.python = folder / "bin" / "python"
        mark, wanted = work / "installed", "\n".join(packages)
        if mark.exists() and mark.read_text("utf-8") == wanted:
            return
        mark.unlink(missing_ok=True)
        shutil.rmtree(folder, ignore_errors=True)
        try:
            venv.create(folder, with_pip=True)
        except (OSError, subprocess.CalledProcessError) as error:
            skip(f"no environment of Python can be made (package python3-venv): {error}")
        for words in (["download", "--dest", self.wheels], ["install", "--no-index", "--find-links", self.wheels]):
            ended = self.run("-m", "pip", *words, "--quiet", "--retries=1", "--timeout=20",
                             "--disable-pip-version-check", *packages)
            if ended.returncode != 0:
                skip(f"pip got no packages: {ended.stderr.strip().splitlines()[-1:]}")
        mark.write_text(wanted, "utf-8")

    def run(self, *words, **options):
        return consumer.run([self.python, *words], timeout=500, **options)

    def environment(self, **more):
        """That pip gets what it builds with from `wheels`, and nothing finds the modules of the build folder."""
        kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VMMETRICS_LIBRARY")}
        return {**kept, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.wheels), "PIP_DISABLE_PIP_VERSION_CHECK": "1",
                **more}

    def build(self, what, source, output, **more):
        """Builds a package, `--wheel` or `--sdist`, and returns its path; None if that fails."""
        ended = self.run("-m", "build", "--no-isolation", what, "--outdir", output, source,
                         env=self.environment(**more))
        made = sorted(pathlib.Path(output).glob("*.whl" if what == "--wheel" else "*.tar.gz"), key=os.path.getmtime)
        consumer.check(ended.returncode == 0 and made, f"build {what}: {ended.stdout[-2000:]}{ended.stderr[-2000:]}")
        return made[-1] if made else None
