"""What a line of a page is - prose, headline, list item, byline - judged by the words and marks of `layout.toml`."""

import re
from collections.abc import Iterator

from kg.ontology import any_of, lexicon

_WORDS = lexicon("layout")


OPENERS: str = _WORDS["openers"]
CLOSERS: str = _WORDS["closers"]
HAN = "\u3400-\u9fff"
_ENDERS, _BULLETS = _WORDS["enders"], _WORDS["bullets"]
_DASH, _CREDIT, _SENDER = (any_of(_WORDS[kind]) for kind in ("dashes", "credits", "senders"))
_NUMERAL = "[一二三四五六七八九十]{1,3}"
_PHOTO = any_of(_WORDS["photo_roles"])
ROLE: str = rf"(?:{any_of(_WORDS['role_prefixes'])})*(?:{any_of(_WORDS['roles'])}|{_PHOTO})"
_LONG_ROLE = any_of(role for role in _WORDS["roles"] if len(role) > 1)
_RUBRIC = any_of(_WORDS["rubrics"])
_NAME = rf"[{HAN}]{{2,6}}(?:·[{HAN}]{{1,6}})*"

PROSE = re.compile(r"[，。；！？]")
ENDED = re.compile(rf"[{_ENDERS}—.][{CLOSERS}\"]*(?:（[^（）]*）)?$")
_BYLINE = re.compile(
    rf"[{_BULLETS}（ ]*(?:(?:{ROLE})[ /：][^。，]{{2,40}}|(?:{_CREDIT})：[^。，]{{2,60}})$"
    rf"|[^。，；]{{2,20}}[ /](?:{ROLE})）?$|（(?!(?:{_RUBRIC})）){_NAME}(?: {_NAME})*）$"
    rf"|（[^（）]*(?:\d{{4}}年|通过)[^（）]*）$|[■□] *(?!{_RUBRIC})(?:[{HAN}]{{2,3}}(?: +[{HAN}]{{2,3}}){{,3}})$"
)
_NOTE = re.compile(rf"（[^（）]*）$|【[^】]*】$|[^。]* > [^。]*$|[{_BULLETS}]? *(?:{_RUBRIC})[{_BULLETS}】]?$")
_KICKER = re.compile(rf"(?:{any_of(_WORDS['kicker_ends'])})$")
_PHOTO_CREDIT = re.compile(rf"(?:{_PHOTO})[ ：/]|（|[^ ]+ (?:{_PHOTO})$")
# Names in the text of a report: in brackets at its head or its end, with a role or alone at the end.
REPORTER = re.compile(
    rf"（[^（）]{{0,20}}?(?:{ROLE})[ ：/][^（）]{{2,40}}）"
    rf"|(?:^|(?<=[。！？”]))（{_NAME}(?: {_NAME})*(?: (?:{ROLE}))?）$"
)
_ROLE_BEFORE = re.compile(rf"^(?:{ROLE})(?=[{HAN}]{{2}})")
_PERSON = re.compile(_NAME)
_NO_PERSON = re.compile(rf"^(?:{ROLE}|{_CREDIT}|{_RUBRIC})$|(?:{_SENDER}|{_LONG_ROLE})$")
_STARTS_ANEW = re.compile(
    rf"[{_BULLETS}]|{_DASH}|{any_of(_WORDS['openings'])}|（?(?:{_CREDIT})：|{_NUMERAL}、|（(?:{_NUMERAL}|\d+)）"
    rf"|\d+[.、](?!\d)|（?[^（）]{{0,8}}{ROLE}[ ：]"
)
_OPENS_SENTENCE = re.compile(rf"\d+月\d+日|\d{{4}}年|[“（]|{any_of(_WORDS['sentence_openers'])}")
_OPENS_REPORT = re.compile(rf".{{1,16}}[讯电][ （：]|（[^（）]{{0,20}}{ROLE}[ ：]|{any_of(_WORDS['report_openers'])}")
_HEADLINE_END = re.compile(rf"(?:{any_of(_WORDS['headline_ends'])})$")
_PROSE_INSIDE = re.compile(rf"[。；].|(?:{any_of(_WORDS['speech_verbs'])})，")
_LONGEST_HEADLINE = 45


def is_byline(line: str) -> bool:
    """Whether a line names who wrote, took or sent a report, and does nothing else."""
    return _BYLINE.match(line) is not None


def is_photo_credit(line: str) -> bool:
    """Whether a line is a byline that stands behind what it signs: of a photograph, or in brackets."""
    return is_byline(line) and _PHOTO_CREDIT.match(line) is not None


def is_subtitle(line: str) -> bool:
    """Whether a headline starts with a dash, as secondary headlines (副题) do."""
    return re.match(_DASH, line) is not None


def is_kicker(headline: str) -> bool:
    """Whether a headline only leads up to the one below it: who said what that says, or whose decision it is."""
    return _KICKER.search(headline) is not None


def is_note(line: str) -> bool:
    """Whether a line is a rubric or wholly in brackets: neither headline nor text."""
    return _NOTE.match(line) is not None


def is_headline(line: str) -> bool:
    """Whether a line may be a headline: short, not ended as prose is, no list item, no entry of a programme."""
    if len(line) > _LONGEST_HEADLINE or re.search(r"[。；>]|[：，、]$|^\d+月\d+日", line):
        return False
    return is_subtitle(line) or not starts_anew(line)


def starts_anew(line: str) -> bool:
    """Whether a line opens a list item, a byline, a rubric or a report, whatever stood before it."""
    return _STARTS_ANEW.match(line) is not None


def opens_report(line: str) -> bool:
    """Whether a paragraph is the first of a report: 本报讯, a reporter in brackets, 近日."""
    return _OPENS_REPORT.match(line) is not None


def signed(line: str) -> bool:
    """Whether a paragraph or byline ends with names in brackets, as the last of a report does."""
    return any(match.end() == len(line) for match in REPORTER.finditer(line))


def closes_quote(line: str, following: str) -> bool:
    """Whether a quotation mark or bracket is open at the end of a line and closed in the following one."""
    return any(
        line.count(opener) > line.count(closer) and re.match(f"[^{opener}{closer}]*{closer}", following)
        for opener, closer in zip(OPENERS, CLOSERS, strict=True)
    )


def breaks_off(line: str, following: str) -> bool:
    """Whether a line without an ender is running text that goes on in the following one, not a headline over it.

    Two sentences, or a date or a verb of speech before a comma, are prose at any length; headlines hardly exceed
    20 characters with a comma and 25 without.
    """
    if _PROSE_INSIDE.search(line) or line.endswith(("，", "、")):
        return True
    if "，" in line:
        return _opens_sentence(line) or (len(line) > 20 and not _opens_sentence(following))
    plain = " " not in line and not line.startswith(tuple(OPENERS)) and not _HEADLINE_END.search(line)
    return len(line) > 25 and plain and not _opens_sentence(following)


def names(byline: str) -> Iterator[str]:
    """The personal names of a byline, without roles and without the offices that sent it."""
    for word in re.split(rf"[ /、：；，（）{_BULLETS}]+", byline):
        name = _ROLE_BEFORE.sub("", word)
        if _PERSON.fullmatch(name) and not _NO_PERSON.search(name):
            yield name


def _opens_sentence(line: str) -> bool:
    return _OPENS_SENTENCE.match(line) is not None
