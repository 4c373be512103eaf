"""Nodes drawn by forces: links pull, all push (Fruchterman and Reingold 1991), so that what belongs together shows."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from kg.export.pairs import Numbers, Pairs

Array = npt.NDArray[np.float64]

# Screens are wider than high.
WIDE = 2.1
ROUNDS, _LEAST = 300, 30
_SEED = 20
# A round costs about count^1.5: large graphs get fewer rounds, so that a picture stays a matter of seconds.
_BUDGET = ROUNDS * 1500**1.5
# Up to this many nodes repulsion is exact; beyond, nodes far away count by the centre of their bucket.
_EXACT = 400


def draw(sizes: Sequence[int] | Numbers, pairs: Pairs, *, wide: float = WIDE, most: int = ROUNDS) -> Array:
    """Coordinates of nodes, a few units apart, of shape (nodes, 2); the same input, the same pictures.

    `sizes` says of how many nodes each picture is; their nodes follow each other, and each stands around (0, 0).
    `pairs` of shape (links, 2) holds each link once, inside a picture. Each picture is about `wide` times as wide as
    high. They are drawn together, in at most so many rounds: one by one, small ones take much longer.
    """
    count, largest = sum(sizes), max(sizes)
    if largest == 1:
        return np.zeros((count, 2))
    degree = np.bincount(pairs.ravel(), minlength=count)
    weight = np.sqrt(1.0 + degree)
    # A hub holds each of its many neighbours loosely, lest it draw all groups into one ball.
    spring = 1 / np.sqrt(degree[pairs].max(axis=1, initial=1))
    radius = np.sqrt(np.repeat(sizes, sizes))[:, None]
    at: Array = np.random.default_rng(_SEED).normal(size=(count, 2)) * radius * (wide, 1)
    parts = [slice(end - size, end) for size, end in zip(sizes, np.cumsum(sizes), strict=True)]
    rounds = max(_LEAST, min(most, 20 * largest, int(_BUDGET / largest**1.5)))
    for turn in range(rounds):
        force = np.vstack([_repulsion(at[part], weight[part], along=turn % 2) for part in parts])
        force -= 0.1 * at * (1, wide) * weight[:, None]
        gap = at[pairs[:, 0]] - at[pairs[:, 1]]
        pull = gap * (np.hypot(gap[:, 0], gap[:, 1]) * spring)[:, None]
        np.add.at(force, pairs[:, 0], -pull)
        np.add.at(force, pairs[:, 1], pull)
        length = np.hypot(force[:, 0], force[:, 1])[:, None] + 1e-9
        heat = radius * 0.3 * (1 - turn / rounds) ** 2 + 0.01
        at = at + force * np.minimum(0.2, heat / length)
    return at


def _repulsion(at: Array, weight: Array, *, along: int) -> Array:
    """Weight over distance; the buckets are strips `along` an axis, cut across into parts of equal count."""
    if len(at) <= _EXACT:
        return _pushed(at, weight, at, weight)
    strips = round(len(at) ** 0.25)
    buckets = [
        bucket
        for strip in np.array_split(np.argsort(at[:, along], kind="stable"), strips)
        for bucket in np.array_split(strip[np.argsort(at[strip, 1 - along], kind="stable")], strips)
    ]
    order, first = np.concatenate(buckets), np.cumsum([0, *map(len, buckets[:-1])])
    mass = np.add.reduceat(weight[order], first)
    centre = np.add.reduceat((at * weight[:, None])[order], first) / mass[:, None]
    force = np.empty_like(at)
    for index, bucket in enumerate(buckets):
        far = np.arange(len(buckets)) != index
        seen, heavy = np.vstack([at[bucket], centre[far]]), np.append(weight[bucket], mass[far])
        force[bucket] = _pushed(at[bucket], weight[bucket], seen, heavy)
    return force


def _pushed(at: Array, weight: Array, seen: Array, mass: Array) -> Array:
    """What nodes feel of all that they see; axis by axis, much faster than on pairs of coordinates."""
    right, down = (np.subtract.outer(own, other) for own, other in zip(at.T, seen.T, strict=True))
    push = right * right
    push += down * down
    push += 0.01
    np.divide(mass, push, out=push)
    return np.array([np.einsum("ij,ij->i", gap, push) for gap in (right, down)]).T * weight[:, None]
