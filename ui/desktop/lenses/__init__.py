"""Lenses: the ways in which the centre of the window shows a case."""
