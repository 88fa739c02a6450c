"""Decisions: a log that is only ever added to, and beside each event what was read where a decision has changed it."""

import sqlalchemy as sa
from alembic import op

from core.library.sqlite import APPEND_ONLY, UNREVIEWED

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the log, and say of each event that nobody has looked at it yet."""
    op.create_table(
        "decisions",
        sa.Column("number", sa.Integer, primary_key=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("who", "at", "kind", "why")),
        *(sa.Column(name, sa.JSON, nullable=False) for name in ("events", "given", "before", "after")),
        sa.Column("undoes", sa.Integer, sa.ForeignKey("decisions.number")),
    )
    op.create_table(
        "decision_events",
        sa.Column("decision", sa.Integer, sa.ForeignKey("decisions.number"), primary_key=True),
        sa.Column("event", sa.Text, primary_key=True),
        sa.Column("document", sa.Integer, sa.ForeignKey("documents.key"), nullable=False, index=True),
    )
    op.create_index("decision_events_by_event", "decision_events", ["event"])
    op.create_table(
        "readings",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("program", sa.Text, nullable=False),
        sa.Column("documents", sa.Integer, nullable=False),
        sa.Column("changed", sa.Integer, nullable=False),
    )
    op.add_column("events", sa.Column("read", sa.JSON))
    op.add_column("events", sa.Column("made", sa.Boolean, nullable=False, server_default=sa.false()))
    op.add_column("events", sa.Column("review", sa.Text, nullable=False, server_default="new"))
    for statement in (*UNREVIEWED, *APPEND_ONLY):
        op.execute(statement)
