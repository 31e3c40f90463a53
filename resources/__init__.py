"""Themes, icons, fonts, the sample case and templates, as package data."""
