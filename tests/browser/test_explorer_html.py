"""`explorer.html` in a real browser: every view works, nothing is asked of the network, nothing in a name runs."""

import csv
import inspect
import io
import re
import xml.etree.ElementTree as ET
from itertools import pairwise
from pathlib import Path

import pytest
from browser.visiting import HOSTILE, Visit
from factory import article, document, entity, evidence, graph, relation, small_graph
from playwright.sync_api import Browser, Page

import kg.extract.relations.posts
from kg.export.explorer import write
from kg.extract.relations.relate import BY_MODEL
from kg.graph import KnowledgeGraph
from kg.model import Mention
from kg.resolve.decisions import RULE
from kg.resolve.structure import NAME, TABLE

NASTY = (*HOSTILE, "=HYPERLINK(1)\u202e倒\u200b写")


@pytest.fixture(scope="module")
def seeds(browser: Browser, seed_graph: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("explorer") / "explorer.html"
    write(seed_graph, path)
    return path


def opened(browser: Browser, path: Path, address: str = "", locale: str = "zh-CN") -> Visit:
    visited = Visit(browser, path.as_uri() + address, locale=locale)
    visited.page.wait_for_selector("body[data-ready]")
    return visited


def visit(browser: Browser, of: KnowledgeGraph, folder: Path, address: str = "", locale: str = "zh-CN") -> Visit:
    write(of, folder / "explorer.html")
    return opened(browser, folder / "explorer.html", address, locale)


def search(page: Page, text: str, field: str = "search") -> None:
    page.fill(f"#{field}", text)
    page.press(f"#{field}", "Enter")


def saved(page: Page, button: str) -> bytes:
    page.click("#export")
    with page.expect_download() as download:
        page.click(f"#{button}")
    return Path(download.value.path()).read_bytes()


def hostile_graph() -> KnowledgeGraph:
    text = "。".join(NASTY)
    starts = [text.index(name) for name in NASTY]
    nodes = tuple(entity(f"n{at}", name, aliases=(f"{name}别名",)) for at, name in enumerate(NASTY))
    links = tuple(
        relation("cooperatesWith", f"n{at}", f"n{at + 1}", evidence(name, start=starts[at], rule=name), title=name)
        for at, name in enumerate(NASTY[:-1])
    )
    page = document("001_page.txt", text, title=NASTY[0], publisher=NASTY[1], url="javascript:alert(1)")
    made = graph(nodes, links, documents=(page,), articles={page.name: (article(NASTY[0]),)})
    spans = tuple(
        Mention(start, start + len(name), "Organization", name, f"n{at}")
        for at, (start, name) in enumerate(zip(starts, NASTY, strict=True))
    )
    return KnowledgeGraph(
        made.documents, made.entities, made.relations, made.mentions, made.articles, spans={page.name: spans}
    )


def rules_of_the_program() -> list[str]:
    posts = re.findall(r'"(post-[a-z-]+)"', inspect.getsource(kg.extract.relations.posts))
    return sorted({*posts, BY_MODEL, TABLE[0], NAME[0], RULE})


def dated_graph() -> KnowledgeGraph:
    pages = tuple(document(f"{year}.txt", "甲局主办乙节。", date=f"{year}-05-01") for year in (2021, 2022, 2023))
    nodes = (entity("a", "甲局"), *(entity(f"b{one.name[:4]}", "乙节" + one.name, type="Programme") for one in pages))
    links = tuple(
        relation("organizes", "a", f"b{one.name[:4]}", evidence("甲局主办乙节。", document=one.name)) for one in pages
    )
    return graph(nodes, links, documents=pages)


def test_it_opens_offline_without_a_complaint(browser: Browser, tmp_path: Path) -> None:
    visited = visit(browser, small_graph(), tmp_path)
    assert visited.requests == [(tmp_path / "explorer.html").as_uri()]
    assert visited.faults == []
    assert "显示 7 / 7 个实体" in visited.page.inner_text("#overview")


@pytest.mark.parametrize(
    ("locale", "address", "language", "heading"),
    [
        ("zh-CN", "", "zh-Hans", "知识图谱浏览器"),
        ("zh-TW", "", "zh-Hans", "知识图谱浏览器"),
        ("en-GB", "", "en", "Knowledge graph explorer"),
        ("de-DE", "", "en", "Knowledge graph explorer"),
        ("en-GB", "#lang=zh", "zh-Hans", "知识图谱浏览器"),
        ("zh-CN", "#lang=en", "en", "Knowledge graph explorer"),
        ("en-GB", "#lang=xx", "en", "Knowledge graph explorer"),
    ],
)
def test_it_speaks_as_the_browser_does_unless_its_address_says_otherwise(
    browser: Browser, tmp_path: Path, locale: str, address: str, language: str, heading: str
) -> None:
    page = visit(browser, small_graph(), tmp_path, address, locale).page
    assert page.inner_text("h1") == heading
    assert page.evaluate("document.documentElement.lang") == language


def test_a_language_that_was_chosen_stays(browser: Browser, tmp_path: Path) -> None:
    page = visit(browser, small_graph(), tmp_path, locale="en-US").page
    page.click("#language")
    page.reload()
    page.wait_for_selector("body[data-ready]")
    assert page.inner_text("h1") == "知识图谱浏览器"
    page.click("#language")
    assert page.inner_text("h1") == "Knowledge graph explorer"


def test_a_view_that_was_not_given_a_language_is_sent_without_one(browser: Browser, tmp_path: Path) -> None:
    page = visit(browser, small_graph(), tmp_path).page
    search(page, "李明")
    assert "lang" not in page.evaluate("location.hash")


def test_an_empty_graph_opens_too(browser: Browser, tmp_path: Path) -> None:
    assert visit(browser, graph(()), tmp_path).faults == []


def test_typing_finds_a_body_and_selecting_it_shows_who_heads_it(browser: Browser, seeds: Path) -> None:
    page = opened(browser, seeds).page
    page.fill("#search", "河西区商务")
    assert "河西区商务局" in page.inner_text("#search-list")
    page.press("#search", "Enter")
    assert page.inner_text("#details h2") == "河西区商务局"
    sentence = page.locator("#details article", has_text="党组书记、局长").first.locator("blockquote").first
    assert {"河西区商务局", "殷卫明"} <= set(sentence.locator("mark.strong").all_inner_texts())


def test_search_knows_aliases_and_pinyin_initials(browser: Browser, tmp_path: Path) -> None:
    page = visit(browser, small_graph(), tmp_path).page
    for text, name in (
        ("区民政局", "河西区民政局"),
        ("hxqmzj", "河西区民政局"),
        ("TJS", "天津市"),
        ("科枝", "晨光科技公司"),
    ):
        search(page, text)
        assert page.inner_text("#details h2") == name
    page.fill("#search", "不存在")
    assert page.inner_text("#search-list") == "没有找到"


def test_a_path_is_found_with_its_sentences(browser: Browser, seeds: Path) -> None:
    page = opened(browser, seeds).page
    search(page, "殷卫明")
    page.click("#path")
    search(page, "天津市", "path-to")
    assert page.inner_text(".path summary").startswith("殷卫明 → 河西区商务局 → ")
    assert page.inner_text(".path summary").endswith(" → 天津市")
    assert page.locator(".path[open] blockquote").count() >= 3


def test_a_path_along_the_direction_only(browser: Browser, tmp_path: Path) -> None:
    page = visit(browser, small_graph(), tmp_path, "#from=place-12&to=per-5a0000000004").page
    assert page.locator(".path").count() == 1
    page.check("#directed")
    assert page.locator(".path").count() == 0
    assert "没有路径" in page.inner_text("#details")


def test_a_copied_address_restores_the_view(browser: Browser, seeds: Path) -> None:
    first = opened(browser, seeds).page
    search(first, "殷卫明")
    first.uncheck("#hide-Programme")
    first.select_option("#colour", "community")
    first.click("#ego")
    first.click("#hops-2")
    first.click("#language")
    first.wait_for_timeout(900)
    address = first.evaluate("location.hash")
    second = opened(browser, seeds, address).page
    second.wait_for_timeout(500)
    for part in ("#top", "#side", "#overview", "#details"):
        assert second.inner_text(part) == first.inner_text(part)
    assert second.evaluate("location.hash") == address
    assert second.input_value("#colour") == "community"
    assert not second.is_checked("#hide-Programme")


def test_back_undoes_a_step(browser: Browser, tmp_path: Path) -> None:
    page = visit(browser, small_graph(), tmp_path).page
    search(page, "李明")
    page.click("#ego")
    assert "近邻" in page.inner_text("#overview .ego")
    page.click("#back")
    page.wait_for_selector("#overview .ego", state="detached")
    assert page.inner_text("#details h2") == "李明"


@pytest.mark.parametrize(
    "address", ["#selected=gone&ego=nobody&from=x&to=y", "#view=no&limit=many&camera=1,x&document=99"]
)
def test_an_address_of_another_graph_does_no_harm(browser: Browser, tmp_path: Path, address: str) -> None:
    visited = visit(browser, small_graph(), tmp_path, address)
    assert visited.faults == []
    assert "显示 7 / 7" in visited.page.inner_text("#overview")


def test_filters_count_and_hide(browser: Browser, tmp_path: Path) -> None:
    page = visit(browser, small_graph(), tmp_path).page
    page.uncheck("#hide-Place")
    assert "显示 4 / 7 个实体" in page.inner_text("#overview")
    assert page.locator("label", has=page.locator("#hide-Place")).inner_text().split() == ["地点", "0", "/", "3"]
    page.check("#hide-Place")
    page.uncheck("#hide-locatedIn")
    page.uncheck("#hide-takesPlaceAt")
    assert page.locator("#overview").inner_text().count("显示 7 / 7") == 0
    page.check("#isolates")
    assert "显示 7 / 7" in page.inner_text("#overview")


def test_the_table_holds_what_the_picture_shows(browser: Browser, tmp_path: Path) -> None:
    page = visit(browser, small_graph(), tmp_path, "#view=table").page
    assert page.locator("#table tbody tr").count() == 7
    page.click("#table-relations")
    assert page.locator("#table tbody tr").count() == len(small_graph().relations)
    page.click("#sort-confidence")
    page.click("#sort-confidence")
    assert page.locator("#table tbody tr").first.locator("td").last.inner_text() == "97"
    page.locator("#table .entity").first.click()
    assert page.locator("#details h2").inner_text() in {one.name for one in small_graph().entities}


def test_texts_and_graph_lead_to_each_other(browser: Browser, seeds: Path) -> None:
    page = opened(browser, seeds).page
    search(page, "殷卫明")
    page.locator("#details .read").first.click()
    assert "殷卫明" in page.inner_text("#reading .cited")
    page.locator("#reading .cited mark", has_text="商务局").first.click()
    assert page.inner_text("#details h2") == "河西区商务局"
    page.click("#view-graph")
    assert page.inner_text("#details h2") == "河西区商务局"


def test_marks_of_a_text_are_its_mentions(browser: Browser, seeds: Path, seed_graph: KnowledgeGraph) -> None:
    page = opened(browser, seeds, "#view=reading").page
    first = seed_graph.documents[0]
    marks = page.locator("#reading .text mark").all_text_contents()
    assert marks == [mention.text for mention in seed_graph.spans[first.name]]
    assert page.locator("#reading .text").text_content() == first.text


def test_time_is_narrowed_down(browser: Browser, tmp_path: Path) -> None:
    page = visit(browser, dated_graph(), tmp_path).page
    assert page.locator("#time g").count() == 3
    page.evaluate("const e = document.getElementById('until'); e.value = 0; e.dispatchEvent(new Event('change'))")
    assert "显示 2 / 4 个实体" in page.inner_text("#overview")
    assert "until=2021" in page.url


def test_bars_of_the_timeline_say_their_date(browser: Browser, tmp_path: Path) -> None:
    page = visit(browser, dated_graph(), tmp_path).page
    assert page.locator("#time title").all_text_contents() == [f"{year}-05-01:1 处" for year in (2021, 2022, 2023)]
    assert page.locator("#time .dates span").all_inner_texts() == ["2021-05-01", "2022-05-01", "2023-05-01"]


def test_of_many_bars_some_have_their_date_below_and_no_two_dates_touch(browser: Browser, tmp_path: Path) -> None:
    pages = tuple(
        document(f"{at}.txt", "甲局主办乙节。", date=f"2024-{at // 28 + 1:02}-{at % 28 + 1:02}") for at in range(60)
    )
    seen = tuple(evidence("甲局主办乙节。", document=one.name) for one in pages)
    pair = (entity("a", "甲局"), entity("b", "乙节", type="Programme"))
    page = visit(browser, graph(pair, (relation("organizes", "a", "b", *seen),), documents=pages), tmp_path).page
    assert page.locator("#time g").count() == 60
    boxes = [each.bounding_box() for each in page.locator("#time .dates span").all()]
    assert 4 <= len(boxes) <= 8
    edges = [(box["x"], box["x"] + box["width"]) for box in boxes if box]
    assert all(right < left for (_, right), (left, _) in pairwise(edges))


def test_keys_work_without_a_mouse(browser: Browser, tmp_path: Path) -> None:
    page = visit(browser, small_graph(), tmp_path).page
    page.keyboard.press("/")
    page.keyboard.type("民政")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    assert page.inner_text("#details h2") == "河西区民政局"
    page.focus("#ego")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "ego"
    page.keyboard.press("Escape")
    assert page.locator("#details h2").count() == 0


def fits(page: Page) -> bool:
    # A window that has just been made narrow takes a moment.
    cut_nothing = "[...document.querySelectorAll('body *')].every(e => e.getBoundingClientRect().right <= innerWidth)"
    return bool(page.wait_for_function(cut_nothing))


def test_a_narrow_window_cuts_nothing_and_comes_to_the_details(browser: Browser, tmp_path: Path) -> None:
    page = visit(browser, dated_graph(), tmp_path).page
    page.set_viewport_size({"width": 390, "height": 800})
    assert fits(page)
    search(page, "甲局")
    page.wait_for_function("document.getElementById('details').getBoundingClientRect().top < 400")
    page.click("#language")
    assert fits(page)


def test_a_wide_window_does_not_move(browser: Browser, tmp_path: Path) -> None:
    page = visit(browser, dated_graph(), tmp_path).page
    search(page, "甲局")
    assert page.evaluate("scrollY") == 0


def test_a_hub_among_large_circles_keeps_its_name(browser: Browser, tmp_path: Path) -> None:
    nodes = tuple(entity(f"n{at}", f"第{at}活动", type="Programme") for at in range(40))
    spokes = (relation("organizes", "hub", one.id) for one in nodes)
    ring = (relation("cooperatesWith", f"n{at}", f"n{(at + far) % 40}") for at in range(40) for far in range(1, 7))
    made = graph((entity("hub", "中心区民政服务中心"), *nodes), (*spokes, *ring))
    page = visit(browser, made, tmp_path, "#ego=hub&camera=0.5,0.5,3").page
    page.set_viewport_size({"width": 390, "height": 800})
    page.wait_for_timeout(500)
    drawing = ET.fromstring(saved(page, "save-svg"))  # noqa: S314 - written by our own page
    assert "中心区民政服务中心" in "".join(drawing.itertext())


def test_names_at_the_rim_are_whole_or_not_there(browser: Browser, tmp_path: Path) -> None:
    nodes = tuple(entity(f"n{at}", f"第{at}次全区民政服务提升行动", type="Programme") for at in range(40))
    spokes = tuple(relation("organizes", "hub", one.id) for one in nodes)
    made = graph((entity("hub", "中心区民政服务中心"), *nodes), spokes)
    page = visit(browser, made, tmp_path, "#camera=0.75,0.5,0.5").page
    drawing = ET.fromstring(saved(page, "save-svg"))  # noqa: S314 - written by our own page
    names = drawing.findall(".//{http://www.w3.org/2000/svg}text")
    assert names
    for name in names:
        size = re.search(r"(\d+)px", name.attrib["style"])
        assert size
        half = len(name.text or "") * 0.9 * float(size[1]) / 2
        assert half <= float(name.attrib["x"]) <= float(drawing.attrib["width"]) - half


def test_what_read_a_relation_is_said_in_words(browser: Browser, tmp_path: Path) -> None:
    rules = rules_of_the_program()
    bodies = tuple(entity(f"b{at}", f"第{at}局") for at in range(len(rules)))
    links = tuple(
        relation("cooperatesWith", "a", one.id, evidence(one.name, rule=rule))
        for one, rule in zip(bodies, rules, strict=True)
    )
    page = visit(browser, graph((entity("a", "甲局"), *bodies), links), tmp_path, "#selected=a").page
    for word, language in (("依据:", "zh"), ("basis: ", "en")):
        basis = [each.partition(word)[2] for each in page.locator("#details footer", has_text=word).all_inner_texts()]
        assert len(set(basis)) == len(rules)
        assert all((language == "en") == each.isascii() for each in basis)
        assert not set(rules) & set(basis)
        page.click("#language")


def test_a_rule_of_an_extension_has_its_own_name(browser: Browser, tmp_path: Path) -> None:
    pair = (entity("a", "甲局"), entity("b", "乙局"))
    links = (relation("cooperatesWith", "a", "b", evidence("甲局", rule="constructor")),)
    page = visit(browser, graph(pair, links), tmp_path, "#selected=a").page
    assert "依据:constructor" in page.inner_text("#details")


def test_people_of_one_name_are_told_apart_by_their_posts(browser: Browser, tmp_path: Path) -> None:
    bodies = (entity("b1", "历下区民政局"), entity("b2", "市中区教育局"))
    people = tuple(entity(f"p{at}", "张伟", type="Person") for at in (1, 2, 3))
    links = (
        relation("holdsPost", "p1", "b1", title="局长"),
        relation("holdsPost", "p2", "b2", title="科长"),
        relation("recognizes", "b1", "p3"),
    )
    page = visit(browser, graph((*bodies, *people), links), tmp_path).page
    page.fill("#search", "张伟")
    found = page.locator("#search-list small").all_inner_texts()
    assert sorted(found) == ["人物 · 历下区民政局", "局长 · 历下区民政局", "科长 · 市中区教育局"]


def test_one_more_source_is_not_many(browser: Browser, tmp_path: Path) -> None:
    page = visit(browser, small_graph(), tmp_path, "#lang=en").page
    search(page, "晨光科技公司")
    assert page.locator("#details summary").first.inner_text() == "1 more source"
    assert "1 connection " in page.inner_text("#details header")


def test_filters_are_named_only_where_some_are_set(browser: Browser, tmp_path: Path) -> None:
    apart = graph(
        (entity("a", "甲局"), entity("b", "乙局"), entity("c", "丙局")), (relation("cooperatesWith", "a", "b"),)
    )
    page = visit(browser, apart, tmp_path, "#from=a&to=c").page
    assert page.inner_text("#details [role=status]") == "没有路径"
    page.uncheck("#hide-cooperatesWith")
    assert page.inner_text("#details [role=status]") == "按目前的筛选没有路径"


def test_a_document_called_like_its_article_is_named_once(browser: Browser, tmp_path: Path) -> None:
    page = document("001_page.txt", "甲局主办乙节。", title="甲局主办乙节")
    nodes = (entity("a", "甲局"), entity("b", "乙节", type="Programme"))
    links = (relation("organizes", "a", "b", evidence("甲局主办乙节。")),)
    made = graph(nodes, links, documents=(page,), articles={page.name: (article("甲局主办乙节"),)})
    shown = visit(browser, made, tmp_path, "#selected=a").page
    assert shown.locator("#details footer").first.inner_text().count("甲局主办乙节") == 1
    shown.click("#view-reading")
    assert shown.inner_text("#reading nav").count("甲局主办乙节") == 1


def test_both_languages_and_both_themes(browser: Browser, tmp_path: Path) -> None:
    page = visit(browser, small_graph(), tmp_path).page
    assert page.get_attribute("html", "lang") == "zh-Hans"
    page.click("#language")
    assert page.get_attribute("html", "lang") == "en"
    assert "Organization" in page.inner_text("#side")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.click("#theme")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light
    assert "theme=dark" in page.url


def test_the_view_can_be_saved(browser: Browser, tmp_path: Path) -> None:
    visited = visit(browser, small_graph(), tmp_path)
    page = visited.page
    assert saved(page, "save-png").startswith(b"\x89PNG")
    drawing = ET.fromstring(saved(page, "save-svg"))  # noqa: S314 - written by our own page
    assert "河西区民政局" in "".join(drawing.itertext())
    gephi = ET.fromstring(saved(page, "save-gexf"))  # noqa: S314
    assert len(gephi.findall(".//{http://gexf.net/1.3}node")) == 7
    rows = list(csv.DictReader(io.StringIO(saved(page, "save-relations").decode("utf-8-sig"))))
    assert len(rows) == sum(len(one.evidence) for one in small_graph().relations)
    assert {"head": "李明", "relation": "任职于", "title": "局长"}.items() <= next(
        row for row in rows if row["title"]
    ).items()
    assert visited.faults == []


def test_names_run_nothing_wherever_they_are_shown(browser: Browser, tmp_path: Path) -> None:
    visited = visit(browser, hostile_graph(), tmp_path)
    page = visited.page
    for name in NASTY:
        search(page, name)
        shown = page.locator("#details h2").inner_text()
        assert shown.startswith(name[:8])
        assert "\u202e" not in shown
    assert page.locator("#details a").count() == 0
    for view in ("table", "reading", "graph"):
        page.click(f"#view-{view}")
        assert page.locator("#middle img, #middle script, #middle a").count() == 0
    for name in ("save-svg", "save-gexf"):
        root = ET.fromstring(saved(page, name))  # noqa: S314
        assert not [each for each in root.iter() if each.tag.split("}")[-1] in {"script", "img", "a"}]
    page.goto(page.url + "&from=n0&to=n3")
    page.reload()
    assert page.locator("#details .path").count() == 1
    assert visited.faults == []


def test_saved_tables_hold_no_formulas(browser: Browser, tmp_path: Path) -> None:
    page = visit(browser, hostile_graph(), tmp_path).page
    for name in ("save-entities", "save-relations"):
        content = saved(page, name).decode("utf-8")
        assert content.startswith("\ufeff")
        cells = [cell for row in csv.reader(io.StringIO(content[1:])) for cell in row]
        assert any("HYPERLINK" in cell for cell in cells)
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))]
