"""From a text to its tree: the journey, its precautions, and what becomes of each way to fail."""

from __future__ import annotations

import gc
import re
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

import libcst as cst

from staticrelu.limits import RECURSION_LIMIT
from staticrelu.syntax.fallback import MetadataSpans
from staticrelu.syntax.guard import check_hidden_nesting, check_nesting
from staticrelu.syntax.maker import Maker
from staticrelu.syntax.measure import measure
from staticrelu.syntax.refusal import RefusalError, too_deep
from staticrelu.syntax.spans import MismatchError, QueuedSpans
from staticrelu.syntax.statements import block
from staticrelu.tree import Tree

_NO_TEXT = re.compile("[\x00\ud800-\udfff]")


def make(text: str) -> Tree:
    """The tree of ``text``; raises ``RefusalError``."""
    text = text.removeprefix("\ufeff")
    with _no_collection(), _deep_recursion(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # CPython's are about the scanned text, not about this program
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
    module = _parse(text, complaint)
    if spans is not None:
        try:
            return _convert(module, Maker(spans))
        except MismatchError:
            pass
    return _convert(module, Maker(MetadataSpans(module)))


def _parse(text: str, complaint: SyntaxError | None) -> cst.Module:
    """The tree of libcst; what the running Python had to complain about is the better message where both fail."""
    try:
        return cst.parse_module(text)
    except cst.ParserSyntaxError as error:
        if complaint is None:
            message = "this syntax is not understood"
            raise RefusalError("syntax", max(error.raw_line, 1), error.raw_column + 1, message) from None
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


@contextmanager
def _no_collection() -> Iterator[None]:
    """Turn the garbage collector off: it would search a growing tree of hundred thousands of nodes that all live."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@contextmanager
def _deep_recursion() -> Iterator[None]:
    """Allow the recursion that ``MAX_LEVELS`` levels need."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, RECURSION_LIMIT))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)
