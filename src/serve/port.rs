//! Taking a port of this computer that no other computer can reach.

use std::io;
use std::net::{Ipv4Addr, TcpListener};

use super::ServeError;
use crate::options::DEFAULT_PORT;

/// How many ports after a taken one are tried.
const TRIES: u16 = 50;

/// Takes the port asked for, or the first free one.
pub(super) fn bind(port: Option<u16>) -> Result<TcpListener, ServeError> {
    match port {
        Some(port) => take(port).map_err(|error| refused(port, error)),
        None => take(DEFAULT_PORT).or_else(|_| {
            let free = free_after(DEFAULT_PORT).unwrap_or(0);
            take(free).map_err(|error| refused(free, error))
        }),
    }
}

fn take(port: u16) -> io::Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
}

fn refused(port: u16, error: io::Error) -> ServeError {
    match error.kind() {
        io::ErrorKind::AddrInUse => ServeError::PortBusy { port, free: free_after(port) },
        io::ErrorKind::PermissionDenied => {
            ServeError::PortForbidden { port, free: free_after(port.max(DEFAULT_PORT - 1)) }
        }
        _ => ServeError::Failed(error),
    }
}

fn free_after(port: u16) -> Option<u16> {
    (port.checked_add(1)?..=port.saturating_add(TRIES)).find(|&port| take(port).is_ok())
}
