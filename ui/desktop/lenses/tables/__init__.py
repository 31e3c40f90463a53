"""Tables as lenses show them: rows of plain values, sorted, sought through and of natural height."""
