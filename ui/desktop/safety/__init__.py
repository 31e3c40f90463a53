"""Backups, passphrases, merging, expunging and locking, as a person meets them."""
