"""Small parts that the window is made of."""
