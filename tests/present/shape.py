"""The shape of pieces of a page: elements, attributes and words, a line each, as it is stored;
and schemas as they are.

Long words are known by their beginning, their length and a fingerprint: what they say is proved
where they are written.
"""

import json
import re
import tomllib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from calc import __version__
from calc.browser import answer
from calc.catalogue import CATALOGUE, run
from calc.model.calculator import Calculator
from calc.model.outcomes import Failed
from calc.present.form import render_form
from calc.present.markup import NBSP
from calc.present.outcome_schema import outcome_schema
from calc.present.result import render_html
from calc.present.schema import inputs_schema
from calc.present.second_check import ENTERED_FIRST, draw_second_check
from tests.cases import named
from tests.catalogue.diary import garden_diary
from tests.present.carried import forms_in, requests_after
from tests.present.reading import read

ROOM = Path(__file__).parent
SHAPES = ROOM / "shapes"
PIECES: dict[str, list[dict[str, Any]]] = tomllib.loads(
    (ROOM / "shapes.toml").read_text(encoding="utf-8")
)
NAMES = [each["name"] for pieces in PIECES.values() for each in pieces]
VERSION = f"version {__version__}"
"""The release's, and no part of a shape."""
LONG, BEGINNING = 72, 40
ATTRIBUTE = re.compile(r"(?<==\")[^\"]*(?=\")")
PART = re.compile(r"(<[^>]*>)")
ENDLESS = {"input", "br", "hr"}


def stored(name: str) -> str:
    """The shape of a piece as it is stored; empty where it is not yet."""
    file = SHAPES / f"{name}.txt"
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def shape(name: str) -> str:
    """The shape of a piece as it is drawn now."""
    ((kind, piece),) = (
        (kind, each) for kind, pieces in PIECES.items() for each in pieces if each["name"] == name
    )
    lines = KINDS[kind](piece)
    return "\n".join(lines) + "\n"


def _form(piece: dict[str, Any]) -> Iterator[str]:
    name = piece["calculator"]
    if example := piece.get("example"):
        case = named(example)
        folded = requests_after(_request(case.calculator, case.answers, form="here"))
        (request,) = (each for each in folded if json.loads(json.loads(each)["draws"])[0] == name)
        yield from lines_of(json.loads(answer(request)))
    else:
        yield from lines_of(render_form(_calculator(piece), "here", piece.get("given")))


def _reply(piece: dict[str, Any]) -> Iterator[str]:
    """What the page gets, part by part, but for how much was checked before."""
    case, answers = named(piece["example"]), dict(named(piece["example"]).answers)
    if "entered" in piece:
        drawn = draw_second_check(run(case.calculator, answers, form=True), "here")
        (form,) = forms_in(read(drawn or ""))
        kept = form.one("input", name=ENTERED_FIRST)["value"]
        answers |= {**piece["entered"], ENTERED_FIRST: kept}
    more = {"typing": ""} if piece.get("live") else {}
    reply = json.loads(answer(_request(case.calculator, answers, form="here", **more)))
    del reply["checked"]
    for part, said in reply.items():
        match said:
            case dict():
                for field, words in said.items():
                    yield f"{part}: {field}"
                    yield from lines_of(words, 1)
            case str() if "<" in said:
                yield part
                yield from lines_of(said, 1)
            case _:
                yield f"{part}: {in_short(str(said))}"


def _schema(piece: dict[str, Any]) -> Iterator[str]:
    describe = outcome_schema if piece.get("outcome") else inputs_schema
    yield json.dumps(describe(_calculator(piece)), indent=1, ensure_ascii=False)


def _failure(piece: dict[str, Any]) -> Iterator[str]:
    yield from lines_of(render_html(Failed(calculator=piece["calculator"], version=__version__)))


KINDS = {"form": _form, "reply": _reply, "failure": _failure, "schema": _schema}


def _calculator(piece: dict[str, Any]) -> Calculator[Any]:
    return {garden_diary.name: garden_diary, **CATALOGUE}[piece["calculator"]]


def _request(calculator: str, answers: Any, **more: str) -> str:
    return json.dumps({"calculator": calculator, "answers": {**answers}, **more})


def lines_of(html: str, depth: int = 0) -> Iterator[str]:
    """A line for each element, as deep as it stands, and for the words in it."""
    for part in filter(None, PART.split(html)):
        if part.startswith("</"):
            depth -= 1
        elif part.startswith("<"):
            yield f"{' ' * depth}{ATTRIBUTE.sub(lambda found: in_short(found[0]), part)}"
            depth += not (part.endswith("/>") or part[1:-1].split()[0] in ENDLESS)
        else:
            yield f"{' ' * depth}{in_short(part)}"


def in_short(words: str) -> str:
    """Words on one line, the long ones by how they begin, how many signs they have, and which."""
    words = words.replace(VERSION, "version").replace(NBSP, "&nbsp;").replace("\n", "&#10;")
    if len(words) < LONG:
        return words
    print_ = sha256(words.encode()).hexdigest()[:8]
    return f"{words[:BEGINNING]}… {len(words)} signs, {print_}"
