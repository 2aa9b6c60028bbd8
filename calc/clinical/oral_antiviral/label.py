"""What the texts give by mouth, row by row under their words, for zoster and as prophylaxis.

The US labels of aciclovir and valaciclovir and the European core texts were read in copies; the
rows of famciclovir for the kidneys are known from those who restate them.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from calc.clinical.body_surface import PER_173, PER_MIN
from calc.clinical.oral_antiviral.rows import (
    AFTER_SESSION,
    ALTERNATE,
    FIVE,
    FOUR,
    ONCE,
    THREE,
    TWO,
    Dose,
    Row,
    column,
    dose,
)
from calc.clinical.sources import (
    ACICLOVIR_EU,
    ACICLOVIR_ORAL_UK,
    ACICLOVIR_ORAL_US,
    ACICLOVIR_OXFORD,
    FAMCICLOVIR,
    FAMCICLOVIR_BHIVA,
    FAMCICLOVIR_DE,
    FAMCICLOVIR_JAPAN,
    FAMCICLOVIR_RESTATED,
    FAMCICLOVIR_UK,
    HIV_TABLE,
    ON_DIALYSIS,
    VALACICLOVIR,
    VALACICLOVIR_EU,
    VALACICLOVIR_REGISTER,
    VALACICLOVIR_SESSIONS,
    VALACICLOVIR_UK,
    VALGANCICLOVIR,
    VALTREX_MIMS,
)
from calc.clinical.tablets import Tablets
from calc.model.quantity import Quantity, Range, constant
from calc.model.sources import SITE_RULE, Cite

type Purpose = Literal["zoster", "prophylaxis"]


class Text(NamedTuple):
    """Whose text is followed."""

    id: str
    name: str


US = Text("us", "US label")
EUROPE = Text("europe", "UK or EU text")
TEXTS = (US, EUROPE)

LOWER = SITE_RULE.at("between two rows, or in both, the lower dose")
AFTER = SITE_RULE.at("on haemodialysis the row of the lowest clearance, after the session")


@dataclass(frozen=True, kw_only=True)
class Regimen:
    """What a text gives for one purpose: rows in a unit of clearance, on haemodialysis, how long.

    `most` is how many times the dose the text allows in the severely immunocompromised.
    """

    rows: tuple[Row, ...]
    unit: str
    on_haemodialysis: Dose
    course: str
    cites: tuple[Cite, ...]
    dialysis_cites: tuple[Cite, ...]
    course_cites: tuple[Cite, ...]
    most: int = 1

    @property
    def full(self) -> Dose:
        """The dose with normal kidneys."""
        return self.rows[0].gives


def days(count: int) -> Quantity:
    """How long a text treats."""
    return constant(count, "d")


US_TABLE = ACICLOVIR_ORAL_US.at("table 3")
US_DIALYSIS = ACICLOVIR_ORAL_US.at("hemodialysis")
EU_KIDNEYS = ACICLOVIR_EU.at("oral formulations, renal impairment")
UK_SECTION = ACICLOVIR_ORAL_UK.at("section 4.2")
VALACICLOVIR_TABLE = VALACICLOVIR.at("table 1")
VALACICLOVIR_HD = VALACICLOVIR.at("section 2.4, hemodialysis")
VALACICLOVIR_CORE = VALACICLOVIR_EU.at("table 1")
VALACICLOVIR_CORE_HD = VALACICLOVIR_EU.at("section 4.2, renal impairment")
FAMCICLOVIR_ROWS = (
    FAMCICLOVIR_RESTATED.at("patients with renal impairment"),
    FAMCICLOVIR_JAPAN.at("renal impairment"),
)
FAMVIR_ROWS = FAMCICLOVIR_DE.at("renal impairment")

# "800 mg every 4 hours | >25 10-25 0-10 | 800 800 800 | every 4 hours, 5x daily every 8 hours
# every 12 hours", in mL/min/1.73 m2: 10 stands in two rows, 25 in one
ACICLOVIR_ZOSTER_US = Regimen(
    rows=(
        Row(low=25, inside=False, gives=dose(800, FIVE)),
        Row(low=10, inside=False, to=25, gives=dose(800, THREE)),
        Row(low=0, to=10, gives=dose(800, TWO)),
    ),
    unit=PER_173,
    on_haemodialysis=dose(800, TWO),
    course=Range(days(7), days(10)).shown(),
    cites=(US_TABLE,),
    dialysis_cites=(US_DIALYSIS, HIV_TABLE.at("table 6"), AFTER),
    course_cites=(ACICLOVIR_ORAL_US.at("dosage"),),
)
# "800mg, five times daily (every four hours), omitting the night time dose"; "800 mg aciclovir
# twice daily at approximately twelve-hourly intervals ... (creatinine clearance less than 10
# ml/minute), and to 800 mg aciclovir three times daily ... (creatinine clearance in the range 10 –
# 25 ml/minute)"
ACICLOVIR_ZOSTER_EUROPE = Regimen(
    rows=(
        Row(low=25, inside=False, gives=dose(800, FIVE)),
        Row(low=10, to=25, gives=dose(800, THREE)),
        Row(below=10, gives=dose(800, TWO)),
    ),
    unit=PER_MIN,
    on_haemodialysis=dose(800, TWO),
    course=days(7).shown(),
    cites=(UK_SECTION, EU_KIDNEYS),
    dialysis_cites=(EU_KIDNEYS, HIV_TABLE.at("table 6"), AFTER),
    course_cites=(UK_SECTION,),
)
# "400 mg every 12 hours | >10 0-10 | 400 200 | every 12 hours every 12 hours", of genital herpes
ACICLOVIR_PROPHYLAXIS_US = Regimen(
    rows=(
        Row(low=10, inside=False, gives=dose(400, TWO)),
        Row(low=0, to=10, gives=dose(200, TWO)),
    ),
    unit=PER_173,
    on_haemodialysis=dose(200, TWO),
    course=f"genital herpes: up to {constant(12, 'mo').shown()}, then looked at again",
    cites=(US_TABLE,),
    dialysis_cites=(US_DIALYSIS, AFTER),
    course_cites=(ACICLOVIR_ORAL_US.at("dosage"),),
)
# "Prophylaxis of herpes simplex infections in immunocompromised patients: 200mg four times daily
# (every six hours) ... the dose can be doubled to 400mg"; below 10 mL/min "200mg aciclovir twice
# daily"
ACICLOVIR_PROPHYLAXIS_EUROPE = Regimen(
    rows=(
        Row(low=10, gives=dose(200, FOUR)),
        Row(below=10, gives=dose(200, TWO)),
    ),
    unit=PER_MIN,
    on_haemodialysis=dose(200, TWO),
    course="as long as the risk lasts",
    cites=(UK_SECTION, EU_KIDNEYS),
    dialysis_cites=(EU_KIDNEYS, AFTER),
    course_cites=(UK_SECTION,),
    most=2,
)
# "Herpes zoster | 1 gram every 8 hours | 1 gram every 12 hours | 1 gram every 24 hours | 500 mg
# every 24 hours", for ">=50 mL/min", "30 to 49", "10 to 29", "<10"; the European core text: "≥ 50,
# 30 to 49, 10 to 29, 10 [its sign is lost]: 1000 mg three times daily, 1000 mg twice daily, 1000 mg
# once daily, 500 mg once daily"
VALACICLOVIR_ROWS = (
    Row(low=50, gives=dose(1000, THREE)),
    Row(low=30, to=49, gives=dose(1000, TWO)),
    Row(low=10, to=29, gives=dose(1000, ONCE)),
    Row(below=10, gives=dose(500, ONCE)),
)
VALACICLOVIR_ZOSTER_US = Regimen(
    rows=VALACICLOVIR_ROWS,
    unit=PER_MIN,
    on_haemodialysis=dose(500, ONCE),
    course=days(7).shown(),
    cites=(VALACICLOVIR_TABLE,),
    dialysis_cites=(VALACICLOVIR_HD, AFTER),
    course_cites=(VALACICLOVIR.at("dosage, restated"),),
)
VALACICLOVIR_ZOSTER_EUROPE = Regimen(
    rows=VALACICLOVIR_ROWS,
    unit=PER_MIN,
    on_haemodialysis=dose(500, ONCE),
    # "at least seven days ... and for 2 days following crusting of lesions"
    course=f"at least {days(7).shown()}, and for {days(2).shown()} after the lesions have crusted",
    cites=(VALACICLOVIR_CORE,),
    dialysis_cites=(VALACICLOVIR_CORE_HD, AFTER),
    course_cites=(VALACICLOVIR_UK.at("immunocompromised adults"),),
)
# "HIV-infected patients | 500 mg every 12 hours | no reduction | 500 mg every 24 hours | 500 mg
# every 24 hours", of genital herpes
VALACICLOVIR_PROPHYLAXIS_US = Regimen(
    rows=(
        Row(low=50, gives=dose(500, TWO)),
        Row(low=30, to=49, gives=dose(500, TWO)),
        Row(low=10, to=29, gives=dose(500, ONCE)),
        Row(below=10, gives=dose(500, ONCE)),
    ),
    unit=PER_MIN,
    on_haemodialysis=dose(500, ONCE),
    course="no length was read",
    cites=(VALACICLOVIR_TABLE,),
    dialysis_cites=(VALACICLOVIR_HD, AFTER),
    course_cites=(SITE_RULE.at("no length read"),),
)
# "For immunocompromised adult patients the dose is 500 mg twice daily"; "≥ 30 < 30: 500 mg twice
# daily, 500 mg once daily"
VALACICLOVIR_PROPHYLAXIS_EUROPE = Regimen(
    rows=(
        Row(low=30, gives=dose(500, TWO)),
        Row(below=30, gives=dose(500, ONCE)),
    ),
    unit=PER_MIN,
    on_haemodialysis=dose(500, ONCE),
    course="no length was read",
    cites=(VALTREX_MIMS.at("suppression"), VALACICLOVIR_CORE),
    dialysis_cites=(VALACICLOVIR_CORE_HD, AFTER),
    course_cites=(SITE_RULE.at("no length read"),),
)
# "60 or more 500 mg every 8 hr; 40–59 500 mg every 12 hr; 20–39 500 mg every 24 hr; Less than 20
# 250 mg every 24 hr; Dialysis 250 mg as a single dose after dialysis"; the German text, restated,
# has the same rows, and "250 mg nach jeder Dialyse"
FAMCICLOVIR_ZOSTER_ROWS = (
    Row(low=60, gives=dose(500, THREE)),
    Row(low=40, to=59, gives=dose(500, TWO)),
    Row(low=20, to=39, gives=dose(500, ONCE)),
    Row(below=20, gives=dose(250, ONCE)),
)
FAMCICLOVIR_ZOSTER_US = Regimen(
    rows=FAMCICLOVIR_ZOSTER_ROWS,
    unit=PER_MIN,
    on_haemodialysis=dose(250, AFTER_SESSION),
    course=days(7).shown(),
    cites=FAMCICLOVIR_ROWS,
    dialysis_cites=FAMCICLOVIR_ROWS,
    course_cites=(FAMCICLOVIR.at("dosage"),),
)
FAMCICLOVIR_ZOSTER_EUROPE = Regimen(
    rows=FAMCICLOVIR_ZOSTER_ROWS,
    unit=PER_MIN,
    on_haemodialysis=dose(250, AFTER_SESSION),
    course=days(10).shown(),
    cites=(FAMCICLOVIR_UK.at("posology"), FAMVIR_ROWS),
    dialysis_cites=(FAMVIR_ROWS,),
    course_cites=(FAMCICLOVIR_UK.at("posology"),),
)

REGIMENS: dict[tuple[Tablets, Purpose, str], Regimen] = {
    ("aciclovir", "zoster", US.id): ACICLOVIR_ZOSTER_US,
    ("aciclovir", "zoster", EUROPE.id): ACICLOVIR_ZOSTER_EUROPE,
    ("aciclovir", "prophylaxis", US.id): ACICLOVIR_PROPHYLAXIS_US,
    ("aciclovir", "prophylaxis", EUROPE.id): ACICLOVIR_PROPHYLAXIS_EUROPE,
    ("valaciclovir", "zoster", US.id): VALACICLOVIR_ZOSTER_US,
    ("valaciclovir", "zoster", EUROPE.id): VALACICLOVIR_ZOSTER_EUROPE,
    ("valaciclovir", "prophylaxis", US.id): VALACICLOVIR_PROPHYLAXIS_US,
    ("valaciclovir", "prophylaxis", EUROPE.id): VALACICLOVIR_PROPHYLAXIS_EUROPE,
    ("famciclovir", "zoster", US.id): FAMCICLOVIR_ZOSTER_US,
    ("famciclovir", "zoster", EUROPE.id): FAMCICLOVIR_ZOSTER_EUROPE,
}
"""By the tablets, the purpose and the id of the text; famciclovir has none as prophylaxis."""

# "GFR >40: 500 mg three times a day; GFR 30–39: 250 mg three times a day; GFR 10–29: 125 mg three
# times a day": below 10 there is no row
BHIVA_ROWS = (
    Row(low=40, inside=False, gives=dose(500, THREE)),
    Row(low=30, to=39, gives=dose(250, THREE)),
    Row(low=10, to=29, gives=dose(125, THREE)),
)
BHIVA = FAMCICLOVIR_BHIVA.at("renal")

# "10-25: 800mg po BD-TDS"; "<10: 400mg-800mg po BD", by eGFR: the least of each row
OXFORD_ROWS = (
    Row(low=10, to=25, gives=dose(800, TWO)),
    Row(below=10, gives=dose(400, TWO)),
)
OXFORD = ACICLOVIR_OXFORD.at("oral, renal impairment")

COLUMNS = (
    *(column(", ".join(names), regimen.rows) for names, regimen in REGIMENS.items()),
    column("famciclovir, zoster, bhiva", BHIVA_ROWS),
    column("aciclovir, zoster, oxford", OXFORD_ROWS),
)
"""The columns in which the calculator looks doses up, with those that it shows beside."""

# "a loading dose of 400 mg and a maintenance dose of 200 mg twice daily ... A further loading dose
# (400 mg) after dialysis"
MODEL_LOAD = constant(400, "mg")
MODEL = dose(200, TWO)
MODEL_SAYS = ON_DIALYSIS.at("abstract")

# Reports on haemodialysis: "the dose ... given after each HD treatment was further reduced to
# 500mg"; "altered mental status was not observed in patients on HD receiving ≤500 mg of
# valacyclovir three times per week"
SESSIONS = dose(500, AFTER_SESSION)
SESSIONS_BY_DAYS = dose(500, ALTERNATE)
"""No less than three sessions a week hold."""
SESSIONS_SAY = (VALACICLOVIR_SESSIONS.at("abstract"), VALACICLOVIR_REGISTER.at("abstract"))

# Series in myeloma on bortezomib, and no zoster in those who took it: "400 mg daily in >80% of
# patients. Alternatives, used in <20% of patients, were ... 250/500 mg of valacyclovir"
SERIES: dict[Tablets, Dose] = {"aciclovir": dose(400, ONCE), "valaciclovir": dose(500, ONCE)}

# More than the US row, as prophylaxis: 800 mg twice daily in a table on CAR-T and in a trial after
# allografts; 400 mg three times a day in a series on bortezomib
SOURCES_GIVE: dict[Tablets, Dose] = {"aciclovir": dose(800, TWO)}
SERIES_GAVE = dose(400, THREE)

# "Valganciclovir 450 mg Tablets ... 900 mg twice daily ... 450 mg twice daily"
VALGANCICLOVIR_GIVES = (constant(450, "mg"), constant(900, "mg"))
VALGANCICLOVIR_SAYS = VALGANCICLOVIR.at("section 2.5")
