"""Run the migrations over the connection that is handed in, inside its transaction."""

from __future__ import annotations

from alembic import context


def run() -> None:
    """Migrate over ``config.attributes["connection"]``; the caller begins and commits."""
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=context.config.attributes.get("target_metadata"),
        render_as_batch=True,
        transactional_ddl=False,
    )
    context.run_migrations()


run()
