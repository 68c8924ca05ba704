"""A worker process: it makes trees and analyses models, and asks its parent for all that it needs."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
from collections.abc import Collection
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeVar

import msgspec

from staticrelu import catalog
from staticrelu.scan.deep import with_deep_stack
from staticrelu.scan.messages import (
    Analyse,
    Found,
    FromWorker,
    HasAnalysed,
    HasMade,
    Make,
    NeedDecorated,
    NeedTree,
    Setting,
    ToWorker,
    Tree,
    encode,
)
from staticrelu.tree import Tree as SyntaxTree

_DECODER: msgspec.msgpack.Decoder[ToWorker] = msgspec.msgpack.Decoder(ToWorker)
M = TypeVar("M", Found, Make | Tree)


def work(connection: Connection) -> None:
    """Do what comes through the connection, until nobody is there to send anything."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it, too, and says when to end
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    gc.enable()  # the parent may have kept it away just when this process was forked
    parent = multiprocessing.parent_process()

    def leave_with_parent() -> None:
        if parent is not None and not parent.is_alive():
            os._exit(1)

    with contextlib.suppress(EOFError, OSError):
        with_deep_stack(_Worker(connection).run, leave_with_parent)


def load() -> None:
    """Load what workers need: those that are forked afterwards have it."""
    from staticrelu.scan import analysis  # noqa: F401
    from staticrelu.syntax import making  # noqa: F401


class _Worker:
    """The state of a worker. To its project it is the files of the scan, with whatever it was sent of them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._trees: dict[str, SyntaxTree | None] = {}
        self.paths: Collection[str] = ()

    def run(self) -> None:
        """Do one task after the other."""
        from staticrelu.scan.analysis import Analysis
        from staticrelu.scan.trees import make

        while True:
            task = self._hear()
            if isinstance(task, Make):
                self._tell(HasMade(make(task.text, task.want)))
            elif isinstance(task, Setting):
                self.paths = task.paths
                analysis = Analysis(self, catalog.load([Path(path) for path in task.catalogs]), task)
            elif isinstance(task, Analyse):
                self._tell(HasAnalysed(analysis.of(task.model)))

    def load(self, path: str) -> SyntaxTree | None:
        """The tree of a file; None for one that cannot be parsed."""
        from staticrelu.scan.trees import decoded, make

        if path not in self._trees:
            self._tell(NeedTree(path))
            answer = self._hear()
            if isinstance(answer, Make):
                made = make(answer.text, answer.want)
                self._tell(HasMade(made))
                self._trees[path] = decoded(made.tree)
            elif isinstance(answer, Tree):
                self._trees[path] = decoded(answer.tree)
        return self._trees[path]

    def decorated_with(self, names: Collection[str]) -> list[str]:
        """The paths of the files with a decorator that is called like one of some names."""
        self._tell(NeedDecorated(tuple(names)))
        answer = self._hear()
        return answer.paths if isinstance(answer, Found) else []

    def forget(self, path: str) -> None:
        """Hold a tree no longer."""
        self._trees.pop(path, None)

    def _tell(self, message: FromWorker) -> None:
        self._connection.send_bytes(encode(message))

    def _hear(self) -> ToWorker:
        return _DECODER.decode(self._connection.recv_bytes())
