"""A picture before it is written: how large, in which colours, and what it looks like."""
