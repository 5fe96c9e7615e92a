//! Russian names of settings, beside those that the documentation gives.

use super::{Entry, Node};
use crate::text::key;

/// Settings and what people call them, in lower case.
const NAMES: [(&str, &[&str]); 38] = [
    ("title", &["название", "заголовок", "название сайта", "имя сайта", "заглавие"]),
    ("short_title", &["краткое название", "короткое название"]),
    ("description", &["описание"]),
    ("base_url", &["адрес сайта", "сайт", "адрес портала"]),
    ("language", &["язык"]),
    ("theme", &["тема", "тема оформления"]),
    ("time_zone", &["часовой пояс"]),
    ("legal_profile", &["правовой статус", "правовой профиль"]),
    ("founder", &["учредитель", "вышестоящая организация"]),
    ("founder_url", &["сайт учредителя"]),
    ("organization", &["организация", "центр", "учреждение"]),
    ("source_url", &["адрес исходников"]),
    ("video_hosts", &["видеохостинги", "сайты видео"]),
    ("footer", &["подвал", "нижнее меню"]),
    ("menu", &["меню", "главное меню"]),
    ("headers", &["заголовки сервера", "заголовки для сервера"]),
    ("keep_authors", &["оставлять авторов", "авторы файлов"]),
    ("search", &["поиск"]),
    ("name", &["название", "наименование", "имя"]),
    ("short_name", &["краткое название", "короткое название", "сокращение"]),
    ("address", &["адрес"]),
    ("phone", &["телефон", "тел", "тел."]),
    ("email", &["почта", "электронная почта", "эл. почта"]),
    ("hours", &["часы работы", "режим работы", "график работы"]),
    ("url", &["адрес", "ссылка"]),
    ("kind", &["вид"]),
    ("label", &["подпись"]),
    ("folder", &["папка"]),
    ("fields", &["поля"]),
    ("type", &["тип"]),
    ("required", &["обязательно", "обязательное"]),
    ("example", &["пример"]),
    ("help", &["пояснение", "подсказка"]),
    ("vocabulary", &["словарь"]),
    ("terms", &["значения"]),
    ("aliases", &["другие названия", "варианты", "синонимы"]),
    ("groups", &["группы", "синонимы"]),
    ("near", &["близкие", "близкие слова"]),
];

/// The value of a setting, under whatever of its names it was written.
pub(crate) fn setting<'n>(node: &'n Node, name: &str) -> Option<&'n Node> {
    entry(node, name).map(|entry| &entry.node)
}

/// What people call a setting.
pub(super) fn ways(name: &str) -> &'static [&'static str] {
    NAMES.iter().find(|(setting, _)| *setting == name).map_or(&[], |(_, ways)| *ways)
}

/// The entry of a setting, under whatever of its names it was written.
pub(super) fn entry<'n>(node: &'n Node, name: &str) -> Option<&'n Entry> {
    let exact = node.entries().iter().find(|entry| entry.key == name);
    exact.or_else(|| {
        let ways = ways(name);
        node.entries().iter().find(|entry| ways.contains(&key(&entry.key).as_str()))
    })
}

/// The entry that is the same setting as another one, under its other name.
pub(super) fn other<'n>(node: &'n Node, entry: &Entry) -> Option<&'n Entry> {
    let folded = key(&entry.key);
    let of = |(name, ways): &&(&str, &[&str])| *name == folded || ways.contains(&folded.as_str());
    let same = |(name, ways): &(&str, &[&str])| {
        let is = |other: &&Entry| *name == other.key || ways.contains(&key(&other.key).as_str());
        node.entries().iter().filter(|other| other.key_span != entry.key_span).find(is)
    };
    NAMES.iter().filter(of).find_map(same)
}
