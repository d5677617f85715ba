//! Follows the operators of a page (ISO 32000-1 §9.4).

use super::MAX_STREAM;
use super::font::Font;
use super::layout::Layout;
use super::matrix::Matrix;
use crate::sink::Sink;
use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::HashMap;

/// Forms drawn inside forms are followed this deep.
const MAX_FORM_DEPTH: usize = 8;
/// Saved graphics states that are remembered.
const MAX_SAVED: usize = 512;

/// Puts the text of a page into the sink; tells whether all of it could be understood.
pub(super) fn read(document: &Document, page: ObjectId, sink: &mut Sink) -> bool {
    let Ok(content) = document.get_page_content_with_limit(page, MAX_STREAM) else {
        return false;
    };
    let Ok((direct, referenced)) = document.get_page_resources(page) else {
        return false;
    };
    let referenced = referenced
        .iter()
        .filter_map(|id| document.get_dictionary(*id).ok());
    let resources: Vec<&Dictionary> = direct.into_iter().chain(referenced).collect();
    let mut reader = PageReader {
        document,
        sink,
        layout: Layout::default(),
        whole: true,
        forms_left: 2000,
        depth: 0,
    };
    reader.run(&content, &resources, Matrix::IDENTITY);
    reader.whole
}

struct PageReader<'d, 's> {
    document: &'d Document,
    sink: &'s mut Sink,
    layout: Layout,
    whole: bool,
    /// Forms that may still be drawn: a few nested ones can ask for millions.
    forms_left: usize,
    depth: usize,
}

/// The part of the graphics state that places text.
#[derive(Clone, Copy)]
struct State<'f> {
    /// From user space to the page.
    page: Matrix,
    font: Option<&'f [u8]>,
    size: f32,
    character_spacing: f32,
    word_spacing: f32,
    stretch: f32,
    leading: f32,
}

impl<'d> PageReader<'d, '_> {
    fn run(&mut self, content: &[u8], resources: &[&'d Dictionary], page: Matrix) {
        let Ok(content) = Content::decode(content) else {
            self.whole = false;
            return;
        };
        let mut fonts: HashMap<&[u8], Option<Font<'d>>> = HashMap::new();
        let mut state = State {
            page,
            font: None,
            size: 1.0,
            character_spacing: 0.0,
            word_spacing: 0.0,
            stretch: 1.0,
            leading: 0.0,
        };
        let mut saved = Vec::new();
        let (mut line, mut text) = (Matrix::IDENTITY, Matrix::IDENTITY);
        for operation in &content.operations {
            if self.sink.is_done() {
                return;
            }
            let number = |index: usize| {
                operation
                    .operands
                    .get(index)
                    .and_then(|o| o.as_float().ok())
                    .filter(|n| n.is_finite())
                    .unwrap_or_default()
            };
            match operation.operator.as_str() {
                "q" if saved.len() < MAX_SAVED => saved.push(state),
                "Q" => state = saved.pop().unwrap_or(state),
                "cm" => state.page = matrix(operation).then(state.page),
                "BT" => (line, text) = (Matrix::IDENTITY, Matrix::IDENTITY),
                "Tf" => {
                    state.font = operation.operands.first().and_then(|name| name.as_name().ok());
                    state.size = number(1);
                    if let Some(name) = state.font {
                        fonts.entry(name).or_insert_with(|| self.font(resources, name));
                    }
                }
                "Tc" => state.character_spacing = number(0),
                "Tw" => state.word_spacing = number(0),
                "Tz" => state.stretch = number(0) / 100.0,
                "TL" => state.leading = number(0),
                "Tm" => (line, text) = (matrix(operation), matrix(operation)),
                "Td" | "TD" => {
                    if operation.operator == "TD" {
                        state.leading = -number(1);
                    }
                    line = Matrix::shift(number(0), number(1)).then(line);
                    text = line;
                }
                "T*" | "'" | "\"" => {
                    line = Matrix::shift(0.0, -state.leading).then(line);
                    text = line;
                }
                _ => {}
            }
            match operation.operator.as_str() {
                "Tj" | "TJ" | "'" | "\"" => {
                    let font = state
                        .font
                        .and_then(|name| fonts.get(name))
                        .and_then(Option::as_ref);
                    text = self.show(operation, font, &state, text);
                }
                "Do" => self.draw(operation, resources, state.page),
                _ => {}
            }
        }
    }

    /// Shows strings one after another; numbers between them move back (§9.4.3).
    fn show(
        &mut self,
        operation: &Operation,
        font: Option<&Font<'_>>,
        state: &State<'_>,
        mut text: Matrix,
    ) -> Matrix {
        let Some(font) = font else {
            self.whole = false;
            return text;
        };
        let items = match operation.operands.last() {
            Some(Object::Array(items)) => items.as_slice(),
            Some(item) => std::slice::from_ref(item),
            None => return text,
        };
        for item in items {
            let codes = match item {
                Object::String(codes, _) => codes,
                other => {
                    let back = other.as_float().unwrap_or_default() / 1000.0 * state.size * state.stretch;
                    text = Matrix::shift(-back, 0.0).then(text);
                    continue;
                }
            };
            let place = text.then(state.page);
            let size = (state.size * place.scale().1).abs();
            match font.text(codes) {
                Some(shown) => self.layout.place(self.sink, &shown, place.origin(), size),
                None => self.whole = false,
            }
            let (width, measured) = font.width(codes);
            let blanks = codes.split(|code| *code == b' ').count() - 1;
            #[expect(
                clippy::cast_precision_loss,
                reason = "lengths of strings on a page are small"
            )]
            let spacing = state.character_spacing * codes.len() as f32 + state.word_spacing * blanks as f32;
            text = Matrix::shift((width / 1000.0 * state.size + spacing) * state.stretch, 0.0).then(text);
            self.layout.ended(text.then(state.page).origin(), measured);
        }
        text
    }

    /// Draws a form: a piece of page kept apart (§8.10).
    fn draw(&mut self, operation: &Operation, resources: &[&'d Dictionary], page: Matrix) {
        let Some(Ok(name)) = operation.operands.first().map(Object::as_name) else {
            return;
        };
        let Some(Object::Stream(form)) = self.resource(resources, b"XObject", name) else {
            return;
        };
        if !matches!(form.dict.get(b"Subtype").and_then(Object::as_name), Ok(b"Form")) {
            return;
        }
        if self.depth >= MAX_FORM_DEPTH || self.forms_left == 0 {
            self.whole = false;
            return;
        }
        let content = if form.is_compressed() {
            form.decompressed_content_with_limit(MAX_STREAM).ok()
        } else {
            Some(form.content.clone())
        };
        let Some(content) = content else {
            self.whole = false;
            return;
        };
        let inner = form
            .dict
            .get_deref(b"Resources", self.document)
            .and_then(Object::as_dict)
            .ok();
        let resources: Vec<&Dictionary> = inner.into_iter().chain(resources.iter().copied()).collect();
        let shift = form
            .dict
            .get_deref(b"Matrix", self.document)
            .and_then(Object::as_array);
        let page = shift.map_or(page, |numbers| matrix_of(numbers).then(page));
        self.depth += 1;
        self.forms_left -= 1;
        self.run(&content, &resources, page);
        self.depth -= 1;
    }

    fn font(&self, resources: &[&'d Dictionary], name: &[u8]) -> Option<Font<'d>> {
        let font = self.resource(resources, b"Font", name)?.as_dict().ok()?;
        Font::read(self.document, font)
    }

    fn resource(&self, resources: &[&'d Dictionary], kind: &[u8], name: &[u8]) -> Option<&'d Object> {
        resources.iter().find_map(|dictionary| {
            let of_kind = dictionary
                .get_deref(kind, self.document)
                .and_then(Object::as_dict)
                .ok()?;
            of_kind.get_deref(name, self.document).ok()
        })
    }
}

fn matrix(operation: &Operation) -> Matrix {
    matrix_of(&operation.operands)
}

fn matrix_of(numbers: &[Object]) -> Matrix {
    let mut values = [0.0; 6];
    for (value, number) in values.iter_mut().zip(numbers) {
        *value = number
            .as_float()
            .ok()
            .filter(|n| n.is_finite())
            .unwrap_or_default();
    }
    Matrix(values)
}
