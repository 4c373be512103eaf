"""Organs and home divisions that the text itself never prints right."""

import pytest
from resolve.marked import extraction, names


@pytest.mark.parametrize(
    ("source", "right"),
    [
        ("⟦L|河西区⟧⟦O|区民攻局⟧", "河西区民政局"),
        ("⟦L|河西区⟧⟦O|天津市河西区农业农衬局⟧", "天津市河西区农业农村局"),
        ("⟦L|河西区⟧⟦O|区退役军人事局⟧", "河西区退役军人事务局"),  # dropped
        ("⟦L|河西区⟧⟦O|区市场监督督管理局⟧", "河西区市场监督管理局"),  # doubled
        ("⟦L|河西区⟧⟦L|河西区⟧⟦O|河酉区教育局⟧", "河西区教育局"),
        ("⟦L|浠水县⟧⟦L|绿扬乡⟧", "绿杨乡"),
        ("⟦L|浠水县⟧⟦O|绿扬乡林业站⟧", "绿杨乡林业站"),
        ("⟦L|平凉市⟧⟦L|庄浪县⟧⟦O|平凉市庄狼县林业局⟧", "平凉市庄狼县林业局"),  # 浪 and 狼 are not alike enough
    ],
)
def test_what_anyone_sees_is_put_right(source: str, right: str) -> None:
    assert names(source)[-1] == right


@pytest.mark.parametrize(
    "source",
    [
        "⟦L|河西区⟧⟦O|民攻局⟧",  # nobody's bureau
        "⟦L|河西区⟧⟦O|河西区人力资源社会保障局⟧",  # a style that leaves out 和
        "⟦L|河西区⟧⟦O|河西区生态环境分局⟧",
        "⟦L|河西区⟧⟦O|河西区村务局⟧",
        "⟦L|平凉市⟧⟦O|平凉布局⟧",
        "⟦L|浠水县⟧⟦L|绿场村⟧",
        "⟦L|河西区⟧⟦N|民攻局⟧",
    ],
)
def test_everything_else_stays(source: str) -> None:
    assert not any(entity.misprints for entity in extraction(source).entities)


def test_the_form_on_the_page_is_a_misprint() -> None:
    township, station = extraction("⟦L|浠水县⟧⟦L|绿扬乡⟧⟦O|乡林业站⟧。⟦O|绿扬乡林业站⟧").entities[1:]
    assert (township.name, township.misprints) == ("绿杨乡", ("绿扬乡",))
    assert (station.name, station.aliases, station.misprints) == ("绿杨乡林业站", ("乡林业站",), ("绿扬乡林业站",))
