//! Reading what a theme declares beside kinds and vocabularies, `theme.yaml`.

use std::ops::RangeInclusive;

use super::read::Reader;
use crate::picture;
use crate::yaml::{Node, Settings};

/// Widths that a screen can have, in pixels.
const WIDTHS: RangeInclusive<u32> = 16..=8_000;

impl Reader {
    /// Reads `theme.yaml`.
    pub(super) fn look(&mut self, node: &Node) {
        let mut settings = Settings::new(node);
        if let Some(node) = settings.node("pictures") {
            self.pictures(node);
        }
        self.problems.extend(settings.finish());
    }

    /// Reads how pictures are published.
    fn pictures(&mut self, node: &Node) {
        let mut settings = Settings::new(node);
        let mut given = picture::Settings::default();
        if let Some(node) = settings.node("widths") {
            let widths: Vec<Option<u32>> = node.items().iter().map(width).collect();
            match widths.iter().copied().collect::<Option<Vec<u32>>>() {
                Some(mut widths) if !widths.is_empty() => {
                    widths.sort_unstable();
                    widths.dedup();
                    given.widths = widths;
                }
                _ => settings.invalid(node.span, "widths", "help-widths"),
            }
        }
        if let Some(node) = settings.node("fallback") {
            match width(node) {
                Some(width) => given.fallback = width,
                None => settings.invalid(node.span, "fallback", "help-widths"),
            }
        }
        given.text = settings.text("text").unwrap_or(given.text);
        self.problems.extend(settings.finish());
        self.schema.pictures = given;
    }
}

fn width(node: &Node) -> Option<u32> {
    node.text()?.parse().ok().filter(|width| WIDTHS.contains(width))
}
