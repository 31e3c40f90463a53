"""What a user can do: one operation is one transaction, one undo step, one change set."""
