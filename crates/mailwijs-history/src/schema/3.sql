-- Received mail in which something was found. `state` and `sought` are JSON of the crates that know what it means: rules,
-- counts, a day, keyed hashes. Once it was dealt with only the hash of the mail stays, so that it is not found again.
CREATE TABLE found (
    id      INTEGER PRIMARY KEY CHECK (id > 0),
    mail    BLOB NOT NULL UNIQUE CHECK (length(mail) = 16),
    state   TEXT,
    sought  TEXT,
    handled INTEGER,              -- seconds since the Unix epoch
    CHECK ((handled IS NULL) = (state IS NOT NULL AND sought IS NOT NULL))
) STRICT;
