"""Pictures of every screen that the program has, on the sample: ``python -m tests.gallery DIR``."""
