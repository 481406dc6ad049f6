"""The made-up table every Dutch test sits at."""

from __future__ import annotations

from pa_tui.domain.parties import Party, Role

RIETBEEK = Party(
    "rietbeek", "a", "Gemeente", "Gemeente Rietbeek", Role.MUNICIPALITY, ("gemeente",)
)
OEVER = Party("oever", "b", "Oever", "Gemeente Oever", Role.MUNICIPALITY)
BEEKWONEN = Party("beekwonen", "c", "Beekwonen", "Woonstichting Beekwonen", Role.CORPORATION)
HAARD = Party("haard", "d", "De Goede Haard", "Stichting De Goede Haard", Role.CORPORATION)
HBR = Party("hbr", "e", "HBR", "Huurdersbelang Rietbeek (HBR)", Role.TENANTS)

TABLE = (RIETBEEK, BEEKWONEN, HAARD, HBR)
TWO_TOWNS = (RIETBEEK, OEVER, BEEKWONEN, HBR)
SMALL = (RIETBEEK, BEEKWONEN, HBR)
