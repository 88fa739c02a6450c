"""Where a document came from, its pages, and the file that it was read from."""

import sqlalchemy as sa
from alembic import op

from core.library.sqlite import UNPAGED

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add what is kept of files; of documents that stand there already the file is not known."""
    op.create_table(
        "originals",
        sa.Column("sha256", sa.Text, primary_key=True),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.add_column("versions", sa.Column("pages", sa.JSON))
    op.add_column("versions", sa.Column("origin", sa.Text))
    op.add_column("versions", sa.Column("original", sa.Text))
    for statement in UNPAGED:
        op.execute(statement)
