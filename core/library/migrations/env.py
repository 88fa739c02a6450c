"""Alembic's entry: the connection comes from `core.library.migrate`, which holds the transaction."""

from alembic import context

from core.library.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
context.run_migrations()
