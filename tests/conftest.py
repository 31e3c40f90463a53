"""What every test gets. Tests of the core also run where Qt is not installed."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from resources.files import resource

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt

# How long an example takes says more of the machine than of the program; figures stand in benchmarks/.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")

if find_spec("PySide6"):
    pytest_plugins = ["tests.qt_fixtures"]


@pytest.fixture(scope="session")
def sample_folder() -> Path:
    """Return the folder with the tables of the bundled sample case."""
    return resource("sample")
