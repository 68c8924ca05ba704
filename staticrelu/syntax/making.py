"""From a text to its tree: the journey, its precautions, and what becomes of each way to fail."""

from __future__ import annotations

import contextlib
import re

import libcst as cst

from staticrelu.syntax.cpython import read
from staticrelu.syntax.fallback import MetadataSpans
from staticrelu.syntax.guard import check_hidden_nesting, check_nesting
from staticrelu.syntax.maker import Maker
from staticrelu.syntax.measure import measure
from staticrelu.syntax.parsing import parsing
from staticrelu.syntax.refusal import RefusalError, too_deep
from staticrelu.syntax.spans import MismatchError, QueuedSpans
from staticrelu.syntax.statements import block
from staticrelu.tree import Tree

_NO_TEXT = re.compile("[\x00\ud800-\udfff]")


def make(text: str) -> Tree:
    """The tree of ``text``; raises ``RefusalError``."""
    text = text.removeprefix("\ufeff")
    with parsing():
        try:
            return _make(text)
        except RecursionError:
            raise too_deep() from None
        except ValueError:
            raise _no_text(text) from None


def _make(text: str) -> Tree:
    check_hidden_nesting(text)
    spans: QueuedSpans | None = None
    complaint: SyntaxError | None = None
    try:
        spans = measure(text)
    except SyntaxError as error:
        complaint = error
        if "too many levels of indentation" in error.msg:
            raise RefusalError("too-deep", error.lineno or 1, error.offset or 1, error.msg) from None
        check_nesting(text)
    try:
        module = cst.parse_module(text)
    except Exception as error:  # noqa: BLE001 - it trips over some programs, such as ``return(lambda: 0)``
        return _without_libcst(text, complaint, error)
    if spans is not None:
        try:
            return _convert(module, Maker(spans))
        except MismatchError:
            pass
    return _convert(module, Maker(MetadataSpans(module)))


def _without_libcst(text: str, complaint: SyntaxError | None, error: Exception) -> Tree:
    """The tree of what libcst does not understand, if CPython does.

    What CPython has to complain about is the better message where both fail.
    """
    if complaint is None:
        with contextlib.suppress(RecursionError):
            return read(text)
        line, column = (error.raw_line, error.raw_column) if isinstance(error, cst.ParserSyntaxError) else (1, 0)
        raise RefusalError("syntax", max(line, 1), column + 1, "this syntax is not understood") from None
    line, column = complaint.lineno or 1, complaint.offset or 1
    raise RefusalError("syntax", max(line, 1), max(column, 1), complaint.msg) from None


def _no_text(text: str) -> RefusalError:
    """The refusal of what the parsers do not even take for text."""
    bad = _NO_TEXT.search(text)
    offset = bad.start() if bad else 0
    line, column = text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
    return RefusalError("syntax", line, column, "null bytes and half surrogate pairs are no text")


def _convert(module: cst.Module, maker: Maker) -> Tree:
    tree = Tree(block(maker, module))
    maker.spans.finish()
    return tree
