"""Dutch words for who sits at the table, by side of the table."""

from __future__ import annotations

from pa_tui.domain.parties import Role

ROLE_WORDS: dict[str, tuple[Role, bool]] = {
    "gemeente": (Role.MUNICIPALITY, False),
    "gemeenten": (Role.MUNICIPALITY, True),
    "gemeentes": (Role.MUNICIPALITY, True),
    "corporatie": (Role.CORPORATION, False),
    "corporaties": (Role.CORPORATION, True),
    "woningcorporatie": (Role.CORPORATION, False),
    "woningcorporaties": (Role.CORPORATION, True),
    "woningstichting": (Role.CORPORATION, False),
    "woningbouwvereniging": (Role.CORPORATION, False),
    "huurdersvereniging": (Role.TENANTS, False),
    "huurdervereniging": (Role.TENANTS, False),
    "huurdersverenigingen": (Role.TENANTS, True),
    "huurdersorganisatie": (Role.TENANTS, False),
    "huurdersorganisaties": (Role.TENANTS, True),
    "huurdersbelangenvereniging": (Role.TENANTS, False),
    "huurdersbelangenverenigingen": (Role.TENANTS, True),
    "huurdersbelangenorganisatie": (Role.TENANTS, False),
    "huurdersvertegenwoordiging": (Role.TENANTS, False),
    "huurdersraad": (Role.TENANTS, False),
    "bewonersraad": (Role.TENANTS, False),
    "huurderskoepel": (Role.TENANTS, False),
}
"""The side a word stands for, and whether it speaks of several."""

ORGANS: dict[str, Role] = {
    "college": Role.MUNICIPALITY,
    "wethouder": Role.MUNICIPALITY,
    "wethouders": Role.MUNICIPALITY,
    "loket": Role.MUNICIPALITY,
    "wmoloket": Role.MUNICIPALITY,
    "wijkteam": Role.MUNICIPALITY,
    "wijkteams": Role.MUNICIPALITY,
    "sociaalteam": Role.MUNICIPALITY,
    "socialeteams": Role.MUNICIPALITY,
    "sociaalwijkteam": Role.MUNICIPALITY,
    "socialewijkteams": Role.MUNICIPALITY,
}
"""Parts of a party that act for it, written together."""

EVERYBODY = frozenset({"partijen", "we", "wij", "iedereen"})
"""Words for all parties at the table."""

EACH = frozenset({"iedere", "elke"})
"""Before "partij": each of them, so all."""

SPEAKERS = frozenset({"we", "wij"})
"""Words for whoever is speaking: all parties, or the one whose text was pasted in."""

THEY = frozenset({"zij", "ze"})

_OUTSIDERS = (
    "zorgpartijen zorgaanbieders zorgaanbieder zorgorganisaties zorginstellingen"
    " welzijnsorganisaties dorpsraden dorpsraad wijkraad wijkraden buurgemeenten bewoners"
    " omwonenden huurders netwerkpartners ketenpartners partners stakeholders ontwikkelaars"
    " ontwikkelaar marktpartijen bewonerscommissies bewonerscommissie signaalpartners"
    " verhuurders gemeenteraad gemeenteraden provincie waterschap netbeheerder"
    " nutsbedrijven belanghebbenden bewonersorganisaties woningzoekenden politie"
)
OUTSIDERS = frozenset(_OUTSIDERS.split())
"""Others who take part in what is promised and sign nothing."""

_OUTSIDER_ADJECTIVES = (
    "maatschappelijke andere overige betrokken relevante alle diverse lokale regionale"
    " verschillende externe sociale private"
)
OUTSIDER_ADJECTIVES = frozenset(_OUTSIDER_ADJECTIVES.split())

_ARTICLES = (
    "de het een beide alle betrokken andere overige deze genoemde samenwerkende drie twee"
    " vier ook zowel lokale onze iedere elke"
)
ARTICLES = frozenset(_ARTICLES.split())
"""What may stand between a preposition and the party it brings in."""

FORM_WORDS = (
    "stichting",
    "woningstichting",
    "woningbouwvereniging",
    "woonstichting",
    "vereniging",
    "huurdersvereniging",
    "huurdersorganisatie",
    "huurdersbelangenvereniging",
    "woningcorporatie",
    "corporatie",
    "gemeente",
)
"""Legal form or kind before the proper name of a party."""
