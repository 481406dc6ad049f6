"""Verbs of agreements, their finite forms, and what they say of a promise."""

from __future__ import annotations

from pa_tui.domain.articles import Strength

_INFINITIVES = (
    "aanbieden aanbrengen aanleggen aanleveren aanmelden aannemen aanpassen aansluiten "
    "aanstellen aanvragen aanvullen aanwijzen actualiseren adverteren adviseren afbouwen "
    "afgeven afhandelen afronden afsluiten afspreken afstemmen afwegen agenderen ambiëren "
    "analyseren attenderen begeleiden beginnen behalen behandelen beheren behouden "
    "bekijken bemiddelen benaderen benutten beogen bepalen beperken bereiken beschikken "
    "bespoedigen bespreken besteden betalen betrekken bevorderen bewaken bewerkstelligen "
    "bezien bieden bijdragen bijstellen blijven borgen bouwen brengen committeren "
    "communiceren constateren consulteren continueren coördineren creëren deelnemen "
    "dekken delen delibereren doen doorverwijzen draaien dragen erkennen ervaren "
    "evalueren faciliteren financieren fungeren gaan garanderen gebruiken geven haken "
    "handhaven hanteren hebben helpen herijken herstellen houden huisvesten huren "
    "inbrengen indienen informeren initiëren inplannen inregelen inrichten inschrijven "
    "inspannen instellen instemmen inventariseren investeren inzetten isoleren kiezen "
    "kijken komen krijgen kunnen labelen leggen leiden leveren liberaliseren lopen maken "
    "matigen meedenken meewerken melden moeten mogen monitoren nagaan nemen nodigen "
    "onderhouden onderkennen onderschrijven ondersteunen onderzoeken ontmoeten ontstenen "
    "ontvangen ontwikkelen ontzorgen opleveren opnemen oppakken opstellen opvangen "
    "opvolgen opzetten organiseren overdragen overleggen plaatsen plannen plegen "
    "presenteren publiceren raadplegen rapporteren realiseren regelen registreren "
    "renoveren reserveren richten samenwerken schrijven signaleren slopen sluiten spannen "
    "splitsen spreken starten stellen stimuleren streven sturen subsidiëren terugkoppelen "
    "toelaten toelichten toepassen toetsen toevoegen toewijzen treden treffen trekken "
    "uitbreiden uitnodigen uitvoeren uitwerken vaststellen verbeteren verbinden verdelen "
    "verduurzamen vergaderen vergoeden vergroenen vergroten verhelpen verhogen verhuren "
    "verkennen verkleinen verkopen verlagen verlenen vermelden vernieuwen verplichten "
    "verstrekken versturen vervangen verwerken verwijderen verwijzen verzenden verzoeken "
    "verzorgen vinden voeren voldoen volgen voorbereiden voorkomen voorleggen voornemen "
    "voorschrijven voortzetten voorzien vormen vragen vrijmaken wensen werken wijzen "
    "wijzigen willen winnen wisselen worden zetten zien zijn zitten zoeken zorgen zullen "
)

_IRREGULAR: dict[str, tuple[str, ...]] = {
    "gaan": ("gaat", "gaan"),
    "doen": ("doet", "doen"),
    "zien": ("ziet", "zien"),
    "bezien": ("beziet", "bezien"),
    "voorzien": ("voorziet", "voorzien"),
    "nagaan": ("gaat", "gaan"),
    "zullen": ("zal", "zullen", "zou", "zouden"),
    "kunnen": ("kan", "kunnen", "kon", "konden"),
    "moeten": ("moet", "moeten", "dient", "dienen"),
    "mogen": ("mag", "mogen"),
    "willen": ("wil", "willen"),
    "hebben": ("heeft", "hebben", "had", "hadden"),
    "zijn": ("is", "zijn", "was", "waren"),
    "worden": ("wordt", "worden", "werd", "werden"),
    "komen": ("komt", "komen"),
    "creëren": ("creëert", "creëren"),
    "subsidiëren": ("subsidieert", "subsidiëren"),
    "initiëren": ("initieert", "initiëren"),
    "ambiëren": ("ambieert", "ambiëren"),
    "coördineren": ("coördineert", "coördineren", "coordineert", "coordineren"),
}

_PREFIXES = "aan af bij door in mee na om op over samen terug toe uit vast voor voort vrij deel"
_VOWELS = "aeiou"


def _forms(infinitive: str) -> tuple[str, ...]:
    """The plural and what the third person singular can be: Dutch doubles the vowel of an
    open syllable ("maken", "maakt") or not ("verbeteren", "verbetert"); both are taken."""
    if infinitive in _IRREGULAR:
        return _IRREGULAR[infinitive]
    root = infinitive[:-2]
    if root[-1] == root[-2] and root[-1] not in _VOWELS:
        stems = [root[:-1]]
    elif root[-1] not in _VOWELS and root[-2] in "aeou" and root[-3:-2] not in tuple(_VOWELS):
        stems = [root, root[:-1] + root[-2:]]
    else:
        stems = [root]
    hard = [stem[:-1] + {"v": "f", "z": "s"}.get(stem[-1], stem[-1]) for stem in stems]
    return (infinitive, *(stem if stem.endswith("t") else stem + "t" for stem in hard))


def _all_forms() -> frozenset[str]:
    found: set[str] = set()
    for infinitive in _INFINITIVES.split():
        found.update(_forms(infinitive))
        for prefix in _PREFIXES.split():
            rest = infinitive[len(prefix) :]
            if infinitive.startswith(prefix) and len(rest) > 4 and rest.endswith("en"):
                found.update(_forms(rest))
    return frozenset(found)


FINITE = _all_forms()
"""Third persons, singular and plural, of the verbs of agreements."""

_AUXILIARY = (
    "zal zullen gaat gaan moet moeten kan kunnen wil willen heeft hebben is zijn wordt worden"
    " blijft blijven mag mogen dient dienen zou zouden was waren werd werden"
)
AUXILIARY = frozenset(_AUXILIARY.split())

_NOT_VERBS = (
    "met niet het dat uit wat dit tot met vast markt kwaliteit leefbaarheid voorraad inzet"
    " beleid budget project besluit overzicht inzicht bezit krediet contact kracht plicht"
    " recht dienst opdracht bestaat tekort kant punt document percentage omdat zodat want"
    " opzicht richting naast samen tussen binnen buiten tijdens zonder vanwege volgens"
    " tegen boven onder beneden alleen ieder eigen andere onderstaande woningen afspraken"
    " partijen huurders bewoners gemeenten kosten middelen plannen locaties projecten"
)
NOT_VERBS = frozenset(_NOT_VERBS.split())

LEVELS: tuple[tuple[Strength, tuple[str, ...]], ...] = (
    (
        Strength.REQUEST,
        (
            r"(?<!aandacht )(?<!\bte )(?:vraagt|vragen|verzoekt|verzoeken)\b"
            r"(?! (?:aan te|aandacht))",
            r"do(?:et|en) een beroep",
            r"verzoek(?:en)? aan",
            r"wens(?:t|en) (?:dat|een|van)",
        ),
    ),
    (
        Strength.NONE,
        (
            r"(?:kan|kunnen|zou|zouden)\b",
            r"(?:is|zijn)\b[^.;]{0,40}\bbereid",
            r"word(?:t|en) getracht",
            r"binnen de (?:financiële|financiele) mogelijkheden",
            r"afhankelijk van",
        ),
    ),
    (
        Strength.EXPLORATION,
        (
            r"onderzoek(?:t|en)?\b(?! uit)",
            r"onderzocht\b",
            r"verken(?:t|nen|d)\b",
            r"bekijk(?:t|en)?\b",
            r"bekeken\b",
            r"bezie(?:t|n)\b",
            r"ga(?:at|an) na\b",
            r"zoek(?:t|en) naar mogelijkheden",
            r"(?:op zoek|zoek(?:t|en) naar)\b",
            r"kijk(?:t|en)\b",
            r"inventaris(?:eert|eren|eerd)",
            r"mogelijkheden (?:voor|van|om)\b",
        ),
    ),
    (
        Strength.INTENTION,
        (
            r"stree?[fv](?:t|en)\b",
            r"stev?en naar",
            r"voornemens",
            r"intentie\b",
            r"(?:wil|willen)\b",
            r"ambitie (?:om|is)\b",
            r"(?:heeft|hebben) de ambitie",
            r"beoog(?:t|en)\b",
            r"beogen\b",
            r"in de planning",
            r"voorgenomen\b",
        ),
    ),
    (
        Strength.EFFORT,
        (
            r"inspan(?:t|nen|ning)",
            r"span(?:t|nen)\b[^.;]{0,40}\bzich\b",
            r"zet(?:ten)?\b[^.;]{0,40}\bzich\b",
            r"zich (?:actief |maximaal )?in te zetten",
            r"zich (?:actief |maximaal )?inzetten",
            r"zet(?:ten)?\b[^.;]{0,40} in op\b",
            r"uiterste best",
            r"houd(?:t|en) aandacht",
            r"aandacht voor",
            r"dra(?:agt|gen)\b[^.;]{0,40} bij\b",
            r"bijdra(?:agt|gen|ge)\b",
            r"werk(?:t|en)\b[^.;]{0,60} mee\b",
            r"stimule(?:ert|ren)",
            r"bevorder(?:t|en)",
            r"inzet op",
        ),
    ),
    (
        Strength.PROCESS,
        (
            r"in (?:gesprek|overleg)\b",
            r"gesprek(?:ken)?\b",
            r"bespre(?:ekt|ken)",
            r"besproken",
            r"overleg(?:t|gen)?\b",
            r"afstemm(?:en|ing)",
            r"ma(?:akt|ken)\b[^.;]{0,80}\bafspra(?:ak|ken)",
            r"organise(?:ert|ren)",
            r"monitor(?:t|en|ing)?\b",
            r"evalue(?:ert|ren|erd)",
            r"geëvalueerd",
            r"informe(?:ert|ren)",
            r"adviseert|adviseren",
            r"rapporte(?:ert|ren)",
            r"voorlichting",
            r"trek(?:t|ken) samen op",
            r"werk(?:t|en)\b[^.;]{0,30} samen\b",
            r"zoek(?:t|en) elkaar op",
            r"del(?:en|eelt)\b[^.;]{0,60} met\b",
            r"start(?:t|en)? per\b",
            r"nodig(?:t|en) [^.;]{0,60} uit\b",
            r"bijeenkomst",
            r"deelne(?:emt|men)",
            r"betrek(?:t|ken)\b",
            r"betrokken\b",
        ),
    ),
)
"""Words per kind of promise, in the order they are looked for; what matches none of them
and still promises something is a result."""

PROMISES = (
    r"(?:zal|zullen|gaat|gaan|word(?:t|en)|moet(?:en)?|garande(?:ert|ren)|verantwoordelijk"
    r"|spreken af|afspraak|dient|dienen|blijf(?:t|ven))\b"
)

LOWERING = (
    r"zoveel mogelijk|zo veel mogelijk|in principe|in beginsel|gelijkblijvende omstandigheden"
    r"|onder voorbehoud|tenzij|waar mogelijk|indien mogelijk|voor zover mogelijk|naar vermogen"
)
