"""What decided an event's status, what was noted on how its date was read, and which part its actors have."""

from alembic import op

from core.library.sqlite import UNTOLD

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Say of each event that nothing of this is known: it is when the document is read again."""
    for statement in UNTOLD:
        op.execute(statement)
