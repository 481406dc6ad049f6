"""The words by which Dutch performance agreements build their documents.

Headings that open agreements, that tell background, that end a document: customs of the
genre, not of one document.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

CONTEXT_HEADING = re.compile(
    r"(?:korte\s+)?(?:inleiding|achtergrond(?:en)?|aanleiding|doel(?:en|stelling(?:en)?)?|"
    r"ambities?|context|toelichting|richtingen|uitgangspunt(?:en)?|visie|opgaven?|kaders?|"
    r"beleidskader|terugblik|(?:huidige\s+)?situatie|analyse|stand van zaken|algemeen|"
    r"samenvatting|leeswijzer|definities?|begrippen|trends?|ontwikkelingen|beleid|"
    r"waar staan we(?: nu)?|wat (?:willen|is|zijn|hebben)\b.*|waarom\b.*)"
    r"(?:\s+(?:en|van|bij|voor|op)\b.*|\s+\d{4}.*)?\s*[:?]?",
    re.IGNORECASE,
)
GROUP_HEADING = re.compile(
    r"(?:.*\b)?(?:(?:prestatie|jaar|kader|werk|proces|resultaat|inspannings|meerjaren|"
    r"samenwerkings|uitvoerings)?afspra(?:ak|ken)|(?:gezamenlijke\s+)?prestaties?|"
    r"verantwoording|regulier(?:e)?\s+(?:werk|taken|afspraken)|lopende\s+\w+|"
    r"verzoek(?:en)?\s+aan|actie(?:s|punten)?|activiteiten|inzet\s+(?:van|gemeente)|"
    r"bijdragen?\s+(?:van|gemeente)|wat\s+(?:spreken|gaan|doen)\s+(?:we|wij|partijen)|"
    r"(?:dit|we|wij)\s+(?:spreken|doen)\s+(?:we|wij)?)\b.*",
    re.IGNORECASE,
)
OWNER_HEADING = re.compile(
    r"(?:de\s+)?(?:gemeenten?|(?:woning)?corporaties?|partijen|gezamenlijk|samen|"
    r"(?:huurders|bewoners)(?:organisaties?|verenigingen?|vereniging|ra(?:ad|den)|"
    r"belang\w*|koepels?)?)(?:\s+(?:en|de|(?-i:[A-ZÀ-Þ])[\w’'-]*|\([^()]*\)|\d{4})){0,6}\s*:?",
    re.IGNORECASE,
)
PROMISE_LABEL = re.compile(
    r"(?:(?:resultaat|proces|inspannings|prestatie|jaar|werk)?afspra(?:ak|ken)\b.*|"
    r"verzoek(?:en)?\s+aan\b.*|(?:gezamenlijke\s+)?prestaties?\b.*|"
    r"(?:gezamenlijke|concrete|nieuwe|onze|de|lokale)\s+afspraken\b.*|acties?\b.*|"
    r"wat\s+(?:spreken|gaan)\s+(?:we|wij|partijen)\b.*|"
    r"(?:dit|we|wij)\s+spreken\s+(?:we\s+|wij\s+)?af\b.*)",
    re.IGNORECASE,
)
ANNEX_HEADING = re.compile(
    r"(?:bijlagen?|annex|appendix)(?:\s+(?:\d{1,2}|[A-Z]|[IVX]{1,4})\b)?\s*(?:[:.–-]|$|\s)",
    re.IGNORECASE,
)
SIGNING_HEADING = re.compile(
    r"(?:ondertekening(?:en)?|akkoordverklaring|handtekening(?:en)?|ondertekenaars|"
    r"getekend|voor akkoord|slotbepaling en ondertekening)\b.{0,40}",
    re.IGNORECASE,
)
SIGNING_SENTENCE = re.compile(
    r"aldus\s+(?:in\s+\w+voud\s+)?(?:opgemaakt|overeengekomen|vastgesteld|getekend|besloten)|"
    r"ondertekend\s+(?:te|op)\b|te\s+[A-Z]\w+.{0,40}ondertekend",
    re.IGNORECASE,
)
CONTENTS_HEADING = re.compile(r"inhoud(?:s?opgave)?\s*:?(?:\s+pagina)?", re.IGNORECASE)
PERSON = re.compile(
    r"\b(?:de\s+)?(?:dhr|heer|mevr|mw|mevrouw|meneer|drs|ir|mr|dr|ing|prof)\b\.?(?=[\s,.]|$)",
    re.IGNORECASE,
)
PERSON_LINE = re.compile(
    r"(?:(?:de\s+)?(?i:dhr|heer|mevr|mw|mevrouw|meneer|drs|ir|mr|dr|ing|prof)\b\.?\s*){1,4}"
    r"[A-ZÀ-Þ][\w’'.-]*(?:\s+(?:[A-ZÀ-Þ][\w’'.-]*|van|de|der|den|ten|ter|te|’t|'t))*"
)
FUNCTION = re.compile(
    r"\b(?:wethouder|burgemeester|(?:algemeen\s+)?directeur(?:[-\s/]+bestuurder)?|bestuurder|"
    r"bestuursvoorzitter|(?:vice-?)?voorzitter|secretaris|penningmeester|bestuurslid|"
    r"lid\s+raad\s+van\s+bestuur|(?:voorzitter\s+)?raad\s+van\s+bestuur|bestuurslid|"
    r"manager|gemachtigde|portefeuillehouder)\b",
    re.IGNORECASE,
)
PARTY_CLAUSE = re.compile(
    r"\b(?:rechtsgeldig\s+)?vertegenwoordigd\s+door\b|\b(?:hierna|verder|nader)\s+"
    r"(?:ook\s+|gezamenlijk\s+)?(?:te\s+noemen|genoemd|aangeduid)\b",
    re.IGNORECASE,
)
CONSIDERING = re.compile(r"(?:overwegend(?:e)?(?:\s+dat)?|considerans)\b", re.IGNORECASE)
AGREEING = re.compile(
    r"(?:komen|zijn)\s+(?:het\s+volgende\s+|als\s+volgt\s+)?overeen|spreken\s+(?:het\s+)?"
    r"volgende\s+af",
    re.IGNORECASE,
)
THEME_WORDS = re.compile(
    r"beschikba|betaalba|kwaliteit|duurza|energie|klimaat|leefba|wonen en zorg|zorg|"
    r"doelgroep|statushouder|vergunninghouder|voorraad|vastgoed|nieuwbouw|woonruimte|"
    r"woningtoewijzing|participatie|financi|samenwerk|monitor|communicatie|wijk|buurt|"
    r"doorstroming|huisvest|kwetsbare|thema|woningbouw|herstructurering|veiligheid",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"\b(?:gemeenten?|corporaties?|woningcorporaties?|woningstichting|woningbouwvereniging|"
    r"huurders\w*|bewoners(?:raad|commissie|organisatie)\w*|partijen|we|wij|college|"
    r"federatie|verhuurders?)\b",
    re.IGNORECASE,
)
_PROMISE = re.compile(
    r"\b(?:zal|zullen|gaa[nt]|spreken|spreekt|zet(?:ten)?|spant|spannen|streef(?:t|d)?|"
    r"streven|onderzoek(?:t|en)|verken(?:t|nen)|organise(?:ert|ren)|lever(?:t|en)|"
    r"stel(?:t|len)|maak(?:t|en)|werk(?:t|en)|draag(?:t|en)|dragen|bied(?:t|en)|"
    r"investeer(?:t)|investeren|verduurza\w+|bespre(?:ekt|ken)|overleg(?:t|gen)|"
    r"informe(?:ert|ren)|monitor(?:t|en)|evalue(?:ert|ren)|wij(?:st|zen)|neem(?:t)|nemen|"
    r"hante(?:ert|ren)|zorg(?:t|en)|behoud(?:t|en)|behalen|realise(?:ert|ren)|voer(?:t|en)|"
    r"bouw(?:t|en)|sluit(?:en)?|deel(?:t)|delen|benut(?:ten)?|verle(?:ent|nen)|blijf(?:t)|"
    r"blijven|wordt|worden|kan|kunnen|wil|willen|besluit(?:en)?|mail(?:t|en)|"
    r"particip(?:eert|eren)|handha(?:aft|ven)|vraag(?:t)|vragen|heeft|hebben|is|zijn|kom(?:t)|"
    r"komen|geef(?:t)|geven|start(?:en)?|breng(?:t|en)|pak(?:t|ken)|actualise\w+|toets(?:t|en))\b",
    re.IGNORECASE,
)


def is_promise(text: str, names: re.Pattern[str] | None = None) -> bool:
    """Whether a text could be something parties agree on: a party acts in it.

    ``names`` finds the names that the document uses as it uses the words for parties.
    """
    subject = _SUBJECT.search(text) or (names.search(text) if names else None)
    if subject is None:
        return False
    return _PROMISE.search(text) is not None or _ACTS.match(text[subject.end() :]) is not None


def names_in(texts: Iterable[str]) -> re.Pattern[str] | None:
    """Finds the words that these texts never write small and use more than once: names."""
    counts: Counter[str] = Counter()
    small: set[str] = set()
    for text in texts:
        counts.update(_CAPITALS.findall(text))
        small.update(_SMALL.findall(text))
    often = [
        re.escape(name)
        for name, count in counts.most_common(80)
        if count >= 2 and name.casefold() not in small
    ]
    return re.compile(rf"\b(?:{'|'.join(often)})\b") if often else None


_ACTS = re.compile(r"(?:,|\s+(?:en|of|de|het|[A-Z]\w+))*\s+[a-z]{3,}(?:t|en)\b")
_CAPITALS = re.compile(r"(?<![\w’'-])[A-ZÀ-Þ][\w’'-]{2,}")
_SMALL = re.compile(r"(?<![\w’'-])[a-zà-þ][\w’'-]{2,}")


def is_group_heading(title: str) -> bool:
    """Whether a heading groups agreements ("Afspraken", "Prestaties gemeente 2023")."""
    return GROUP_HEADING.fullmatch(title.strip(" :")) is not None


def is_context_heading(title: str) -> bool:
    """Whether a heading opens background text ("Achtergrond", "Doel")."""
    return CONTEXT_HEADING.fullmatch(title.strip(" :")) is not None


def is_owner_heading(title: str) -> bool:
    """Whether a heading names only whose agreements follow ("De gemeente", "Partijen")."""
    return OWNER_HEADING.fullmatch(title.strip()) is not None
