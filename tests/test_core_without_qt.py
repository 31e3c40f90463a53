"""The core works where Qt, the database and their companions are not installed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
_IMPORT_ALL = """
import importlib, pkgutil, sys

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"PySide6", "shiboken6", "pyqtgraph", "sqlalchemy", "alembic", "db", "ui"}:
            raise ModuleNotFoundError(f"{name} is not here", name=name)
        return None

sys.meta_path.insert(0, Absent())
import workbench
names = [found.name for found in pkgutil.walk_packages(workbench.__path__, "workbench.")]
for name in names:
    importlib.import_module(name)
print(len(names))
"""


def test_every_module_of_the_core_imports_alone() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _IMPORT_ALL], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    modules = [path for path in (ROOT / "workbench").rglob("*.py") if path.name != "__init__.py"]
    assert int(done.stdout) >= len(modules)
