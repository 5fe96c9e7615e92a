//! Opening the browser of the person at this computer.

use std::io;
use std::process::{Command, Stdio};

/// Opens an address in the default browser, without waiting for it.
pub(super) fn open(url: &str) -> io::Result<()> {
    let mut command = opener(url);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn()?;
    // Somebody has to hear of its end, or it stays in the list of processes.
    std::thread::spawn(move || child.wait());
    Ok(())
}

#[cfg(target_os = "windows")]
fn opener(url: &str) -> Command {
    // `start` is a command of the shell; its first quoted argument would be a window's title.
    let mut command = Command::new("cmd");
    command.args(["/C", "start", "", url]);
    command
}

#[cfg(target_os = "macos")]
fn opener(url: &str) -> Command {
    let mut command = Command::new("open");
    command.arg(url);
    command
}

#[cfg(not(any(target_os = "windows", target_os = "macos")))]
fn opener(url: &str) -> Command {
    let mut command = Command::new("xdg-open");
    command.arg(url);
    command
}
