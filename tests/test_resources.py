"""Package data is found, and told about when it is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from resources.files import resource


@pytest.mark.parametrize(
    "path", ["themes", "themes/light.toml", "fonts", "icons/undo.svg", "sample/positions.csv"]
)
def test_package_data_is_there(path: str) -> None:
    assert resource(path).exists()


def test_a_missing_file_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"sepia\.toml is missing"):
        resource("themes/sepia.toml")


def test_the_sample_of_the_tests_is_the_bundled_one(sample_folder: Path) -> None:
    assert (sample_folder / "positions.csv").is_file()
