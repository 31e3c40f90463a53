"""Pure functions from a snapshot to results."""
