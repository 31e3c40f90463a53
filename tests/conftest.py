"""What every test gets. Tests of the core also run where Qt is not installed."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path

import pytest

from resources.files import resource

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt

if find_spec("PySide6"):
    pytest_plugins = ["tests.qt_fixtures"]


@pytest.fixture(scope="session")
def sample_folder() -> Path:
    """Return the folder with the tables of the bundled sample case."""
    return resource("sample")
