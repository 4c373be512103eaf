"""Calibration of hand-made statements, and of a whole small corpus by way of stand-ins."""

from dataclasses import replace
from pathlib import Path

import pytest

from kg.extract.relations.calibration import Calibration, load_calibration
from kg.model import Document, Entity, Evidence, Extraction, Mention, Relation
from kg.train import calibrate
from kg.train.annotation import AnnotatedText, GoldMention, GoldRelation
from kg.train.calibrate import Statement, fit, least, statements, table, write

TEXT = "区文化馆举办读书节、灯会。"
SPANS = {(0, 4): ("e1", "Organization"), (6, 9): ("e2", "Programme"), (10, 12): ("e3", "Programme")}


def said(confidence: float, right: int, wrong: int, document: str = "A") -> list[Statement]:
    return [Statement(document, "pair-model", confidence, number < right) for number in range(right + wrong)]


def test_too_much_confidence_is_lowered_and_order_stays() -> None:
    found = fit([*said(0.95, 60, 40), *said(0.6, 30, 70)])
    assert found.confidence(0.95) == pytest.approx(0.6, abs=0.05)
    assert found.confidence(0.6) == pytest.approx(0.3, abs=0.05)


def test_what_is_right_already_hardly_moves() -> None:
    found = fit([*said(0.9, 90, 10), *said(0.5, 50, 50)])
    assert (found.slope, found.intercept) == pytest.approx((1, 0), abs=0.02)


def test_few_statements_change_little() -> None:
    assert fit(said(0.9, 0, 1)).confidence(0.9) > 0.75


def test_order_never_turns() -> None:
    found = fit([*said(0.95, 0, 500), *said(0.4, 500, 0)])
    assert found.slope > 0
    assert found.confidence(0.95) > found.confidence(0.4)


def test_what_is_not_of_the_model_has_no_say_in_its_calibration() -> None:
    judged = said(0.9, 60, 40)
    assert fit([*judged, *(replace(one, rule="a-rule", right=True) for one in judged)]) == fit(judged)


def test_seven_of_ten_are_right_from_the_least_confidence_on() -> None:
    assert least([*said(0.9, 5, 0), *said(0.6, 2, 2), *said(0.3, 0, 2)]) == 0.6
    assert least(said(0.9, 1, 9)) == 1.0


def test_what_is_written_is_read(tmp_path: Path) -> None:
    write(Calibration(0.734, -0.576, 0.431), tmp_path / "calibration.toml")
    assert load_calibration(tmp_path / "calibration.toml") == Calibration(0.734, -0.576, 0.431)


def test_the_table_counts_and_weighs() -> None:
    rows = table({"before": [*said(0.9, 2, 2), *said(0.5, 1, 0)], "after": said(1.0, 1, 0)}).splitlines()
    assert rows[0] == "| confidence | before | after |"
    assert "| 0.5–0.6 | 1.00 of 1 | – |" in rows
    assert "| 0.9–1.0 | 0.50 of 4 | 1.00 of 1 |" in rows
    assert rows[-2] == "| mean confidence | 0.82 | 1.00 |"
    assert rows[-1] == "| mean distance from what is right | 0.42 | 0.00 |"


def stated(name: str, *confidences: float, rule: str = "pair-model") -> tuple[AnnotatedText, Extraction]:
    """A text in which the first of two statements is right."""
    mentions = [(*span, kind, TEXT[slice(*span)], entity) for span, (entity, kind) in SPANS.items()]
    gold = AnnotatedText(
        name,
        TEXT,
        tuple(GoldMention(*each[:4], each[3]) for each in mentions),
        (GoldRelation("organizes", "区文化馆", "读书节", "", ""),),
    )
    relations = (
        Relation("organizes", "e1", tail, (Evidence(name, 0, len(TEXT), TEXT, rule, confidence),))
        for tail, confidence in zip(("e2", "e3"), confidences, strict=True)
    )
    entities = (Entity(each[4], each[2], each[3], each[3]) for each in mentions)
    found = (Mention(*each) for each in mentions)
    return gold, Extraction(Document(name, TEXT, ""), (), tuple(found), tuple(entities), tuple(relations))


def test_statements_are_judged_as_the_evaluation_does(monkeypatch: pytest.MonkeyPatch) -> None:
    gold, found = stated("A", 0.9, 0.4)
    monkeypatch.setattr(calibrate, "extracted", lambda texts: {"A": found})
    assert statements([gold]) == [
        Statement("A", "pair-model", 0.4, False),
        Statement("A", "pair-model", 0.9, True),
    ]


def test_the_whole_run_starts_from_what_the_model_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "calibration.toml"
    texts = {name: stated(name, 0.9, 0.8) for name in "AB"}

    def extracted(golds: list[AnnotatedText]) -> dict[str, Extraction]:
        now = load_calibration(kept).confidence
        return {gold.name: stated(gold.name, now(0.9), now(0.8))[1] for gold in golds}

    monkeypatch.setattr(calibrate, "read_folder", lambda folder: [gold for gold, _ in texts.values()])
    monkeypatch.setattr(calibrate, "extracted", extracted)
    monkeypatch.setattr(write, "__defaults__", (kept,))
    outputs = []
    for _ in range(2):
        calibrate.main()
        outputs.append((capsys.readouterr().out, kept.read_bytes()))
    assert outputs[0] == outputs[1]
    assert "| all | 0.50 of 4 | 0.50 of 4 | 0.50 of 4 |" in outputs[0][0]
    assert load_calibration(kept).confidence(0.9) < 0.9
