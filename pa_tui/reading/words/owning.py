"""Dutch words that tell who carries, shares or only helps with a promise."""

from __future__ import annotations

from pa_tui.reading.patterns import Pattern

_ARTICLES = (
    r"(?:(?:de|het|een|beide|alle|betrokken|andere|overige|deze|genoemde|samenwerkende|ook"
    r"|zowel|lokale|onze|iedere|elke|haar|zijn)\s{1,3}){0,3}"
)


def _before(pattern: str) -> Pattern:
    """What stands right before a party, with articles between them."""
    return Pattern(rf"\b(?:{pattern})\s{{0,3}}:?\s{{1,3}}{_ARTICLES}$")


LEAD_BEFORE = _before(
    r"onder\s(?:de\s)?(?:eind)?(?:leiding|regie|coördinatie|verantwoordelijkheid)\svan"
    r"|op\sinitiatief\svan"
    r"|(?:initiatief|regie|regierol|voortouw|coördinatie|leiding|(?:eind)?verantwoordelijkheid"
    r"|trekkerschap|trekkersrol)(?:\s[\w-]{1,20}){0,6}?\s(?:ligt|liggen|berust|rust|is\sbelegd)"
    r"(?:\s(?:primair|vooral|daarbij|hierbij|hiervoor))?\sbij"
    r"|(?:eind)?verantwoordelijk(?:\s[\w-]{1,20}){0,5}?\s(?:is|zijn)"
    r"|trekker(?:\sis|\shiervan\sis|\shiervoor\sis)?"
    r"|(?:getrokken|gecoördineerd|geïnitieerd|geregisseerd)\sdoor"
)
AGENT_BEFORE = _before("door")
FROM_BEFORE = _before("vanuit")
SET_UP = Pattern(
    r"^[^.;]{0,40}?\b(?:opgezet|georganiseerd|gecoördineerd|geïnitieerd|opgestart|getrokken)\b"
)
TOGETHER_BEFORE = _before(r"(?:samen|gezamenlijk|tezamen)\smet")
REQUEST_BEFORE = _before(
    r"(?:beroep\sop|verzoek(?:en)?\saan|vraag\saan|(?:vraagt|vragen|verzoekt|verzoeken)(?:\s[\w-]{2,20})"
    r"{0,3}?\s(?:aan|van)|verzoekt|verzoeken)"
)
WITH_BEFORE = _before(
    r"met|uitnodiging\svan|advies\svan|inbreng\svan|instemming\svan|medewerking\svan|waaronder"
    r"|inclusief|akkoord\svan|hulp\svan"
)
HELPED_BEFORE = _before("aan|tegen|richting|bij|namens|zoals|voor")
BETWEEN_BEFORE = _before(r"tussen(?:\s[\w-]{2,20}){0,4}?\svan|tussen")
PLACE_BEFORE = _before(
    r"in|binnen|buiten|te|uit|naar|rond|rondom|door\sheel|heel|vanuit\sheel|per"
)
OTHER_BEFORE = _before(
    r"van|vanuit|uit|conform|volgens|over|onder|op|om|tot|als|dan|zonder|buiten|via|namelijk|incl\."
    r"|namens|ten\sopzichte\svan|behalve|naast|na|wegens|binnen|in|naar"
)
SUBORDINATE_BEFORE = _before(
    r"dat|die|waar|waarin|waarbij|waarmee|waarvoor|omdat|zodat|wanneer|als|indien|of|hoe|welke"
    r"|tenzij|zolang|zodra|nadat|voordat|terwijl|hoewel|aangezien|mits|hoeverre|opdat|doordat"
)
AGREED_THAT = Pattern(
    r"(?:\b(?:spre(?:ekt|ken)\b[^.;]{0,40}\baf|afspraak|afgesproken|vast|overeen|essentieel"
    r"|noodzakelijk|van\sbelang|belangrijk|verwacht(?:t|en)?|wenselijk|uitgangspunt[^.;]{0,30}\bis"
    r"|betekent|houdt\sin|inhoudt)\b[^.;]{0,24}?,?\s{1,2}dat\s{1,2}(?:(?:de|het|een|beide|alle)\s)?$)"
)
NEW_CLAUSE_BEFORE = Pattern(
    rf"(?:[;:]|,|\b(?:en|maar|want|dus|terwijl)(?:\s(?:ook|daarnaast|tevens))?)\s{{1,3}}{_ARTICLES}$"
)

TAKES_THE_LEAD = Pattern(
    r"\b(?:(?:neem(?:t|en)?|nemen|voer(?:t|en)?|voeren|heeft|hebben|houdt|pak(?:t|ken)|krijgt"
    r"|vervult|vervullen)\b[^.;]{0,70}?\b(?:initiatief|voortouw|regie|regierol|leiding|eindregie"
    r"|trekkersrol|coördinerende\srol|coördinatie|leidende\srol)\b(?![-\w])"
    r"|(?:is|zijn|blijft)\b[^.;]{0,50}?\b(?:eind)?verantwoordelijk\b"
    r"|(?:is|zijn)\b[^.;]{0,40}?\baan\szet\b"
    r"|(?:is|zijn)\b[^.;]{0,30}?\b(?:trekkers?|initiatiefnemers?|penvoerders?|coördinator)\b"
    r"|initieer?(?:t|en)\b|initiëren\b|coördineert\b|coördineren\b|regisseert\b"
    r"|trekt\s(?:dit|deze|het|de|hierin|hierbij)\b"
    r"|(?:sta(?:at|an)|stelt\szich)\sgarant\b)"
)
SCOPED = Pattern(
    r"^\s{0,2}(?:(?:voor|om|rond|rondom|bij|van|in)\s(?!dit\b|deze\safspraak|hier|daar)|tot\s)"
)

ONLY_INVOLVED = Pattern(
    r"\b(?:word(?:t|en)\b[^.;]{0,90}?\b(?:betrokken|geïnformeerd|geraadpleegd|gehoord|uitgenodigd"
    r"|meegenomen|geconsulteerd|gevraagd|partner|ondersteund|gefaciliteerd|bijgepraat)"
    r"|betrokken\sword(?:t|en)|(?:is|zijn)\b[^.;]{0,50}?\b(?:betrokken|samenwerkingspartner|partner"
    r"|gastheer)\b|(?:sluit|sluiten|haakt|haken)\b[^.;]{0,40}?\baan\sbij\sde\suitkomsten"
    r"|fungeert\b[^.;]{0,20}?\bgastheer|kan\b[^.;]{0,60}?\b(?:rol|bijdrage|meedenken"
    r"|deelnemen|aansluiten|bijdragen|helpen)\b"
    r"|kan\s(?:na|mocht|haar|hun|zijn)\b)"
)

STANCE = Pattern(
    r"\b(?:constate(?:ert|ren)|onderken(?:t|nen)|erken(?:t|nen)|onderschrij(?:ft|ven)|zie(?:t|n)"
    r"|vind(?:t|en)|ondervind(?:t|en)|ervaar(?:t|en)|krijgt|krijgen|ontvangt|bestaat|heeft\sals"
    r"|hecht(?:en)?|merk(?:t|en)|weet|weten|bezit|beschik(?:t|ken)|heeft\swoning\w*)\b"
)

CARRIER_OF = Pattern(
    r"\b(?:portefeuille|woningen|woningbezit|bezit|voorraad|woningvoorraad|tak|uitgangspunt"
    r"|beleid|duurzaamheidsbeleid|huurbeleid|huurders|complexen|project\w*|budget\w*|streven"
    r"|ambitie|doel|bijdrage|inzet|aanpak|rol|taak)\s{1,3}van\s{1,3}(?:(?:de|het)\s{1,3})?$"
)
"""Before a party: what it owns, so that a sentence without a subject is about it."""
