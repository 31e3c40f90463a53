"""The sections of a position brief: one party, seen from all sides."""
