"""What a user can do in the window, declared once as data."""
