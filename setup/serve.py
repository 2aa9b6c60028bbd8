"""Serves the built site on this machine."""

import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

HOST = "127.0.0.1"


def serve(folder: Path, port: str) -> None:
    """Serve a folder until interrupted. Exits with one sentence if the port cannot be used."""
    handler = partial(SimpleHTTPRequestHandler, directory=folder)
    try:
        server = ThreadingHTTPServer((HOST, int(port)), handler)
    except (OSError, ValueError, OverflowError) as error:
        sys.exit(f"Port {port} cannot be used ({error}): try another, make serve PORT=8001")
    print(f"The site is at http://{HOST}:{port}/ (Ctrl-C stops it)", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print()


if __name__ == "__main__":
    serve(Path(sys.argv[1]), sys.argv[2])
