-- Times are milliseconds since the Unix epoch. Hashes are the first 16 bytes of an HMAC-SHA-256 keyed with secret.salt.
-- Words (rule ids, severities, categories, outcomes) are those of the policy file and the command line.

-- The key of the hashes: one row, made with the database.
CREATE TABLE secret (
    id   INTEGER PRIMARY KEY CHECK (id = 1),
    salt BLOB NOT NULL CHECK (length(salt) = 32)
) STRICT;

-- A finding in a draft, and what came of it.
CREATE TABLE nudge (
    id         INTEGER PRIMARY KEY,
    draft      BLOB NOT NULL CHECK (length(draft) = 16),  -- hash of the draft's fingerprint
    rule       TEXT NOT NULL,
    severity   TEXT NOT NULL,
    categories TEXT NOT NULL,                             -- words separated by a space; mostly empty
    noticed_at INTEGER NOT NULL,
    shown      INTEGER NOT NULL CHECK (shown IN (0, 1)),  -- it stood on a visible card
    outcome    TEXT CHECK (outcome IN ('put-right', 'dismissed', 'not-right', 'later', 'sent-open', 'discarded')),
    outcome_at INTEGER,
    CHECK ((outcome IS NULL) = (outcome_at IS NULL))
) STRICT;
CREATE INDEX nudge_by_draft ON nudge (draft, rule);
CREATE INDEX nudge_by_time ON nudge (noticed_at);
CREATE INDEX nudge_by_outcome ON nudge (rule, outcome_at);

-- Findings that must not come back for a draft, also after a restart.
CREATE TABLE dismissal (
    draft      BLOB NOT NULL CHECK (length(draft) = 16),
    rule       TEXT NOT NULL,
    severity   TEXT NOT NULL,
    categories TEXT NOT NULL,
    at         INTEGER NOT NULL,
    PRIMARY KEY (draft, rule)
) STRICT, WITHOUT ROWID;

-- A "not right", and the triggers it silences.
CREATE TABLE silence (
    id    INTEGER PRIMARY KEY AUTOINCREMENT,
    rule  TEXT NOT NULL,
    since INTEGER NOT NULL
) STRICT;
CREATE TABLE silenced_trigger (
    silence INTEGER NOT NULL REFERENCES silence ON DELETE CASCADE,
    hash    BLOB NOT NULL CHECK (length(hash) = 16),
    PRIMARY KEY (silence, hash)
) STRICT, WITHOUT ROWID;

-- When the teacher last answered the offer to make a rule quieter.
CREATE TABLE quieter_answer (
    rule TEXT PRIMARY KEY,
    at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What the teacher says an address is, against the policy.
CREATE TABLE account_kind (
    address BLOB PRIMARY KEY CHECK (length(address) = 16),  -- hash of the address
    kind    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Drafts checked by local calendar day (YYYY-MM-DD).
CREATE TABLE checked (
    day    TEXT PRIMARY KEY,
    drafts INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The app's own settings: language, where the policy comes from.
CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
