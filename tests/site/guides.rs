//! The guides' own examples: each is built, each command is understood.

use std::fs;
use std::path::Path;

use crate::office::{Docx, p, table, workbook};
use crate::pdf::{Names, lines, pdf};
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
            .file("content/events/plan.docx", Docx::new(&p("Проект плана")).bytes())
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
            asked += usize::from(understands(&site, name, rest));
        }
    }
    assert!(asked >= 15, "only {asked} commands were found");
}

/// Holds that a command is understood; `false` for what is only the shape of one.
fn understands(site: &SiteTest, from: &str, command: &str) -> bool {
    let arguments: Vec<&str> = command.split_whitespace().collect();
    if command.contains(['[', '…', '<', '|', ',', '(', '{']) || arguments[0] == "on" {
        return false;
    }
    // The help is printed where everything before it is understood.
    let outcome = site.run(&[&arguments[..], &["--help"]].concat());
    assert_eq!(outcome.code(), 0, "{from}: kabinet {command}\n{}", outcome.said());
    true
}

#[test]
fn every_link_between_pages_leads_somewhere() {
    let mut links = Vec::new();
    for name in GUIDES {
        let text = guide(name);
        let inline = text.split('`').filter(|words| words.starts_with("[[") && words.ends_with("]]"));
        links.extend(inline.map(str::to_owned));
    }
    assert!(links.len() >= 5, "{links:?}");
    let body = links.join("\n\n");
    let site =
        SiteTest::of_the_repository().file("content/news/primer.md", crate::news("Пример ссылок", &body));
    let dead: Vec<String> = site.problems().into_iter().filter(|said| said.contains("link-")).collect();
    assert_eq!(dead, [] as [&str; 0], "{body}");
}

/// What `kabinet explain` says of every rule, its paragraphs apart.
fn explanations(site: &SiteTest) -> Vec<(String, String)> {
    let list = site.run(&["explain"]);
    let rules = list.ok_output().lines().skip(1).filter(|line| !line.is_empty() && !line.starts_with(' '));
    rules.map(|rule| (rule.to_owned(), site.run(&["explain", rule]).ok_output().to_owned())).collect()
}

#[test]
fn every_command_of_explanations_and_help_is_understood() {
    let site = SiteTest::new();
    let mut texts = explanations(&site);
    texts.extend(["", "build", "search", "import", "serve"].map(|command| {
        let words: Vec<&str> = [command, "--help"].into_iter().filter(|word| !word.is_empty()).collect();
        (format!("kabinet {command} --help"), site.run(&words).ok_output().to_owned())
    }));
    let mut asked = 0;
    for (rule, text) in &texts {
        for rest in text.split("kabinet ").skip(1) {
            // A command ends where Russian words go on; names that the reader gives are in capitals.
            let word = |word: &&str| {
                let bare = word.trim_end_matches(['.', ',', ';', ':', ')', '»']);
                !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_graphic())
                    || bare.chars().all(|c| c.is_uppercase())
            };
            let line = rest.lines().next().unwrap_or_default();
            let words: Vec<&str> = line.split(' ').take_while(word).collect();
            // What stands for a value of one message is no value.
            if line.split(' ').nth(words.len()).is_some_and(|next| next.starts_with('…')) {
                continue;
            }
            let ended = words
                .iter()
                .position(|word| word.ends_with(['.', ',', ';', ':', ')', '»']))
                .map_or(words.len(), |at| at + 1);
            let command = words[..ended].join(" ");
            let command = command.trim_end_matches(['.', ',', ';', ':', ')', '»']);
            let named = [
                "build", "check", "serve", "search", "import", "explain", "rollback", "verify", "export",
                "init",
            ];
            let first = command.split(' ').next().unwrap_or_default();
            // «kabinet build», not «kabinet сам»; a number stands for what the reader knows.
            if named.contains(&first) {
                asked += usize::from(understands(&site, rule, &command.replace("НОМЕР", "4001")));
            }
        }
    }
    assert!(asked >= 30, "only {asked} commands were found");
}

#[test]
fn every_setting_of_explanations_is_read() {
    let known = ["title", "base_url", "theme", "video_hosts", "time_zone", "endpoint", "search"];
    let mut read = 0;
    for (rule, text) in explanations(&SiteTest::new()) {
        for line in text.lines().flat_map(|line| line.split("Пример: ").chain(line.split('«'))) {
            let Some((key, value)) = line.trim().split_once(": ") else { continue };
            let value = value.split(['»', ';']).next().unwrap_or_default().trim_end_matches('.');
            if !known.contains(&key) || value.contains('…') || value.is_empty() {
                continue;
            }
            let line = if key == "endpoint" {
                format!("search:\n  {key}: {value}")
            } else {
                format!("{key}: {value}")
            };
            let rest = ["title: Центр", "base_url: https://imc.example/"]
                .into_iter()
                .filter(|own| !own.starts_with(&format!("{key}:")));
            let settings = rest.map(|own| format!("{own}\n")).collect::<String>() + &line + "\n";
            let said = SiteTest::new().file("content/site.yaml", &settings).problems();
            assert!(said.iter().all(|said| !said.starts_with("error")), "{rule}: {settings}{said:?}");
            read += 1;
        }
    }
    assert!(read >= 4, "only {read} settings were found");
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
    let printed = ["ПОЛОЖЕНИЕ", "о смотре библиотек", "1. Общее", "1.1. Смотр проводит отдел образования."];
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
        .file("polozhenie.pdf", pdf(&[lines(&printed)], Names::Russian))
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

/// The names of settings that can be written where an unknown one stands, as the message about it lists them.
fn settings(text: &str) -> Vec<String> {
    let site = SiteTest::new().file("content/site.yaml", text);
    let outcome = site.run(&["check"]);
    let said = outcome.said().split_whitespace().collect::<Vec<_>>().join(" ");
    let known = said.split("Здесь можно писать: ").nth(1).unwrap_or_else(|| panic!("{said}"));
    // Beside each stands its Russian name.
    let names = known.split('.').next().unwrap().split(", ");
    names.map(|name| name.split(" (").next().unwrap().to_owned()).collect()
}

#[test]
fn the_table_of_settings_has_them_all_and_each_example_is_read() {
    let text = guide("docs/methodist.md");
    let chapter = text.split("## Настройки сайта").nth(1).unwrap().split("\n## ").next().unwrap();
    let rows: Vec<Vec<&str>> = chapter
        .lines()
        .filter(|line| line.starts_with("| ") && line.contains('`'))
        .map(|line| line.trim_matches('|').split('|').map(|cell| cell.trim().trim_matches('`')).collect())
        .collect();
    let head = "title: Центр\nbase_url: https://imc.example/\n";
    let nested = |group: &str| {
        let inner = settings(&format!("{head}{group}:\n  щщщщщщщщщщ: 1\n"));
        inner.into_iter().map(move |name| format!("{group}.{name}")).collect::<Vec<_>>()
    };
    let known =
        settings(&format!("{head}щщщщщщщщщщ: 1\n")).into_iter().flat_map(|name| match name.as_str() {
            "organization" | "search" => nested(&name),
            _ => vec![name],
        });
    let (mut known, mut russian): (Vec<String>, Vec<String>) = known.partition(|name| name.is_ascii());
    let mut told: Vec<&str> = rows.iter().map(|row| row[1]).collect();
    known.sort_unstable();
    told.sort_unstable();
    assert_eq!(told, known);
    russian.retain(|name| !rows.iter().any(|row| row[0] == name));
    assert_eq!(russian, [] as [&str; 0]);
    for row in rows {
        let (name, example) = (row[0].split(':').next().unwrap(), row[3]);
        assert!(example.starts_with(&format!("{name}: ")), "{row:?}");
        let own: String = head
            .lines()
            .filter(|line| !row[1].starts_with(line.split(':').next().unwrap()))
            .fold(String::new(), |text, line| text + line + "\n");
        let mut said = SiteTest::new().file("content/site.yaml", format!("{own}{example}\n")).problems();
        // What a centre is decides what else it has to tell.
        said.retain(|said| !said.contains("legal-fact"));
        assert_eq!(said, [] as [&str; 0], "{row:?}");
    }
}

#[test]
fn pictures_of_the_guide_are_there_are_light_and_say_what_they_show() {
    let text = guide("docs/methodist.md");
    let pictures: Vec<(&str, &str)> = text
        .lines()
        .filter_map(|line| line.strip_prefix("![")?.strip_suffix(')')?.split_once("]("))
        .filter(|(_, file)| file.starts_with("guide/"))
        .collect();
    assert!(pictures.len() >= 5, "{pictures:?}");
    for (says, file) in &pictures {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(file);
        let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{file}: {error}"));
        assert!(bytes.starts_with(b"\x89PNG") && bytes.len() <= 100_000, "{file}: {}", bytes.len());
        assert!(says.chars().count() >= 30, "{file}: «{says}»");
    }
    let drawn = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/guide")).unwrap().count();
    assert_eq!(drawn, pictures.len(), "no picture lies there that the guide does not show");
}

#[test]
fn help_in_the_terminal_shows_no_pictures() {
    let said = SiteTest::new().run(&["help", "предпросмотр"]).said();
    assert!(
        said.contains("Предпросмотр виден только на вашем компьютере") && !said.contains("guide/"),
        "{said}"
    );
}

#[test]
fn what_the_guide_calls_a_section_begins_a_page_of_it() {
    let guide = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/methodist.md")).unwrap();
    let table = guide.split("| раздел | папка |").nth(1).unwrap().split("\n\n").next().unwrap();
    let mut tried = 0;
    for row in table.lines().skip(2).filter(|row| row.starts_with('|')) {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let (section, folder) = (cells[1].split(" (").next().unwrap(), cells[2].trim_matches('`'));
        for called in [section, &section.to_lowercase()] {
            let site = SiteTest::new();
            let outcome = site.run(&["new", called, "Пример"]);
            let made =
                site.path("content").join(folder).read_dir().is_ok_and(|mut files| files.next().is_some());
            assert!(made, "{called} is no section of {folder}: {}", outcome.code());
        }
        tried += 1;
    }
    assert!(tried > 15, "only {tried} sections stand in the guide");
}
