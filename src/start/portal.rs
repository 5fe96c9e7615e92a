//! The files of a new portal that are not pages of a kind.

use super::Centre;
use crate::yaml::scalar;

/// The address of a portal in remarks, where nobody has said one yet.
const SOME_ADDRESS: &str = "https://imc.example/";

/// The files by their paths from the folder of the site.
pub(crate) fn files(centre: &Centre) -> Vec<(&'static str, String)> {
    vec![
        ("content/site.yaml", settings(centre)),
        ("content/pages/about.md", about(centre)),
        ("README.md", include_str!("portal/readme.md").replace("{name}", &centre.name)),
        (".gitignore", include_str!("portal/gitignore").to_owned()),
        (".gitattributes", include_str!("portal/gitattributes").to_owned()),
    ]
}

/// The settings. What nobody said is a remark that shows how to say it.
fn settings(centre: &Centre) -> String {
    let known = |line: &str, value: Option<String>, example: &str| match value {
        Some(value) => format!("{line}: {value}"),
        None => format!("# {line}: {example}"),
    };
    include_str!("portal/site.yaml")
        .replace("{name}", &scalar(&centre.name))
        .replace("{short_name}", &scalar(&centre.short_name))
        .replace("{base_url}", &known("base_url", centre.address.as_deref().map(scalar), SOME_ADDRESS))
        .replace(
            "{legal_profile}",
            &known("legal_profile", centre.legal.map(|one| one.name().to_owned()), "municipal_entity"),
        )
        .replace("{time_zone}", &known("time_zone", centre.zone.map(str::to_owned), "Europe/Moscow"))
}

/// The page about the centre: only what was said of it.
fn about(centre: &Centre) -> String {
    let place = if centre.place.is_empty() { String::new() } else { format!(" ({})", centre.place) };
    let place = if centre.name.contains(&centre.place) { String::new() } else { place };
    include_str!("portal/about.md").replace("{name}", &centre.name).replace("{place}", &place)
}
