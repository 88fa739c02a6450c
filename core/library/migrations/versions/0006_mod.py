"""Which part of its date an event means ("early December")."""

from alembic import op

from core.library.sqlite import UNMODIFIED

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Say of each event that nothing of this is known: it is when the document is read again."""
    for statement in UNMODIFIED:
        op.execute(statement)
