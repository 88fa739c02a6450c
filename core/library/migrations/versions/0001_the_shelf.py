"""Documents with their versions, their events and actors, and the words of both to search in."""

import sqlalchemy as sa
from alembic import op

from core.library.sqlite import SEARCH

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables of a new library; they are written out here, since a migration must not follow the schema as it changes."""
    op.create_table(
        "documents",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("version", sa.Integer, nullable=False),
    )
    optional = ("title", "publisher", "url", "licence", "published", "published_granularity", "published_source", "retrieved")
    op.create_table(
        "versions",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("document", sa.Integer, sa.ForeignKey("documents.key"), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("sha256", sa.Text, nullable=False, index=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("body", sa.Integer, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text) for name in optional),
        sa.Column("added", sa.Text, nullable=False),
        sa.UniqueConstraint("document", "number"),
    )
    op.create_table(
        "events",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("document", sa.Integer, sa.ForeignKey("documents.key"), nullable=False, index=True),
        sa.Column("start_ms", sa.BigInteger),
        sa.Column("end_ms", sa.BigInteger),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("granularity", sa.Text, nullable=False),
        sa.Column("row", sa.JSON, nullable=False),
    )
    op.create_index("events_by_start", "events", ["start_ms", "end_ms"])
    op.create_table("actors", sa.Column("key", sa.Integer, primary_key=True), sa.Column("name", sa.Text, nullable=False, unique=True))
    op.create_table(
        "event_actors",
        sa.Column("actor", sa.Integer, sa.ForeignKey("actors.key"), primary_key=True),
        sa.Column("event", sa.Integer, sa.ForeignKey("events.key"), primary_key=True),
    )
    op.create_index("event_actors_by_event", "event_actors", ["event"])
    for statement in SEARCH:
        op.execute(statement)
