"""A fictional story with its truth, shipped as data: see `README.md` in this folder."""
