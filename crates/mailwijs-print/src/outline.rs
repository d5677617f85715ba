//! What a document consists of for somebody who hears it: elements in reading order, each with its lines.

use std::num::NonZeroU16;

use krilla::tagging::{Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree};

/// A kind of element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A heading: 1 is the title.
    Heading(u16, String),
    Paragraph,
    Quote,
    Table,
    Row,
    Label,
    Value,
    /// The head of a column.
    Head,
    /// What is drawn once more for the eye, and heard once: the heads of a table that goes on over a page.
    Again,
    /// A list; whether its items are numbered.
    List(bool),
    Item,
    Mark,
    ItemText,
}

/// An element: its kind and the one it stands in.
struct Element {
    kind: Kind,
    inside: Option<usize>,
    lines: Vec<Identifier>,
}

/// All elements, in reading order.
#[derive(Default)]
pub(crate) struct Elements(Vec<Element>);

impl Elements {
    /// Adds one; its index.
    pub(crate) fn add(&mut self, kind: Kind, inside: Option<usize>) -> usize {
        self.0.push(Element {
            kind,
            inside,
            lines: Vec::new(),
        });
        self.0.len() - 1
    }

    /// Whether somebody who hears the document hears this too.
    pub(crate) fn is_heard(&self, element: usize) -> bool {
        self.0
            .get(element)
            .is_none_or(|element| element.kind != Kind::Again)
    }

    /// A line of an element stands on a page now.
    pub(crate) fn drawn(&mut self, element: usize, line: Identifier) {
        if let Some(element) = self.0.get_mut(element) {
            element.lines.push(line);
        }
    }

    /// The tree of all that was drawn.
    pub(crate) fn tree(self, language: &str) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
        // An element comes after the one it stands in: from the end each is complete before it is put there.
        let mut inner: Vec<Vec<Node>> = self.0.iter().map(|_| Vec::new()).collect();
        let mut outer = Vec::new();
        for (index, element) in self.0.into_iter().enumerate().rev() {
            let mut children: Vec<Node> = element.lines.into_iter().map(Node::from).collect();
            if let Some(inside) = inner.get_mut(index) {
                children.extend(std::mem::take(inside).into_iter().rev());
            }
            if children.is_empty() {
                continue;
            }
            let group = Node::from(TagGroup::with_children(tag(element.kind), children));
            match element.inside.and_then(|inside| inner.get_mut(inside)) {
                Some(siblings) => siblings.push(group),
                None => outer.push(group),
            }
        }
        for group in outer.into_iter().rev() {
            tree.push(group);
        }
        tree
    }
}

fn tag(kind: Kind) -> TagKind {
    match kind {
        Kind::Heading(level, title) => {
            Tag::Hn(NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN), Some(title)).into()
        }
        Kind::Paragraph => Tag::P.into(),
        Kind::Quote => Tag::BlockQuote.into(),
        Kind::Table => Tag::Table.into(),
        Kind::Row => Tag::TR.into(),
        // Never drawn as a part of anything; in the tree it would stand for nothing.
        Kind::Again => Tag::NonStruct.into(),
        Kind::Head => Tag::TH(TableHeaderScope::Column).into(),
        Kind::Label => Tag::TH(TableHeaderScope::Row).into(),
        Kind::Value => Tag::TD.into(),
        Kind::List(false) => Tag::L(ListNumbering::Disc).into(),
        Kind::List(true) => Tag::L(ListNumbering::Decimal).into(),
        Kind::Item => Tag::LI.into(),
        Kind::Mark => Tag::Lbl.into(),
        Kind::ItemText => Tag::LBody.into(),
    }
}
