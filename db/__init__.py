"""How a case is kept: SQLite, SQLAlchemy Core, the journal of every write."""
