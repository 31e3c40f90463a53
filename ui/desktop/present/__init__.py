"""The second screen: what is put on it, and where the operator decides that."""
