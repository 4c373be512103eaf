"""An extraction as bytes (JSON) and back, without loss: how it travels between processes and waits on disk."""

from pydantic import TypeAdapter

from kg.model import Extraction

_ADAPTER = TypeAdapter(Extraction)


def pack(extraction: Extraction) -> bytes:
    """All of an extraction, its document with it."""
    return _ADAPTER.dump_json(extraction)


def unpack(packed: bytes | str) -> Extraction:
    """What was packed; nothing in the bytes is ever run.

    :raises ValueError: when the bytes hold no extraction.
    """
    return _ADAPTER.validate_json(packed)
