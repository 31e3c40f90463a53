"""What a person prefers: declared once as data, changed in one window, applied at once."""
