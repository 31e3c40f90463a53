"""What a screen or page shows, worked out from a snapshot, free of any toolkit."""
