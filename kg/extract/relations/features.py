"""What a pair of mentions looks like, as hashed features for the classifier.

Each line of a template list below is one feature: the hash of its number with the values seen. What the hashes speak
for is learned; see `kg.train.relations`.
"""

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import ArrayLike, NDArray

from kg.extract.relations.between import Between, between
from kg.extract.relations.candidates import HOME, WAYS, Pairs
from kg.extract.relations.cues import Cues
from kg.extract.relations.hashing import Hashes, mix
from kg.extract.relations.reading import ORGANIZATION, PERSON, PLACE, PROGRAMME, Ints, Reading
from kg.extract.relations.surroundings import Surroundings, surroundings
from kg.extract.relations.triggers import Spoken, spoken

Template = tuple[ArrayLike, ...]

# Odd factors, so that a mention's features differ by its side of the pair.
_LEFT, _RIGHT = np.uint64(0x9E3779B97F4A7C17), np.uint64(0xC2B2AE3D27D4EB4F)
_DISTANCES = (1, 2, 3, 4, 6, 9, 13, 20, 32, 64)
# Hashes of pairs are numbered on from here, apart from those of mentions.
_PAIRS = 100


def features(reading: Reading, clues: Cues, pairs: Pairs) -> Hashes:
    """(pairs, features): the hashed features of each pair; the reading must hold at least one mention."""
    scene = surroundings(reading)
    mentions = _hashed(0, _mention_templates(scene), len(reading))
    gap = between(scene, pairs)
    kinds = reading.kind[pairs.left] * 8 + reading.kind[pairs.right]
    templates = [*_gap_templates(scene, pairs, gap), *_way_templates(scene, pairs, gap), *_name_templates(scene, pairs)]
    templates += [*_trigger_templates(spoken(scene, clues, pairs, gap), pairs, gap)]
    templates += [*_noun_templates(scene, clues, pairs, gap)]
    both = _hashed(_PAIRS, ((kinds, *template) for template in templates), len(pairs))
    return np.concatenate([mentions[:, pairs.left] * _LEFT, mentions[:, pairs.right] * _RIGHT, both]).T


def _hashed(first: int, templates: Iterable[Template], size: int) -> Hashes:
    """(templates, size): one hash a row of the columns of each template; those of one width are mixed together."""
    rows = list(templates)
    hashed = np.empty((len(rows), size), dtype=np.uint64)
    for width in {len(row) for row in rows}:
        alike = [number for number, row in enumerate(rows) if len(row) == width]
        columns = np.empty((width, len(alike), size), dtype=np.uint64)
        for place, number in enumerate(alike):
            for column, values in zip(columns, rows[number], strict=True):
                column[place] = values
        hashed[alike] = mix(np.array(alike)[:, None] + first, *columns)
    return hashed


def _mention_templates(scene: Surroundings) -> Iterator[Template]:
    reading, text, at = scene.reading, scene.text, scene.at
    kind = reading.kind
    left, right = at[scene.first], at[scene.last] + 1
    for size in (1, 2, 3, 4):
        yield kind, text.slices(at - size, at)
        yield kind, text.slices(at + 1, at + 1 + size)
    for size in (1, 2, 3):
        yield kind, text.slices(left - size, left)
        yield kind, text.slices(right, right + size)
    final, before_final, _ = scene.endings.T
    yield kind, final
    yield kind, final, before_final
    # What is named in many texts is nobody's own: a congress, a national plan.
    yield kind, scene.spelled.whole()
    yield kind, scene.spelled.initial(2)
    yield kind, scene.spelled.initial(2), final
    yield kind, scene.spelled.final(3)
    yield kind, scene.spelled.initial(2) == _area_initial(scene), scene.order == 0
    yield kind, _distance(at - scene.opens)
    yield kind, _distance(scene.closes - at - 1)
    yield kind, np.minimum(scene.order, 6)
    yield kind, reading.entity == _home(reading), reading.headline
    yield kind, np.minimum(reading.count[reading.entity], 6), scene.fresh
    places = np.arange(len(reading))
    yield kind, np.minimum(scene.last - places, 3), np.minimum(places - scene.first, 3)
    yield kind, final, text.slices(left - 1, left)
    yield kind, text.slices(left - 2, left), text.slices(right, right + 1)
    yield kind, text.slices(scene.opens, scene.opens + 2)
    yield kind, text.slices(scene.opens, scene.opens + 1), scene.order == 0


def _gap_templates(scene: Surroundings, pairs: Pairs, gap: Between) -> Iterator[Template]:
    """What stands between the two and right around them."""
    reading, text = scene.reading, scene.text
    left, right = pairs.left, pairs.right
    outer_left, outer_right = scene.at[scene.first][left], scene.at[scene.last][right] + 1
    length = gap.end - gap.start
    yield ()
    yield (_distance(scene.at[right] - scene.at[left] - 1),)
    yield _distance(length), gap.grouped
    yield tuple(np.minimum(gap.mentions[kind], 3) for kind in (ORGANIZATION, PLACE, PROGRAMME, PERSON))
    yield gap.commas, gap.stops
    yield gap.enumeration, gap.semicolons
    yield gap.sentences, gap.paragraph, gap.article
    yield reading.headline[left], reading.headline[right], gap.sentences
    yield (gap.whole(scene.at[left] + 1, scene.at[right]),)
    yield gap.whole(gap.start, gap.end), gap.grouped
    for size in (1, 2, 3):
        yield text.slices(gap.start, np.where(length >= size, gap.start + size, gap.start)), gap.near
        yield gap.final(size), gap.near
    yield text.slices(gap.start, np.where(length >= 2, gap.start + 2, gap.start)), gap.final(2)
    yield gap.final(2), gap.commas, gap.bodies
    yield text.slices(outer_left - 1, outer_left), text.slices(gap.start, np.minimum(gap.start + 1, gap.end))
    yield text.slices(outer_left - 1, outer_left), text.slices(outer_right, outer_right + 2)
    yield text.slices(outer_right, outer_right + 2), gap.near
    yield text.slices(outer_right, outer_right + 3), gap.near
    yield text.slices(outer_left - 2, outer_left), gap.near
    yield scene.order[left] == 0, np.minimum(scene.order[right], 5), gap.sentences
    yield text.slices(scene.opens[right], scene.opens[right] + 3), gap.near
    yield text.slices(scene.opens[left], scene.opens[left] + 2), gap.sentences


def _way_templates(scene: Surroundings, pairs: Pairs, gap: Between) -> Iterator[Template]:
    """How the two met, and how much the text is about its home area, which acts where nobody else does."""
    reading = scene.reading
    left, right = pairs.left, pairs.right
    home = reading.entity == _home(reading)
    at_home, met, same = pairs.ways[:, HOME], pairs.ways @ (1 << np.arange(WAYS)), gap.sentences == 0
    actors = np.minimum(scene.actors, 3)
    about_home = np.isin(reading.article, reading.article[home & reading.headline])
    share = min(int(home.sum()) * 10 // len(reading), 5)
    for way in range(WAYS):
        yield (pairs.ways[:, way],)
    yield met, same
    yield home[left], home[right], same
    yield actors[right], same
    yield actors[right], at_home, met > 0
    yield actors[right], met
    yield about_home[right], at_home, same
    yield share, at_home, actors[right]
    yield scene.text.slices(scene.opens[right], scene.opens[right] + 2), at_home


def _name_templates(scene: Surroundings, pairs: Pairs) -> Iterator[Template]:
    reading = scene.reading
    left, right = reading.entity[pairs.left], reading.entity[pairs.right]
    final, _, initial = scene.endings.T
    same = reading.sentence[pairs.left] == reading.sentence[pairs.right]
    areas = {number * len(reading.names) + area for number, row in enumerate(reading.areas) for area in row}
    within = np.array(sorted(areas), dtype=np.int64)
    yield np.isin(left * len(reading.names) + right, within), np.isin(right * len(reading.names) + left, within)
    yield final[pairs.left], final[pairs.right]
    yield final[pairs.left], same
    yield final[pairs.right], same
    yield (np.minimum(reading.count[left], 5),)
    yield (np.minimum(reading.count[right], 5),)
    yield (initial[pairs.left] == initial[pairs.right],)
    yield (scene.spelled.initial(2)[pairs.left] == scene.spelled.initial(2)[pairs.right],)
    yield scene.spelled.initial(2)[pairs.left], pairs.ways[:, HOME]
    yield scene.spelled.initial(2)[pairs.right], pairs.ways[:, HOME]


def _trigger_templates(said: Spoken, pairs: Pairs, gap: Between) -> Iterator[Template]:
    """Trigger words next to the two, and the groups of all that stand between."""
    inside = said.inside
    yield said.before_right.word, inside
    yield said.before_right.groups, inside, pairs.ways.any(axis=1)
    yield (said.behind_right.word,)
    yield (said.behind_right.groups,)
    yield (said.before_left.word,)
    yield said.behind_left.word, inside
    yield said.behind_left.groups, said.before_right.groups, inside
    yield said.before_right.groups, pairs.ways[:, HOME], inside
    yield said.before_right.word, gap.commas, inside
    for group in said.between.T:
        yield group, gap.near


def _noun_templates(scene: Surroundings, clues: Cues, pairs: Pairs, gap: Between) -> Iterator[Template]:
    """Common nouns in the sentence of the right mention, and whether they stand for the left one."""
    reading = scene.reading
    left, right = pairs.left, pairs.right
    before, behind = clues.before, clues.behind
    stands_before = _named(reading, before.referent)[right] == reading.entity[left]
    stands_behind = _named(reading, behind.referent)[right] == reading.entity[left]
    after = before.place[right] >= reading.at[left]
    bodies = scene.before(PLACE, ORGANIZATION)
    later = np.minimum(bodies[right] - bodies[np.searchsorted(reading.at, before.place[right])], 3)
    yield stands_before, before.word[right], after
    yield stands_behind, behind.word[right]
    yield stands_before, after, later
    yield stands_before, stands_behind, gap.sentences, gap.commas > 0
    yield before.referent[right] >= 0, stands_before, np.minimum(scene.actors[right], 3), pairs.ways[:, HOME]
    yield before.word[right], gap.sentences == 0
    yield _named(reading, before.referent)[left] == reading.entity[right], before.word[left]


def _area_initial(scene: Surroundings) -> Hashes:
    """The hash of the first two characters of the home area's name, 1 if there is none."""
    home = np.flatnonzero(scene.reading.entity == _home(scene.reading))
    return scene.spelled.initial(2)[home[:1]] if len(home) else np.ones(1, dtype=np.uint64)


def _named(reading: Reading, mention: Ints) -> Ints:
    """The entity of each mention number, -1 for none."""
    return np.where(mention >= 0, reading.entity[mention], -1)


def _home(reading: Reading) -> int:
    return -1 if reading.home is None else reading.home


def _distance(places: NDArray[np.int64]) -> Ints:
    return np.digitize(places, _DISTANCES)
