"""Pictures of the lenses: what is drawn, with what stands around it, for window and command line alike."""
