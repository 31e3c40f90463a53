"""Alembic revisions of the case file."""
