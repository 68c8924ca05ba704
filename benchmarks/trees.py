"""The trees that are measured: pinned public packages, unpacked, and small ones made on the spot."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

HERE = Path(__file__).parent
FETCHED = HERE / "fetched"

PACKAGES = {
    "allennlp": "allennlp==2.10.1",
    "speechbrain": "speechbrain==1.1.2",
    "espnet": "espnet==202511",
    "torch": "torch==2.13.0",
    "transformers": "transformers==5.24.0",
    "django": "django==5.2.19",
}
"""``django`` stands for a tree without any recurrent class."""


def fetch(name: str) -> Path:
    """The folder with a package's own Python sources. Raises subprocess.CalledProcessError where it cannot be fetched."""
    folder = FETCHED / PACKAGES[name]
    if not folder.is_dir():
        archives = FETCHED / f"{PACKAGES[name]}.archives"
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(archives)]
        subprocess.run([*command, "--no-build-isolation", PACKAGES[name]], check=True)
        for archive in archives.iterdir():
            _unpack(archive, folder)
        shutil.rmtree(archives)
    return folder


def _unpack(archive: Path, folder: Path) -> None:
    """Take the Python files out of a wheel or a source distribution, and nothing else."""
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            wheel.extractall(folder, [name for name in wheel.namelist() if name.endswith(".py")])
    else:
        with tarfile.open(archive) as source:
            members = [member for member in source.getmembers() if member.isfile() and member.name.endswith(".py")]
            source.extractall(folder, members, filter="data")


def copies(folder: Path, count: int, target: Path) -> Path:
    """So many copies of a tree, side by side in a new folder."""
    for number in range(count):
        shutil.copytree(folder, target / f"copy{number}", ignore=shutil.ignore_patterns("__pycache__"))
    return target
