"""Briefs: one content model, then one writer for each format."""
