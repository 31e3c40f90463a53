"""Editors of records, shown beside the matrix."""
