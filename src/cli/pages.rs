//! Texts made from the grammar: help, shell completions and the manual page.

use super::grammar;
use crate::i18n::{self, Lang};
use clap_complete::Shell;
use clap_mangen::Man;
use std::str::FromStr as _;

/// The help of a command, or of the whole program: what `--help` says. None of a command that there is not.
pub(super) fn help(command: Option<&str>, lang: Lang) -> Option<String> {
    let mut root = grammar::grammar(lang);
    root.build();
    let told = match command {
        Some(name) => root.find_subcommand_mut(name)?,
        None => &mut root,
    };
    Some(told.render_help().ansi().to_string())
}

/// The completion script of a shell; the grammar admits only known names.
pub(super) fn completions(shell: &str, lang: Lang) -> String {
    let mut script = Vec::new();
    if let Ok(shell) = Shell::from_str(shell) {
        clap_complete::generate(shell, &mut grammar::grammar(lang), "kabinet", &mut script);
    }
    String::from_utf8_lossy(&script).into_owned()
}

/// The manual page: all commands on one page, in roff.
pub(super) fn man(lang: Lang) -> String {
    let mut page = Vec::new();
    // Writing into memory does not fail.
    let _ = write_man(&mut page, lang);
    let headings = ["NAME", "SYNOPSIS", "EXAMPLES"];
    // The date is left out, and an argument left out must still be there, else the next takes its place.
    let page = String::from_utf8_lossy(&page).replace(" 1  ", " 1 \"\" ");
    headings.into_iter().fold(page, |page, heading| {
        let key = format!("cli-man-{}", heading.to_lowercase());
        page.replace(&format!(".SH {heading}\n"), &format!(".SH \"{}\"\n", i18n::text(lang, &key, &[])))
    })
}

fn write_man(page: &mut Vec<u8>, lang: Lang) -> std::io::Result<()> {
    let mut command = grammar::grammar(lang);
    command.build();
    let man = Man::new(command.clone())
        .title("KABINET")
        .source(concat!("kabinet ", env!("CARGO_PKG_VERSION")))
        .manual(i18n::text(lang, "cli-man-manual", &[]));
    man.render_title(page)?;
    man.render_name_section(page)?;
    man.render_synopsis_section(page)?;
    for sub in command.get_subcommands() {
        let about = sub.get_about().map(ToString::to_string).unwrap_or_default();
        let usage = i18n::text(lang, &format!("cli-{}.usage", sub.get_name()), &[]);
        page.extend(format!(".SH \"kabinet {}\"\n{about}\n.sp\n{usage}\n", sub.get_name()).bytes());
        let mut options = Vec::new();
        Man::new(sub.clone()).render_options_section(&mut options)?;
        let options = String::from_utf8_lossy(&options).replace(".SH OPTIONS\n", "");
        page.extend(options.bytes());
    }
    page.extend(b".SH EXAMPLES\n");
    let after = i18n::text(lang, "cli.after", &[]);
    page.extend(format!(".nf\n{after}\n.fi\n").replace("\n\n", "\n.sp\n").bytes());
    Ok(())
}
