"""The first form of a case file."""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS = (
    """CREATE TABLE case_entries (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        place INTEGER NOT NULL,
        "key" TEXT NOT NULL,
        value TEXT DEFAULT '' NOT NULL,
        CONSTRAINT uq_case_entries_key UNIQUE ("key")
    ) STRICT""",
    """CREATE TABLE case_file (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        uuid TEXT NOT NULL,
        created_at TEXT NOT NULL,
        program TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE events (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        place INTEGER NOT NULL,
        code TEXT NOT NULL,
        date TEXT NOT NULL,
        until TEXT DEFAULT '' NOT NULL,
        kind TEXT DEFAULT '' NOT NULL,
        title TEXT DEFAULT '' NOT NULL,
        description TEXT DEFAULT '' NOT NULL,
        handling TEXT NOT NULL,
        CONSTRAINT ck_events_handling CHECK (handling IN ('public', 'room', 'team', 'restricted')),
        CONSTRAINT uq_events_code UNIQUE (code)
    ) STRICT""",
    """CREATE TABLE groups (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        place INTEGER NOT NULL,
        code TEXT NOT NULL,
        name TEXT DEFAULT '' NOT NULL,
        CONSTRAINT uq_groups_code UNIQUE (code)
    ) STRICT""",
    """CREATE TABLE issues (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        place INTEGER NOT NULL,
        code TEXT NOT NULL,
        title TEXT DEFAULT '' NOT NULL,
        question TEXT DEFAULT '' NOT NULL,
        kind TEXT NOT NULL,
        basket TEXT DEFAULT '' NOT NULL,
        scale TEXT NOT NULL,
        handling TEXT NOT NULL,
        notes TEXT DEFAULT '' NOT NULL,
        CONSTRAINT ck_issues_kind CHECK (kind IN ('substance', 'procedure', 'norm', 'fact')),
        CONSTRAINT ck_issues_scale CHECK (scale IN ('ordered', 'nominal')),
        CONSTRAINT ck_issues_handling CHECK (handling IN ('public', 'room', 'team', 'restricted')),
        CONSTRAINT uq_issues_code UNIQUE (code)
    ) STRICT""",
    """CREATE TABLE operations (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        uuid TEXT NOT NULL,
        name TEXT NOT NULL,
        label TEXT NOT NULL,
        author TEXT DEFAULT '' NOT NULL,
        host TEXT DEFAULT '' NOT NULL,
        at TEXT NOT NULL,
        kind TEXT NOT NULL,
        reverses INTEGER,
        CONSTRAINT ck_operations_kind CHECK (kind IN ('do', 'undo', 'redo')),
        CONSTRAINT uq_operations_uuid UNIQUE (uuid),
        CONSTRAINT fk_operations_reverses FOREIGN KEY(reverses) REFERENCES operations (id)
    ) STRICT""",
    """CREATE TABLE packages (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        place INTEGER NOT NULL,
        code TEXT NOT NULL,
        title TEXT DEFAULT '' NOT NULL,
        proposed_by TEXT DEFAULT '' NOT NULL,
        date TEXT DEFAULT '' NOT NULL,
        handling TEXT NOT NULL,
        notes TEXT DEFAULT '' NOT NULL,
        CONSTRAINT ck_packages_handling CHECK (handling IN ('public', 'room', 'team', 'restricted')),
        CONSTRAINT uq_packages_code UNIQUE (code)
    ) STRICT""",
    """CREATE TABLE parties (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        place INTEGER NOT NULL,
        code TEXT NOT NULL,
        name TEXT DEFAULT '' NOT NULL,
        short_name TEXT DEFAULT '' NOT NULL,
        kind TEXT NOT NULL,
        colour TEXT DEFAULT '' NOT NULL,
        handling TEXT NOT NULL,
        notes TEXT DEFAULT '' NOT NULL,
        CONSTRAINT ck_parties_kind CHECK (kind IN ('state', 'de facto authority', 'armed group', 'international organisation', 'faction', 'civil society', 'mediator', 'other')),
        CONSTRAINT ck_parties_handling CHECK (handling IN ('public', 'room', 'team', 'restricted')),
        CONSTRAINT uq_parties_code UNIQUE (code)
    ) STRICT""",
    """CREATE TABLE sources (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        place INTEGER NOT NULL,
        code TEXT NOT NULL,
        kind TEXT NOT NULL,
        title TEXT DEFAULT '' NOT NULL,
        date TEXT DEFAULT '' NOT NULL,
        attribution TEXT DEFAULT '' NOT NULL,
        identity TEXT DEFAULT '' NOT NULL,
        terms TEXT NOT NULL,
        reliability TEXT NOT NULL,
        handling TEXT NOT NULL,
        citation TEXT DEFAULT '' NOT NULL,
        url TEXT DEFAULT '' NOT NULL,
        CONSTRAINT ck_sources_kind CHECK (kind IN ('interview', 'statement', 'agreement', 'ruling', 'report', 'article', 'document', 'observation')),
        CONSTRAINT ck_sources_terms CHECK (terms IN ('on record', 'background', 'deep background', 'Chatham House', 'off record', 'undetermined')),
        CONSTRAINT ck_sources_reliability CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')),
        CONSTRAINT ck_sources_handling CHECK (handling IN ('public', 'room', 'team', 'restricted')),
        CONSTRAINT uq_sources_code UNIQUE (code)
    ) STRICT""",
    """CREATE TABLE event_issues (
        event_id INTEGER NOT NULL,
        place INTEGER NOT NULL,
        issue_id INTEGER NOT NULL,
        CONSTRAINT pk_event_issues PRIMARY KEY (event_id, place),
        CONSTRAINT fk_event_issues_event_id FOREIGN KEY(event_id) REFERENCES events (id),
        CONSTRAINT fk_event_issues_issue_id FOREIGN KEY(issue_id) REFERENCES issues (id)
    ) WITHOUT ROWID, STRICT""",
    """CREATE TABLE event_parties (
        event_id INTEGER NOT NULL,
        place INTEGER NOT NULL,
        party_id INTEGER NOT NULL,
        CONSTRAINT pk_event_parties PRIMARY KEY (event_id, place),
        CONSTRAINT fk_event_parties_event_id FOREIGN KEY(event_id) REFERENCES events (id),
        CONSTRAINT fk_event_parties_party_id FOREIGN KEY(party_id) REFERENCES parties (id)
    ) WITHOUT ROWID, STRICT""",
    """CREATE TABLE event_sources (
        event_id INTEGER NOT NULL,
        place INTEGER NOT NULL,
        source_id INTEGER NOT NULL,
        credibility INTEGER,
        passage TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_event_sources PRIMARY KEY (event_id, place),
        CONSTRAINT ck_event_sources_credibility CHECK (credibility BETWEEN 1 AND 6),
        CONSTRAINT fk_event_sources_event_id FOREIGN KEY(event_id) REFERENCES events (id),
        CONSTRAINT fk_event_sources_source_id FOREIGN KEY(source_id) REFERENCES sources (id)
    ) WITHOUT ROWID, STRICT""",
    """CREATE TABLE group_members (
        group_id INTEGER NOT NULL,
        place INTEGER NOT NULL,
        party_id INTEGER NOT NULL,
        since TEXT DEFAULT '' NOT NULL,
        until TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_group_members PRIMARY KEY (group_id, place),
        CONSTRAINT fk_group_members_group_id FOREIGN KEY(group_id) REFERENCES groups (id),
        CONSTRAINT fk_group_members_party_id FOREIGN KEY(party_id) REFERENCES parties (id)
    ) WITHOUT ROWID, STRICT""",
    """CREATE TABLE influences (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        place INTEGER NOT NULL,
        actor_id INTEGER NOT NULL,
        on_id INTEGER NOT NULL,
        strength REAL NOT NULL,
        since TEXT DEFAULT '' NOT NULL,
        until TEXT DEFAULT '' NOT NULL,
        CONSTRAINT ck_influences_strength CHECK (strength BETWEEN 0 AND 4),
        CONSTRAINT uq_influences_actor_id_on_id_since UNIQUE (actor_id, on_id, since),
        CONSTRAINT fk_influences_actor_id FOREIGN KEY(actor_id) REFERENCES parties (id),
        CONSTRAINT fk_influences_on_id FOREIGN KEY(on_id) REFERENCES parties (id)
    ) STRICT""",
    """CREATE TABLE issue_needed (
        issue_id INTEGER NOT NULL,
        place INTEGER NOT NULL,
        party_id INTEGER NOT NULL,
        CONSTRAINT pk_issue_needed PRIMARY KEY (issue_id, place),
        CONSTRAINT fk_issue_needed_issue_id FOREIGN KEY(issue_id) REFERENCES issues (id),
        CONSTRAINT fk_issue_needed_party_id FOREIGN KEY(party_id) REFERENCES parties (id)
    ) WITHOUT ROWID, STRICT""",
    """CREATE TABLE journal (
        seq INTEGER NOT NULL,
        operation_id INTEGER NOT NULL,
        table_name TEXT NOT NULL,
        record_id INTEGER NOT NULL,
        "before" TEXT,
        "after" TEXT,
        CONSTRAINT pk_journal PRIMARY KEY (seq),
        CONSTRAINT fk_journal_operation_id FOREIGN KEY(operation_id) REFERENCES operations (id)
    ) STRICT""",
    """CREATE INDEX ix_journal_operation_id ON journal (operation_id)
    """,
    """CREATE TABLE judgements (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        place INTEGER NOT NULL,
        code TEXT NOT NULL,
        issue_id INTEGER NOT NULL,
        level TEXT NOT NULL,
        since TEXT DEFAULT '' NOT NULL,
        until TEXT DEFAULT '' NOT NULL,
        author TEXT DEFAULT '' NOT NULL,
        handling TEXT NOT NULL,
        reason TEXT DEFAULT '' NOT NULL,
        CONSTRAINT ck_judgements_level CHECK (level IN ('aligned', 'compatible', 'bridgeable', 'conflicting', 'deadlocked', 'unknown')),
        CONSTRAINT ck_judgements_handling CHECK (handling IN ('public', 'room', 'team', 'restricted')),
        CONSTRAINT uq_judgements_code UNIQUE (code),
        CONSTRAINT fk_judgements_issue_id FOREIGN KEY(issue_id) REFERENCES issues (id)
    ) STRICT""",
    """CREATE TABLE options (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        place INTEGER NOT NULL,
        issue_id INTEGER NOT NULL,
        code TEXT NOT NULL,
        label TEXT DEFAULT '' NOT NULL,
        location REAL,
        handling TEXT,
        description TEXT DEFAULT '' NOT NULL,
        CONSTRAINT ck_options_location CHECK (location BETWEEN 0 AND 1),
        CONSTRAINT ck_options_handling CHECK (handling IN ('public', 'room', 'team', 'restricted')),
        CONSTRAINT uq_options_issue_id_code UNIQUE (issue_id, code),
        CONSTRAINT fk_options_issue_id FOREIGN KEY(issue_id) REFERENCES issues (id)
    ) STRICT""",
    """CREATE TABLE positions (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        ref TEXT NOT NULL,
        party_id INTEGER NOT NULL,
        issue_id INTEGER NOT NULL,
        track TEXT NOT NULL,
        since TEXT NOT NULL,
        until TEXT DEFAULT '' NOT NULL,
        salience REAL,
        time_pressure TEXT,
        confidence TEXT,
        agenda TEXT,
        limit_owner TEXT DEFAULT '' NOT NULL,
        handling TEXT NOT NULL,
        statement TEXT DEFAULT '' NOT NULL,
        interest TEXT DEFAULT '' NOT NULL,
        readings TEXT DEFAULT '' NOT NULL,
        CONSTRAINT ck_positions_track CHECK (track IN ('declared', 'assessed')),
        CONSTRAINT ck_positions_salience CHECK (salience BETWEEN 0 AND 100),
        CONSTRAINT ck_positions_time_pressure CHECK (time_pressure IN ('urgent', 'neutral', 'waiting helps')),
        CONSTRAINT ck_positions_confidence CHECK (confidence IN ('high', 'moderate', 'low')),
        CONSTRAINT ck_positions_agenda CHECK (agenda IN ('on agenda', 'denied', 'precondition', 'deferred', 'elsewhere')),
        CONSTRAINT ck_positions_handling CHECK (handling IN ('public', 'room', 'team', 'restricted')),
        CONSTRAINT uq_positions_ref UNIQUE (ref),
        CONSTRAINT fk_positions_party_id FOREIGN KEY(party_id) REFERENCES parties (id),
        CONSTRAINT fk_positions_issue_id FOREIGN KEY(issue_id) REFERENCES issues (id)
    ) STRICT""",
    """CREATE TABLE terms (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        place INTEGER NOT NULL,
        subject TEXT DEFAULT '' NOT NULL,
        subject_party_id INTEGER,
        subject_issue_id INTEGER,
        neutral TEXT DEFAULT '' NOT NULL,
        party_id INTEGER,
        term TEXT DEFAULT '' NOT NULL,
        language TEXT DEFAULT '' NOT NULL,
        CONSTRAINT fk_terms_subject_party_id FOREIGN KEY(subject_party_id) REFERENCES parties (id),
        CONSTRAINT fk_terms_subject_issue_id FOREIGN KEY(subject_issue_id) REFERENCES issues (id),
        CONSTRAINT fk_terms_party_id FOREIGN KEY(party_id) REFERENCES parties (id)
    ) STRICT""",
    """CREATE TABLE influence_sources (
        influence_id INTEGER NOT NULL,
        place INTEGER NOT NULL,
        source_id INTEGER NOT NULL,
        credibility INTEGER,
        passage TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_influence_sources PRIMARY KEY (influence_id, place),
        CONSTRAINT ck_influence_sources_credibility CHECK (credibility BETWEEN 1 AND 6),
        CONSTRAINT fk_influence_sources_influence_id FOREIGN KEY(influence_id) REFERENCES influences (id),
        CONSTRAINT fk_influence_sources_source_id FOREIGN KEY(source_id) REFERENCES sources (id)
    ) WITHOUT ROWID, STRICT""",
    """CREATE TABLE judgement_parties (
        judgement_id INTEGER NOT NULL,
        place INTEGER NOT NULL,
        party_id INTEGER NOT NULL,
        CONSTRAINT pk_judgement_parties PRIMARY KEY (judgement_id, place),
        CONSTRAINT fk_judgement_parties_judgement_id FOREIGN KEY(judgement_id) REFERENCES judgements (id),
        CONSTRAINT fk_judgement_parties_party_id FOREIGN KEY(party_id) REFERENCES parties (id)
    ) WITHOUT ROWID, STRICT""",
    """CREATE TABLE linkages (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        place INTEGER NOT NULL,
        code TEXT NOT NULL,
        party_id INTEGER,
        kind TEXT NOT NULL,
        if_option_id INTEGER NOT NULL,
        then_option_id INTEGER NOT NULL,
        strength TEXT NOT NULL,
        since TEXT DEFAULT '' NOT NULL,
        until TEXT DEFAULT '' NOT NULL,
        handling TEXT NOT NULL,
        statement TEXT DEFAULT '' NOT NULL,
        CONSTRAINT ck_linkages_kind CHECK (kind IN ('requires', 'excludes')),
        CONSTRAINT ck_linkages_strength CHECK (strength IN ('red line', 'preference')),
        CONSTRAINT ck_linkages_handling CHECK (handling IN ('public', 'room', 'team', 'restricted')),
        CONSTRAINT uq_linkages_code UNIQUE (code),
        CONSTRAINT fk_linkages_party_id FOREIGN KEY(party_id) REFERENCES parties (id),
        CONSTRAINT fk_linkages_if_option_id FOREIGN KEY(if_option_id) REFERENCES options (id),
        CONSTRAINT fk_linkages_then_option_id FOREIGN KEY(then_option_id) REFERENCES options (id)
    ) STRICT""",
    """CREATE TABLE option_known_to (
        option_id INTEGER NOT NULL,
        place INTEGER NOT NULL,
        party_id INTEGER NOT NULL,
        CONSTRAINT pk_option_known_to PRIMARY KEY (option_id, place),
        CONSTRAINT fk_option_known_to_option_id FOREIGN KEY(option_id) REFERENCES options (id),
        CONSTRAINT fk_option_known_to_party_id FOREIGN KEY(party_id) REFERENCES parties (id)
    ) WITHOUT ROWID, STRICT""",
    """CREATE TABLE option_sources (
        option_id INTEGER NOT NULL,
        place INTEGER NOT NULL,
        source_id INTEGER NOT NULL,
        credibility INTEGER,
        passage TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_option_sources PRIMARY KEY (option_id, place),
        CONSTRAINT ck_option_sources_credibility CHECK (credibility BETWEEN 1 AND 6),
        CONSTRAINT fk_option_sources_option_id FOREIGN KEY(option_id) REFERENCES options (id),
        CONSTRAINT fk_option_sources_source_id FOREIGN KEY(source_id) REFERENCES sources (id)
    ) WITHOUT ROWID, STRICT""",
    """CREATE TABLE package_choices (
        package_id INTEGER NOT NULL,
        place INTEGER NOT NULL,
        option_id INTEGER NOT NULL,
        CONSTRAINT pk_package_choices PRIMARY KEY (package_id, place),
        CONSTRAINT fk_package_choices_package_id FOREIGN KEY(package_id) REFERENCES packages (id),
        CONSTRAINT fk_package_choices_option_id FOREIGN KEY(option_id) REFERENCES options (id)
    ) WITHOUT ROWID, STRICT""",
    """CREATE TABLE position_known_to (
        position_id INTEGER NOT NULL,
        place INTEGER NOT NULL,
        party_id INTEGER NOT NULL,
        CONSTRAINT pk_position_known_to PRIMARY KEY (position_id, place),
        CONSTRAINT fk_position_known_to_position_id FOREIGN KEY(position_id) REFERENCES positions (id),
        CONSTRAINT fk_position_known_to_party_id FOREIGN KEY(party_id) REFERENCES parties (id)
    ) WITHOUT ROWID, STRICT""",
    """CREATE TABLE position_sources (
        position_id INTEGER NOT NULL,
        place INTEGER NOT NULL,
        source_id INTEGER NOT NULL,
        credibility INTEGER,
        passage TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_position_sources PRIMARY KEY (position_id, place),
        CONSTRAINT ck_position_sources_credibility CHECK (credibility BETWEEN 1 AND 6),
        CONSTRAINT fk_position_sources_position_id FOREIGN KEY(position_id) REFERENCES positions (id),
        CONSTRAINT fk_position_sources_source_id FOREIGN KEY(source_id) REFERENCES sources (id)
    ) WITHOUT ROWID, STRICT""",
    """CREATE TABLE stances (
        position_id INTEGER NOT NULL,
        place INTEGER NOT NULL,
        option_id INTEGER NOT NULL,
        stance INTEGER NOT NULL,
        CONSTRAINT pk_stances PRIMARY KEY (position_id, option_id),
        CONSTRAINT ck_stances_stance CHECK (stance BETWEEN -2 AND 2),
        CONSTRAINT fk_stances_position_id FOREIGN KEY(position_id) REFERENCES positions (id),
        CONSTRAINT fk_stances_option_id FOREIGN KEY(option_id) REFERENCES options (id)
    ) WITHOUT ROWID, STRICT""",
    """CREATE TABLE linkage_sources (
        linkage_id INTEGER NOT NULL,
        place INTEGER NOT NULL,
        source_id INTEGER NOT NULL,
        credibility INTEGER,
        passage TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_linkage_sources PRIMARY KEY (linkage_id, place),
        CONSTRAINT ck_linkage_sources_credibility CHECK (credibility BETWEEN 1 AND 6),
        CONSTRAINT fk_linkage_sources_linkage_id FOREIGN KEY(linkage_id) REFERENCES linkages (id),
        CONSTRAINT fk_linkage_sources_source_id FOREIGN KEY(source_id) REFERENCES sources (id)
    ) WITHOUT ROWID, STRICT""",
)


def upgrade() -> None:
    """Create every table; the statements are frozen as the first release wrote them."""
    for statement in STATEMENTS:
        op.execute(statement)
