//! Builds tables and rows from a Mork file.

use std::collections::{BTreeSet, HashMap};

use memchr::memmem;

use super::cursor::{Cursor, hex, unescape};

/// Names a row or a table: a number within a scope, which is a column number or a name.
type Oid<'a> = (u64, &'a [u8]);

/// A cell's value as it stands: written out, or a number in the dictionary.
#[derive(Debug, Clone, Copy)]
enum Value<'a> {
    Literal(&'a [u8]),
    Atom(u64),
}

#[derive(Debug, Default)]
struct Table<'a> {
    /// Dictionary number of its kind.
    kind: Option<u64>,
    rows: BTreeSet<Oid<'a>>,
}

/// What a Mork file holds; everything borrows from its bytes.
#[derive(Debug, Default)]
pub(super) struct Reader<'a> {
    columns: HashMap<u64, &'a [u8]>,
    atoms: HashMap<u64, &'a [u8]>,
    /// The wanted cell of each row; an index of a large folder has a dozen others.
    rows: HashMap<Oid<'a>, Value<'a>>,
    tables: HashMap<Oid<'a>, Table<'a>>,
    /// The name of the wanted column, and its number once the dictionary has told it.
    wanted: (&'a [u8], Option<u64>),
}

impl<'a> Reader<'a> {
    /// Reads a file, keeping the cells of one column; `None` when a dictionary, row or table is cut off.
    pub(super) fn read(bytes: &'a [u8], column: &'a [u8]) -> Option<Self> {
        let mut reader = Self {
            wanted: (column, None),
            ..Self::default()
        };
        reader.content(Cursor::new(bytes))?;
        Some(reader)
    }

    /// The kept column's values in the rows of the tables of one kind; `None` when there is no such table.
    pub(super) fn values_of_table(&self, kind: &[u8]) -> Option<Vec<Vec<u8>>> {
        let (kind, _) = self.columns.iter().find(|(_, name)| unescape(name) == kind)?;
        let mut tables = self
            .tables
            .values()
            .filter(|table| table.kind == Some(*kind))
            .peekable();
        tables.peek()?;
        let cells = tables
            .flat_map(|table| &table.rows)
            .filter_map(|row| match self.rows.get(row)? {
                Value::Literal(raw) => Some(unescape(raw)),
                Value::Atom(atom) => self.atoms.get(atom).map(|raw| unescape(raw)),
            });
        Some(cells.collect())
    }

    fn content(&mut self, mut at: Cursor<'a>) -> Option<()> {
        loop {
            at.blanks();
            match at.peek() {
                None => return Some(()),
                Some(b'<') => self.dictionary(&mut at)?,
                Some(b'[') => {
                    self.row(&mut at, b"80")?;
                }
                Some(b'{') => self.table(&mut at)?,
                Some(b'@') => self.group(&mut at)?,
                Some(_) => at.skip(1),
            }
        }
    }

    /// `@$${1{@ … @$$}1}@`: changes that count once the end is there; `@$$}~~}@` takes them back.
    fn group(&mut self, at: &mut Cursor<'a>) -> Option<()> {
        let Some(inside) = at.rest().strip_prefix(b"@$${") else {
            at.skip(1);
            return Some(());
        };
        let Some(end) = memmem::find(inside, b"@$$}") else {
            // The program stopped in the middle of a change: the change was never made.
            at.skip(at.rest().len());
            return Some(());
        };
        let body = inside.get(..end)?;
        let mark = inside.get(end..)?;
        let close = memmem::find(mark, b"}@");
        at.skip(4 + end + close.map_or(mark.len(), |close| close + 2));
        if close.is_none_or(|close| mark.get(..close).is_some_and(|mark| mark.contains(&b'~'))) {
            return Some(());
        }
        let start = memmem::find(body, b"{@")? + 2;
        // A group holds no groups, so this goes one level deep.
        self.content(Cursor::new(body.get(start..)?))
    }

    /// `<(80=value)…>`, with `<(a=c)>` inside when it names columns.
    fn dictionary(&mut self, at: &mut Cursor<'a>) -> Option<()> {
        at.skip(1);
        let mut columns = false;
        loop {
            at.blanks();
            match at.peek()? {
                b'>' => {
                    at.skip(1);
                    return Some(());
                }
                b'<' => columns = memmem::find(at.until(b'>')?, b"a=c").is_some(),
                b'(' => {
                    at.skip(1);
                    let cell = at.cell()?;
                    let Some((key, value)) = split(cell, b'=') else {
                        continue;
                    };
                    let Some(key) = hex(key.trim_ascii()) else {
                        continue;
                    };
                    if columns {
                        if unescape(value) == self.wanted.0 {
                            self.wanted.1 = Some(key);
                        }
                        self.columns.insert(key, value);
                    } else {
                        self.atoms.insert(key, value);
                    }
                }
                _ => at.skip(1),
            }
        }
    }

    /// `[2:^80(^81^8B)(^BE=0)]`; a `-` before the number empties the row first.
    fn row(&mut self, at: &mut Cursor<'a>, scope: &'a [u8]) -> Option<Oid<'a>> {
        at.skip(1);
        at.blanks();
        let cleared = at.eat(b'-');
        let oid = oid(at, scope)?;
        if cleared {
            self.rows.remove(&oid);
        }
        loop {
            at.blanks();
            match at.peek()? {
                b']' => {
                    at.skip(1);
                    return Some(oid);
                }
                b'[' => {
                    at.until(b']')?;
                }
                b'(' => {
                    at.skip(1);
                    let mut cell = Cursor::new(at.cell()?);
                    if !cell.eat(b'^') {
                        continue;
                    }
                    let column = cell.hex();
                    if column.is_none() || column != self.wanted.1 {
                        continue;
                    }
                    if cell.eat(b'=') {
                        self.rows.insert(oid, Value::Literal(cell.rest()));
                    } else if cell.eat(b'^')
                        && let Some(atom) = cell.hex()
                    {
                        self.rows.insert(oid, Value::Atom(atom));
                    }
                }
                _ => at.skip(1),
            }
        }
    }

    /// `{1:^80 {(k^96:c)(s=9)} [2(…)] 3 -4}`: rows written out, named, or taken out.
    fn table(&mut self, at: &mut Cursor<'a>) -> Option<()> {
        at.skip(1);
        at.blanks();
        let cleared = at.eat(b'-');
        let id = oid(at, b"")?;
        let mut table = self.tables.remove(&id).unwrap_or_default();
        if cleared {
            table.rows.clear();
        }
        loop {
            at.blanks();
            match at.peek()? {
                b'}' => {
                    at.skip(1);
                    break;
                }
                b'{' => {
                    let meta = at.until(b'}')?;
                    if let Some(kind) = memmem::find(meta, b"(k^").and_then(|found| meta.get(found + 3..)) {
                        table.kind = Cursor::new(kind).hex();
                    }
                }
                b'[' => {
                    table.rows.insert(self.row(at, id.1)?);
                }
                _ => {
                    let cut = at.eat(b'-');
                    match oid(at, id.1) {
                        Some(row) if cut => {
                            table.rows.remove(&row);
                        }
                        Some(row) => {
                            table.rows.insert(row);
                        }
                        None => at.skip(1),
                    }
                }
            }
        }
        self.tables.insert(id, table);
        Some(())
    }
}

/// `2`, `2:m` or `2:^80`.
fn oid<'a>(at: &mut Cursor<'a>, scope: &'a [u8]) -> Option<Oid<'a>> {
    let number = at.hex()?;
    if !at.eat(b':') {
        return Some((number, scope));
    }
    at.eat(b'^');
    Some((number, at.word()))
}

fn split(bytes: &[u8], separator: u8) -> Option<(&[u8], &[u8])> {
    let (before, after) = bytes.split_at_checked(memchr::memchr(separator, bytes)?)?;
    Some((before, after.get(1..)?))
}
