"""The colours offered for parties. A party keeps its own: it is part of the case, not of a theme."""

from __future__ import annotations

PARTY_COLOURS = (
    "#0072B2",
    "#D55E00",
    "#E69F00",
    "#CC79A7",
    "#56B4E9",
    "#009E73",
    "#7F7F7F",
    "#8C6D31",
    "#7B5EA7",
    "#B2182B",
)
"""Okabe and Ito's colours for every kind of colour vision, then further ones."""
