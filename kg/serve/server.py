"""Runs the server on this machine, and on this machine only."""

import signal
import socket
from collections.abc import Callable
from pathlib import Path

from kg.errors import KgError, SourceError
from kg.serve.limits import Limits
from kg.serve.workers import Workers


def serve(folder: Path, port: int, announce: Callable[[str], None]) -> None:
    """Serve a built folder until the process is told to stop; its address is announced once requests are taken.

    Port 0 takes any free one.

    :raises KeyboardInterrupt: when told to stop, by Ctrl-C or otherwise; no worker goes on then.
    :raises SourceError: when there is no such folder.
    :raises KgError: when there is no graph in it, the extra `serve` is not installed, or the port is taken.
    """
    try:
        from kg.serve.app import HOST, application, server
    except ModuleNotFoundError as error:
        raise KgError(f"kg serve needs {error.name}; install it with `pip install 'district-kg[serve]'`") from error
    if not folder.is_dir():
        raise SourceError(folder, "is no folder", "name one that `kg build PATH... -o DIR` wrote")
    with _listening(HOST, port) as listener, _started(folder) as workers:
        workers.ready()
        announce(f"http://{HOST}:{listener.getsockname()[1]}/")
        server(application(folder, workers)).run(sockets=[listener])


def _started(folder: Path) -> Workers:
    """Workers that end with the server and not before: they inherit that Ctrl-C is ignored."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    workers = Workers(folder, Limits())
    for told_to_stop in (signal.SIGINT, signal.SIGTERM):
        signal.signal(told_to_stop, _stop)
    return workers


def _stop(*_: object) -> None:
    raise KeyboardInterrupt


def _listening(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port))
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or error
        raise KgError(f"port {port} cannot be used: {reason}; choose another with --port") from error
