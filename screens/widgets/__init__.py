"""Widgets that several screens share; all of them draw words as data, never as markup."""
