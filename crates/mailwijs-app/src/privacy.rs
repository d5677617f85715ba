//! What a crash may say.

/// Makes panics say where they happened and nothing else: their message can hold a slice of mail text.
pub fn say_only_where_panics_happen() {
    std::panic::set_hook(Box::new(|panic| {
        if let Some(place) = panic.location() {
            eprintln!("mailwijs: internal error at {}:{}", place.file(), place.line());
        }
    }));
}
