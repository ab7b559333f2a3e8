"""Signed distances between words, in buckets: exact up to 4, then doubling."""

import numpy as np
from numpy.typing import NDArray

DISTANCES = 24


def buckets(distance: NDArray[np.int64]) -> NDArray[np.int64]:
    """The bucket of each distance, 0 to DISTANCES - 1; backward ones in the second half."""
    near = np.minimum(np.abs(distance), 512)
    far = 5 + np.floor(np.log2(np.maximum(near, 5) / 5)).astype(np.int64)
    half = np.minimum(np.where(near <= 4, near, far), DISTANCES // 2 - 1)
    return np.where(distance < 0, half + DISTANCES // 2, half)
