"""Patterns of titles in the skeleton, built from the word list of posts."""

import re
from collections.abc import Iterable

from kg.extract.relations.reading import SYMBOLS
from kg.ontology import lexicon

_WORDS = lexicon("posts")


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(words, key=lambda word: (-len(word), word))) + ")"


_HEAD, _MODIFIER, _NOUN, _DUTY, _SENT = (
    _any(_WORDS[name]) for name in ("heads", "modifiers", "stand_ins", "duties", "sent")
)
# A character of a title behind a body; these others only occur in sentences.
_INSIDE = rf"(?:(?!{_any(_WORDS['never_inside'])})[^\W\d_的了在与和及将被把对从到也都并说让给由已其\ue000-\ue010])"
_ASIDE = "(?:（(?:挂职|兼)）)?"
_TITLE = rf"{_INSIDE}{{0,12}}?{_HEAD}{_ASIDE}"
_TITLES = rf"(?P<title>(?:{_DUTY}{_INSIDE}{{1,10}}的)?{_TITLE}(?:、{_TITLE})*)"
_BARE_TITLE = rf"{_MODIFIER}{{0,4}}{_HEAD}"
_BODY = f"[{SYMBOLS['Organization']}{SYMBOLS['Place']}]"
_REMARK_OF_BODY = r"（[^（）]{1,16}）"
_REMARK = r"（(?:女|男|挂职|兼|[^（）\d]{1,5}族|[，、]){1,4}）"

# What stands between a body and the next name or body of a row of posts.
TITLED = re.compile(
    rf"(?:{_REMARK_OF_BODY})?(?:(?!{_DUTY})(?:{_INSIDE}{{0,6}}|{_SENT})的)?{_TITLES}(?:、{_INSIDE}{{2,10}}?)?(?:的|同志|(?P<joint>[、和]|兼任?))?"
)
# A body with its titles, as they stand behind a name.
TITLED_AHEAD = re.compile(rf"{_BODY}的?{_TITLES}(?:{_REMARK})?(?=[，。；、：！？（）\n的和与]|$|同志|{_BODY})")
# From a name to the body of the post: 为, （女，回族）为, ，1978年生，曾任, （.
_LIFE = rf"(?:，[^。；\n{SYMBOLS['Person']}]{{0,60}}?)?，?"
APPOINTING = re.compile(
    rf"(?:{_REMARK})?(?:[、和]{SYMBOLS['Person']}(?:{_REMARK})?){{0,12}}(?:同志|教授|先生|女士)?"
    rf"(?:{_any(_WORDS['appointing']['verbs'])}|{_LIFE}{_any(_WORDS['appointing']['careers'])}|（)"
)
# A title that ends where a name begins and has no body of its own.
BARE = re.compile(rf"(?P<noun>{_NOUN}?)(?P<title>{_BARE_TITLE}(?:、{_BARE_TITLE})*)$")
BEHIND_NAME = re.compile(rf"(?P<title>{_BARE_TITLE})(?=[，。：；、\n]|介绍|表示|说|告诉|认为|讲|率|带)")
FURTHER = re.compile(rf"[、，]?{_any(_WORDS['appointing']['further'])}?")
AREA_TITLE = re.compile(rf"{_any(_WORDS['areas'])}{_ASIDE}$")
# A title that names a body of its own in front: 办事处主任.
OF_ORGAN = re.compile(rf"(?P<organ>{_any(_WORDS['organs']['own'])})(?P<title>{_TITLE})")
