"""How well Stemma reads, and how fast: `python -m benchmarks` (or `make bench`)."""
