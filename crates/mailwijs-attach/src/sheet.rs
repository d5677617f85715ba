//! Excel workbooks.

use crate::archive::Members;
use crate::sink::Sink;
use crate::{Unreadable, ooxml, xml};
use calamine::{DataRef, ExcelDateTime, Reader, Xlsx};
use std::io::Cursor;

/// Puts the cells of every sheet (hidden ones too) into the sink, a line for a row, then comments and text boxes.
pub(crate) fn read(bytes: &[u8], members: &mut Members<'_>, sink: &mut Sink) {
    // The workbook reader unpacks whole parts without a bound of its own.
    if !members.unpack_all_fits(sink) {
        sink.unreadable(Unreadable::TooLarge);
        return;
    }
    match Xlsx::new(Cursor::new(bytes)) {
        Ok(mut book) => {
            for name in book.sheet_names() {
                sheet(&mut book, &name, sink);
            }
        }
        Err(_) => sink.unreadable(Unreadable::Broken),
    }
    for index in
        members.find(|name| name.starts_with("xl/comments") || name.starts_with("xl/drawings/drawing"))
    {
        if let Some(part) = members.unpack(index, sink) {
            xml::read(&part, ooxml::meaning, sink);
        }
    }
}

/// Cells are read one by one: a whole range would be as large as its corners say.
fn sheet(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, sink: &mut Sink) {
    sink.push(name);
    sink.end_line();
    let Ok(mut cells) = book.worksheet_cells_reader(name) else {
        sink.unreadable(Unreadable::Broken);
        return;
    };
    let mut row = None;
    while !sink.is_done() {
        match cells.next_cell() {
            Ok(Some(cell)) => {
                let text = show(cell.get_value());
                if text.is_empty() {
                    continue;
                }
                let this_row = cell.get_position().0;
                if row.is_some_and(|last| last != this_row) {
                    sink.end_line();
                } else if row.is_some() {
                    sink.push("\t");
                }
                row = Some(this_row);
                sink.push(&text);
            }
            Ok(None) => break,
            Err(_) => {
                sink.unreadable(Unreadable::Broken);
                break;
            }
        }
    }
    sink.end_line();
}

fn show(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::DateTime(moment) => show_date(moment),
        DataRef::Bool(_) | DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// Day first, as the readers of these sheets write dates.
fn show_date(moment: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
    let time = format!("{hour:02}:{minute:02}");
    let whole_day = moment.as_f64().fract() == 0.0;
    match (moment.is_duration() || moment.as_f64() < 1.0, whole_day) {
        (true, _) => time,
        (false, true) => format!("{day:02}/{month:02}/{year}"),
        (false, false) => format!("{day:02}/{month:02}/{year} {time}"),
    }
}
