"""What a negotiation case is and what can be worked out from it. No Qt, no SQL."""

__all__ = ["PROGRAM_NAME", "VERSION"]

PROGRAM_NAME = "Position Workbench"
VERSION = "0.1.0"
