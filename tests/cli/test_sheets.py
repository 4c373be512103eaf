"""What a person sees of a doubt."""

import io

from factory import article, entity, evidence, graph, relation
from rich.console import Console

from kg.cli.sheets import Sheets
from kg.divisions import Divisions
from kg.graph import KnowledgeGraph
from kg.resolve.doubts import doubts

PARK, GARDEN = (
    entity("place-a", "西沽公园", type="Place", aliases=("公园",)),
    entity("place-b", "西沽公圆", type="Place"),
)
BODY = entity("org-a", "新港中学", subtype="School")


def shown(found: KnowledgeGraph) -> list[str]:
    console = Console(width=100, record=True, file=io.StringIO())
    pages = []
    for doubt in doubts(found, Divisions.load()):
        console.print(Sheets(found).sheet(doubt))
        pages.append(console.export_text())
    return pages


def test_entities_stand_side_by_side_with_what_is_said_of_them() -> None:
    link = relation("locatedIn", "org-a", "place-a", evidence("新港中学在\n公园旁"), evidence("它在那里", start=90))
    (page,) = shown(graph((PARK, GARDEN, BODY), (link,), mentions={"place-b": 7}))
    for part in ("look alike in print", "西沽公园", "西沽公圆", "公园", "7, 0", "1, 1", "none in the graph"):
        assert part in page
    assert page.index("新港中学在公园旁") < page.index("它在那里")


def test_a_relation_stands_with_its_sentence_its_place_and_what_the_sentence_leaves_out() -> None:
    unsure = relation("locatedIn", "org-a", "place-a", evidence("学校在[red]公园旁", confidence=0.4))
    (page,) = shown(graph((PARK, BODY), (unsure,), articles={"001_page.txt": (article("开学"),)}))
    for part in ("confidence 0.40", "新港中学 — ", " — 西沽公园", "学校在[red]公园旁", "001_page.txt 开学"):
        assert part in page


def test_pages_cannot_steer_the_terminal() -> None:
    unsure = relation("locatedIn", "org-a", "place-a", evidence("在\x1b[2J\x9b公园\u202e旁", confidence=0.4))
    (page,) = shown(graph((PARK, BODY), (unsure,)))
    assert not {"\x1b", "\x9b", "\u202e"} & set(page)


def test_a_sentence_that_two_rules_read_stands_once() -> None:
    found = evidence("学校在公园旁", rule="a", confidence=0.4), evidence("学校在公园旁", rule="b", confidence=0.3)
    (page,) = shown(graph((PARK, BODY), (relation("locatedIn", "org-a", "place-a", *found),)))
    assert page.count("学校在公园旁") == 1


def test_of_persons_the_posts_are_shown() -> None:
    people = [entity(f"per-{letter}", name, type="Person") for letter, name in (("a", "余功"), ("b", "余功全"))]
    posts = [relation("holdsPost", person.id, "org-a", title="校长") for person in people]
    (page,) = shown(graph((*people, BODY), tuple(posts)))
    assert page.count("新港中学校长") == 2
