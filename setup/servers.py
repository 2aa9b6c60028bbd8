"""The web servers for the tests: found, or installed on Debian, or asked for in one sentence."""

import os
import shutil

from setup.debian import install

PACKAGES = {
    "nginx": ("nginx",),
    "apache2": ("apache2",),
    "caddy": ("caddy",),
    "lighttpd": ("lighttpd", "lighttpd-mod-deflate"),
}
"""The Debian packages of each server."""
SBIN = f"{os.environ.get('PATH', '')}:/usr/sbin"
"""Where servers stand too, outside of most people's PATH."""


def servers() -> None:
    """See that every server is there. Exits with one sentence where one cannot be had."""
    missing = [name for name in PACKAGES if not shutil.which(name, path=SBIN)]
    if missing:
        packages = [package for name in missing for package in PACKAGES[name]]
        install(packages, f"These web servers are needed for the tests: {', '.join(missing)}")


if __name__ == "__main__":
    servers()
