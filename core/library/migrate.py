"""Bringing a library to the form that this program reads: Alembic's migrations, run on opening, after a copy was made."""

from pathlib import Path

from sqlalchemy import Engine, inspect, text

from core.errors import LibraryError
from core.library import sqlite
from core.library.schema import metadata

HEAD = "0007"
"""The newest of the migrations, known here so that opening a current library need not load Alembic."""


STAMP = "create table alembic_version (version_num varchar(32) not null, constraint alembic_version_pkc primary key (version_num))"
"""The table in which Alembic keeps the revision, as it makes it."""


def revision(engine: Engine) -> str | None:
    """The revision of a library: None for a file that holds nothing yet. Raises LibraryError for a database of something else."""
    with engine.connect() as connection:
        tables = inspect(connection).get_table_names()
        if "alembic_version" in tables and "versions" in tables:
            return str(connection.execute(text("select version_num from alembic_version")).scalar_one())
        if tables:
            raise LibraryError(f"{engine.url.database}: this database is no library of dateline; choose another place with --library")
        return None


def upgrade(engine: Engine, path: Path) -> None:
    """Migrate a library to HEAD; an older one is first copied to `<name>.<revision>.bak`.

    Raises LibraryError for one of a newer program.
    """
    found = revision(engine)
    if found == HEAD:
        return
    if found is None:
        _make(engine)
        return
    if found > HEAD:
        raise LibraryError(f"{path}: a newer dateline wrote this library (revision {found}, here {HEAD}); update dateline")
    sqlite.copy(path, path.with_name(f"{path.name}.{found}.bak"))
    run(engine)


def _make(engine: Engine) -> None:
    """Make the tables of a new library as the migrations would: to load Alembic takes as long as to read an article."""
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        if inspect(connection).get_table_names():
            return  # another process came first
        metadata.create_all(connection)
        for statement in (*sqlite.SEARCH, *sqlite.APPEND_ONLY, STAMP):
            connection.exec_driver_sql(statement)
        connection.execute(text("insert into alembic_version values (:head)"), {"head": HEAD})


def run(engine: Engine, to: str = "head") -> None:
    """Run Alembic's migrations in one transaction; a process that comes second finds them done."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, to)
