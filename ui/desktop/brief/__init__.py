"""Briefs in the window: what is wanted, and the pages before they leave."""
