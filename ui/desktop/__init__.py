"""The window: docks, lenses, time, inspector, editors."""
