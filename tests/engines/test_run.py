"""One process or several: the same results, the same order, the same errors, and nobody left behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

import stemma
from stemma.engines import run
from stemma.errors import NotAStory, StemmaError
from stemma.model import File

SOURCE = Path(stemma.__file__).parents[1]
ITEMS = [f"item {number}" for number in range(30)]
NOTHING_LOADED = "nothing"
loaded = [NOTHING_LOADED]


class TwoPartError(Exception):
    """Cannot be unpickled: pickle calls it with its one message."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(f"{first}-{second}")


def length_and_words(item: str) -> tuple[int, str]:
    time.sleep(0.02 if item.endswith("0") else 0)  # those that start first do not end first
    return len(item), item.upper()


def process_id(item: str) -> int:
    return os.getpid()


def noting(items: Iterable[str], taken: list[str]) -> Iterator[str]:
    for item in items:
        taken.append(item)
        yield item


def load() -> None:
    loaded[0] = "a model"


def with_the_model(item: str) -> str:
    return f"{loaded[0]} reads {item}"


def fails_at_13(item: str) -> str:
    if item == "item 13":
        raise NotAStory("unlucky")
    return item


def fails_oddly(item: File) -> str:
    raise TwoPartError("odd", item.sha256)


def dies(item: str) -> None:
    os._exit(9)


def never_called(item: str) -> None:
    raise AssertionError


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_results_are_equal_and_in_order(processes: int):
    expected = [(len(item), item.upper()) for item in ITEMS]
    assert list(run(length_and_words, iter(ITEMS), processes, few=2)) == expected


def test_several_processes_do_the_work():
    ids = set(run(process_id, ITEMS, 2, few=2))
    assert os.getpid() not in ids


@pytest.mark.parametrize(("processes", "few"), [(1, 0), (2, 30), (0, 30)])
def test_one_process_or_few_items_are_done_here(processes: int, few: int):
    assert set(run(process_id, ITEMS, processes, few=few)) == {os.getpid()}


def test_here_items_are_taken_one_at_a_time():
    taken: list[str] = []
    results = run(length_and_words, noting(ITEMS, taken), 1)
    assert taken == []
    next(results)
    assert taken == ["item 0"]


def test_a_pool_does_not_run_far_ahead_of_who_takes_the_results():
    taken: list[str] = []
    results = run(length_and_words, noting(map(str, range(1000)), taken), 2, few=2)
    next(results)
    assert len(taken) < 100
    results.close()


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_no_items_give_no_results_and_load_nothing(processes: int):
    assert list(run(never_called, [], processes, initialise=never_loaded)) == []


def never_loaded() -> None:
    raise AssertionError


@pytest.mark.parametrize("processes", [1, 2])
def test_every_process_is_made_ready_before_its_first_item(processes: int):
    loaded[0] = NOTHING_LOADED
    results = list(run(with_the_model, ITEMS, processes, initialise=load, few=2))
    assert results == [f"a model reads {item}" for item in ITEMS]
    assert loaded[0] == ("a model" if processes == 1 else NOTHING_LOADED)


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_an_error_comes_after_the_results_before_it_and_names_the_item(processes: int):
    results = run(fails_at_13, ITEMS, processes, few=2)
    assert [next(results) for _ in range(13)] == ITEMS[:13]
    with pytest.raises(NotAStory, match="unlucky") as caught:
        next(results)
    assert caught.value.__notes__ == ["while working on 'item 13'"]


@pytest.mark.parametrize("processes", [1, 2])
def test_an_error_that_cannot_travel_keeps_its_words(processes: int):
    files = [File(f"reports/{number}.txt", str(number), b"") for number in range(9)]
    with pytest.raises(Exception, match="odd-0") as caught:
        list(run(fails_oddly, files, processes, few=2))
    assert caught.value.__notes__ == ["while working on reports/0.txt"]
    assert "TwoPartError" in f"{type(caught.value).__name__} {caught.value}"


def test_a_worker_that_dies_is_an_error_in_one_line():
    with pytest.raises(StemmaError, match="a worker process died"):
        list(run(dies, ITEMS, 2, few=2))


# Prints the ids of its workers, then goes on until it is stopped.
LONG_RUN = """
import os, sys, time
sys.path[:0] = sys.argv[1:]
from stemma.engines import run
from tests.engines.test_run import work_long
if __name__ == "__main__":
    for worker in run(work_long, range(100000), 2, few=2):
        print(worker, flush=True)
"""


def work_long(item: int) -> int:
    time.sleep(0.05)
    return os.getpid()


def is_running(process: int) -> bool:
    stat = Path(f"/proc/{process}/stat")
    return stat.exists() and stat.read_text().rpartition(")")[2].split()[0] != "Z"


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")
@pytest.mark.parametrize(
    ("number", "everybody"), [(signal.SIGINT, True), (signal.SIGINT, False), (signal.SIGKILL, False)]
)
def test_a_run_that_is_stopped_leaves_no_process_behind(tmp_path: Path, number: signal.Signals, everybody: bool):
    script = tmp_path / "long.py"
    script.write_text(LONG_RUN)
    root = Path(__file__).parents[2]
    command = [sys.executable, str(script), str(SOURCE), str(root)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert process.stdout is not None
        workers = {int(process.stdout.readline()) for _ in range(20)}
        assert all(map(is_running, workers))
        if everybody:  # as a terminal does at Ctrl-C
            os.killpg(process.pid, number)
        else:
            process.send_signal(number)
        process.communicate(timeout=20)
    assert process.returncode != 0
    until = time.monotonic() + 10
    while any(map(is_running, workers)) and time.monotonic() < until:
        time.sleep(0.02)
    assert not [worker for worker in workers if is_running(worker)]


def has_colorsys(_: object) -> bool:
    return "colorsys" in sys.modules


@pytest.mark.skipif(sys.platform != "linux", reason="nothing is shared elsewhere")
@pytest.mark.parametrize("shared", ["", "colorsys"])
def test_workers_begin_with_what_the_shared_module_loads(shared: str) -> None:
    # In a process of its own: the fork server of this one runs already.
    script = f"""
from stemma.engines import run
from tests.engines.test_run import has_colorsys
print(set(run(has_colorsys, range(9), 2, few=2, shared={shared!r})))
"""
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=SOURCE.parent)
    assert told.stdout.strip() == str({bool(shared)})
