"""Colours and sizes by role, read from the themes in resources."""
