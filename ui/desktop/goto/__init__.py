"""Finding any record or command by typing a part of its name."""
