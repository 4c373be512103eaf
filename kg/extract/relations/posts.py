"""Posts by rule: who holds which post where, with the title as the text writes it.

Read on the skeleton (`reading.py`), in which `区委常委、区纪委书记但芳菲` is `⟨ORG⟩常委、⟨ORG⟩书记⟨PER⟩`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from kg.extract.relations.bodies import area_of, body_of, fits, of_party, organ_of
from kg.extract.relations.links import Link, evidence
from kg.extract.relations.reading import PERSON, SYMBOLS, Reading
from kg.extract.relations.titles import (
    APPOINTING,
    AREA_TITLE,
    BARE,
    BEHIND_NAME,
    FURTHER,
    OF_ORGAN,
    TITLED,
    TITLED_AHEAD,
)

_ORG, _LOC, _PER = (SYMBOLS[kind] for kind in ("Organization", "Place", "Person"))
_SHARED = re.compile(rf"{_PER}[、和与及]")
_FORMERLY = "原"
# Longer than any row of posts before one name, with nothing but posts in it.
_REACH = 80


@dataclass(frozen=True, slots=True)
class Post:
    """A title and the body (mention number) where it is held, as read by a rule."""

    body: int
    title: str
    rule: str
    confidence: float


def posts(reading: Reading) -> Iterator[tuple[int, Post]]:
    """Each person (mention number) with each post stated for that person; several when several are held."""
    mention = {int(offset): number for number, offset in enumerate(reading.at)}
    held: dict[int, list[Post]] = {}
    for person in (reading.kind == PERSON).nonzero()[0].tolist():
        found = _before(reading, mention, person) or _shared(reading, held, person) or _bare(reading, held, person)
        held[person] = [*found, *_appointed(reading, mention, person), *_behind(reading, mention, person)]
        for post in held[person]:
            yield from ((person, part) for part in _split(reading, person, post))


def _before(reading: Reading, mention: dict[int, int], person: int) -> list[Post]:
    """The row of posts that ends at a name: ⟨ORG⟩常委、⟨ORG⟩书记⟨PER⟩."""
    text, end = reading.skeleton, int(reading.at[person])
    found: list[Post] = []
    cut = end
    while (body := max(text.rfind(symbol, max(0, end - _REACH), cut) for symbol in (_ORG, _LOC))) >= 0:
        match = TITLED.fullmatch(text, body + 1, cut)
        if not match or (cut == end and match["joint"]):
            break
        title = _FORMERLY + match["title"] if text[body - 1 : body] == _FORMERLY else match["title"]
        found.append(Post(mention[body], title, "post-before-name", 0.97))
        cut = body
    return [*_leading(reading, person, cut), *found[::-1]] if found else []


def _leading(reading: Reading, person: int, cut: int) -> list[Post]:
    """A title without its body at the beginning of a row that goes on at `cut`: 副县长、⟨ORG⟩局长⟨PER⟩."""
    match = BARE.search(reading.skeleton, max(0, cut - 10), cut - 1) if cut else None
    if not match or reading.skeleton[cut - 1] != "、":
        return []
    body = body_of(reading, person, match["title"], "")
    return [] if body is None else [Post(body, match["title"], "post-bare", 0.75)]


def _shared(reading: Reading, held: dict[int, list[Post]], person: int) -> list[Post]:
    """Posts of the name before, where only a joining mark stands between: 副主任⟨PER⟩、⟨PER⟩."""
    offset = int(reading.at[person])
    if not _SHARED.fullmatch(reading.skeleton, offset - 2, offset):
        return []
    return [replace(post, rule="post-shared", confidence=0.93) for post in held.get(person - 1, [])]


def _bare(reading: Reading, held: dict[int, list[Post]], person: int) -> list[Post]:
    """A title without its body, which then was named before: ⟨ORG⟩党委书记⟨PER⟩、局长⟨PER⟩, ⟨ORG⟩…。馆长⟨PER⟩."""
    offset = int(reading.at[person])
    match = BARE.search(reading.skeleton, max(0, offset - 18), offset)
    if not match:
        return []
    title = match["title"]
    last = None if match["noun"] or AREA_TITLE.search(title) else _last_post(reading, held, person)
    if last and _goes_on(reading, last, title, match.start()):
        return [Post(last.body, title, "post-inherited", 0.85)]
    body = body_of(reading, person, title, match["noun"])
    return [] if body is None else [Post(body, title, "post-bare", 0.75)]


def _last_post(reading: Reading, held: dict[int, list[Post]], person: int) -> Post | None:
    """The last post of the nearest person before who holds one, in the same paragraph."""
    before = range(person - 1, -1, -1)
    here = takewhile(lambda other: reading.paragraph[other] == reading.paragraph[person], before)
    return next((held[other][-1] for other in here if held.get(other)), None)


def _goes_on(reading: Reading, last: Post, title: str, offset: int) -> bool:
    """Whether a bare title belongs to the body of the last post: joined by a mark, or of the same rank words."""
    joined = reading.skeleton[offset - 2 : offset] == f"{_PER}、"
    alike = title[-2:] == last.title[-2:]
    return (joined or alike) and fits(reading.names[reading.entity[last.body]], title)


def _appointed(reading: Reading, mention: dict[int, int], person: int) -> list[Post]:
    """Posts behind a name and a verb: ⟨PER⟩为⟨ORG⟩局长; a bracket may stand for the verb."""
    text = reading.skeleton
    found: list[Post] = []
    match = APPOINTING.match(text, int(reading.at[person]) + 1)
    offset = match.end() if match else -1
    while offset >= 0 and (match := TITLED_AHEAD.match(text, offset)):
        found.append(Post(mention[match.start()], match["title"], "post-after-name", 0.95))
        joint = FURTHER.match(text, match.end())
        offset = joint.end() if joint else -1
    return found


def _behind(reading: Reading, mention: dict[int, int], person: int) -> list[Post]:
    """A title right behind a name that a body stands right before: ⟨ORG⟩⟨PER⟩馆长."""
    offset = int(reading.at[person])
    match = BEHIND_NAME.match(reading.skeleton, offset + 1)
    if not match or reading.skeleton[offset - 1 : offset] != _ORG:
        return []
    return [Post(mention[offset - 1], match["title"], "post-around-name", 0.9)]


def _split(reading: Reading, person: int, post: Post) -> Iterator[Post]:
    """A row behind a party organ with each title where it is held; titles of bodies not named are left out."""
    if not of_party(reading, post.body):
        yield post
        return
    held: dict[int | None, list[str]] = {}
    for listed in post.title.split("、"):
        body, title = _seat(reading, person, post, listed)
        held.setdefault(body, []).append(title)
    for body, titles in held.items():
        if body == post.body:
            yield replace(post, title="、".join(titles))
        elif body is not None:
            yield replace(post, body=body, title="、".join(titles), rule="post-of-area", confidence=0.8)


def _seat(reading: Reading, person: int, post: Post, title: str) -> tuple[int | None, str]:
    """Where a title in a party organ's row is held: 区长 in the area, 办事处主任 in a body of its own."""
    if AREA_TITLE.search(title):
        return area_of(reading, post.body, person), title
    match = OF_ORGAN.fullmatch(title)
    # The first of a row makes one name with the body that it stands behind: 区委政法委书记.
    if match and not post.title.startswith(title):
        return organ_of(reading, post.body, person, match["organ"]), match["title"]
    return post.body, title


def post_links(reading: Reading, sentences: Sequence[tuple[int, int]]) -> Iterator[Link]:
    """Posts as links of type holdsPost, with their evidence."""
    for person, post in posts(reading):
        start, end = evidence(reading, sentences, person, post.body)
        yield Link("holdsPost", person, post.body, post.title, start, end, post.rule, post.confidence)
