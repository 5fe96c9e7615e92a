//! How much a drawing draws: `use` repeats a part, and parts that repeat parts grow without end. A browser draws all of it.

use std::collections::HashMap;

use roxmltree::{Document, Node, NodeId};

use super::fault::{Found, MOST_NODES, What, start_of};

/// Parts of parts of parts: no program for drawings goes deeper.
const DEEPEST: usize = 32;

/// Counts what is drawn by every `use`; refuses what would be more than a drawing may have.
pub(super) fn check(document: &Document<'_>) -> Result<(), Found> {
    let named = document.descendants().filter_map(|node| Some((node.attribute("id")?, node)));
    let mut drawn = Drawn { named: named.collect(), known: HashMap::new(), looked_at: 0 };
    let mut all = 0_u64;
    for node in document.descendants().filter(is_use) {
        let more = drawn.target(node).map_or(Some(0), |part| drawn.part(part, 0));
        all = all.saturating_add(more.unwrap_or(u64::MAX));
        if all > u64::from(MOST_NODES) {
            return Err((What::Unreadable("complex"), start_of(node)));
        }
    }
    Ok(())
}

fn is_use(node: &Node<'_, '_>) -> bool {
    node.tag_name().name() == "use"
}

/// What is known of the parts of a drawing.
struct Drawn<'d> {
    /// Parts by their names.
    named: HashMap<&'d str, Node<'d, 'd>>,
    /// How many elements each draws.
    known: HashMap<NodeId, u64>,
    /// How many nodes were looked at.
    looked_at: u32,
}

impl<'d> Drawn<'d> {
    /// The part that is repeated.
    fn target(&self, node: Node<'d, 'd>) -> Option<Node<'d, 'd>> {
        let address = node.attributes().find(|attribute| attribute.name() == "href")?;
        self.named.get(address.value().trim().strip_prefix('#')?).copied()
    }

    /// How many elements a part draws; none beyond all measure, in a circle too.
    fn part(&mut self, part: Node<'d, 'd>, depth: usize) -> Option<u64> {
        if let Some(known) = self.known.get(&part.id()) {
            return Some(*known);
        }
        let mut all = 0_u64;
        for node in part.descendants() {
            self.looked_at += 1;
            if depth > DEEPEST || self.looked_at > 2 * MOST_NODES {
                return None;
            }
            all += 1;
            if let Some(target) = Some(node).filter(is_use).and_then(|node| self.target(node)) {
                all = all.saturating_add(self.part(target, depth + 1)?);
            }
        }
        self.known.insert(part.id(), all);
        Some(all)
    }
}
