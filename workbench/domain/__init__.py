"""What a case is: one file per concept. Standard library only."""
