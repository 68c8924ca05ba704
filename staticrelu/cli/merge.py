"""``staticrelu merge``: join the parts of a scan that several machines shared."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from staticrelu.cli import options, terminal
from staticrelu.cli.scan import Format, deliver


def merge(
    files: Annotated[list[Path], typer.Argument(help="The parts that `staticrelu scan --shard` wrote, all of them.")],
    output_format: Annotated[Format, typer.Option("--format", help="As for `staticrelu scan`.")] = Format.text,
    output: options.Output = None,
) -> None:
    """Join the parts of a scan: the report is the same, byte for byte, as that of one scan of everything.

    Exit status: 0 it was written, 2 parts are missing, or do not belong together.
    """
    from staticrelu.scan import parts

    with options.usage():
        if output_format is Format.html:
            raise options.UsageError("parts do not hold what a page shows: --format html is for `staticrelu scan`")
        if output is not None:
            terminal.check_output(output)
        read = [parts.read(str(path), options.file_bytes(path)) for path in files]
        report = parts.merge(read)
        options.complain_of(report.errors)
        deliver(report, output_format, output, read[0].kinds)
