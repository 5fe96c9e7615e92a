//! Why there is no preview, and the message that says so.

use std::io;

use crate::diagnostic::{Diagnostic, RuleId};

const PORT_BUSY: RuleId = RuleId("serve-port-busy");
const PORT_FORBIDDEN: RuleId = RuleId("serve-port-forbidden");
const FAILED: RuleId = RuleId("serve-failed");

/// All rules of the preview, for `kabinet explain`.
pub const RULES: [RuleId; 3] = [PORT_BUSY, PORT_FORBIDDEN, FAILED];

/// Why the preview did not start.
#[derive(Debug)]
pub enum ServeError {
    /// Another program uses the port.
    PortBusy {
        /// The port.
        port: u16,
        /// The next free one.
        free: Option<u16>,
    },
    /// The system does not let this user have the port.
    PortForbidden {
        /// The port.
        port: u16,
        /// A free one that may be had.
        free: Option<u16>,
    },
    /// Any other refusal of the system.
    Failed(io::Error),
}

impl ServeError {
    /// The message for the person at the screen.
    pub fn diagnostic(&self) -> Diagnostic {
        match self {
            Self::PortBusy { port, free } => on_port(PORT_BUSY, *port, *free),
            Self::PortForbidden { port, free } => on_port(PORT_FORBIDDEN, *port, *free),
            Self::Failed(error) => Diagnostic::error(FAILED).cause("error", error).help("help"),
        }
    }
}

/// Numbers of ports are names: as text, no language puts a space between their digits.
fn on_port(rule: RuleId, port: u16, free: Option<u16>) -> Diagnostic {
    let diagnostic = Diagnostic::error(rule).arg("port", port.to_string());
    match free {
        Some(free) => diagnostic.arg("free", free.to_string()).help("help"),
        None => diagnostic.help("help-none"),
    }
}

impl std::fmt::Display for ServeError {
    /// For logs and debugging; people read [`ServeError::diagnostic`].
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for ServeError {}
