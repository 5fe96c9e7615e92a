//! Levenshtein automata over finite maps.

use levenshtein_automata::{DFA, Distance, SINK_STATE};

/// Lets the exceptions be searched by a Levenshtein automaton.
pub(super) struct Dfa<'d>(pub(super) &'d DFA);

impl fst::Automaton for Dfa<'_> {
    type State = u32;

    fn start(&self) -> u32 {
        self.0.initial_state()
    }

    fn is_match(&self, state: &u32) -> bool {
        matches!(self.0.distance(*state), Distance::Exact(_))
    }

    fn can_match(&self, state: &u32) -> bool {
        *state != SINK_STATE
    }

    fn accept(&self, state: &u32, byte: u8) -> u32 {
        self.0.transition(*state, byte)
    }
}
