//! Plain texts of regulations for `kabinet import`.

use super::{Case, import};

pub(crate) const CASES: &[Case] = &[
    import("import-equal-numbers", 2_000, |n, site| {
        site.file("source.txt", format!("{HEAD}{}", "1.1. Пункт.\n".repeat(n)))
    }),
    import("import-in-order", 2_000, |n, site| {
        let text: String = (0..n).map(|i| format!("{}.{}. Пункт.\n", i / 900 + 1, i % 900 + 1)).collect();
        site.file("source.txt", format!("{HEAD}{text}"));
    }),
    import("import-sections", 2_000, |n, site| {
        site.file("source.txt", format!("{HEAD}{}", "1. Раздел\n".repeat(n)))
    }),
    import("import-one-line", 10_000, |n, site| {
        site.file("source.txt", format!("{HEAD}{}", "слово и дело ".repeat(n)))
    }),
    import("import-wrapped-lines", 5_000, |n, site| {
        site.file(
            "source.txt",
            format!("{HEAD}1.1. {}", "слово и дело методической службы района без конца и края\n".repeat(n)),
        );
    }),
    import("import-many-headers", 1_000, |n, site| {
        site.file(
            "source.txt",
            format!(
                "{HEAD}{}",
                "УТВЕРЖДАЮ\nДиректор\nприказ № 7 от 1 сентября 2026 года\nПОЛОЖЕНИЕ\n".repeat(n)
            ),
        );
    }),
    import("import-only-headers", 1_000, |n, site| {
        site.file("source.txt", "УТВЕРЖДАЮ\nДиректор\nприказ № 7 от 1 сентября 2026 года\n".repeat(n));
    }),
    import("import-title-lines", 2_000, |n, site| {
        site.file("source.txt", format!("ПОЛОЖЕНИЕ\n{}", "о методической службе\n".repeat(n)))
    }),
    import("import-table", 2_000, |n, site| {
        site.file("source.txt", format!("{HEAD}{}", "а\tб\tв\n".repeat(n)))
    }),
    import("import-bullets", 2_000, |n, site| {
        site.file("source.txt", format!("{HEAD}1.1. Пункт:\n{}", "- слово;\n".repeat(n)))
    }),
    import("import-hyphens", 2_000, |n, site| {
        site.file("source.txt", format!("{HEAD}{}", "учебно-\nметодическая\n".repeat(n)))
    }),
    import("import-brackets", 20_000, |n, site| {
        site.file("source.txt", format!("{HEAD}{}", "[bookmark: ".repeat(n)))
    }),
    import("import-blank-lines", 10_000, |n, site| {
        site.file("source.txt", format!("{HEAD}{}", "\n".repeat(n)))
    }),
    import("import-names", 2_000, |n, site| {
        site.file("source.txt", format!("{HEAD}{}", "Директор А. М. Примерова\n".repeat(n)))
    }),
    import("import-nothing", 2_000, |n, site| site.file("source.txt", "\n \n".repeat(n))),
];

const HEAD: &str = "УТВЕРЖДАЮ\nДиректор\nприказ № 7 от 1 сентября 2026 года\n\nПОЛОЖЕНИЕ\nо кабинете\n\n1. Общие положения\n";
