"""What the actions of the catalogue do in the window."""
