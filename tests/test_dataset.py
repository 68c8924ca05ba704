"""A Parquet data set of repositories, scanned by Ray Data on a local engine, while a worker is killed."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from staticrelu.report.json import render
from staticrelu.scan import scan_sources
from staticrelu.sources import Content

ray = pytest.importorskip("ray", reason="the extra `ray` is not installed")
pq = pytest.importorskip("pyarrow.parquet", reason="the extra `ray` is not installed")

CASES = Path(__file__).parent / "cases"
TOPICS = ("closures", "packed", "tuples")


def files_of(topic: str) -> dict[str, bytes]:
    return {path.relative_to(CASES / topic).as_posix(): path.read_bytes() for path in (CASES / topic).rglob("*.py")}


def test_a_data_set_says_of_each_repository_what_a_scan_says(tmp_path: Path) -> None:
    import pyarrow as pa

    topics = [topic for topic in TOPICS if (CASES / topic).is_dir()]
    assert len(topics) > 1
    rows = [
        {"repository": topic, "path": path, "content": data}
        for topic in topics
        for path, data in files_of(topic).items()
    ]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "files.parquet")
    command = [sys.executable, "-m", "staticrelu.dataset", str(tmp_path / "files.parquet"), str(tmp_path / "reports")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True) as process:
        killed = _kill_a_worker(process)
        out, _ = process.communicate(timeout=300)
    assert process.returncode == 0, out.decode()
    assert killed, "no worker was seen"
    found = {row["repository"]: row for row in pq.read_table(tmp_path / "reports").to_pylist()}
    for topic in topics:
        expected = scan_sources([Content(path, data) for path, data in sorted(files_of(topic).items())])
        assert found[topic]["report"] == render(expected)
        assert found[topic]["models"] == expected.summary.models
    assert len(found) == len(topics)


def _kill_a_worker(process: subprocess.Popen[bytes]) -> int:
    """Kill the first worker of the run that is seen at work; gives its process number, 0 for none."""
    while process.poll() is None:
        for name in Path("/proc").glob("[0-9]*/cmdline"):
            with contextlib.suppress(OSError):
                if b"MapBatches(report_of)" in name.read_bytes():
                    os.kill(int(name.parent.name), signal.SIGKILL)
                    return int(name.parent.name)
        time.sleep(0.01)
    return 0
