"""Real web servers on loopback: as Debian installs them, or with this project's configuration.

Debian's own files are copied and changed in nothing but what lets several servers run at once:
address and port, the folder that is served, where logs and the like are kept, and that Caddy takes
no orders over the network.
"""

import os
import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from overrides.release.servers import servers
from setup.servers import PACKAGES, SBIN

SERVERS = tuple(PACKAGES)
CONFIGURATIONS = ("as-installed", "ours")
HASHES = " ".join(f"'sha256-{number:043}='" for number in range(40))
POLICY = f"default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {HASHES}"
"""As long as a policy gets that names every inline script by its hash: more than 2 kB."""
PATIENCE = 20
"""Seconds given to a server to start, or to end, on a busy machine."""

OURS = {
    "nginx": ("nginx.conf", "sites-enabled/default"),
    "apache2": ("apache.conf", "sites-enabled/000-default.conf"),
    "caddy": ("Caddyfile", "Caddyfile"),
    "lighttpd": ("lighttpd.conf", "lighttpd.conf"),
}
"""Which configuration of ours takes the place of which file of Debian's."""

COMMANDS = {
    "nginx": ("nginx", "-c", "{etc}/nginx.conf", "-g", "daemon off;"),
    "apache2": ("apache2", "-d", "{etc}", "-D", "FOREGROUND"),
    "caddy": ("caddy", "run", "--config", "{etc}/Caddyfile", "--adapter", "caddyfile"),
    "lighttpd": ("lighttpd", "-D", "-f", "{etc}/lighttpd.conf"),
}


@contextmanager
def start(server: str, configuration: str, root: Path, policy: str = POLICY) -> Iterator[str]:
    """Serve a folder, which everyone must be able to read; gives the address.

    Raises RuntimeError with the server's own words when it does not start.
    """
    with TemporaryDirectory(prefix=f"{server}-") as folder:
        etc, var = Path(folder, "etc"), Path(folder, "var")
        Path(folder).chmod(0o755)  # the server gives up being root and must still get in
        var.mkdir()
        var.chmod(0o777)
        shutil.copytree(f"/etc/{server}", etc)
        if configuration == "ours":
            put_ours(server, etc, policy)
        port = free_port()
        move(etc, changes(etc, var, root, port))
        command = [part.format(etc=etc) for part in COMMANDS[server]]
        with running(command, environment(var), var / "said", port):
            yield f"http://127.0.0.1:{port}"


def put_ours(server: str, etc: Path, policy: str) -> None:
    """Do what the configuration's first lines ask of the person who installs it."""
    name, place = OURS[server]
    (etc / place).write_text(servers(policy)[name], encoding="utf-8")
    if server == "apache2":
        for module in ("headers.load", "rewrite.load"):
            shutil.copy(etc / "mods-available" / module, etc / "mods-enabled")


def changes(etc: Path, var: Path, root: Path, port: int) -> dict[str, str]:
    """What stands instead of each pattern, in the files of any of the servers."""
    return {
        r"/etc/(nginx|apache2|lighttpd)\b": str(etc),
        r"/var/(log|cache)/(nginx|lighttpd)\b": str(var),
        r"/run/(?=\w+\.pid)": f"{var}/",
        r"/var/www/html|/var/www(?=/>)|/usr/share/caddy": str(root),
        r"listen \[::\]:80[^;]*;": "",
        r"listen 80\b": f"listen 127.0.0.1:{port}",
        r"^Listen 80$": f"Listen 127.0.0.1:{port}",
        r"<VirtualHost \*:80>": f"<VirtualHost *:{port}>",
        r"^:80 \{$": f"{{\n\tadmin off\n}}\n:{port} {{\n\tbind 127.0.0.1",
        r"^server\.port +=.*$": f'server.port = {port}\nserver.bind = "127.0.0.1"',
        r"^include_shell .*use-ipv6.*$": "",
    }


def move(etc: Path, changes: dict[str, str]) -> None:
    """Make the changes in every file."""
    for file in (file for file in etc.rglob("*") if file.is_file()):
        text = file.read_text(encoding="latin-1")  # any bytes come back as they were
        for pattern, new in changes.items():
            text = re.sub(pattern, new.replace("\\", r"\\"), text, flags=re.MULTILINE)
        file.write_text(text, encoding="latin-1")


def environment(var: Path) -> dict[str, str]:
    """What Debian's start scripts tell a server, with its files in a folder of ours."""
    return {
        "PATH": SBIN,
        "HOME": str(var),  # Caddy keeps its state there
        "APACHE_RUN_USER": "www-data",
        "APACHE_RUN_GROUP": "www-data",
        "APACHE_RUN_DIR": str(var),
        "APACHE_LOCK_DIR": str(var),
        "APACHE_LOG_DIR": str(var),
        "APACHE_PID_FILE": str(var / "apache2.pid"),
    }


def free_port() -> int:
    """A port of loopback that nobody uses just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def running(command: list[str], env: dict[str, str], said: Path, port: int) -> Iterator[None]:
    """Runs a server once it answers, and ends it with all that it started, come what may."""
    with said.open("w", encoding="utf-8") as words:
        process = subprocess.Popen(
            command, env=env, stdout=words, stderr=words, start_new_session=True
        )
    try:
        wait_for(process, port, said)
        yield
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(PATIENCE)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def wait_for(process: "subprocess.Popen[bytes]", port: int, said: Path) -> None:
    """Returns when the port answers. Raises RuntimeError when the server ends or takes too long."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.02)
    words = "\n".join(
        file.read_text(encoding="utf-8", errors="replace")
        for file in (said, *said.parent.glob("*.log"))
    )
    raise RuntimeError(f"{process.args!r} did not start:\n{words}")
