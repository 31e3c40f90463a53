"""The inspector: why a cell or a room says what it says."""
