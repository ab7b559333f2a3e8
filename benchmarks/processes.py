"""How long a command takes as a whole, and how much memory all its processes hold at most."""

import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PROCESSES = Path("/proc")
# Seconds between two looks at the memory. A look costs a few milliseconds a process: more would slow what is measured.
EVERY = 0.25


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a command: seconds from its start to its end, and its peak memory in megabytes (None: cannot tell)."""

    seconds: float
    peak_mb: float | None


def whole(command: Sequence[str], environment: dict[str, str]) -> Run:
    """Runs a command to its end, its output thrown away. RuntimeError with its last words where it fails.

    Memory is the proportional set size of the whole tree of processes, sampled: pages that workers share count once.
    Where the system does not tell it (no /proc), it is the resident size of the largest process.
    """
    began = time.perf_counter()
    peak = 0
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        while True:
            try:
                _, errors = process.communicate(timeout=EVERY)
                break
            except subprocess.TimeoutExpired:
                peak = max(peak, sum(proportional_bytes(each) for each in tree(process.pid)))
    seconds = time.perf_counter() - began
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}: {errors.strip()[-500:]}")
    return Run(seconds, peak / 1e6 if peak else largest_child_mb())


def largest_child_mb() -> float:
    """The resident size, at its largest, of the largest process that this one has waited for."""
    size = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return size / 1e6 if sys.platform == "darwin" else size * 1024 / 1e6  # bytes there, kilobytes elsewhere


def tree(root: int) -> list[int]:
    """The process and all below it that are alive."""
    children: dict[int, list[int]] = {}
    for folder in PROCESSES.glob("[0-9]*"):
        parent = parent_of(folder)
        if parent is not None:
            children.setdefault(parent, []).append(int(folder.name))
    found = [root]
    for process in found:
        found.extend(children.get(process, []))
    return found


def parent_of(folder: Path) -> int | None:
    """The parent of a process under /proc; None where it has just ended."""
    try:
        status = folder.joinpath("stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    return int(status.rpartition(")")[2].split()[1])  # after the name, which may hold anything: state, parent


def proportional_bytes(process: int) -> int:
    """The memory of a process, shared pages divided by those that share them; 0 where it has just ended."""
    try:
        lines = (PROCESSES / str(process) / "smaps_rollup").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
