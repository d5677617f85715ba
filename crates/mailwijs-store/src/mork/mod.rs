//! Mork, the format of Thunderbird's `.msf` folder indexes: just enough of it to know which messages are live.
//!
//! A Mork file is a log: dictionaries that abbreviate names and values, rows, tables of rows, and groups of later
//! changes that count only once their end is written.

mod cursor;
mod reader;

use reader::Reader;

/// The table whose rows are the folder's messages.
const MESSAGES: &[u8] = b"ns:msg:db:table:kind:msgs";

/// The column that says where a message stands: its byte offset in an mbox, its file name in a Maildir.
const STORE_TOKEN: &[u8] = b"storeToken";

/// The store tokens of the live messages, or `None` when the index is not whole, because it is being rewritten.
pub(crate) fn store_tokens(bytes: &[u8]) -> Option<Vec<Vec<u8>>> {
    Reader::read(bytes, STORE_TOKEN)?.values_of_table(MESSAGES)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const INDEX: &str = "// <!-- <mdb:mork:z v=\"1.4\"/> -->\n\
        < <(a=c)> // (f=iso-8859-1)\n  (80=ns:msg:db:row:scope:msgs:all)(81=subject)(96=ns:msg:db:table:kind:msgs)\n\
        (97=ns:msg:db:table:kind:thread)(BE=storeToken)>\n\
        <(8B=Een \\) haak$2E)(9F=1875)(A0\n    =9\\\n12)>\n\
        {1:^80 {(k^96:c)(s=9)} \n  [2(^81^8B)(^BE^9F)] [3(^BE^A0)] [4(^BE=0)] 5}\n\
        {2:^80 {(k^97:c)(s=9)2:m } 2 6 }\n";

    fn tokens(index: &str) -> Option<Vec<String>> {
        let mut tokens: Vec<String> = store_tokens(index.as_bytes())?
            .into_iter()
            .map(|token| String::from_utf8(token).unwrap())
            .collect();
        tokens.sort();
        Some(tokens)
    }

    #[test]
    fn rows_of_the_message_table_are_live() {
        assert_eq!(tokens(INDEX).unwrap(), ["0", "1875", "912"]);
    }

    #[test]
    fn later_groups_change_the_table() {
        let index = format!("{INDEX}@$${{9{{@\n<(A8=2833)>[5:^80(^BE^A8)]{{1:^80 -2 }}\n@$$}}9}}@\n");
        assert_eq!(tokens(&index).unwrap(), ["0", "2833", "912"]);
        let cleared = format!("{INDEX}@$${{9{{@\n{{-1:^80 {{(k^96:c)(s=9)}} 3 }}\n@$$}}9}}@\n");
        assert_eq!(tokens(&cleared).unwrap(), ["912"]);
    }

    #[test]
    fn a_group_without_its_end_or_that_was_taken_back_does_not_count() {
        for end in ["", "@$$}9", "@$$}~~}@\n"] {
            let index = format!("{INDEX}@$${{9{{@\n{{1:^80 -2 -3 }}\n{end}");
            assert_eq!(tokens(&index).unwrap(), ["0", "1875", "912"], "{end}");
        }
    }

    #[test]
    fn an_index_that_is_being_written_is_not_read() {
        let table_end = INDEX.find("5}").unwrap() + 2;
        for end in 0..table_end {
            assert_eq!(tokens(INDEX.get(..end).unwrap()), None, "{end}");
        }
        assert_eq!(tokens(INDEX.get(..table_end).unwrap()), tokens(INDEX));
    }

    proptest! {
        #[test]
        fn any_bytes_end_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
            let _ = store_tokens(&bytes);
        }

        #[test]
        fn damaged_indexes_end_without_a_panic(
            tokens in prop::collection::vec("[<>(){}\\[\\]@$^=:/~ -]|[0-9A-F]{1,2}|\\(\\^BE=5\\)|@\\$\\$\\{1\\{@|\n|\\\\", 0..200),
        ) {
            let _ = store_tokens(format!("{INDEX}{}", tokens.concat()).as_bytes());
        }

        #[test]
        fn one_wrong_byte_does_no_harm(at in 0..INDEX.len(), byte in any::<u8>()) {
            let mut index = INDEX.as_bytes().to_vec();
            index[at] = byte;
            let _ = store_tokens(&index);
        }
    }
}
