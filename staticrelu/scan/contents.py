"""The bytes of all files of a scan, and what is asked of them: digests, searches, texts, lines."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Sequence, Set

from staticrelu import limits
from staticrelu.place import WHOLE_FILE, Layout, Origin, Place, Span
from staticrelu.problem import Problem
from staticrelu.scan.bare import called, decorators, without_comments
from staticrelu.sources import Content, Source, SourceFile, decode, fetch


class Contents:
    """What was read. ``problems`` are the files that could not be.

    ``named`` are the paths of what somebody asked for by name or handed over as text, and did not leave to be found.
    """

    def __init__(self, files: Sequence[SourceFile | Content]) -> None:
        self.problems: list[Problem] = []
        self.named = frozenset(item.path for item in files if isinstance(item, Content) or item.is_named)
        self._contents: dict[str, Content] = {}
        for item in files:
            content = fetch(item)
            if isinstance(content, Problem):
                self.problems.append(content)
            else:
                self._contents[content.path] = content
        self.broken: dict[
            str, tuple[Problem, ...]
        ] = {}  # of decoded files, what is wrong with cells and blocks of them
        self._digests: dict[str, bytes] = {}
        self._programs: dict[str, bytes] = {}
        self._called: dict[str, frozenset[str]] = {}
        self._decorators: dict[str, frozenset[str]] = {}
        self._decorated: dict[str, list[str]] | None = None
        self._decoded: dict[str, Source | Problem] = {}
        self._lines: dict[str, list[str]] = {}

    @property
    def paths(self) -> Set[str]:
        """The paths of the files that could be read."""
        return self._contents.keys()

    def size(self, path: str) -> int:
        """The number of bytes of a file."""
        return len(self._contents[path].data)

    def digest(self, path: str) -> bytes:
        """What tells the text of a file from any other."""
        if path not in self._digests:
            content = self._contents[path]
            layout = b"" if content.layout is WHOLE_FILE else repr(content.layout).encode()
            self._digests[path] = digest(content.data, (content.encoding or "").encode(), layout)
        return self._digests[path]

    def search(self, pattern: re.Pattern[bytes], among: Collection[str] | None = None) -> list[str]:
        """The paths of the files, or of some of them, whose bytes match."""
        paths = self._contents if among is None else among
        return [path for path in paths if pattern.search(self._contents[path].data)]

    def matches(self, path: str, pattern: re.Pattern[bytes]) -> bool:
        """Whether the bytes of a file match."""
        return pattern.search(self._contents[path].data) is not None

    def program_digest(self, path: str) -> bytes:
        """What tells the program in a file from any other: comments do not count."""
        if path not in self._programs:
            self._programs[path] = digest(without_comments(self.text_of(path).encode("utf-8", "surrogatepass")))
        return self._programs[path]

    def called(self, path: str) -> frozenset[str]:
        """The names of methods that a file calls on objects."""
        if path not in self._called:
            self._called[path] = called(self._contents[path].data)
        return self._called[path]

    def decorators(self, path: str) -> frozenset[str]:
        """What the decorators of a file are called, as names and as members of a module."""
        if path not in self._decorators:
            self._decorators[path] = decorators(self._contents[path].data)
        return self._decorators[path]

    def decorated_with(self, names: Iterable[str]) -> list[str]:
        """The paths of the files with a decorator that is called like one of some names, sorted."""
        if self._decorated is None:
            self._decorated = {}
            for path in sorted(self.paths):
                for name in self.decorators(path):
                    self._decorated.setdefault(name, []).append(path)
        return sorted({path for name in names for path in self._decorated.get(name, ())})

    def decoded(self, path: str) -> Source | Problem:
        """The text of a file, or why it has none."""
        if path not in self._decoded:
            content = self._contents[path]
            source = decode(content)
            if content.layout.pieces and isinstance(source, Source):
                from staticrelu.syntax import without_broken

                text, self.broken[path] = without_broken(path, source.text, content.layout.pieces)
                source = Source(path, text)
            self._decoded[path] = source
        return self._decoded[path]

    def unfit(self, path: str) -> Problem | None:
        """Why the bytes of a file are no text; None if they are. The text is not kept."""
        source = self._decoded.get(path) or decode(self._contents[path])
        return source if isinstance(source, Problem) else None

    def origin(self, path: str, line: int) -> Origin:
        """Where a line of a program stands for a reader: in a notebook, the cell and its line."""
        return self.layout(path).origin(line)

    def layout(self, path: str) -> Layout:
        """How a program was cut out of its file."""
        return self._contents[path].layout if path in self._contents else WHOLE_FILE

    def told(self, path: str, line: int) -> str:
        """A line of a program in the words for a reader."""
        origin = self.origin(path, line)
        return f"{path}:cell {origin.cell}:{origin.line}" if origin.cell else f"{path}:{origin.line}"

    def text_of(self, path: str) -> str:
        """The text of a file; empty for one that has none."""
        source = self.decoded(path) if path in self._contents else None
        return source.text if isinstance(source, Source) else ""

    def text(self, place: Place) -> str:
        """The source text at a place, on one line, shortened if it is very long."""
        return segment(self._lines_of(place.path), place.span)

    def line(self, path: str, number: int) -> str:
        """One line of a file, without its end; empty where there is none."""
        lines = self._lines_of(path)
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def _lines_of(self, path: str) -> list[str]:
        if path not in self._lines:
            self._lines[path] = list(_each_line(self.text_of(path)))
        return self._lines[path]


def digest(*parts: bytes) -> bytes:
    """What tells some parts from any others."""
    found = hashlib.sha256()
    for part in parts:
        found.update(len(part).to_bytes(8, "big"))
        found.update(part)
    return found.digest()


def segment(lines: Sequence[str], span: Span) -> str:
    """The text of a span on one line, runs of white space folded, shortened if it is very long."""
    found = list(lines[span.line - 1 : span.end_line])
    if not found:
        return ""
    if len(found) == span.end_line - span.line + 1:
        found[-1] = found[-1][: span.end_column - 1]
    found[0] = found[0][span.column - 1 :]
    words = " ".join(" ".join(found).split())
    return words if len(words) <= limits.MAX_STEP_TEXT else words[: limits.MAX_STEP_TEXT - 1] + "\u2026"


def _each_line(text: str) -> Iterator[str]:
    return (match.group(1) for match in re.finditer(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)", text))
