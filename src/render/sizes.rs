//! What is told of a file before it is loaded: its format and its size.

use crate::i18n::{self, Arg, Lang};

/// «DOCX» of `План.docx`; empty without an ending.
pub(super) fn format(name: &str) -> String {
    name.rsplit_once('.').map(|(_, ending)| ending.to_uppercase()).unwrap_or_default()
}

/// «128 КБ», «1,4 МБ».
pub(super) fn text(bytes: u64, lang: Lang) -> String {
    let (unit, tenths) = match bytes {
        0..1024 => ("render-size-b", bytes * 10),
        1024..1_048_576 => ("render-size-kb", bytes.div_ceil(1024) * 10),
        _ => ("render-size-mb", (bytes * 10).div_ceil(1_048_576)),
    };
    let point = if lang == Lang::Ru { ',' } else { '.' };
    let number = match (tenths / 10, tenths % 10) {
        (whole, 0) => whole.to_string(),
        (whole, _) if whole >= 100 => whole.to_string(),
        (whole, tenth) => format!("{whole}{point}{tenth}"),
    };
    i18n::text(lang, unit, &[("size", Arg::Text(number))])
}

/// «4000 × 3000 точек»: what is told of a picture that is made before it is loaded.
pub(super) fn of_picture(width: u32, height: u32, lang: Lang) -> String {
    let sides =
        [("width", width), ("height", height)].map(|(name, side)| (name, Arg::Text(side.to_string())));
    i18n::text(lang, "render-size-picture", &sides)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_read_well() {
        assert_eq!(text(900, Lang::Ru), "900\u{a0}Б");
        assert_eq!(text(131_072, Lang::Ru), "128\u{a0}КБ");
        assert_eq!(text(1_468_006, Lang::Ru), "1,4\u{a0}МБ");
        assert_eq!(of_picture(4000, 3000, Lang::Ru), "4000\u{a0}×\u{a0}3000\u{a0}точек");
        assert_eq!(text(1_468_006, Lang::En), "1.4\u{a0}MB");
        assert_eq!((format("План.docx"), format("README")), ("DOCX".to_owned(), String::new()));
    }
}
