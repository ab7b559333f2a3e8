"""Runs a function over items, here or in several processes, with the same results in the same order.

Worker processes come from a fork server where there is one, else they are spawned. They are never forked from this
process: a progress bar, numpy or a language model may hold threads and locks, and a fork copies a lock without the
thread that would release it. The fork server loads the function's module once, and its workers share that memory.
"""

import multiprocessing
import os
import pickle
import reprlib
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing.context import BaseContext
from typing import TypeVar

from stemma.errors import StemmaError

Item = TypeVar("Item")
Result = TypeVar("Result")
Outcome = tuple[list[Result], Exception | None]

# A worker takes one to two seconds to start and load its libraries; a report takes a tenth of a second or less.
# Fewer items than these are done here before the workers are ready.
FEW = 16

# Items that travel to a worker together: enough to make the travelling cheap, few enough that workers end together.
CHUNK = 4

# Chunks under way for each worker: one at work, one waiting. More would only fill the memory.
AHEAD = 2


def run(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    processes: int = 0,
    *,
    initialise: Callable[[], object] | None = None,
    few: int = FEW,
    shared: str = "",
) -> Generator[Result, None, None]:
    """`function` of each item, in the order of the items, whatever the number of processes.

    `processes`: how many at once; 0 for as many as this process may use; with 1, or no more than `few` items, the work
    is done in this process. `initialise` is called once in each process before its first item (to load a model).
    `function` and `initialise` stand at the top of a module, and items and results can be pickled. `shared` names a
    module that loads, when it is imported, what worker processes can share: they hold it in memory once.

    Raises what `function` raises, after the results of the items before, with a note that names the item. Raises
    StemmaError where a worker process dies. When the caller stops, or is stopped, no process is left behind.
    """
    items = iter(items)
    count = processes or _usable_processors()
    first = list(islice(items, few + 1)) if count > 1 else []
    if count > 1 and len(first) > few:
        return _in_pool(function, chain(first, items), count, initialise, _context(function, shared))
    return _here(function, chain(first, items), initialise)


def _here(
    function: Callable[[Item], Result], items: Iterable[Item], initialise: Callable[[], object] | None
) -> Generator[Result, None, None]:
    for number, item in enumerate(items):
        if number == 0 and initialise is not None:
            initialise()
        try:
            result = function(item)
        except Exception as error:
            error.add_note(f"while working on {_name(item)}")
            raise
        yield result


def _in_pool(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    count: int,
    initialise: Callable[[], object] | None,
    context: BaseContext,
) -> Generator[Result, None, None]:
    chunks = _chunks(items)
    pool = ProcessPoolExecutor(count, context, _start_worker, (initialise,))
    try:
        waiting: deque[Future[Outcome[Result]]] = deque()
        while True:
            for chunk in islice(chunks, count * AHEAD - len(waiting)):
                waiting.append(pool.submit(_work, function, chunk))
            if not waiting:
                return
            results, error = waiting.popleft().result()
            yield from results
            if error is not None:
                raise error
    except BrokenProcessPool as error:
        raise StemmaError("a worker process died, perhaps for want of memory; try again with one process") from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _work(function: Callable[[Item], Result], chunk: list[Item]) -> Outcome[Result]:
    """The results of a chunk up to the first error, and that error."""
    results: list[Result] = []
    for item in chunk:
        try:
            results.append(function(item))
        except Exception as error:
            error.add_note(f"while working on {_name(item)}")
            return results, _portable(error)
    return results, None


def _portable(error: Exception) -> Exception:
    """The error, or where it cannot travel between processes, its words."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        stand_in = RuntimeError(f"{type(error).__name__}: {error}")
        for note in error.__notes__:
            stand_in.add_note(note)
        return stand_in
    return error


def _start_worker(initialise: Callable[[], object] | None) -> None:
    # Ctrl-C reaches the workers too: they hold nothing worth saving, and go without a word.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    if initialise is not None:
        initialise()


def _leave_with_parent() -> None:
    """End this worker when the process that it works for is gone, even if that was killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    items = iter(items)
    while chunk := list(islice(items, CHUNK)):
        yield chunk


def _context(function: Callable[..., object], shared: str) -> BaseContext:
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    # Not all systems' own libraries can be used on both sides of a fork; Linux's can.
    loaded = [shared] if shared and sys.platform == "linux" else []
    context.set_forkserver_preload([getattr(function, "func", function).__module__, *loaded])
    return context


def _usable_processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _name(item: object) -> str:
    """What a user knows an item by: its path or file, else a short form of it."""
    for attribute in ("path", "file"):
        value = getattr(item, attribute, None)
        if isinstance(value, str | os.PathLike):
            return str(value)
    return str(item) if isinstance(item, os.PathLike) else reprlib.repr(item)
