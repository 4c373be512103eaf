"""What was read from each page is kept beside the graph, so that a build reads only what is new."""

import tempfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from kg.engines.packing import pack, unpack
from kg.model import Document, Extraction

FOLDER = ".extracted"  # in the folder of a build; whoever deletes it loses nothing but time
_ENDING = ".json.z"

Engine = Callable[[Sequence[Document]], Iterator[Extraction]]


class Cache:
    """A folder with one file for each document, named after all that decides what is in it.

    `fingerprint` stands for the program and its models (see `kg.engines.fingerprint`).
    """

    def __init__(self, folder: Path, fingerprint: str) -> None:
        self._folder, self._fingerprint = folder, fingerprint

    def extract(self, documents: Sequence[Document], engine: Engine) -> Iterator[Extraction]:
        """What each document says, in order: what is kept as it was, the rest read by the engine and kept at once.

        When all is read, what belongs to none of the documents is deleted.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        paths = [self._path(document) for document in documents]
        kept = [path.is_file() for path in paths]
        fresh = engine([document for document, old in zip(documents, kept, strict=True) if not old])
        for document, path, old in zip(documents, paths, kept, strict=True):
            yield self._known(document, path, engine) if old else self._kept(next(fresh), path)
        self._forget(paths)

    def _known(self, document: Document, path: Path, engine: Engine) -> Extraction:
        try:
            found = unpack(zlib.decompress(path.read_bytes()))
        except (OSError, zlib.error, ValueError):  # damaged: as good as not there
            found = None
        if found and (found.document.name, found.document.text) == (document.name, document.text):
            return replace(found, document=document)
        return self._kept(next(engine([document])), path)

    def _kept(self, found: Extraction, path: Path) -> Extraction:
        with tempfile.NamedTemporaryFile(dir=self._folder, suffix=_ENDING, delete=False) as draft:
            draft.write(zlib.compress(pack(found), level=1))
        Path(draft.name).replace(path)
        return found

    def _path(self, document: Document) -> Path:
        """The name of a document is part of the evidence; what people say of it in `metadata.csv` is not read."""
        parts = "\0".join((self._fingerprint, document.name, document.text))
        return self._folder / (sha256(parts.encode()).hexdigest() + _ENDING)

    def _forget(self, all_but: Sequence[Path]) -> None:
        for path in {*self._folder.glob(f"*{_ENDING}")}.difference(all_but):
            path.unlink(missing_ok=True)
