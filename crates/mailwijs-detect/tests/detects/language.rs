//! Improper words of the writer, and those that are only reported.

use crate::{found, is_improper};

#[test]
fn flag_improper_words_of_the_writer() {
    for text in [
        "Wat een debiele klas, die achterlijke kinderen leren het nooit.",
        "Hou je bek of ik sla je in elkaar.",
        "Zij is een domme trut en dat mag ze weten.",
        "Die marokkanen deugen allemaal niet.",
    ] {
        assert_ne!(found(text, is_improper), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn pass_reports_and_lessons() {
    for text in [
        "Lotte riep 'vuile trut' naar haar buurvrouw.",
        "Hij zei tegen Roos dat ze een idioot was.",
        "In de roman wordt de jongen een achterlijke idioot genoemd.",
    ] {
        assert_eq!(found(text, is_improper), Vec::<String>::new(), "{text}");
    }
}
