"""Data sets of source files: every repository of a Parquet data set is scanned, by Ray Data, on as many machines as it has.

    python -m staticrelu.dataset files.parquet reports/

The rows of the source are files, with the columns ``repository``, ``path`` and ``content`` (text or bytes). The rows of the
result are repositories: ``repository``, ``report`` (the JSON report, version 1), and the counts of its summary. Each is
scanned as a whole, since what a file says depends on others. Ray runs again what was lost with a worker. Needs the
extra ``staticrelu[ray]``.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import msgspec

from staticrelu.report.json import render
from staticrelu.scan import scan_sources
from staticrelu.sources import Content

if TYPE_CHECKING:
    import pyarrow

COLUMNS = ["repository", "path", "content"]
PARTS_PER_CORE = 8
"""Parts that a data set is cut into, for each core: few enough to cost little, and more than one, since they differ in size."""


def scan_dataset(source: str, target: str) -> None:
    """Scan the repositories of a Parquet data set and write their reports as another one. Raises what Ray raises."""
    import ray.data

    files = ray.data.read_parquet(source, columns=COLUMNS)
    parts = PARTS_PER_CORE * int(ray.cluster_resources()["CPU"])
    reports = files.groupby("repository", num_partitions=parts).map_groups(
        report_of, batch_format="pyarrow", num_cpus=1
    )
    reports.write_parquet(target)


def report_of(files: pyarrow.Table) -> pyarrow.Table:
    """The one row of a repository, from the rows of its files."""
    import pyarrow as pa

    rows = files.sort_by("path").to_pylist()
    contents = [Content(row["path"], data, encoding) for row in rows for data, encoding in [_bytes(row["content"])]]
    report = scan_sources(contents)
    row = {"repository": rows[0]["repository"], "report": render(report), **msgspec.structs.asdict(report.summary)}
    return pa.Table.from_pylist([row])


def _bytes(content: str | bytes | None) -> tuple[bytes, str | None]:
    """The bytes of a content, and their encoding where it is known: text was decoded by whoever made the data set."""
    if isinstance(content, str):
        return content.encode("utf-8", "surrogatepass"), "utf-8"
    return content or b"", None


if __name__ == "__main__":
    scan_dataset(*sys.argv[1:3])
