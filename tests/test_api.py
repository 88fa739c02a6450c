"""The public API: what is named is there, and the README's words hold."""

import inspect

import core


def test_all_names_are_there_sorted_and_documented() -> None:
    assert sorted(core.__all__) == sorted(set(core.__all__))
    for name in core.__all__:
        assert hasattr(core, name)
        if inspect.isfunction(getattr(core, name)) or inspect.isclass(getattr(core, name)):
            assert getattr(core, name).__doc__, name


def test_public_names_are_in_all() -> None:
    public = {n for n, v in vars(core).items() if not n.startswith("_") and not inspect.ismodule(v)}
    assert public | set(core._LATE) == set(core.__all__)


def test_table_is_the_function_not_the_module() -> None:
    from core import table

    assert callable(table) and len(table([])) == 0


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    assert not hasattr(core, "none_such")
