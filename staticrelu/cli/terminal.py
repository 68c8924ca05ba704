"""What the commands share: streams, colours, and files written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from pathlib import Path


class OutputError(Exception):
    """The report cannot be written; its text is the message for the user."""


def complain(message: str) -> None:
    """Write one line to standard error, safe for terminals and logs; without a standard error, to nowhere."""
    from staticrelu.report.text import inert, printable  # like all that a command needs: not before it runs

    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            print(inert(printable(message)), file=sys.stderr, flush=True)


def say(text: str) -> None:
    """Write to standard output, safe for terminals."""
    from staticrelu.report.text import printable

    deliver("".join(f"{printable(line)}\n" for line in text.removesuffix("\n").split("\n")), None)


def is_coloured() -> bool:
    """Whether standard output takes colours: ``NO_COLOR``, then ``FORCE_COLOR``, then whether it is a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def deliver(text: str, output: Path | None, encoding: str | None = None) -> None:
    """Write the report to a file (as UTF-8), or to standard output in its own or the given encoding.

    Raises OutputError. A reader that went away, as ``head`` does, is none.
    """
    try:
        if output is None:
            _print(text, encoding)
        elif _is_special(output):
            output.write_bytes(text.encode())
        else:
            _replace(output, text.encode())
    except OSError as error:
        raise _output_error(output, error) from error


def check_output(output: Path) -> None:
    """Fail before the scan rather than after it. Raises OutputError where the file cannot be written."""
    try:
        if output.is_dir():
            raise IsADirectoryError(0, "it is a folder")
        if output.is_file():
            output.open("ab").close()  # a report that is protected against writing is left alone
        if not _is_special(output):
            trial = _sibling(output)
            trial.touch(exist_ok=False)
            trial.unlink()
    except OSError as error:
        raise _output_error(output, error) from error


def _print(text: str, encoding: str | None) -> None:
    if sys.stdout is None:
        raise OSError(0, "it is closed")
    # A character that the terminal cannot show is escaped instead of fatal.
    data = text.encode(encoding or sys.stdout.encoding or "utf-8", "backslashreplace")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # The reader has seen enough. Python would complain of the unwritten rest when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _replace(output: Path, data: bytes) -> None:
    """Put a new file in the place of the old one at once, so that there is always a whole report."""
    new = _sibling(output)
    try:
        with new.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if output.exists():
            new.chmod(stat.S_IMODE(output.stat().st_mode))
        new.replace(os.path.realpath(output))
    finally:
        new.unlink(missing_ok=True)


def _is_special(output: Path) -> bool:
    """Whether a device or a pipe stands there, such as /dev/stdout: it is written to, not replaced."""
    return output.exists() and not output.is_file()


def _sibling(output: Path) -> Path:
    """A new file in the folder that the report really stands in, where a link leads to it."""
    return Path(os.path.realpath(output)).with_name(f".staticrelu-{os.urandom(8).hex()}.part")


def _output_error(output: Path | None, error: OSError) -> OutputError:
    return OutputError(f"cannot write the report to {output or 'standard output'}: {error.strerror or error}")
