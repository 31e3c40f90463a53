"""What a person sees: windows and command line."""
