"""Fuzzes the readers, guided by the lines that an input reaches: ``python -m fuzz.guided SECONDS [READER ...]``.

It needs atheris, which is libFuzzer for Python, and no package of the tests: ``pip install atheris``.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
LONGEST = 20
"""Seconds after which an input hangs."""

_CELL = {
    "cell_type": "code",
    "execution_count": None,
    "metadata": {},
    "outputs": [],
    "source": ["import torch\n", "%x"],
}
_NOTEBOOK = json.dumps({"cells": [_CELL], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


def main() -> int:
    """Fuzz the readers one after the other; gives the number of those that broke."""
    from fuzz.readers import READERS

    seconds, *names = sys.argv[1:]
    broken = 0
    for name in names or READERS:
        with tempfile.TemporaryDirectory() as folder:
            corpus = _corpus(name, Path(folder) / "corpus")
            limits = [
                f"-max_total_time={seconds}",
                f"-timeout={LONGEST}",
                "-rss_limit_mb=4096",
                "-verbosity=0",
                "-print_final_stats=1",
            ]
            command = [sys.executable, "-m", "fuzz.guided", f"--{name}", str(corpus), *limits]
            broken += subprocess.run(command, check=False).returncode != 0
    return broken


def _corpus(name: str, folder: Path) -> Path:
    """What a reader usually reads, to begin with."""
    folder.mkdir()
    usual = {
        "rules": sorted((ROOT / "rules" / "checks").glob("*.yaml")),
        "catalog": sorted((ROOT / "rules" / "catalog").glob("*.yaml"), key=lambda path: path.stat().st_size)[:5],
        "page": [ROOT / "CHANGELOG.md", ROOT / "CONTRIBUTING.md"],
        "comments": sorted((ROOT / "tests" / "cases" / "loops").glob("*.py"))[:9],
    }
    texts = {
        "notebook": _NOTEBOOK,
        "baseline": '{"version": 1, "findings": [{"fingerprint": "a", "path": "b", "code": "SR102"}]}',
        "configuration": 'select = ["ALL"]\nignore = ["SR1"]\nper-file-ignores = {"*.py" = ["SR102"]}\nexclude = ["a/**"]\n',
        "cache": "\x80\x90",
    }
    for number, path in enumerate(usual.get(name, [])):
        (folder / str(number)).write_bytes(path.read_bytes())
    (folder / "text").write_text(texts.get(name, ""))
    return folder


def _guided(name: str, arguments: list[str]) -> None:
    """Fuzz one reader in this process, which ends with it."""
    import atheris

    with atheris.instrument_imports(include=["staticrelu", "yaml", "tomllib", "tokenize", "markdown_it"]):
        from fuzz.readers import READERS
    reader = READERS[name]
    with tempfile.TemporaryDirectory() as folder:
        atheris.Setup([name, *arguments], lambda data: reader(Path(folder), data))
        atheris.Fuzz()


if __name__ == "__main__":
    first, *others = sys.argv[1:]
    if first.startswith("--"):
        _guided(first[2:], others)
    sys.exit(main())
