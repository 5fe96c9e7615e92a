//! Writing texts as YAML values.

/// A text as a YAML value: plain where that is safe, in double quotes else.
pub(crate) fn scalar(text: &str) -> String {
    let words = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];
    let starts = text.starts_with(|c: char| c.is_alphabetic() || c == '«');
    let inside = !text.contains(": ") && !text.contains(" #") && !text.contains(char::is_control);
    let plain =
        starts && inside && !text.ends_with([':', ' ']) && !words.contains(&text.to_lowercase().as_str());
    if plain {
        return text.to_owned();
    }
    let escape = |c: char| match c {
        '"' | '\\' => format!("\\{c}"),
        c if c.is_control() => " ".to_owned(),
        c => c.to_string(),
    };
    format!("\"{}\"", text.chars().map(escape).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_text_is_read_back_as_the_same_text() {
        for text in [
            "133",
            "Положение о «центре»",
            "а: б",
            "№ 5 #x",
            "да: ",
            "null",
            "\"так\"",
            "\\",
            "- а",
            "МУ \"Отдел\"",
        ] {
            let yaml = format!("ключ: {}\n", scalar(text));
            let read: std::collections::BTreeMap<String, String> = serde_yaml::from_str(&yaml).unwrap();
            assert_eq!(read["ключ"], text);
        }
    }
}
