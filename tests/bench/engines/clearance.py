"""One sum of `calc`, written by hand for MicroPython: binary floating point, no check of slips."""

import json

PER_KG = "mL/min/kg"
EDGES = (0.4, 0.5, 0.6, 0.8, 1, 1.4)
NEAR = 0.05


def answer(request: str) -> str:
    """The outcome for `{"calculator": ..., "answers": {...}}`, as JSON text, as `calc` gives it."""
    answers = json.loads(request)["answers"]
    unit = answers["creatinine_unit"]
    value, edge, crossing = clearance(answers)
    distance = abs(value - edge)
    headline = f"{cut(value)} {PER_KG}"
    away = f"{cut(distance)} {PER_KG} from the edge at {edge} {PER_KG}."
    lines = [
        ("Label band", f"{band(value)} ({PER_KG})"),
        ("Nearest band edge", f"{away} It is at the edge at {cut(crossing)} {unit}."),
    ]
    if distance <= NEAR:
        lines.append(("Caution", "The clearance is at or close to the band edge."))
    inputs = [(name, typed) for name, typed in answers.items() if typed]
    values = {
        "clearance_per_kg": value,
        "edge_distance": distance,
        "edge_creatinine": crossing,
    }
    return json.dumps(
        {
            "outcome": "answer",
            "html": html(headline, lines, inputs),
            "text": "\n".join([": ".join(each) for each in lines + inputs]),
            "record": {"outcome": "answer", "inputs": answers, "values": values},
            "summary": "",
            "fields": {},
        }
    )


def clearance(answers: dict[str, str]) -> tuple[float, float, float]:
    """Clearance (mL/min/kg), the nearest edge (mL/min/kg), and the creatinine at it, as typed."""
    factor = 0.85 if answers["sex"] == "female" else 1
    per_unit = 88.4 if answers["creatinine_unit"] == "umol/L" else 1
    top = factor * (140 - float(answers["age"])) / 72
    value = top / (float(answers["creatinine"]) / per_unit)
    edge = min(EDGES, key=lambda each: abs(value - each))
    return value, edge, top / edge * per_unit


def band(value: float) -> str:
    """The label's band that holds a clearance (mL/min/kg), in words."""
    if value < EDGES[0]:
        return "below 0.4, where foscarnet is not recommended"
    above = [f"above {edge}" for edge in EDGES if value > edge][-1:]
    up_to = [f"up to {edge}" for edge in EDGES if value <= edge][:1]
    return ", ".join(above + up_to)


def cut(number: float) -> str:
    """A number cut to three places, as text."""
    return str(int(number * 1000 + 1e-6) / 1000)


def html(headline: str, lines: list[tuple[str, str]], inputs: list[tuple[str, str]]) -> str:
    """The result as the page shows it."""
    return (
        '<div class="outcome answer"><div class="outcome-main"><div class="answer-card">'
        '<h2 class="answer-heading" tabindex="-1">Clearance per kg</h2>'
        f'<p class="answer-headline">{headline}</p>{listed(lines)}</div>'
        f'<section class="inputs"><h3>Answers used</h3>{listed(inputs)}</section>'
        '<p class="result-foot"><span data-time></span></p></div></div>'
    )


def listed(lines: list[tuple[str, str]]) -> str:
    """Pairs of name and words, as a list of the page."""
    pairs = "".join([f"<div><dt>{name}</dt><dd>{words}</dd></div>" for name, words in lines])
    return f'<dl class="lines">{pairs}</dl>'
