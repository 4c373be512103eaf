"""Hashes over arrays of code points, fast: of any slice, of several columns together, and the numbers of known ones."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Hashes = NDArray[np.uint64]

_BASE = 1_000_003
_INVERSE = pow(_BASE, -1, 1 << 64)
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
_LARGEST = np.uint64(0xFFFFFFFFFFFFFFFF)


def mix(salt: ArrayLike, *columns: ArrayLike) -> Hashes:
    """One hash a row of the columns (integers or truth values, scalars are repeated), different for each salt."""
    mixed = np.atleast_1d(salt).astype(np.uint64) * _SPREAD
    for column in columns:
        mixed = (mixed ^ np.asarray(column).astype(np.uint64)) * _SPREAD
        mixed = mixed ^ (mixed >> np.uint64(29))
    return mixed


class Rolling:
    """Hashes of slices of a sequence: equal slices have equal hashes wherever they stand (Karp and Rabin 1987)."""

    def __init__(self, codes: NDArray[np.int64]) -> None:
        spread = (codes.astype(np.uint64) + np.uint64(7)) * _SPREAD
        spread ^= spread >> np.uint64(31)
        powers = _powers(_BASE, len(codes))
        self._sums = np.concatenate([np.zeros(1, dtype=np.uint64), np.cumsum(spread * powers[:-1])])
        self._shifts = _powers(_INVERSE, len(codes))

    def slices(self, starts: ArrayLike, ends: ArrayLike) -> Hashes:
        """The hash of each slice from start to end; the hash of nothing is 0."""
        starts = np.asarray(starts)
        hashed: Hashes = (self._sums[np.asarray(ends)] - self._sums[starts]) * self._shifts[starts]
        return hashed


class Index:
    """Sorted hashes, looked up by their leading bits: as they are spread evenly, few of them begin alike."""

    def __init__(self, keys: Hashes) -> None:
        bits = len(keys).bit_length() + 1
        self._shift, beginnings = np.uint64(64 - bits), np.arange(1 << bits, dtype=np.uint64)
        self._first = np.searchsorted(keys, beginnings << self._shift)
        self._keys = np.append(keys, _LARGEST)

    def find(self, hashes: Hashes) -> NDArray[np.int64]:
        """The place of each hash among the keys, the number of keys where it is none of them."""
        wanted = hashes.ravel()
        place = self._first[wanted >> self._shift]
        short = np.flatnonzero(self._keys.take(place) < wanted)
        while len(short):
            place[short] += 1
            short = short[self._keys.take(place[short]) < wanted[short]]
        found = np.where(self._keys.take(place) == wanted, place, len(self._keys) - 1)
        return found.reshape(hashes.shape)


def _powers(base: int, length: int) -> Hashes:
    """1, base, base², … up to the given exponent, modulo 2⁶⁴."""
    factors = np.full(length + 1, base, dtype=np.uint64)
    factors[0] = 1
    return np.cumprod(factors)
