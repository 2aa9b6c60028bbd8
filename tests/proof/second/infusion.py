"""One dose made up and run, its fluid and its sodium: tenths of mL, minutes, nanograms, grams.

One mg/kg is one microgram a gram, so a dose for each kg and a weight never meet a fraction.
"""

from tests.proof.second.ratio import Ratio, Values, round_up

NG_PER_MG = 1_000_000
NG_PER_G_OF_1_MG_PER_KG = 1_000

# "24 mg/mL ... central"; "peripheral ... diluted to 12 mg/mL"
MG_PER_ML = {"central": 24, "peripheral": 12}
IN_A_TENTH = {access: strength * NG_PER_MG // 10 for access, strength in MG_PER_ML.items()}
CONTAINER = 2_500
"""Tenths of mL in a container: 250 mL."""

SLOW_FROM, SLOW_MINUTES = 60, 120
"""Elsewhere a first infusion, and more than 60 mg/kg, run over two hours at least."""

BEFORE_THE_FIRST = (750, 1_000)
WITH_LATER = ((40, 60, (500, 500)), (90, 120, (750, 1_000)))
ELSEWHERE = (500, 1_000)
"""Fluid, mL: the label's "prior to the first infusion", its "with doses of", and other sources'."""

# In 1/10,000 mmol and 1/1,000,000 mg for each tenth of mL: "5.5 mg (240 micromol) per mL"; saline
# of 154 mmol/L, of which 1 mmol is 22.99 mg.
DRUG_SALT = (240, 550_000)
SALINE_SALT = (154, 154 * 2_299)


def doses_a_day(hours: int) -> int:
    """The most that any 24 hours hold."""
    return round_up(24, hours)


def dose(give: int, hours: int, grams: int) -> Values:
    """A dose of so many mg/kg every so many hours, and what a day holds of it."""
    times = doses_a_day(hours)
    return {
        "dose_per_kg": Ratio(give),
        "interval": Ratio(hours),
        "dose": Ratio(give * grams, 1_000),
        "dose_24_h": Ratio(give * grams * times, 1_000),
        "dose_per_kg_24_h": Ratio(give * times),
        "dose_24_h_mean": Ratio(give * grams * 24, 1_000 * hours),
    }


def nanograms_of(give: int, grams: int) -> int:
    """A dose of so many mg/kg."""
    return give * grams * NG_PER_G_OF_1_MG_PER_KG


def infusion(nanograms: int, grams: int, minimum: int, access: str, first: bool) -> Values:
    """Volumes, times and rates of a dose for a weight, by a regimen's minimum (min)."""
    drug, total = volumes(nanograms, access)
    one_mg_per_kg = NG_PER_G_OF_1_MG_PER_KG * grams
    shortest = max(minimum, round_up(nanograms, one_mg_per_kg))
    slow = first or nanograms > SLOW_FROM * one_mg_per_kg
    start = max(shortest, SLOW_MINUTES) if slow else shortest
    rate = _rate(total, shortest)
    containers = max(1, round_up(drug, CONTAINER))
    left = [0] * (containers - 1) + [containers * CONTAINER - drug]
    values = {
        "concentration": Ratio(MG_PER_ML[access]),
        "drug_volume": Ratio(drug, 10),
        "diluent_volume": Ratio(total - drug, 10),
        "total_volume": Ratio(total, 10),
        "start_time": Ratio(start),
        "start_rate": Ratio(_rate(total, start), 10),
        "shortest_time": Ratio(shortest),
        "highest_rate": Ratio(rate, 10),
        "rate_per_kg": Ratio(rate * MG_PER_ML[access] * 1_000, 10 * 60 * grams),
        **{f"left_over_{number}": Ratio(each, 10) for number, each in enumerate(left, 1)},
    }
    if total != drug:
        amount, mass = SALINE_SALT
        values |= {
            "alongside_saline": Ratio(drug, 10),
            "alongside_start_rate": Ratio(_rate(drug, start), 10),
            "alongside_highest_rate": Ratio(_rate(drug, shortest), 10),
            "sodium_alongside": Ratio(amount * drug, 10_000),
            "sodium_mass_alongside": Ratio(mass * drug, 1_000_000),
        }
    return values


def volumes(nanograms: int, access: str) -> tuple[int, int]:
    """Tenths of mL of drug, and in all."""
    return nanograms // IN_A_TENTH["central"], nanograms // IN_A_TENTH[access]


def hydration(nanograms: int, grams: int, hours: int, first: bool) -> Values:
    """The fluid with one infusion and in 24 hours, mL: as far as the label goes, or others'."""
    now, day, elsewhere = _fluid(nanograms, grams, hours, first)
    values = _ends("hydration", now) | _ends("hydration_24_h", day)
    return values | _ends("hydration_24_h_elsewhere", elsewhere)


def fluids(nanograms: int, grams: int, hours: int, access: str, first: bool) -> Values:
    """All fluid of a day, mL."""
    _, day, elsewhere = _fluid(nanograms, grams, hours, first)
    infused = volumes(nanograms, access)[1] * doses_a_day(hours)
    values = {"infused_24_h": Ratio(infused, 10)}
    for name, ends in (("total_fluid_24_h", day), ("total_fluid_24_h_elsewhere", elsewhere)):
        if ends:
            low, high = (Ratio(infused + 10 * end, 10) for end in ends)
            values |= {f"{name}_low": low, f"{name}_high": high}
    return values


def sodium(
    nanograms: int, grams: int, hours: int, access: str, first: bool, fluid: str, diluent: str
) -> Values:
    """The sodium of one dose and of a day, without and with the saline of the hydration."""
    _, day, elsewhere = _fluid(nanograms, grams, hours, first)
    drug, total = volumes(nanograms, access)
    saline = total - drug if diluent == "saline" else 0
    parts = {"from_drug": _salt(drug, 0)}
    if saline:
        parts["from_diluent"] = _salt(0, saline)
    dose = _salt(drug, saline)
    times = doses_a_day(hours)
    parts |= {"": dose, "24_h": _times(dose, times)}
    if fluid == "saline":
        for name, ends in (("24_h", day), ("24_h_elsewhere", elsewhere)):
            for end, volume in zip(("low", "high"), ends or (), strict=False):
                added = _salt(0, 10 * volume)
                parts[f"{name}_{end}"] = (
                    times * dose[0] + added[0],
                    times * dose[1] + added[1],
                )
    values = {}
    for name, (amount, mass) in parts.items():
        tail = f"_{name}" if name else ""
        values[f"sodium{tail}"] = Ratio(amount, 10_000)
        values[f"sodium_mass{tail}"] = Ratio(mass, 1_000_000)
    return values


type Ends = tuple[int, int] | None


def _fluid(nanograms: int, grams: int, hours: int, first: bool) -> tuple[Ends, Ends, Ends]:
    """The fluid now, in 24 hours by the label, and in 24 hours with others' figure."""
    unit, times = NG_PER_G_OF_1_MG_PER_KG * grams, doses_a_day(hours)
    later: Ends = None
    for least, most, ends in WITH_LATER:
        if least * unit <= nanograms <= most * unit:
            later = ends
    now = BEFORE_THE_FIRST if first else later
    rest = times - 1
    # Of a day with a first infusion one has that one's fluid, and the rest the later ones'.
    if now and (later or not rest):
        return now, _sum(now, later or (0, 0), rest), None
    return now, None, _sum(now or ELSEWHERE, ELSEWHERE, rest)


def _sum(now: tuple[int, int], later: tuple[int, int], rest: int) -> tuple[int, int]:
    return now[0] + rest * later[0], now[1] + rest * later[1]


def _ends(name: str, ends: Ends) -> Values:
    return {f"{name}_low": Ratio(ends[0]), f"{name}_high": Ratio(ends[1])} if ends else {}


def _rate(tenths: int, minutes: int) -> int:
    """Tenths of mL/h."""
    return tenths * 60 // minutes


def _salt(drug: int, saline: int) -> tuple[int, int]:
    """Amount and mass of sodium in tenths of mL of drug and of saline."""
    return (
        drug * DRUG_SALT[0] + saline * SALINE_SALT[0],
        drug * DRUG_SALT[1] + saline * SALINE_SALT[1],
    )


def _times(salt: tuple[int, int], times: int) -> tuple[int, int]:
    return salt[0] * times, salt[1] * times
