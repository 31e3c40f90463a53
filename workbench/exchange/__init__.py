"""Tables in and out: parse, check everything, plan, apply."""
