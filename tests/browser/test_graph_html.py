"""`graph.html` in a real browser: it asks nothing of the network, runs nothing that stands in a name, and works."""

from pathlib import Path

import pytest
from browser.visiting import HOSTILE, Visit
from factory import entity, evidence, graph, relation, small_graph
from playwright.sync_api import Browser, Page

from kg.export.pyvis import write
from kg.graph import KnowledgeGraph


def visit(browser: Browser, of: KnowledgeGraph, folder: Path) -> Visit:
    write(of, folder / "graph.html")
    return Visit(browser, (folder / "graph.html").as_uri())


def hostile_graph() -> KnowledgeGraph:
    nodes = tuple(entity(f"n{at}", name, aliases=(f"{name}别名",)) for at, name in enumerate(HOSTILE))
    links = tuple(
        relation("holdsPost", f"n{at}", f"n{(at + 1) % len(HOSTILE)}", evidence(name), title=name)
        for at, name in enumerate(HOSTILE)
    )
    return graph(nodes, links)


def place_of(page: Page, identifier: str) -> tuple[float, float]:
    return on_page(page, page.evaluate("id => network.getPositions([id])[id]", identifier))


def on_page(page: Page, at: dict[str, float]) -> tuple[float, float]:
    canvas = page.locator("#canvas").bounding_box()
    assert canvas
    inside = page.evaluate("at => network.canvasToDOM(at)", at)
    return canvas["x"] + inside["x"], canvas["y"] + inside["y"]


def test_it_opens_offline_without_a_complaint(browser: Browser, tmp_path: Path) -> None:
    visited = visit(browser, small_graph(), tmp_path)
    assert visited.requests == [(tmp_path / "graph.html").as_uri()]
    assert visited.faults == []
    assert visited.page.evaluate("nodes.length") == 7
    assert visited.page.title().startswith("知识图谱")


@pytest.mark.parametrize(("width", "height"), [(1200, 800), (1900, 700), (390, 844)])
def test_the_canvas_is_all_that_the_panels_leave(browser: Browser, tmp_path: Path, width: int, height: int) -> None:
    page = visit(browser, small_graph(), tmp_path).page
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_timeout(300)
    top, canvas, bottom = (page.locator(name).bounding_box() for name in ("header", "canvas", "footer"))
    assert top
    assert canvas
    assert bottom
    assert (canvas["x"], canvas["width"]) == (0, width)
    assert canvas["y"] == top["y"] + top["height"]
    assert canvas["y"] + canvas["height"] == bottom["y"]
    assert bottom["y"] + bottom["height"] == height


@pytest.mark.parametrize(("width", "height"), [(1200, 800), (1900, 700), (390, 844)])
def test_everything_is_on_the_canvas_and_fills_it(browser: Browser, tmp_path: Path, width: int, height: int) -> None:
    many = graph(
        tuple(entity(f"n{at:02}", f"第{at}街道办事处") for at in range(60)),
        tuple(relation("cooperatesWith", f"n{at // 3:02}", f"n{at:02}") for at in range(1, 60)),
    )
    page = visit(browser, many, tmp_path).page
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_timeout(300)
    boxes = page.evaluate("nodes.getIds().map(id => network.getBoundingBox(id))")
    canvas = page.locator("#canvas").bounding_box()
    assert canvas
    left, top = on_page(page, {"x": min(box["left"] for box in boxes), "y": min(box["top"] for box in boxes)})
    right, bottom = on_page(page, {"x": max(box["right"] for box in boxes), "y": max(box["bottom"] for box in boxes)})
    assert 0 <= left < right <= width
    assert canvas["y"] <= top < bottom <= canvas["y"] + canvas["height"]
    assert right - left > 0.8 * width or bottom - top > 0.8 * canvas["height"]
    if width > height:
        assert (right - left) * (bottom - top) > 0.8 * canvas["width"] * canvas["height"]


def test_names_run_nothing_wherever_they_are_shown(browser: Browser, tmp_path: Path) -> None:
    visited = visit(browser, hostile_graph(), tmp_path)
    page = visited.page
    for at, name in enumerate(HOSTILE):
        page.mouse.move(5, 400)
        page.mouse.move(*place_of(page, f"n{at}"))
        page.wait_for_timeout(250)
        shown = page.locator(".vis-tooltip")
        assert shown.inner_text().startswith(name.split()[0][:8])
        assert shown.locator("img, svg, a, script").count() == 0
        page.mouse.click(*place_of(page, f"n{at}"))
        page.fill("#query", name)
        page.press("#query", "Enter")
        page.fill("#query", "")
        page.press("#query", "Enter")
    assert visited.faults == []
    assert len(visited.requests) == 1


def test_hovering_a_link_shows_its_sentence_and_document(browser: Browser, tmp_path: Path) -> None:
    pair = graph(
        (entity("a", "甲局"), entity("b", "乙节", type="Programme")),
        (relation("organizes", "a", "b", evidence("甲局在本月主办乙节", document="007_报.txt")),),
    )
    page = visit(browser, pair, tmp_path).page
    x, y = on_page(page, page.evaluate("network.body.edges['a:b'].edgeType.getPoint(0.5)"))
    page.mouse.move(x + 40, y + 40)
    page.mouse.move(x, y)
    page.wait_for_timeout(300)
    tooltip = page.locator(".vis-tooltip").inner_text()
    assert "甲局在本月主办乙节" in tooltip
    assert "007_报.txt" in tooltip


def test_search_finds_names_and_aliases(browser: Browser, tmp_path: Path) -> None:
    page = visit(browser, small_graph(), tmp_path).page
    page.fill("#query", "区民政局")
    page.press("#query", "Enter")
    assert page.locator("#found").inner_text() == "1 个"
    assert page.evaluate("network.getSelectedNodes()") == ["org-5a0000000002"]
    page.fill("#query", "不存在")
    page.press("#query", "Enter")
    assert page.locator("#found").inner_text() == "没有找到"


def test_it_is_dark_where_the_system_is_and_changes_with_it(browser: Browser, tmp_path: Path) -> None:
    write(small_graph(), tmp_path / "graph.html")
    visited = Visit(browser, (tmp_path / "graph.html").as_uri(), scheme="dark")
    page = visited.page
    for scheme, paper, ink in (("dark", "#14191f", "#e8edf2"), ("light", "#fafbfc", "#1f2933")):
        page.emulate_media(color_scheme=scheme)
        page.wait_for_timeout(300)
        red = int(paper[1:3], 16)
        assert page.evaluate("getComputedStyle(document.body).backgroundColor").startswith(f"rgb({red},")
        # On the canvas every name is in the ink of the page, with its paper around.
        drawn = page.evaluate(
            "Object.values(network.body.nodes).map(({ options: { font } }) => [font.color, font.strokeColor])"
        )
        assert drawn == [[ink, paper]] * 7
        lines = page.evaluate(
            "Object.values(network.body.edges).map(({ options: { font } }) => [font.color, font.strokeColor])"
        )
        assert {tuple(each) for each in lines} == {(ink, paper)}
    assert visited.faults == []
    assert len(visited.requests) == 1


def test_what_is_far_from_what_was_found_stays_faint_when_the_light_changes(browser: Browser, tmp_path: Path) -> None:
    page = visit(browser, small_graph(), tmp_path).page
    page.fill("#query", "李明")
    page.press("#query", "Enter")
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(300)
    opacity = page.evaluate("Object.fromEntries(nodes.get().map((node) => [node.id, node.opacity]))")
    assert opacity["per-5a0000000004"] == opacity["org-5a0000000002"] == 1
    assert opacity["place-12"] < 0.2


def test_an_empty_graph_opens_too(browser: Browser, tmp_path: Path) -> None:
    assert visit(browser, graph(()), tmp_path).faults == []
