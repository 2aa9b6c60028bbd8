"""What is printed of each source: its short name, and how and when it was read.

Made from docs/references.json by `make register`. Change it there, never here.
"""

PRINTED = {
    "foscavir-us-label": (
        "US foscarnet label",
        "read in a reprint, November 2026",
    ),
    "cockcroft-gault-1976": (
        "Cockcroft and Gault",
        "read in part, November 2026",
    ),
    "safrin-1991-vzv": (
        "Safrin 1991, zoster",
        "read in part, November 2026",
    ),
    "nih-oi-vzv": (
        "US HIV guidance, second hand",
        "known second hand, November 2026",
    ),
    "bhiva-foscarnet": (
        "BHIVA foscarnet page",
        "read in part, November 2026",
    ),
    "cohen-2013-zoster": (
        "Cohen 2013, zoster",
        "read in part, November 2026",
    ),
    "who-sodium-2012": (
        "WHO sodium guideline",
        "read in part, November 2026",
    ),
    "ucsf-foscarnet": (
        "UCSF foscarnet page",
        "read in part, November 2026",
    ),
    "ashp-foscarnet": (
        "Handbook on Injectable Drugs",
        "read in a reprint, November 2026",
    ),
    "medscape-foscarnet": (
        "Foscarnet monograph",
        "known second hand, November 2026",
    ),
    "openfda-foscarnet-ndc": (
        "US drug code records",
        "read in part, November 2026",
    ),
    "lor-liu-foscarnet-seizures": (
        "Lor and Liu",
        "read in part, November 2026",
    ),
    "foscarnet-pregnancy": (
        "Foscarnet pregnancy warnings",
        "read in part, November 2026",
    ),
    "foscavir-patient-text": (
        "Patient text on Foscavir",
        "known second hand, November 2026",
    ),
    "medscape-uk-foscarnet": (
        "UK foscarnet monograph",
        "read in part, November 2026",
    ),
    "cheo-foscarnet": (
        "CHEO foscarnet page",
        "read in part, November 2026",
    ),
    "galway-foscarnet": (
        "Galway foscarnet guide",
        "read in part, November 2026",
    ),
    "foscavir-ch-label": (
        "Swiss foscarnet product information",
        "read in a reprint, November 2026",
    ),
    "foscarnet-ideogen-ch": (
        "Swiss text of a second foscarnet",
        "read in part, November 2026",
    ),
    "foscarnet-ideogen-ch-changes": (
        "Swiss change log of foscarnet, 2023",
        "read in part, November 2026",
    ),
    "medikamenten-net-foscavir": (
        "German digest of Foscavir",
        "read in part, November 2026",
    ),
    "foscarnet-tillomed-fr": (
        "French text of a second foscarnet",
        "read in part, November 2026",
    ),
    "creatinine-assay-dosing": (
        "Creatinine standardisation and dosing",
        "read in part, November 2026",
    ),
    "clincalc-idms": (
        "ClinCalc on creatinine",
        "read in part, November 2026",
    ),
    "creatinine-variation-2022": (
        "Creatinine variation, 2022",
        "read in part, November 2026",
    ),
    "poole-2002": (
        "Poole 2002",
        "read in part, November 2026",
    ),
    "round-2018-creatinine": (
        "Review of rounding creatinine 2018",
        "read in part, November 2026",
    ),
    "bertino-1993-creatinine": (
        "Bertino 1993",
        "read in part, November 2026",
    ),
    "hosp-pharm-1998-creatinine": (
        "Veterans with low creatinine 1998",
        "read in part, November 2026",
    ),
    "reichley-1995-creatinine": (
        "Reichley 1995",
        "read in part, November 2026",
    ),
    "eppenga-2016": (
        "Eppenga 2016",
        "read in part, November 2026",
    ),
    "groothof-2022": (
        "Groothof 2022",
        "read in part, November 2026",
    ),
    "globalrph-ideal-weight": (
        "GlobalRPh, ideal weight",
        "read in part, November 2026",
    ),
    "demirovic-2009": (
        "Demirovic 2009",
        "read in part, November 2026",
    ),
    "who-bmi": (
        "WHO on body mass index",
        "read in part, November 2026",
    ),
    "pseudohyperphosphatemia-lee": (
        "Pseudohyperphosphataemia in myeloma",
        "read in part, November 2026",
    ),
    "plasma-cell-assays": (
        "Paraprotein and assays",
        "read in part, November 2026",
    ),
    "pseudohypercalcaemia-myeloma": (
        "Pseudohypercalcaemia in myeloma",
        "read in part, November 2026",
    ),
    "foscarnet-toxicity-1992": (
        "Foscarnet toxicity review 1992",
        "read in part, November 2026",
    ),
    "glucose-5-uk-smpc": (
        "UK glucose 5% product information",
        "read in part, November 2026",
    ),
    "glucose-5-it-label": (
        "Italian glucose 5% product information",
        "read in part, November 2026",
    ),
    "aciclovir-us-label": (
        "US aciclovir injection label",
        "known second hand, November 2026",
    ),
    "zovirax-iv-uk-smpc": (
        "UK intravenous aciclovir text",
        "read in a reprint, November 2026",
    ),
    "aciclovir-us-powder": (
        "US aciclovir powder text",
        "read in a reprint, November 2026",
    ),
    "aciclovir-25-uk-smpc": (
        "UK aciclovir concentrate text",
        "read in a reprint, November 2026",
    ),
    "aciclovir-25-uk-leaflet": (
        "UK aciclovir leaflet",
        "read in part, November 2026",
    ),
    "globalrph-aciclovir": (
        "GlobalRPh, aciclovir",
        "read in part, November 2026",
    ),
    "globalrph-aciclovir-renal": (
        "GlobalRPh, aciclovir and the kidneys",
        "read in part, November 2026",
    ),
    "ouh-aciclovir": (
        "Oxford aciclovir monograph",
        "read in full, November 2026",
    ),
    "ucsf-aciclovir": (
        "UCSF aciclovir page",
        "read in part, November 2026",
    ),
    "sunnybrook-aciclovir": (
        "Sunnybrook aciclovir page",
        "read in part, November 2026",
    ),
    "kidney-clinic-aciclovir": (
        "Kidney Disease Clinic, aciclovir",
        "read in part, November 2026",
    ),
    "skyscape-aciclovir": (
        "Skyscape aciclovir monograph",
        "read in part, November 2026",
    ),
    "aciclovir-neurotoxicity-2021": (
        "Aciclovir neurotoxicity, 2021",
        "read in part, November 2026",
    ),
    "nih-oi-renal-table": (
        "US HIV guidance, table 6",
        "read in part, November 2026",
    ),
    "globalrph-body-surface": (
        "GlobalRPh, body surface",
        "read in part, November 2026",
    ),
    "cidofovir-us-label": (
        "US cidofovir label",
        "read in a reprint, November 2026",
    ),
    "pdr-cidofovir": (
        "Cidofovir monograph",
        "read in part, November 2026",
    ),
    "drugs-com-cidofovir": (
        "Cidofovir dosage at Drugs.com",
        "read in part, November 2026",
    ),
    "rxlist-cidofovir": (
        "Cidofovir at RxList",
        "read in part, November 2026",
    ),
    "ahfs-cidofovir": (
        "AHFS on cidofovir",
        "read in part, November 2026",
    ),
    "medscape-uk-cidofovir": (
        "UK cidofovir monograph",
        "read in part, November 2026",
    ),
    "vistide-ch-label": (
        "Swiss cidofovir product information",
        "read in a reprint, November 2026",
    ),
    "bhiva-cidofovir": (
        "BHIVA cidofovir page",
        "read in part, November 2026",
    ),
    "davis-cidofovir": (
        "Nursing drug guide, cidofovir",
        "read in part, November 2026",
    ),
    "amsterdam-cidofovir": (
        "Amsterdam UMC, cidofovir",
        "read in part, November 2026",
    ),
    "kidney-clinic-cidofovir": (
        "Kidney Disease Clinic, cidofovir",
        "read in part, November 2026",
    ),
    "cheo-cidofovir": (
        "CHEO cidofovir page",
        "read in part, November 2026",
    ),
    "balfour-1994": (
        "Balfour 1994",
        "read in part, November 2026",
    ),
    "van-der-beek-2013": (
        "van der Beek 2013",
        "read in part, November 2026",
    ),
    "saint-leger-2001": (
        "Saint-Leger 2001",
        "read in part, November 2026",
    ),
    "nice-cks-shingles": (
        "NICE CKS, shingles",
        "known second hand, November 2026",
    ),
    "gsk-shingles-shared-care": (
        "GSK UK, shingles shared care",
        "read in part, November 2026",
    ),
    "ahmed-2007": (
        "Ahmed 2007",
        "read in part, November 2026",
    ),
    "cdc-vzv-healthcare": (
        "CDC, zoster in healthcare",
        "read in part, November 2026",
    ),
    "cdc-zoster-testing": (
        "CDC, zoster testing",
        "read in part, November 2026",
    ),
    "eacs-vzv": (
        "EACS guideline, VZV",
        "read in full, November 2026",
    ),
    "valaciclovir-us-label": (
        "US valaciclovir label",
        "read in a reprint, November 2026",
    ),
    "famciclovir-us-label": (
        "US famciclovir label",
        "read in a reprint, November 2026",
    ),
    "tayyar-ho-2023": (
        "Tayyar and Ho 2023",
        "read in part, November 2026",
    ),
    "pathwest-hsv-vzv-resistance": (
        "PathWest resistance test",
        "read in full, November 2026",
    ),
    "sauerbrei-2011": (
        "Sauerbrei 2011",
        "read in part, November 2026",
    ),
    "ashm-vzv": (
        "Australian HIV guidance, VZV",
        "read in part, November 2026",
    ),
    "foscarnet-resistant-hsv": (
        "Safrin 1994, HSV",
        "read in part, November 2026",
    ),
    "chakrabarti-2000": (
        "Resistant HSV after transplant, 2000",
        "read in part, November 2026",
    ),
    "immunize-shingrix-precautions": (
        "Immunize.org, Shingrix",
        "read in full, November 2026",
    ),
    "foscavir-uk-smpc": (
        "UK foscarnet product information",
        "read in a reprint, November 2026",
    ),
    "bhiva-oi-2011": (
        "BHIVA 2011",
        "read in a reprint, November 2026",
    ),
    "aao-arn-2017": (
        "AAO, acute retinal necrosis 2017",
        "read in part, November 2026",
    ),
    "bnssg-ophthalmic-shingles": (
        "Bristol, ophthalmic shingles",
        "read in part, November 2026",
    ),
    "pharmacy-network-shingles": (
        "Pharmacy network, shingles",
        "read in part, November 2026",
    ),
    "david-1998-visceral": (
        "Visceral VZV 1998",
        "read in part, November 2026",
    ),
    "bmj-bp-zoster": (
        "BMJ Best Practice, zoster",
        "read in part, November 2026",
    ),
    "brady-main-2009": (
        "Brady and Main 2009",
        "read in part, November 2026",
    ),
    "acv-neurotoxicity-2020": (
        "Aciclovir toxicity, 2020",
        "read in part, November 2026",
    ),
    "almond-1995": (
        "Almond 1995",
        "read in part, November 2026",
    ),
    "foscarnet-dailymed": (
        "US foscarnet label on DailyMed",
        "read in part, November 2026",
    ),
    "wauters-2012": (
        "Wauters 2012",
        "read in part, November 2026",
    ),
    "piret-boivin-2016": (
        "Piret and Boivin 2016",
        "read in part, November 2026",
    ),
    "teclistamab-label": (
        "Teclistamab product information",
        "known second hand, November 2026",
    ),
    "carvykti-us-label": (
        "US ciltacabtagene label",
        "read in part, November 2026",
    ),
    "cambio-qtc": (
        "Cambio on QTc",
        "read in part, November 2026",
    ),
    "cliot-qtc": (
        "R package cliot on QTc",
        "read in part, November 2026",
    ),
    "vandenberk-2016": (
        "Vandenberk 2016",
        "read in part, November 2026",
    ),
    "ic-os-2022": (
        "IC-OS consensus 2022",
        "read in part, November 2026",
    ),
    "nhs-highland-qt": (
        "NHS Highland on QT",
        "read in part, November 2026",
    ),
    "bogossian-2014": (
        "Bogossian 2014",
        "read in part, November 2026",
    ),
    "saluja-2008-qt": (
        "Saluja 2008",
        "read in part, November 2026",
    ),
    "qtc-variability-2021": (
        "Ten QT corrections 2021",
        "read in part, November 2026",
    ),
    "anderson-2022": (
        "ACIP 2022",
        "read in part, November 2026",
    ),
    "acip-etr-rzv": (
        "ACIP, evidence to recommendations",
        "read in part, November 2026",
    ),
    "cdc-rzv-immunocompromised": (
        "CDC, Shingrix when immunocompromised",
        "read in part, November 2026",
    ),
    "immunize-shingrix-interval": (
        "Immunize.org, interval",
        "read in full, November 2026",
    ),
    "immunize-shingrix-before": (
        "Immunize.org, before treatment",
        "read in full, November 2026",
    ),
    "immunize-shingrix-hct": (
        "Immunize.org, transplant",
        "read in full, November 2026",
    ),
    "ccjm-rzv-table3": (
        "CCJM vaccine table",
        "known second hand, November 2026",
    ),
    "ludwig-2021": (
        "EMN 2021",
        "read in part, November 2026",
    ),
    "bastidas-2019": (
        "ZOE-HSCT 2019",
        "read in part, November 2026",
    ),
    "cart-vaccines-2023": (
        "CAR-T vaccines 2023",
        "read in part, November 2026",
    ),
    "cart-vaccines-ash-12523012": (
        "CAR-T vaccines, ASH journal",
        "read in part, November 2026",
    ),
    "nhe-shingrix-2025": (
        "NHE, vaccine 2025",
        "known second hand, November 2026",
    ),
    "shingrix-uk-prescribing": (
        "Shingrix, UK text of 2023",
        "read in a reprint, November 2026",
    ),
    "ukhsa-shingrix-2025": (
        "UKHSA, vaccine letter 2025",
        "read in a reprint, November 2026",
    ),
    "ukhsa-vaccine-update-340": (
        "UKHSA, vaccine update 340",
        "read in part, November 2026",
    ),
    "australia-after-zoster": (
        "Australia, after zoster",
        "read in full, November 2026",
    ),
    "canada-zoster-vaccine": (
        "Canada, zoster vaccine",
        "read in part, November 2026",
    ),
    "zostavax-ch-label": (
        "Zostavax, Swiss text",
        "read in a reprint, November 2026",
    ),
    "kdigo-aki-2012": (
        "KDIGO on acute kidney injury",
        "read in a reprint, November 2026",
    ),
    "bmj-bp-aki": (
        "BMJ Best Practice, kidney injury",
        "read in part, November 2026",
    ),
    "saskatchewan-changing-kidneys": (
        "Saskatchewan on changing kidneys",
        "read in part, November 2026",
    ),
    "medical-algorithms-kinetic": (
        "Medical Algorithms, changing kidneys",
        "read in part, November 2026",
    ),
    "renal-care-matters-kinetic": (
        "Renal Care Matters, kinetic clearance",
        "read in part, November 2026",
    ),
    "cdc-varizig-2013": (
        "CDC, VariZIG 2013",
        "read in part, November 2026",
    ),
    "cdc-hcp-varicella-2024": (
        "CDC, healthcare personnel 2024",
        "read in part, November 2026",
    ),
    "ukhsa-pep": (
        "UKHSA, exposure",
        "read in part, November 2026",
    ),
    "lothian-pep": (
        "NHS Lothian, exposure",
        "read in part, November 2026",
    ),
    "pulse-pep": (
        "Pulse, exposure",
        "known second hand, November 2026",
    ),
    "cheo-vzv-exposure": (
        "CHEO, exposure to VZV",
        "read in full, November 2026",
    ),
    "raje-2023-bsab": (
        "Bispecific panel 2023",
        "read in part, November 2026",
    ),
    "sfe-hypocalcaemia": (
        "Society for Endocrinology, low calcium",
        "read in part, November 2026",
    ),
    "sfe-hypocalcaemia-2016": (
        "Society for Endocrinology 2016, low calcium",
        "read in part, November 2026",
    ),
    "sfe-hypercalcaemia-2016": (
        "Society for Endocrinology 2016, high calcium",
        "read in part, November 2026",
    ),
    "nhs-highland-calcium": (
        "NHS Highland, calcium",
        "read in part, November 2026",
    ),
    "nhs-highland-magnesium": (
        "NHS Highland, magnesium",
        "read in part, November 2026",
    ),
    "nhs-highland-potassium": (
        "NHS Highland, potassium",
        "read in part, November 2026",
    ),
    "cornwall-magnesium-2021": (
        "Cornwall, magnesium",
        "read in part, November 2026",
    ),
    "ayrshire-calcium": (
        "Ayrshire and Arran, calcium",
        "read in part, November 2026",
    ),
    "ayrshire-potassium": (
        "Ayrshire and Arran, potassium",
        "read in part, November 2026",
    ),
    "ayrshire-phosphate": (
        "Ayrshire and Arran, phosphate",
        "read in part, November 2026",
    ),
    "glasgow-phosphate": (
        "Glasgow, phosphate",
        "read in part, November 2026",
    ),
    "sps-potassium": (
        "NHS Specialist Pharmacy Service, potassium",
        "read in part, November 2026",
    ),
    "st-george-calcium": (
        "St George, Sydney, calcium",
        "read in part, November 2026",
    ),
    "cmmc-ionised-calcium": (
        "Central Maine laboratory, ionised calcium",
        "read in part, November 2026",
    ),
    "guideline-genius-calcium": (
        "Guideline Genius, low calcium",
        "known second hand, November 2026",
    ),
    "gp-notebook-potassium": (
        "GP notebook, high potassium",
        "known second hand, November 2026",
    ),
    "virtual-ward-potassium": (
        "Virtual ward, potassium",
        "read in part, November 2026",
    ),
    "lian-2018": (
        "Lian 2018",
        "read in part, November 2026",
    ),
    "medicalalgorithms-phosphate": (
        "Medical Algorithms on phosphate",
        "read in part, November 2026",
    ),
    "yu-2024-pseudohypercalcaemia": (
        "Yu 2024",
        "read in part, November 2026",
    ),
    "jayaweera-1997": (
        "Jayaweera 1997",
        "read in part, November 2026",
    ),
    "isatuximab-fda-2023": (
        "FDA review, isatuximab",
        "read in part, November 2026",
    ),
    "terpos-2015": (
        "EMN 2015",
        "read in part, November 2026",
    ),
    "sandherr-2015": (
        "German guideline 2015",
        "read in part, November 2026",
    ),
    "henze-2022": (
        "AGIHO 2022",
        "read in part, November 2026",
    ),
    "cancertreatmenttoday-nccn": (
        "NCCN, as quoted",
        "known second hand, November 2026",
    ),
    "kyprolis-lexicomp": (
        "Carfilzomib monograph",
        "known second hand, November 2026",
    ),
    "ninlaro-us-label": (
        "US ixazomib label",
        "read in a reprint, November 2026",
    ),
    "tecvayli-hcp": (
        "Maker on teclistamab, US",
        "read in part, November 2026",
    ),
    "elranatamab-lexicomp": (
        "Elranatamab monograph",
        "known second hand, November 2026",
    ),
    "bcma-prophylaxis-table": (
        "Anti-BCMA table, ASH journal",
        "read in part, November 2026",
    ),
    "ash-sap-table4": (
        "ASH teaching table 4",
        "read in part, November 2026",
    ),
    "ash-cart-table-12523856": (
        "CAR-T table, ASH journal",
        "read in part, November 2026",
    ),
    "eha-ebmt-icaht-table": (
        "CAR-T cytopenia table",
        "read in part, November 2026",
    ),
    "carvykti-igg-jnj": (
        "Maker on ciltacabtagene and IgG",
        "read in a reprint, November 2026",
    ),
    "nice-ng35": (
        "NICE NG35",
        "known second hand, November 2026",
    ),
    "raje-2022": (
        "IMWG 2022",
        "read in part, November 2026",
    ),
    "northwestern-ash-2007": (
        "Northwestern 2007",
        "read in part, November 2026",
    ),
    "roswell-park-2007": (
        "Roswell Park 2007",
        "read in part, November 2026",
    ),
    "swaika-2012": (
        "Swaika 2012",
        "read in part, November 2026",
    ),
    "vickrey-2009": (
        "Vickrey 2009",
        "read in part, November 2026",
    ),
    "pour-2009": (
        "Pour 2009",
        "read in part, November 2026",
    ),
    "aciclovir-low-dose-2010": (
        "Low-dose aciclovir 2010",
        "read in part, November 2026",
    ),
    "asct-zoster-2025": (
        "Autograft cohort 2025",
        "read in part, November 2026",
    ),
    "asct-zoster-2015": (
        "Autograft cohort 2015",
        "read in part, November 2026",
    ),
    "blood-2006-vzv": (
        "Aciclovir after allografts, 2006",
        "read in part, November 2026",
    ),
    "blood-2007-vzv": (
        "A year of aciclovir, 2007",
        "read in part, November 2026",
    ),
    "blood-advances-2016-vzv": (
        "Two years of aciclovir, 2016",
        "read in part, November 2026",
    ),
    "zhang-2017-autografts": (
        "Zhang and others 2017",
        "read in part, November 2026",
    ),
    "flebogamma-smpc": (
        "EU immunoglobulin text",
        "read in a reprint, November 2026",
    ),
    "wonnaparhown-2024": (
        "Wonnaparhown 2024",
        "read in part, November 2026",
    ),
    "banerjee-2025": (
        "Banerjee 2025",
        "read in part, November 2026",
    ),
    "bhiva-valaciclovir": (
        "BHIVA valaciclovir page",
        "read in part, November 2026",
    ),
    "aciclovir-uk-oral-copy": (
        "UK oral aciclovir text",
        "read in a reprint, November 2026",
    ),
    "aciclovir-oral-us-label": (
        "US oral aciclovir label",
        "read in a reprint, November 2026",
    ),
    "aciclovir-oral-uk-smpc": (
        "UK oral aciclovir text",
        "read in part, November 2026",
    ),
    "aciclovir-eu-core-text": (
        "EU core text, aciclovir",
        "read in a reprint, November 2026",
    ),
    "valaciclovir-uk-smpc": (
        "UK valaciclovir text",
        "read in a reprint, November 2026",
    ),
    "valaciclovir-eu-core-text": (
        "EU core text, valaciclovir",
        "read in a reprint, November 2026",
    ),
    "valtrex-mims": (
        "Valtrex text at MIMS",
        "read in a reprint, November 2026",
    ),
    "valtrex-overdose": (
        "Valtrex text, overdose",
        "read in a reprint, November 2026",
    ),
    "nursekey-famciclovir": (
        "Nursing drug guide, famciclovir",
        "read in part, November 2026",
    ),
    "igaku-shoin-famciclovir": (
        "Japanese handbook, famciclovir",
        "read in part, November 2026",
    ),
    "famvir-uk-smpc": (
        "UK famciclovir text",
        "read in a reprint, November 2026",
    ),
    "famvir-de": (
        "German famciclovir text",
        "known second hand, November 2026",
    ),
    "bhiva-famciclovir": (
        "BHIVA famciclovir page",
        "read in part, November 2026",
    ),
    "hospitalist-qtc": (
        "The Hospitalist on QTc",
        "read in part, November 2026",
    ),
    "maudsley-qt-table": (
        "Maudsley table on QT",
        "read in part, November 2026",
    ),
    "qt-classes-docslib": (
        "Graded list of QT drugs",
        "read in part, November 2026",
    ),
    "medscape-foscarnet-interactions": (
        "Medscape, foscarnet's interactions",
        "read in part, November 2026",
    ),
    "kidney360-magnesium": (
        "Kidney360, low magnesium",
        "read in part, November 2026",
    ),
    "hypomagnesaemia-icu-table": (
        "Low magnesium in intensive care",
        "read in part, November 2026",
    ),
    "hdrx-seizures": (
        "HDRx on seizure threshold",
        "read in part, November 2026",
    ),
    "drugs-com-foscarnet-quinolones": (
        "Drugs.com, foscarnet and quinolones",
        "read in part, November 2026",
    ),
    "liamis-2009": (
        "Liamis 2009",
        "read in part, November 2026",
    ),
    "nolin-kidney": (
        "Nolin on drugs and the kidneys",
        "read in part, November 2026",
    ),
    "abdominalkey-kidney": (
        "A book's chapter on drugs and the kidneys",
        "read in part, November 2026",
    ),
    "erley-2006-contrast": (
        "Erley 2006",
        "read in part, November 2026",
    ),
    "nursing-foscarnet": (
        "Nursing foscarnet monograph",
        "read in part, November 2026",
    ),
    "ellviva-foscarnet": (
        "German page on foscarnet",
        "read in full, November 2026",
    ),
    "imwg-renal-2016": (
        "IMWG on the kidneys 2016",
        "read in part, November 2026",
    ),
    "zometa-us-label": (
        "US zoledronic acid label",
        "read in a reprint, November 2026",
    ),
    "pamidronate-us-label": (
        "US pamidronate label",
        "read in a reprint, November 2026",
    ),
    "xgeva-fda-safety-2014": (
        "FDA, denosumab safety 2014",
        "read in part, November 2026",
    ),
    "denosumab-nadir-2014": (
        "Denosumab and calcium 2014",
        "read in part, November 2026",
    ),
    "prolia-boxed-warning": (
        "Boxed warning of denosumab",
        "read in a reprint, November 2026",
    ),
    "cinacalcet-us-label": (
        "US cinacalcet label",
        "read in a reprint, November 2026",
    ),
    "raouf-2017": (
        "Raouf 2017",
        "read in part, November 2026",
    ),
    "lenalidomide-eu-text": (
        "EU lenalidomide text",
        "read in a reprint, November 2026",
    ),
    "kyprolis-maker": (
        "Maker on carfilzomib",
        "read in part, November 2026",
    ),
    "ivig-kidney-uspharmacist": (
        "US Pharmacist on immunoglobulin",
        "read in part, November 2026",
    ),
    "panobinostat-restated": (
        "Label of panobinostat, restated",
        "known second hand, November 2026",
    ),
    "pdr-panobinostat": (
        "Panobinostat monograph",
        "read in part, November 2026",
    ),
    "arsenic-us-label": (
        "US arsenic trioxide label",
        "read in a reprint, November 2026",
    ),
    "posaconazole-us-label": (
        "US posaconazole label",
        "read in a reprint, November 2026",
    ),
    "ggc-citalopram-qt": (
        "Glasgow on citalopram",
        "read in part, November 2026",
    ),
    "bsac-co-trimoxazole": (
        "BSAC on co-trimoxazole",
        "read in part, November 2026",
    ),
    "kidney-clinic-dexamethasone": (
        "Kidney Disease Clinic, dexamethasone",
        "read in part, November 2026",
    ),
    "ondansetron-us-label": (
        "US ondansetron label",
        "read in part, November 2026",
    ),
    "daratumumab-us-label": (
        "US daratumumab label",
        "read in a reprint, November 2026",
    ),
    "isatuximab-us-label": (
        "US isatuximab label",
        "read in a reprint, November 2026",
    ),
    "wazny-2000": (
        "Wazny 2000",
        "read in part, November 2026",
    ),
    "invirase-eu-text": (
        "EU saquinavir product information",
        "read in a reprint, November 2026",
    ),
    "haldol-ch-text": (
        "Swiss haloperidol product information",
        "read in a reprint, November 2026",
    ),
    "atarax-ch-text": (
        "Swiss hydroxyzine product information",
        "read in a reprint, November 2026",
    ),
    "mhra-hydroxyzine-2015": (
        "MHRA on hydroxyzine",
        "read in full, November 2026",
    ),
    "domperidone-mims": (
        "Domperidone text at MIMS",
        "read in a reprint, November 2026",
    ),
    "liverpool-tenofovir": (
        "Liverpool on tenofovir disoproxil",
        "read in part, November 2026",
    ),
    "xomolix-uk-smpc": (
        "UK droperidol product information",
        "read in a reprint, November 2026",
    ),
    "moxifloxacin-smpc": (
        "Moxifloxacin product information",
        "read in a reprint, November 2026",
    ),
    "solian-uk-smpc": (
        "UK amisulpride product information",
        "read in a reprint, November 2026",
    ),
    "solian-ch-leaflet": (
        "Swiss amisulpride leaflet",
        "read in part, November 2026",
    ),
    "clasteon-uk-smpc": (
        "UK clodronate product information",
        "read in a reprint, November 2026",
    ),
    "valganciclovir-us-label": (
        "US valganciclovir label",
        "read in a reprint, November 2026",
    ),
    "valganciclovir-mims": (
        "Valganciclovir text at MIMS",
        "read in a reprint, November 2026",
    ),
    "furukubo-2004": (
        "Furukubo 2004",
        "read in part, November 2026",
    ),
    "wang-2022-valaciclovir": (
        "Wang 2022",
        "read in part, November 2026",
    ),
}
