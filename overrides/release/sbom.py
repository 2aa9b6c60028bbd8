"""The software bill of materials of a release: what travels to the browser, and what built it."""

import base64
import json
import re
from collections.abc import Iterator
from pathlib import Path

from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.model.license import LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from overrides.site.material import PACKAGE, WITHIN
from setup.pyodide import INTEGRITY, PINNED, PYTHON, pyodide

PINNED_PACKAGE = re.compile(r"^([a-z0-9._-]+)==(\S+)")
COMPILED = {
    "bzip2": rb"([\d.]+), \d+-\w+-\d{4}",
    "expat": rb"expat_([\d.]+)",
    "zlib": rb" inflate ([\d.]+) Copyright",
}
"""How what is compiled into Pyodide's core says its version there; the others say none."""


def sbom(version: str, requirements: Path) -> str:
    """The bill as CycloneDX JSON, the same for the same release: it holds no date and no number.

    Scope "required" is in the site, "excluded" only took part in building and testing it.
    """
    bom = Bom()
    project = Component(
        name="refractory-zoster",
        version=version,
        type=ComponentType.APPLICATION,
        licenses=[LicenseExpression("MIT")],
        bom_ref="refractory-zoster",
    )
    bom.metadata.component = project
    built_with = list(_built_with(requirements))
    in_the_site = [
        Component(
            name="pyodide",
            version=PINNED,
            type=ComponentType.LIBRARY,
            licenses=[LicenseExpression("MPL-2.0")],
            hashes=[HashType(alg=HashAlgorithm.SHA_512, content=_hex(INTEGRITY))],
            purl=PackageURL("npm", None, "pyodide", PINNED),
            bom_ref=f"pyodide@{PINNED}",
            scope=ComponentScope.REQUIRED,
            components=list(_within_pyodide()),
        ),
        Component(
            name="cpython",
            version=PYTHON,
            type=ComponentType.PLATFORM,
            licenses=[LicenseExpression("PSF-2.0")],
            purl=PackageURL("generic", None, "cpython", PYTHON),
            bom_ref=f"cpython@{PYTHON}",
            scope=ComponentScope.REQUIRED,
            description="Interpreter and part of the standard library, as Pyodide holds them",
        ),
        *(each for each in built_with if each.name == PACKAGE),
    ]
    for component in [*in_the_site, *(each for each in built_with if each.name != PACKAGE)]:
        bom.components.add(component)
    bom.register_dependency(project, in_the_site)
    bill = json.loads(JsonV1Dot6(bom).output_as_string())
    del bill["serialNumber"], bill["metadata"]["timestamp"]  # made anew at each run
    return json.dumps(bill, indent=2) + "\n"


def _hex(integrity: str) -> str:
    return base64.b64decode(integrity.removeprefix("sha512-")).hex()


def _built_with(requirements: Path) -> Iterator[Component]:
    """The packages of the lock; its hashes are of many files each, and stay there."""
    for line in requirements.read_text(encoding="utf-8").splitlines():
        if found := PINNED_PACKAGE.match(line):
            name, version = found.groups()
            yield Component(
                name=name,
                version=version,
                type=ComponentType.LIBRARY,
                purl=PackageURL("pypi", None, name, version),
                bom_ref=f"{name}=={version}",
                scope=ComponentScope.REQUIRED if name == PACKAGE else ComponentScope.EXCLUDED,
                components=_within_the_theme() if name == PACKAGE else [],
                licenses=[LicenseExpression("MIT")] if name == PACKAGE else [],
            )


def _within_pyodide() -> Iterator[Component]:
    """What is compiled into its core, and what compiled it, whose C library it holds."""
    core = (pyodide() / "pyodide.asm.wasm").read_bytes()
    lock = json.loads((pyodide() / "pyodide-lock.json").read_text(encoding="utf-8"))
    compiler, _, version = lock["info"]["platform"].partition("_")
    versions = {compiler: version.replace("_", ".")}
    for name, says in COMPILED.items():
        (found,) = {*re.findall(says, core)}
        versions[name] = found.decode()
    for name, version in versions.items():
        yield Component(
            name=name,
            version=version,
            type=ComponentType.LIBRARY,
            purl=PackageURL("generic", None, name, version),
            bom_ref=f"pyodide/{name}",
            scope=ComponentScope.REQUIRED,
        )


def _within_the_theme() -> list[Component]:
    """What the theme holds of others, of the version that it says, if it says one."""
    return [
        Component(
            name=name,
            version=version,
            type=ComponentType.LIBRARY,
            licenses=[LicenseExpression(licence)] if licence else [],
            purl=PackageURL("npm", None, name.removesuffix(".js"), version) if version else None,
            bom_ref=f"{PACKAGE}/{name}",
            scope=ComponentScope.REQUIRED,
        )
        for name, version, licence in WITHIN
    ]
