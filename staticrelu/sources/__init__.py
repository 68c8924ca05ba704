"""Where code comes from. This room knows files, folders, notebooks, pages and encodings, and nothing of Python's grammar.

The way of a source has three steps, and a scan may stop between them: ``discover`` names the files, ``fetch`` gets the
bytes of one program (cut out of its notebook or page), ``decode`` makes text of them. Searching the bytes of all programs
and decoding only some is cheap.
"""

from __future__ import annotations

from staticrelu.sources.discover import Discovery, PathError, discover, report_path
from staticrelu.sources.fetch import SourceFile, fetch, read
from staticrelu.sources.source import Content, Source, decode

__all__ = [
    "Content",
    "Discovery",
    "PathError",
    "Source",
    "SourceFile",
    "decode",
    "discover",
    "fetch",
    "read",
    "report_path",
]
