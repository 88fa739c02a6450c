"""By which names an event is found besides those of its actors, so that to rename one need not look through all events."""

import sqlalchemy as sa
from alembic import op

from core.library.sqlite import NAMED

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the table, and fill it from the rows."""
    op.create_table(
        "event_names",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("event", sa.Integer, sa.ForeignKey("events.key"), primary_key=True),
        sqlite_with_rowid=False,
    )
    for statement in NAMED:
        op.execute(statement)
    op.create_index("event_names_by_event", "event_names", ["event"])
