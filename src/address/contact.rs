//! Mail addresses and telephones.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::web::frame_host;

/// Signs that a mail address may hold unencoded in an `href`.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'.').remove(b'_').remove(b'-').remove(b'~').remove(b'+');

/// A way to reach somebody: what is read, and where it leads.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Contact {
    /// What is read.
    pub(crate) text: String,
    /// `mailto:…` or `tel:…`.
    pub(crate) href: String,
}

/// Reads a mail address: `imc@imc.example`, `метод@имц.рф`, with or without `mailto:`.
pub(crate) fn mail(text: &str) -> Option<Contact> {
    let address = text.strip_prefix("mailto:").unwrap_or(text);
    let (name, host) = address.split_once('@')?;
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '~');
    let sound = !name.is_empty() && name.chars().all(plain) && !host.contains([':', '/', '?', '#']);
    let network =
        frame_host(&format!("https://{host}/")).filter(|host| host.contains('.') && !host.ends_with('.'))?;
    let host = if host.is_ascii() { host } else { &network };
    let href = format!("mailto:{}@{host}", utf8_percent_encode(name, PLAIN));
    sound.then(|| Contact { text: address.to_owned(), href })
}

/// Reads a telephone as people write it; an extension («доб. 12») stays in the text only.
pub(crate) fn phone(text: &str) -> Option<Contact> {
    let text = text.strip_prefix("tel:").unwrap_or(text);
    let main = text.split("доб").next().unwrap_or(text).trim_end_matches([' ', ',', '(']);
    let digits: String = main.chars().filter(char::is_ascii_digit).collect();
    let sound = (5..=15).contains(&digits.len())
        && main.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || "+-–()./".contains(c));
    let dialled = match digits.as_str() {
        d if d.len() == 11 && d.starts_with('8') => format!("+7{}", &d[1..]),
        d if main.trim_start().starts_with('+') || d.len() == 11 => format!("+{d}"),
        d => d.to_owned(),
    };
    sound.then(|| Contact { text: text.to_owned(), href: format!("tel:{dialled}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn href(contact: Option<Contact>) -> Option<String> {
        contact.map(|contact| contact.href)
    }

    #[test]
    fn phones_are_dialled_in_the_international_form() {
        assert_eq!(href(phone("8 (39538) 2-55-66")).as_deref(), Some("tel:+73953825566"));
        assert_eq!(href(phone("+7 (000) 000-00-00, доб. 12")).as_deref(), Some("tel:+70000000000"));
        assert_eq!(href(phone("2-55-66")).as_deref(), Some("tel:25566"));
        for wrong in ["звоните в приёмную", "javascript:12345", "12345;ext=1", "1", ""] {
            assert_eq!(href(phone(wrong)), None, "{wrong}");
        }
    }

    #[test]
    fn mail_addresses_need_their_parts_and_have_no_others() {
        assert_eq!(href(mail("imc@example.org")).as_deref(), Some("mailto:imc@example.org"));
        assert_eq!(href(mail("mailto:IMC_1+a@Example.org")).as_deref(), Some("mailto:IMC_1+a@Example.org"));
        assert_eq!(
            href(mail("имц@имц.рф")).as_deref(),
            Some("mailto:%D0%B8%D0%BC%D1%86@xn--h1ai4a.xn--p1ai")
        );
        for wrong in [
            "imc@example",
            "imc example.org",
            "imc@example.org?cc=a@b.example",
            "a%0Acc@b.example",
            "a,b@c.example",
            "@c.example",
            "a@",
            "a@b@c.example",
            "a\"b@c.example",
            "a@.example.org",
            "a@example.org.",
            "javascript:a@b.example",
        ] {
            assert_eq!(href(mail(wrong)), None, "{wrong}");
        }
    }
}
