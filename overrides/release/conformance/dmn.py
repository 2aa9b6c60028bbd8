"""A dose table as a decision table of DMN 1.3 (Decision Model and Notation), in XML.

Its tests and values are FEEL: an interval that leaves out its lower edge is (1..1.4].
"""

from xml.etree import ElementTree as XML

from calc import __version__
from calc.model.digits import decimal
from overrides.release.conformance.tables import Band, BandTable

MODEL = "https://www.omg.org/spec/DMN/20191111/MODEL/"
NULL = "null"
NAME = "dose_and_interval"


def to_dmn(table: BandTable) -> str:
    """The table as one decision, which gives a dose and an interval, or else a refusal."""
    XML.register_namespace("", MODEL)
    root = _element(
        None,
        "definitions",
        id=f"_{table.id}",
        name=table.name,
        namespace=f"urn:refractory-zoster:{table.id}",
        exporter="refractory-zoster",
        exporterVersion=__version__,
    )
    decision = _element(root, "decision", id="decision", name=NAME)
    _variable(decision, NAME, "Any")
    needs = _element(decision, "informationRequirement", id="needs")
    _element(needs, "requiredInput", href="#input")
    drawn = _element(decision, "decisionTable", id="table", hitPolicy="UNIQUE")
    asked = _element(drawn, "input", id="clause", label=f"{table.by} ({table.by_unit})")
    _text(_element(asked, "inputExpression", id="expression", typeRef="number"), table.by)
    units = {table.gives: table.give_unit, "interval": "h"}
    for name, unit in units.items():
        label = f"{name} ({unit})"
        _element(drawn, "output", id=f"output-{name}", name=name, label=label, typeRef="number")
    _element(drawn, "output", id="output-refusal", name="refusal", typeRef="string")
    for place, band in enumerate(table.bands, 1):
        rule = _element(drawn, "rule", id=f"rule-{place}")
        _text(_element(rule, "inputEntry", id=f"test-{place}"), _test(band))
        for name, value in zip((*units, "refusal"), _values(band), strict=True):
            _text(_element(rule, "outputEntry", id=f"{name}-{place}"), value)
    given = _element(root, "inputData", id="input", name=table.by)
    _variable(given, table.by, "number")
    XML.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{XML.tostring(root, encoding="unicode")}\n'


def _test(band: Band) -> str:
    """The unary test of a band: "> 1.4", "(1..1.4]", "[0.4..0.5]", "<= 10", "< 0.4"."""
    low = band.above if band.at_least is None else band.at_least
    if band.below is not None:
        return f"< {decimal(band.below)}"
    if low is None:
        assert band.up_to is not None
        return f"<= {decimal(band.up_to)}"
    if band.up_to is None:
        return f"{'>' if band.at_least is None else '>='} {decimal(low)}"
    bracket = "(" if band.at_least is None else "["
    return f"{bracket}{decimal(low)}..{decimal(band.up_to)}]"


def _values(band: Band) -> tuple[str, str, str]:
    """What a band gives, how often, and its refusal, as FEEL writes them."""
    give = NULL if band.give is None else decimal(band.give)
    every = NULL if band.every is None else str(band.every)
    return give, every, f'"{band.refusal}"' if band.refusal else NULL


def _variable(parent: XML.Element, name: str, kind: str) -> None:
    _element(parent, "variable", id=f"{parent.get('id')}-variable", name=name, typeRef=kind)


def _element(parent: XML.Element | None, tag: str, /, **attributes: str) -> XML.Element:
    full = f"{{{MODEL}}}{tag}"
    if parent is None:
        return XML.Element(full, attributes)
    return XML.SubElement(parent, full, attributes)


def _text(parent: XML.Element, text: str) -> None:
    _element(parent, "text").text = text
