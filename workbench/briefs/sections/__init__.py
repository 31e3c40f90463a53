"""The sections of briefs: each makes blocks of content from the material."""
