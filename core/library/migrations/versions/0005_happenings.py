"""What events of several documents tell of, gathered, and what is needed to gather a further document without reading all."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the tables; everything that stands in the library is still to be gathered."""
    op.create_table("ungathered", sa.Column("event", sa.Text, primary_key=True))
    op.create_table(
        "gathered",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("typical", sa.Text, nullable=False),
    )
    op.create_table(
        "tellings",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("event", sa.Text, nullable=False, unique=True),
        sa.Column("gathered", sa.Integer, sa.ForeignKey("gathered.key"), nullable=False, index=True),
        sa.Column("day", sa.Integer, index=True),
        sa.Column("pointing", sa.Boolean, nullable=False),
        sa.Column("terms", sa.JSON, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
    )
    op.create_table(
        "terms",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("term", sa.Text, nullable=False, unique=True),
        sa.Column("tellings", sa.Integer, nullable=False),
        sa.Column("documents", sa.Integer, nullable=False),
    )
    op.create_table("named", sa.Column("document", sa.Text, primary_key=True), sa.Column("names", sa.JSON, nullable=False))
    op.create_table(
        "postings",
        sa.Column("key", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("telling", sa.Integer, primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "happenings",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("row", sa.JSON, nullable=False),
    )
    op.create_table(
        "happening_events",
        sa.Column("event", sa.Text, primary_key=True),
        sa.Column("happening", sa.Integer, sa.ForeignKey("happenings.key"), nullable=False, index=True),
        sa.Column("gathered", sa.Integer, index=True),
        sa.Column("placed", sa.Boolean, nullable=False),
    )
    op.execute("insert into ungathered select id from events")
