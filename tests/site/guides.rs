//! The guides' own examples: each is built, each command is understood.

use std::fs;
use std::path::Path;

use crate::office::{Docx, p, table, workbook};
use crate::{SiteTest, photo};

/// A fenced block of a guide.
struct Example {
    guide: &'static str,
    line: usize,
    language: String,
    text: String,
    /// The lines between it and the block before it.
    before: String,
}

const GUIDES: [&str; 4] = ["README.md", "docs/methodist.md", "docs/theme.md", "docs/operations.md"];

fn guide(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// The fenced blocks of a guide.
fn examples(guide_name: &'static str) -> Vec<Example> {
    let mut found: Vec<Example> = Vec::new();
    let mut before = String::new();
    let mut open: Option<Example> = None;
    for (at, line) in guide(guide_name).lines().enumerate() {
        match (&mut open, line.trim().strip_prefix("```")) {
            (Some(example), None) => example.text += &format!("{line}\n"),
            (Some(_), Some(_)) => found.extend(open.take()),
            (None, Some(language)) => {
                let (language, before) = (language.to_owned(), std::mem::take(&mut before));
                open =
                    Some(Example { guide: guide_name, line: at + 1, language, text: String::new(), before });
            }
            (None, None) => before += &format!("{line}\n"),
        }
    }
    found
}

/// Where an example belongs, and what stands there: the file that the text before it names, or its looks.
fn file(example: &Example) -> (String, String) {
    let text = &example.text;
    let named =
        example.before.rsplit('`').find(|word| word.starts_with("content/") && word.ends_with(".yaml"));
    let path = match named {
        Some(path) if !text.starts_with("kind:") => path.to_owned(),
        _ if text.starts_with("kind:") => "content/kinds/primer.yaml".to_owned(),
        _ if text.starts_with("vocabulary:") => "content/vocabularies/primer.yaml".to_owned(),
        _ if text.starts_with("pictures:") => "themes/imc/theme.yaml".to_owned(),
        _ => "content/events/primer.md".to_owned(),
    };
    if path == "content/site.yaml" {
        return (path, format!("title: Центр\nbase_url: https://centre.example/\n{text}"));
    }
    let fragment = path.ends_with(".md") && !text.starts_with("---");
    let fields = "название: Пример\nформа: семинар\nначало: 21.11.2026 10:00\n";
    (path, if fragment { format!("---\n{fields}{text}---\nТекст.\n") } else { text.clone() })
}

#[test]
fn every_example_is_built() {
    let mut built = 0;
    for example in GUIDES.into_iter().flat_map(examples) {
        if !matches!(example.language.as_str(), "yaml" | "markdown") {
            continue;
        }
        let (path, text) = file(&example);
        // What declares kinds and vocabularies is an example of a whole, not an addition to this portal.
        let declares = path.starts_with("content/kinds/") || path.starts_with("content/vocabularies/");
        let site = if declares { SiteTest::new() } else { SiteTest::of_the_repository() };
        let site = site
            .file("content/events/konspekt.pdf", "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n")
            .file("content/events/zal.jpg", photo::jpeg(&photo::fields(40, 30)))
            .file(&path, text);
        let errors: Vec<String> =
            site.problems().into_iter().filter(|said| said.starts_with("error")).collect();
        assert_eq!(errors, [] as [&str; 0], "{}:{} as {path}", example.guide, example.line);
        built += 1;
    }
    assert!(built >= 8, "only {built} examples were found");
}

#[test]
fn every_command_is_understood() {
    let mut asked = 0;
    let site = SiteTest::new();
    for name in GUIDES {
        let text = guide(name);
        let inline = text.split('`').filter(|words| !words.contains('\n'));
        let lines = text.lines().map(|line| line.trim().trim_start_matches("$ "));
        for words in inline.chain(lines) {
            let words = words.split('#').next().unwrap_or_default();
            let Some(rest) = words.strip_prefix("kabinet ") else { continue };
            let arguments: Vec<&str> = rest.split_whitespace().collect();
            if rest.contains(['[', '…', '<', '|', ',', '(']) || arguments[0] == "on" {
                continue;
            }
            // The help is printed where everything before it is understood.
            let outcome = site.run(&[&arguments[..], &["--help"]].concat());
            assert_eq!(outcome.code(), 0, "{name}: kabinet {rest}\n{}", outcome.said());
            asked += 1;
        }
    }
    assert!(asked >= 15, "only {asked} commands were found");
}

/// The commands of the chapter about documents, on documents of the names that it gives.
#[test]
fn what_the_chapter_about_word_promises_happens() {
    let text = guide("docs/methodist.md");
    let chapter = text.split("## Из Word на портал").nth(1).unwrap().split("\n## ").next().unwrap();
    let commands: Vec<&str> =
        chapter.lines().filter_map(|line| line.strip_prefix("kabinet import ")).collect();
    assert!(commands.len() >= 5, "{commands:?}");
    let paper = p("ПОЛОЖЕНИЕ") + &p("о кабинете") + &p("1. Общее") + &p("1.1. Кабинет открыт.");
    let order = p("ПРИКАЗ") + &p("от 01.09.2026 № 45") + &p("О смотре кабинетов") + &p("1. Провести смотр.");
    let notice = p("Уважаемые коллеги!") + &p("21 декабря 2026 года в 10:00 состоится семинар «Оценивание».");
    let material = p("Памятка молодому педагогу") + &p("Начните с малого.");
    let rows: [&[&str]; 2] =
        [&[&p("Мероприятие"), &p("Дата")], &[&p("Семинар «Чтение»"), &p("12.11.2026 14:00")]];
    let cell =
        |place: &str, text: &str| format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let (head, row) =
        (cell("A1", "Мероприятие") + &cell("B1", "Дата"), cell("A2", "Выставка") + &cell("B2", "5.12.2026"));
    let site = SiteTest::new()
        .file("Положение.docx", Docx::new(&paper).bytes())
        .file("Приказ.docx", Docx::new(&order).bytes())
        .file("Объявление.docx", Docx::new(&notice).bytes())
        .file("присланное/памятка.docx", Docx::new(&material).bytes())
        .file("план.xlsx", workbook(&[("План", "", &[&head, &row], "")]))
        .file("План.docx", Docx::new(&table(&rows)).bytes());
    for command in commands {
        let arguments: Vec<&str> = std::iter::once("import").chain(command.split_whitespace()).collect();
        let outcome = site.run(&arguments);
        assert_eq!(outcome.code(), 0, "{command}\n{}", outcome.said());
        assert!(outcome.said().contains("Документ создан"), "{command}\n{}", outcome.said());
    }
    site.build().ok();
}
