-- What is done about mail that should not be where it is: cases of received mail, and breaches. Both columns are JSON of the
-- crates that know what it means: times, words of the policy, keyed hashes, and of a breach the teacher's own answers.
CREATE TABLE handover (
    kind   TEXT NOT NULL CHECK (kind IN ('case', 'breach')),
    id     INTEGER NOT NULL CHECK (id > 0),
    state  TEXT NOT NULL,
    sought TEXT,                  -- by what its mail is recognised in the mail store
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
