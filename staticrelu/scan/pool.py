"""Worker processes: who has which task, who waits for what, and what becomes of one that is gone.

Every worker has one task at a time, whoever is free takes the next one, and the caller puts the answers into order. Only
the parent holds bytes and trees; a tree that two workers need is made by the first and handed to both.
"""

from __future__ import annotations

import contextlib
import platform
import warnings
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias

import msgspec

from staticrelu.scan.messages import (
    Analyse,
    Found,
    FromWorker,
    HasAnalysed,
    HasMade,
    Made,
    Make,
    NeedDecorated,
    NeedTree,
    Setting,
    ToWorker,
    Tree,
    encode,
)

if TYPE_CHECKING:  # what starts processes takes long to load: only a run that needs one should wait for it
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Task: TypeAlias = "Make | Analyse"
Answer: TypeAlias = "HasMade | HasAnalysed | None"
"""What a worker made of a task; None if it is gone."""

_DECODER: msgspec.msgpack.Decoder[FromWorker] = msgspec.msgpack.Decoder(FromWorker)


class Host(Protocol):
    """Who answers what workers ask."""

    def tree_for_worker(self, need: NeedTree) -> Tree | Make:
        """The encoded tree, or the text that it is to be made of."""

    def found_for_worker(self, need: NeedDecorated) -> Found:
        """The files that use a decorator."""

    def keep_tree(self, path: str, made: Made) -> None:
        """Keep the tree that was made of a file."""


class ClosedError(Exception):
    """The workers were sent away."""


@dataclass(eq=False, slots=True)
class _Worker:
    process: BaseProcess
    connection: Connection
    task: int | None = None
    is_set: bool = False
    making: str = ""
    """The path of the tree that it makes on the way."""
    needs: str = ""
    """The path of the tree that it waits for, because another worker makes it."""


class Pool:
    """Up to ``size`` workers, started when they are first needed. ``setting`` is told to those that analyse."""

    def __init__(self, size: int) -> None:
        self._size = size
        self.setting: Setting | None = None
        self._workers: list[_Worker] = []
        self._is_closed = False

    def run(self, tasks: Sequence[Task], host: Host) -> Iterator[tuple[int, Answer]]:
        """Have the tasks done; gives their numbers with the answers, in the order in which they come."""
        waiting = deque(enumerate(tasks))
        while waiting or any(worker.task is not None for worker in self._workers):
            self._hand_out(waiting)
            busy = {worker.connection: worker for worker in self._workers if worker.task is not None}
            for connection in self._ready(list(busy)):
                worker = busy[connection]
                done = worker.task
                answer, is_done = self._listen(worker, host)
                if is_done and done is not None:
                    yield done, answer

    def close(self) -> None:
        """Send all workers away at once, whatever they do."""
        self._is_closed = True
        for worker in self._workers:
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join()
            worker.connection.close()
        self._workers = []

    # --- tasks and answers --------------------------------------------

    def _ready(self, connections: list[Connection]) -> list[Connection]:
        """The connections on which something has come."""
        from multiprocessing.connection import Connection, wait

        try:
            return [connection for connection in wait(connections) if isinstance(connection, Connection)]
        except OSError:
            if self._is_closed:
                raise ClosedError from None
            raise

    def _hand_out(self, waiting: deque[tuple[int, Task]]) -> None:
        while len(self._workers) < self._size and len(waiting) > sum(w.task is None for w in self._workers):
            self._workers.append(self._start())
        for worker in self._workers:
            if worker.task is None and waiting:
                worker.task, task = waiting.popleft()
                if isinstance(task, Analyse) and not worker.is_set and self.setting is not None:
                    worker.is_set = True
                    self._tell(worker, self.setting)
                self._tell(worker, task)

    def _listen(self, worker: _Worker, host: Host) -> tuple[Answer, bool]:
        """Take one message of a worker: the answer to its task, and whether it is done with it."""
        try:
            message = _DECODER.decode(worker.connection.recv_bytes())
        except (EOFError, OSError, msgspec.DecodeError):
            self._bury(worker, host)
            return None, True
        if isinstance(message, NeedDecorated):
            self._tell(worker, host.found_for_worker(message))
        elif isinstance(message, NeedTree):
            self._give_tree(worker, message, host)
        elif isinstance(message, HasMade) and worker.making:
            self._made(worker, message.made, host)
        else:
            worker.task = None
            return message, True
        return None, False

    def _give_tree(self, worker: _Worker, need: NeedTree, host: Host) -> None:
        if any(other.making == need.path for other in self._workers):
            worker.needs = need.path
            return
        reply = host.tree_for_worker(need)
        if isinstance(reply, Make):
            worker.making = need.path
        self._tell(worker, reply)

    def _made(self, worker: _Worker, made: Made, host: Host) -> None:
        """Keep a tree that was made on the way, and give it to those that wait for it."""
        path, worker.making = worker.making, ""
        host.keep_tree(path, made)
        for other in self._workers:
            if other.needs == path:
                other.needs = ""
                self._tell(other, Tree(made.tree))

    def _tell(self, worker: _Worker, message: ToWorker) -> None:
        with contextlib.suppress(OSError):  # it is gone: whoever listens to it next will notice
            worker.connection.send_bytes(encode(message))

    # --- processes --------------------------------------------

    def _start(self) -> _Worker:
        if self._is_closed:
            raise ClosedError
        ours, process, theirs = _process()
        with warnings.catch_warnings():
            # The thread that waits for this one holds no lock that a worker would need.
            warnings.simplefilter("ignore", DeprecationWarning)
            process.start()
        theirs.close()
        return _Worker(process, ours)

    def _bury(self, worker: _Worker, host: Host) -> None:
        """A worker is gone, perhaps killed for want of memory, perhaps by a text that the parser does not survive."""
        if self._is_closed:
            raise ClosedError  # it was sent away, by another thread, which does the rest
        self._workers.remove(worker)
        worker.process.kill()
        worker.process.join()
        worker.connection.close()
        if worker.making:
            from staticrelu.scan.trees import LOST

            self._made(worker, LOST, host)


def _process() -> tuple[Connection, BaseProcess, Connection]:
    """A process that is not started yet, between our end of its connection and its own.

    A fork shares what is loaded already; only Linux's libraries bear it.
    """
    import multiprocessing

    from staticrelu.scan.worker import load, work

    ours, theirs = multiprocessing.Pipe()
    if platform.system() == "Linux":
        load()
        return ours, multiprocessing.get_context("fork").Process(target=work, args=(theirs,), daemon=True), theirs
    return ours, multiprocessing.get_context("spawn").Process(target=work, args=(theirs,), daemon=True), theirs
