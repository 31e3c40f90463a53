"""What the table lenses hold: columns and rows of plain values, for a widget as for a picture."""
