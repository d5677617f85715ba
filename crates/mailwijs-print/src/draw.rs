//! Pages that are laid out become the bytes of a PDF.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use krilla::color::luma;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag};
use krilla::text::KrillaGlyph;
use krilla::{Document, SerializeSettings};

use crate::face::{Faces, Weight};
use crate::layout::{Bar, Layout, MARGIN, Mark, PAPER, Style};
use crate::text::one_line;
use crate::{Frame, PrintError};

/// Of the foot of the page.
const FOOT: Style = Style {
    weight: Weight::Regular,
    size: 8.0,
    grey: 90,
};
const FOOT_BASELINE: f32 = PAPER.1 - 42.0;
/// Between the two texts at the foot.
const FOOT_GAP: f32 = 24.0;

/// The bytes of a document: PDF 1.7, held against PDF/UA-1.
pub(crate) fn write(frame: Frame<'_>, layout: Layout) -> Result<Vec<u8>, PrintError> {
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|_| PrintError)?;
    let mut document = Document::new_with(SerializeSettings {
        configuration,
        enable_tagging: true,
        ..SerializeSettings::default()
    });
    let Layout {
        pages,
        mut elements,
        marks,
        ..
    } = layout;
    let last = pages.len();
    for (number, content) in (1..).zip(pages) {
        let size = PageSettings::from_wh(PAPER.0, PAPER.1).ok_or(PrintError)?;
        let mut page = document.start_page_with(size);
        let mut surface = page.surface();
        bars(&mut surface, &content.bars);
        for line in &content.lines {
            let heard = elements.is_heard(line.element);
            let tag = if heard {
                ContentTag::Span(SpanTag::empty())
            } else {
                artifact(ArtifactType::Other)
            };
            let tagged = surface.start_tagged(tag);
            draw(&mut surface, &line.text, line.x, line.baseline, line.style);
            surface.end_tagged();
            if heard {
                elements.drawn(line.element, tagged);
            }
        }
        foot(&mut surface, frame, number, last);
        surface.finish();
        page.finish();
    }
    document.set_tag_tree(elements.tree(frame.language));
    document.set_outline(outline(&marks));
    document.set_metadata(
        Metadata::new()
            .title(title(frame))
            .language(frame.language.to_owned())
            .creator("Mailwijs".to_owned())
            .creation_date(moment(frame.made)),
    );
    document.finish().map_err(|_| PrintError)
}

/// A document without a title is told by its maker.
fn title(frame: Frame<'_>) -> String {
    let title = one_line(frame.title);
    if title.is_empty() {
        "Mailwijs".to_owned()
    } else {
        title
    }
}

fn moment(made: Timestamp) -> DateTime {
    let made = made.to_zoned(TimeZone::UTC).datetime();
    let part = |part: i8| u8::try_from(part).unwrap_or_default();
    DateTime::new(u16::try_from(made.year()).unwrap_or_default())
        .month(part(made.month()))
        .day(part(made.day()))
        .hour(part(made.hour()))
        .minute(part(made.minute()))
        .second(part(made.second()))
        .utc_offset_hour(0)
        .utc_offset_minute(0)
}

fn outline(marks: &[Mark]) -> Outline {
    let mut outline = Outline::new();
    for mark in marks {
        let place = XyzDestination::new(mark.page, Point::from_xy(MARGIN, mark.y));
        outline.push_child(OutlineNode::new(mark.title.clone(), place));
    }
    outline
}

/// What is at the foot of every page, which nobody needs to hear.
fn foot(surface: &mut Surface<'_>, frame: Frame<'_>, number: usize, last: usize) {
    let page = one_line(&(frame.page)(number, last));
    let wide = Faces::get().width(&page, FOOT.weight, FOOT.size);
    let room = PAPER.0 - 2.0 * MARGIN - wide - FOOT_GAP;
    let footer = fitting(&one_line(frame.footer), room);
    surface.start_tagged(artifact(ArtifactType::Footer));
    draw(surface, &footer, MARGIN, FOOT_BASELINE, FOOT);
    draw(surface, &page, PAPER.0 - MARGIN - wide, FOOT_BASELINE, FOOT);
    surface.end_tagged();
}

/// As much of a text as fits in a width.
fn fitting(text: &str, room: f32) -> String {
    let faces = Faces::get();
    if faces.width(text, FOOT.weight, FOOT.size) <= room {
        return text.to_owned();
    }
    let mut used = faces.width("…", FOOT.weight, FOOT.size);
    let fits = |letter: &char| {
        used += faces.letter(*letter, FOOT.weight).width * FOOT.size;
        used <= room
    };
    text.chars().take_while(fits).chain(['…']).collect()
}

fn bars(surface: &mut Surface<'_>, bars: &[Bar]) {
    if bars.is_empty() {
        return;
    }
    surface.start_tagged(artifact(ArtifactType::Layout));
    fill(surface, 170);
    for bar in bars {
        if let Some(path) = rectangle(bar) {
            surface.draw_path(&path);
        }
    }
    surface.end_tagged();
}

fn rectangle(bar: &Bar) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.push_rect(Rect::from_xywh(bar.x, bar.y, bar.width, bar.height)?);
    path.finish()
}

fn artifact(kind: ArtifactType) -> ContentTag<'static> {
    ContentTag::Artifact(Artifact::with_kind(kind))
}

fn fill(surface: &mut Surface<'_>, grey: u8) {
    surface.set_stroke(None::<Stroke>);
    surface.set_fill(Some(Fill {
        paint: luma::Color::new(grey).into(),
        ..Fill::default()
    }));
}

/// One line, in as many stretches as it has fonts.
fn draw(surface: &mut Surface<'_>, text: &str, x: f32, baseline: f32, style: Style) {
    fill(surface, style.grey);
    let faces = Faces::get();
    let mut stretch: Vec<KrillaGlyph> = Vec::new();
    let (mut face, mut begin, mut x, mut wide) = (0, 0, x, 0.0);
    for (at, letter) in text.char_indices() {
        let set = faces.letter(letter, style.weight);
        if set.face != face && !stretch.is_empty() {
            put(surface, text.get(begin..at), &stretch, face, x, baseline, style);
            x += wide * style.size;
            stretch.clear();
            wide = 0.0;
        }
        if stretch.is_empty() {
            (face, begin) = (set.face, at);
        }
        wide += set.width;
        stretch.push(set.drawn(at - begin, at - begin + letter.len_utf8()));
    }
    put(surface, text.get(begin..), &stretch, face, x, baseline, style);
}

fn put(
    surface: &mut Surface<'_>,
    text: Option<&str>,
    glyphs: &[KrillaGlyph],
    face: usize,
    x: f32,
    baseline: f32,
    style: Style,
) {
    if let (Some(font), Some(text), false) = (Faces::get().font(face), text, glyphs.is_empty()) {
        surface.draw_glyphs(Point::from_xy(x, baseline), glyphs, font, text, style.size, false);
    }
}
