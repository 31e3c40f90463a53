"""Commands that make something to hand over: brief, picture."""
