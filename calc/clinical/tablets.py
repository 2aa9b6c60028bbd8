"""Which antiviral is taken by mouth: one question, wherever it is asked."""

from typing import Literal

from calc.model.inputs import Choice, Option

type Tablets = Literal["aciclovir", "valaciclovir", "famciclovir"]

TABLETS = Choice(
    label="Which tablets",
    options=(
        Option("aciclovir", "Aciclovir (acyclovir)", "aciclovir", words=("acyclovir",)),
        Option(
            "valaciclovir",
            "Valaciclovir (valacyclovir)",
            "valaciclovir",
            words=("valacyclovir",),
        ),
        Option("famciclovir", "Famciclovir", "famciclovir"),
    ),
)
