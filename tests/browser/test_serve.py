"""The served pages in a real browser: the editor works under its policy, and nothing that stands in a graph runs."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.visiting import HOSTILE, Visit
from factory import entity, evidence, graph, relation, small_graph
from playwright.sync_api import Browser, Page
from serve.running import Site, serving

from kg.cookbook import questions
from kg.export import pyvis, turtle
from kg.graph import KnowledgeGraph
from kg.serve.limits import Limits

EVERYTHING = "SELECT * { ?s ?p ?o }"


def built(of: KnowledgeGraph, folder: Path) -> Path:
    turtle.write(of, folder / "graph.ttl")
    pyvis.write(of, folder / "graph.html")
    return folder


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with serving(built(small_graph(), tmp_path_factory.mktemp("built")), limits=Limits(at_a_time=1)) as running:
        yield running


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    nodes = tuple(entity(f"n{at}", name, aliases=(f"{name}别名",)) for at, name in enumerate(HOSTILE))
    links = tuple(relation("cooperatesWith", "n0", f"n{at}", evidence(HOSTILE[at])) for at in range(1, len(HOSTILE)))
    folder = built(graph(nodes, links), tmp_path_factory.mktemp("hostile"))
    with serving(folder, limits=Limits(at_a_time=1)) as running:
        yield running


def ask(page: Page, sparql: str) -> None:
    page.evaluate("text => document.querySelector('.CodeMirror').CodeMirror.setValue(text)", sparql)
    with page.expect_response("**/sparql"):
        page.click(".yasqe_queryButton")
    page.wait_for_timeout(300)


def cells(page: Page) -> list[str]:
    return page.locator(".yasr tbody td").all_inner_texts()


def test_the_editor_opens_without_a_complaint(browser: Browser, site: Site) -> None:
    visited = Visit(browser, f"{site.address}/editor")
    visited.page.wait_for_selector(".CodeMirror")
    assert visited.faults == []
    assert all(request.startswith(f"{site.address}/") for request in visited.requests)
    assert "PREFIX kg: <https://w3id.org/district-kg/ns#>" in visited.page.inner_text(".CodeMirror")


def test_the_editor_opens_with_a_question_that_has_an_answer(browser: Browser, site: Site) -> None:
    page = Visit(browser, f"{site.address}/editor").page
    page.wait_for_selector(".CodeMirror")
    written = page.evaluate("document.querySelector('.CodeMirror').CodeMirror.getValue()")
    assert written == questions()[0].sparql
    page.click(".yasqe_queryButton")
    page.wait_for_selector(".yasr tbody td")
    assert '"局长"@zh' in cells(page)


def test_words_are_completed_without_asking_anybody_else(browser: Browser, site: Site) -> None:
    visited = Visit(browser, f"{site.address}/editor")
    page = visited.page
    for begun in ("SELECT * { ?s kg:hol", "SELECT * { ?s a kg:Pl", "PREFIX kg"):
        page.evaluate("text => document.querySelector('.CodeMirror').CodeMirror.setValue(text)", begun)
        page.click(".CodeMirror-lines")
        page.keyboard.press("Control+End")
        page.keyboard.press("Control+Space")
        page.wait_for_timeout(300)
    assert visited.faults == []
    assert all(request.startswith(f"{site.address}/") for request in visited.requests)


def test_the_pages_are_dark_where_the_system_is(browser: Browser, site: Site) -> None:
    for path in ("/", "/editor"):
        visited = Visit(browser, site.address + path, scheme="dark")
        paper, ink = (colour_of(visited.page, "body", name) for name in ("background-color", "color"))
        assert max(paper) < 60 < 200 < min(ink)
        assert visited.faults == []
    page = visited.page
    page.click(".yasqe_queryButton")
    page.wait_for_selector(".yasr tbody td")
    for part in (".yasr tbody td", ".CodeMirror-line", ".tableControls select"):
        # Turned around like all that the editor draws: dark ink comes out light.
        assert max(colour_of(page, part, "color")) < 60
    for part in (".yasqe", ".yasr", ".tabsList .tab"):
        turned = page.evaluate("part => getComputedStyle(document.querySelector(part)).filter", part)
        assert "invert" in turned


def test_menus_stand_in_the_same_place_in_the_dark(browser: Browser, site: Site) -> None:
    places = []
    for scheme in ("light", "dark"):
        page = Visit(browser, f"{site.address}/editor", scheme=scheme).page
        page.evaluate("document.querySelector('.CodeMirror').CodeMirror.setValue('SELECT * { ?some ?other ?s')")
        page.click(".CodeMirror-lines")
        page.keyboard.press("Control+End")
        page.keyboard.press("Control+Space")
        page.wait_for_selector(".CodeMirror-hints")
        words = page.locator(".CodeMirror-hints").bounding_box()
        page.keyboard.press("Escape")
        page.click(".tabsList .tab", button="right")
        places.append((words, page.locator(".context-menu").bounding_box()))
    assert places[0] == places[1]


def colour_of(page: Page, part: str, name: str) -> list[int]:
    colour = page.evaluate("([part, name]) => getComputedStyle(document.querySelector(part))[name]", [part, name])
    return [int(figure) for figure in re.findall(r"\d+", colour)[:3]]


def test_every_example_can_be_picked_and_runs(browser: Browser, site: Site) -> None:
    visited = Visit(browser, f"{site.address}/editor")
    page = visited.page
    offered = page.locator("#examples option").all_inner_texts()[1:]
    assert offered == [f"{each.chinese} / {each.english}" for each in questions()]
    for question in offered:
        with page.expect_response(f"{site.address}/sparql") as answered:
            page.select_option("#examples", label=question)
        assert answered.value.status == 200
        page.wait_for_timeout(200)
    assert visited.faults == []


def test_the_rows_of_an_example_appear(browser: Browser, site: Site) -> None:
    page = Visit(browser, f"{site.address}/editor").page
    page.select_option("#examples", index=1)
    page.wait_for_selector(".yasr tbody td")
    assert cells(page) == ["1", '"李明"@zh', '"局长"@zh', '"河西区民政局"@zh']


def test_a_query_of_ones_own_with_all_the_ways_to_look_at_it(browser: Browser, site: Site) -> None:
    visited = Visit(browser, f"{site.address}/editor")
    page = visited.page
    ask(page, EVERYTHING)
    assert "id:place-120103" in "".join(cells(page))
    for switch in page.locator(".tableControls .switch").all():
        switch.click()
    page.fill(".tableFilter", "人民公园")
    page.press(".tableFilter", "Enter")
    page.click(".yasr th >> nth=1")
    page.click(".select_response")
    ask(page, "CONSTRUCT WHERE { ?s kg:holdsPost ?o }")
    assert "holdsPost" in page.inner_text(".yasr")
    ask(page, "ASK { ?s kg:holdsPost ?o }")
    page.click(".yasgui .addTab")
    page.click(".yasqe_share >> visible=true")
    page.wait_for_timeout(200)
    assert visited.faults == []


def test_what_is_refused_is_said(browser: Browser, site: Site) -> None:
    page = Visit(browser, f"{site.address}/editor").page
    ask(page, "SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }")
    assert "queries never leave this machine" in page.inner_text(".yasr")


def test_a_query_is_kept_for_the_next_visit_and_its_rows_are_not(browser: Browser, site: Site) -> None:
    page = Visit(browser, f"{site.address}/editor").page
    ask(page, "SELECT ?kept { ?kept a kg:Person }")
    assert cells(page)
    page.reload()
    page.wait_for_selector(".CodeMirror")
    page.wait_for_timeout(300)
    assert "?kept" in page.inner_text(".CodeMirror")
    assert cells(page) == []


def test_names_run_nothing_in_results(browser: Browser, hostile_site: Site) -> None:
    visited = Visit(browser, f"{hostile_site.address}/editor")
    page = visited.page
    ask(page, "SELECT ?name { ?s skos:prefLabel|skos:altLabel|oa:exact ?name }")
    shown = "".join(cells(page))
    shown = "".join(cells(page))
    # The table takes double braces out.
    assert all(name.replace("{{ ", "").replace(" }}", "") in shown for name in HOSTILE)
    assert page.locator(".yasr tbody").locator("img, svg, script, a").count() == 0
    page.click(".select_response")
    page.wait_for_timeout(200)
    assert visited.faults == []
    assert all(request.startswith(f"{hostile_site.address}/") for request in visited.requests)


def test_links_in_results_run_nothing(browser: Browser, hostile_site: Site) -> None:
    visited = Visit(browser, f"{hostile_site.address}/editor")
    page = visited.page
    markup = '"<img src=x onerror=alert(1)>"^^<javascript:alert(2)>'
    ask(page, f"SELECT * {{ VALUES (?a ?b) {{ (<javascript:alert(3)> {markup}) (<data:text/html,x> <vbscript:x>) }} }}")
    assert len(cells(page)) == 6
    targets = page.eval_on_selector_all(".yasr tbody a", "all => all.map(each => each.getAttribute('href'))")
    assert not any((target or "").lower().startswith(("javascript:", "data:", "vbscript:")) for target in targets)
    for link in page.locator(".yasr tbody a").all():
        link.click(modifiers=["ControlOrMeta"])
    page.wait_for_timeout(300)
    assert page.locator(".yasr tbody img").count() == 0
    assert visited.faults == []


@pytest.mark.parametrize(
    "sparql", ["SELECT * { <x onerror=alert(1)> }", "SELECT * { ?s <img/src=x/onerror=alert(1)> 1 "]
)
def test_a_refusal_runs_nothing(browser: Browser, site: Site, sparql: str) -> None:
    visited = Visit(browser, f"{site.address}/editor")
    ask(visited.page, sparql)
    assert visited.page.locator(".yasr img").count() == 0
    assert not any("dialog" in fault or "Content Security Policy" in fault for fault in visited.faults)


def test_the_start_page_leads_to_the_views_and_they_work(browser: Browser, site: Site) -> None:
    visited = Visit(browser, f"{site.address}/")
    visited.page.click("text=图谱总览")
    visited.page.wait_for_timeout(300)
    assert visited.page.evaluate("nodes.length") == 7
    visited.page.go_back()
    visited.page.click("text=SPARQL 查询")
    visited.page.wait_for_selector(".CodeMirror")
    assert visited.faults == []
