"""The ids of the graph: divisions by code (`place-120103`), everything else by a hash of class and matching key."""

from hashlib import blake2b

from kg.divisions import LEVELS

_PREFIXES = {"Organization": "org", "Place": "place", "Programme": "prg", "Person": "per"}


def graph_id(kind: str, key: str) -> str:
    """The id of what has this class and matching key.

    >>> graph_id("Person", "120103|李明")
    'per-f03933b72064'
    """
    digest = blake2b(f"{kind}|{key}".encode(), digest_size=6).hexdigest()
    return f"{_PREFIXES[kind]}-{digest}"


def place_id(code: str) -> str:
    """The id of a division."""
    return f"place-{code}"


def code_of(graph_id: str) -> str:
    """The code of the division that an id stands for, empty for any other id.

    >>> code_of("place-120103"), code_of("place-0e8c41b5a2d7")
    ('120103', '')
    """
    code = graph_id.removeprefix("place-")
    return code if code.isdigit() and len(code) in LEVELS else ""


def prefix(graph_id: str) -> str:
    """The part of an id that tells its class."""
    return graph_id.partition("-")[0]
