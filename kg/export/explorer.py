"""`explorer.html`: the whole graph on one page that opens offline, with search, paths, sources and texts.

The page's own program is TypeScript (`kg/explorer`), shipped as built; here it gets the data, compressed, and a content
security policy that allows that one script and style sheet and nothing else.
"""

import gzip
import json
from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from kg.export.columns import columns
from kg.graph import KnowledgeGraph

_BUILT = files("kg") / "explorer" / "built"
# The usual level, 6, takes twice as long for a twentieth less.
_LEVEL = 4
_PAGE = """<!DOCTYPE html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>知识图谱浏览器 · Knowledge graph explorer</title>
<style>{style}</style>
</head>
<body>
<noscript>此页需要启用 JavaScript 才能显示图谱。 This page needs JavaScript.</noscript>
<script type="application/octet-stream" id="data">{data}</script>
<script>{script}</script>
</body>
</html>
"""


def write(graph: KnowledgeGraph, path: Path) -> None:
    """Write the explorer of all entities and relations as one UTF-8 file."""
    style, script = (_BUILT.joinpath(name).read_text(encoding="utf-8") for name in ("explorer.css", "explorer.js"))
    policy = (
        f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; img-src data: blob:; "
        "connect-src 'none'; base-uri 'none'; form-action 'none'"
    )
    page = _PAGE.format(policy=policy, style=style, script=script, data=_packed(graph))
    path.write_text(page, encoding="utf-8", newline="\n")


def _packed(graph: KnowledgeGraph) -> str:
    text = json.dumps(columns(graph), ensure_ascii=False, separators=(",", ":"))
    return b64encode(gzip.compress(text.encode(), _LEVEL, mtime=0)).decode()


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
