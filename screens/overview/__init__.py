"""How far the agreement is: themes, what is still missing, the year, meetings, actions."""
