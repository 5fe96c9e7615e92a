//! Files that provoke the rules of the import, each with what its help says to do.

use super::office::{Docx, archive, p, r, workbook};
use super::pdf::{Names, enciphered, lines, pdf, scanned};

const TITLE: &str = "ПОЛОЖЕНИЕ\nо кабинете\n\n";
const BODY: &str = "1. Общие положения\n1.1. Кабинет создан отделом образования.\n";

/// A file that provokes a rule.
pub(super) struct Case {
    pub(super) rule: &'static str,
    /// The name of the file.
    pub(super) file: &'static str,
    pub(super) bytes: Vec<u8>,
    /// What is typed after the file.
    pub(super) words: &'static [&'static str],
    /// Files that lie in the site already.
    pub(super) beside: Vec<(&'static str, &'static str)>,
    /// What is said, where the rule has several messages.
    pub(super) said: Option<&'static str>,
    pub(super) remedy: Remedy,
}

/// What the help of a message says to do, where a test can.
pub(super) enum Remedy {
    /// Only a person can, or nothing is to be done.
    None,
    /// Other words in the file.
    Text(&'static str, &'static str),
    /// Other words after the file.
    Words(&'static [&'static str]),
    /// Another file in its place.
    Bytes(Vec<u8>),
}

const PAPER: &[&str] = &["--kind", "Документ"];
const PLAN: &[&str] = &["--kind", "план"];

/// A paper with what stands over its title and after its first clause.
fn text(rule: &'static str, head: &str, more: &str) -> Case {
    let bytes = format!("{head}{TITLE}{BODY}{more}").into_bytes();
    Case {
        rule,
        file: "source.txt",
        bytes,
        words: PAPER,
        beside: Vec::new(),
        said: None,
        remedy: Remedy::None,
    }
}

/// A file of bytes.
fn file(rule: &'static str, file: &'static str, bytes: impl Into<Vec<u8>>) -> Case {
    Case { file, bytes: bytes.into(), ..text(rule, "", "") }
}

/// A paper of Word with something in it.
fn word(rule: &'static str, more: &str) -> Case {
    let body: String = TITLE.lines().chain(BODY.lines()).filter(|line| !line.is_empty()).map(p).collect();
    file(rule, "source.docx", Docx::new(&(body + more)).bytes())
}

/// A plan as a table of commas.
fn plan(rule: &'static str, rows: &str) -> Case {
    Case { words: PLAN, ..file(rule, "plan.csv", rows) }
}

impl Case {
    fn said(self, said: &'static str) -> Self {
        Self { said: Some(said), ..self }
    }

    fn mended(self, from: &'static str, to: &'static str) -> Self {
        Self { remedy: Remedy::Text(from, to), ..self }
    }

    fn with(self, words: &'static [&'static str]) -> Self {
        Self { words, ..self }
    }

    fn by(self, words: &'static [&'static str]) -> Self {
        Self { remedy: Remedy::Words(words), ..self }
    }

    fn beside(self, path: &'static str, text: &'static str) -> Self {
        Self { beside: vec![(path, text)], ..self }
    }
}

/// The rules of plain texts: their heads.
fn heads() -> Vec<Case> {
    vec![
        text("import-field-unsure", "Принято на Педагогическом Совете\n\n", ""),
        file(
            "import-value-unsure",
            "source.txt",
            "Семинар «Оценивание»\n\nУважаемые коллеги! Приглашаем вас на семинар 21 декабря 2026 года в 10.00.\n",
        )
        .with(&["--kind", "мероприятие"]),
        text("import-field-blank", "УТВЕРЖДАЮ\nДиректор МБУ «ИМЦ»\nприказ № 5 от «__» ______ 20__ г.\n\n", "")
            .mended("«__» ______ 20__", "01.09.2026"),
        text("import-field-blank", "УТВЕРЖДАЮ\nДиректор\nПриказ № _____ от 20.11.2019\n\n", "")
            .mended("№ _____", "№ 5"),
        text("import-act-without-number", "УТВЕРЖДАЮ\nДиректор\nприказ от «30» августа 2023г\n\n", "")
            .mended("приказ от", "приказ № 7 от"),
        file(
            "import-letterhead",
            "source.txt",
            format!("Муниципальное бюджетное общеобразовательное учреждение «СОШ № 6»\n\nПОЛОЖЕНИЕ\nо методической службе района\n\n{BODY}"),
        ),
        file(
            "import-two-columns",
            "source.txt",
            format!("ПРИНЯТО      УТВЕРЖДАЮ\nсоветом            Директор\n{TITLE}{BODY}"),
        ),
        text("import-header-unread", "Некая строка над заголовком\n\n", ""),
        file("import-title-missing", "source.txt", "просто текст\n")
            .said("заголовок не найден")
            .by(&["--kind", "Документ", "--id", "polozhenie-o-kabinete"]),
        text("import-value-unknown", "", "")
            .beside(
                "themes/imc/vocabularies/document-types.yaml",
                "vocabulary: document-types\nlabel: Тип документа\naddress: /document-types/\nterms:\n  - {id: prikaz, label: приказ}\n",
            )
            .said("поле «Тип документа» не заполнено: значения «положение» нет в списке сайта"),
        file("import-title-capitals", "source.txt", format!("ПОЛОЖЕНИЕ О ЦЕНТРЕ ИМЦ Г. ВОЛОГДЫ\n\n{BODY}")),
        text("import-year-short", "УТВЕРЖДЕНО\nприказом управления образования\nот 01.09.24 № 45\n\n", "")
            .mended("01.09.24", "01.09.2024"),
    ]
}

/// The rules of plain texts: their clauses.
fn clauses() -> Vec<Case> {
    vec![
        text("import-numbering-gap", "", "1.3. Кабинет работает.\n")
            .said("пропуск в нумерации: после п. 1.1 сразу п. 1.3")
            .mended("1.3.", "1.2."),
        text("import-number-repeated", "", "1.1. Кабинет работает.\n").mended("1.1. Кабинет р", "1.2. Кабинет р"),
        text("import-number-back", "", "1.3. Кабинет работает.\n1.2. Кабинет открыт.\n"),
        text("import-orphan-clause", "", "4. Порядок\n4.1.1. Кабинет работает.\n"),
        text("import-section-numerals", "", "II. Порядок\n2.1. Порядок простой.\n"),
        text("import-number-lookalike", "", "II. Порядок\n2.1. Порядок простой.\nШ. Права\n3.1. Право есть.\n"),
        text("import-number-tight", "", "4. Права\n4.1Информационно-методический центр открыт.\n")
            .mended("4.1И", "4.1. И"),
        text("import-number-without-dot", "", "5. Порядок\n5.1. Кабинет открыт.\n5.2 Права есть у всех.\n"),
        text(
            "import-section-is-clause",
            "",
            "2. Порядок\n2.1. Порядок простой.\n3. Права\n3.1. Право есть.\n4. Состав\n4.1. Состав мал.\n5. Настоящее Положение может быть дополнено решением совета.\n",
        ),
        text("import-bullet-and-number", "", "3. Состав\n- 3.1. Штатное расписание утверждает директор.\n"),
        text("import-item-without-bullet", "", "1.2. Кабинет ведёт:\n- приём педагогов;\nвыдачу литературы;\n- обмен опытом.\n"),
        text("import-bullet-doubled", "", "1.2. Кабинет ведёт:\n· - приём педагогов;\n· - обмен опытом.\n"),
        text("import-list-split", "", "1.2. Кабинет ведёт:\n- приём педагогов;\n\n- обмен опытом.\n"),
        text("import-sentence-broken", "", "1.2. Кабинет ведёт работу с молодыми\n\nпедагогами района и их наставниками.\n"),
        text("import-hyphen-space", "", "1.2. Кабинет ведёт учебно- методическую работу.\n").mended("учебно- ", "учебно-"),
        file(
            "import-hyphen-kept",
            "source.txt",
            format!("{TITLE}1. Общие положения\n1.1. Кабинет создан отделом образования для помощи и социально-\nпсихологической поддержки педагогов.\n1.2. Кабинет работает ежедневно и без\nвыходных дней.\n"),
        ),
        file(
            "import-hyphen-doubtful",
            "source.txt",
            format!("{TITLE}1. Общее\n1.1. Центр ведёт методическую работу и образо-\nвательную деятельность, и\nобразовательную тоже,\nи прочую.\n"),
        )
        .mended("образо-\nвательную", "образовательную"),
        text("import-table", "", "Показатель\tИсточник\nКоличество педагогов\tОтчёт\nДоля\tСводка\n"),
        text("import-hidden", "", "[bookmark: _GoBack]\n"),
        text("import-leftover-text", "", "1.2. Порядок дан в пункте Ошибка! Источник ссылки не найден.\n")
            .mended("Ошибка! Источник ссылки не найден", "1.1"),
        text("import-page-number", "", "Страница 2 из 8\n1.2. Кабинет открыт.\n"),
        file(
            "import-numbers-inside",
            "source.txt",
            format!("{TITLE}1. Общее. 1.1. Первый пункт. 1.2. Второй пункт. 1.3. Третий пункт.\n"),
        ),
        text("import-invisible", "", "1.2. Кабинет ведёт про\u{ad}граммы.\n"),
        text("import-spaces", "", "1.2. Кабинет   ведёт   работу.\n").said("лишние пробелы заменены одним: в 2 местах"),
        text("import-truncated", "", "1.2. В штате методист по кадрам,\n1.3. Кабинет открыт.\n").mended("кадрам,", "кадрам."),
        text("import-homoglyph", "", "1.2. Закон № 273-Ф3 соблюдается.\n").mended("273-Ф3", "273-ФЗ"),
        text("import-quotes-mixed", "", "1.2. Приняты «Порядок» и \"Правила\".\n"),
        file(
            "import-names-drift",
            "source.txt",
            "ПОЛОЖЕНИЕ\nо методическом центре\n\n1. Общее\n1.1. Методический кабинет (далее — кабинет) создан.\n1.2. Методический кабинет открыт.\n",
        ),
        file(
            "import-foreign-place",
            "source.txt",
            "ПОЛОЖЕНИЕ\nо методической службе района\n\n1. Общее\n1.1. Служба работает в городе и селе.\n",
        ),
        text(
            "import-similar-clauses",
            "",
            "1.2. Организует методическое сопровождение молодых педагогов школ района ежегодно.\n1.3. Организует методическое сопровождение молодых педагогов школ района постоянно.\n",
        ),
    ]
}

/// A page that prints a paper.
fn printed() -> String {
    lines(&format!("{TITLE}{BODY}").lines().filter(|line| !line.is_empty()).collect::<Vec<_>>())
}

/// The rules of bytes that are read otherwise, or not at all.
fn files() -> Vec<Case> {
    let compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
    let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let paper = format!("{TITLE}{BODY}");
    let whole = Docx::new(&paper.lines().map(p).collect::<String>()).bytes();
    let cp1251 = encoding_rs::WINDOWS_1251.encode(&paper).0.into_owned();
    let entities = archive(&[("word/document.xml", b"<!DOCTYPE a [<!ENTITY b \"bbbb\">]><a>&b;</a>")]);
    let mut lossy = b"\xef\xbb\xbf".to_vec();
    lossy.extend(paper.bytes());
    lossy.push(0xff);
    vec![
        file("import-pdf", "source.pdf", pdf(&[printed()], Names::Russian)).said(
            "текст взят из PDF (1 с.), поэтому страница — черновик; порядок и абзацы восстановлены по местам букв",
        ),
        file("import-pdf-pages", "source.pdf", pdf(&[printed(), scanned()], Names::Russian)),
        file("import-pdf-scan", "source.pdf", pdf(&[scanned()], Names::Russian)),
        file("import-pdf-garbled", "source.pdf", pdf(&[printed()], Names::Strange)),
        file("import-pdf-restricted", "source.pdf", enciphered(&pdf(&[scanned()], Names::Russian))),
        file("import-not-text", "source.png", b"\x89PNG\r\n\x1a\n"),
        file(
            "import-page-kept",
            "source.html",
            format!("<!DOCTYPE html><p>{}</p>", paper.trim().replace('\n', "</p><p>")),
        ),
        Case { remedy: Remedy::Bytes(whole.clone()), ..file("import-old-word", "source.doc", compound) },
        Case { remedy: Remedy::Bytes(whole.clone()), ..file("import-old-failed", "source.doc", compound) }
            .beside("programs/soffice", "#!/bin/sh\nexit 0\n"),
        file("import-old-read", "source.doc", compound).beside("programs/soffice", office_program()),
        file("import-protected", "source.docx", [compound, locked.as_slice()].concat()),
        file("import-damaged", "source.docx", &whole[..whole.len() / 2])
            .said("«source.docx» повреждён: архив, из которого он состоит, не открывается"),
        file("import-excessive", "source.docx", entities)
            .said("«source.docx» не похож на документ: определяет собственные подстановки"),
        file("import-empty", "source.txt", " \n\u{200b}\n"),
        file("import-encoding", "source.txt", cp1251),
        Case {
            remedy: Remedy::Bytes(paper.clone().into_bytes()),
            ..file("import-encoding-lossy", "source.txt", lossy)
        },
        file("import-bad-id", "source.txt", paper.clone())
            .with(&["--kind", "Документ", "--id", "Положение об ИМЦ"])
            .by(&["--kind", "Документ", "--id", "polozhenie-imc"]),
        file("import-edited", "source.txt", paper.clone())
            .beside(
                "content/regulations/polozhenie-kabinete/index.md",
                "---\ntitle: Положение о кабинете\n---\nИное.\n",
            )
            .by(&["--kind", "Документ", "--force"]),
        Case {
            beside: vec![
                ("content/regulations/polozhenie-kabinete/index.md", "---\ntitle: Положение о кабинете\n---\nИное.\n"),
                (
                    "content/regulations/polozhenie-kabinete/original.txt",
                    "ПОЛОЖЕНИЕ\nо кабинете\n\nСовсем другие слова об ином устройстве библиотеки города.\n",
                ),
            ],
            ..file("import-another", "source.txt", paper.clone())
        }
        .with(&["--kind", "Документ"])
        .by(&["--kind", "Документ", "--id", "kabinet"]),
        file("import-site-file", "a.md", "---\nзаголовок: Новость\n---\nТ.\n"),
        file("import-table-unfit", "zapros.csv", "Имя;Телефон\nа;б\n").with(&["--kind", "запрос"]),
        file("import-column-missing", "zapros.csv", "Название;Срок\nСводка;01.12.2026\n")
            .with(&["--kind", "запрос"]),
    ]
}

/// The rules of what a document of Word holds beside its text.
fn papers() -> Vec<Case> {
    let comments: String = (0..22)
        .map(|at| format!("<w:comment w:id=\"{at}\">{}</w:comment>", p(&format!("вопрос {at}"))))
        .collect();
    let paper: String = TITLE.lines().chain(BODY.lines()).filter(|line| !line.is_empty()).map(p).collect();
    let docx = |more: &str| Docx::new(&(paper.clone() + more));
    let picture = |description: &str| {
        format!(
            "<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"x\" descr=\"{description}\"/><a:graphic>\
             <a:graphicData><a:blip r:embed=\"rPic\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
        )
    };
    let shown = |rule, description: &str, name: &str, bytes: &[u8]| {
        file(rule, "source.docx", docx(&picture(description)).picture(name, bytes).bytes())
    };
    let png = b"\x89PNG\r\n\x1a\n";
    let deleted = "<w:p><w:del w:id=\"1\"><w:r><w:delText>тайное слово</w:delText></w:r></w:del></w:p>";
    let cells = [p("СОГЛАСОВАНО"), p("УТВЕРЖДАЮ"), p("Председатель"), p("Директор")];
    let columns = super::office::table(&[&[&cells[0], &cells[1]], &[&cells[2], &cells[3]]]);
    vec![
        Case { remedy: Remedy::Bytes(docx("").bytes()), ..word("import-left-deleted", deleted) },
        word(
            "import-left-moved",
            &format!("<w:p><w:moveFrom w:id=\"3\">{}</w:moveFrom></w:p>", r("перенесено")),
        ),
        word("import-inserted", &format!("<w:p><w:ins w:id=\"3\">{}</w:ins></w:p>", r("1.2. Вставлено."))),
        file("import-left-comment", "source.docx", docx("").part("comments", &comments).bytes()),
        file("import-left-more", "source.docx", docx("").part("comments", &comments).bytes()),
        word("import-left-hidden", "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>тайна</w:t></w:r></w:p>"),
        file("import-left-margin", "source.docx", docx("").part("header", &p("Бланк центра")).bytes()),
        word(
            "import-left-object",
            "<w:p><w:r><w:drawing><wp:inline><chart/></wp:inline></w:drawing></w:r></w:p>",
        )
        .said("объект не перенесён: диаграмма"),
        file("import-left-spoken", "source.pptx", spoken()),
        Case { remedy: Remedy::Bytes(docx("").bytes()), ..word("import-draft", deleted) },
        file("import-columns-read", "source.docx", Docx::new(&(columns + &paper)).bytes()),
        shown("import-picture-kept", "Схема кабинета", "image1.png", png),
        shown("import-picture-undescribed", "", "image1.png", png),
        shown("import-picture-unshown", "Схема", "image1.emf", b"\x01\0\0\0emf"),
    ]
}

/// The rules of tables.
fn plans() -> Vec<Case> {
    let sheet = "<c r=\"A1\" t=\"inlineStr\"><is><t>Мероприятие</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>Дата</t></is></c>";
    let row = "<c r=\"A2\" t=\"inlineStr\"><is><t>Семинар</t></is></c><c r=\"B2\" t=\"inlineStr\"><is><t>12 ноября</t></is></c>";
    vec![
        plan("import-plan-headless", "Имя;Телефон\nа;б\n")
            .mended("Имя;Телефон\nа;б", "Мероприятие;Дата\nСеминар;12.11.2026"),
        plan("import-plan-empty", "Мероприятие;Дата\nСеминар;в течение месяца\n")
            .mended("в течение месяца", "12.11.2026"),
        plan("import-row-unread", "Мероприятие;Дата;Место\nСеминар;12.11.2026;ИМЦ\n;13.11.2026;ИМЦ\n"),
        plan("import-row-day", "Мероприятие;Дата\nСеминар;12.11.2026\nСовет;до 15 ноября\n")
            .mended("до 15 ноября", "15.11.2026"),
        Case {
            words: PLAN,
            ..file("import-row-year", "plan.xlsx", workbook(&[("План", "", &[sheet, row], "")]))
        },
        plan("import-row-guessed", "Мероприятие;Дата\nСеминар;с 12.11.2026\n").mended("с 12", "12"),
        plan("import-row-outside", "План на ноябрь 2026 года;\nМероприятие;Дата\nСеминар;12.11.2025\n")
            .mended("11.2025", "11.2026"),
        plan("import-row-partly", "Мероприятие;Дата;Участники\nСеминар;12.11.2026;учителя биологии\n")
            .mended("учителя биологии", "учителя"),
        plan("import-row-words", "Мероприятие;Дата;Участники\nСеминар;12.11.2026;все, кроме учителей\n")
            .mended("все, кроме учителей", "учителя"),
        file(
            "import-change-told",
            "pismo.txt",
            "Семинар «Оценивание»\n\nСеминар 12 ноября 2026 года переносится, новый день сообщим позже.\n",
        )
        .with(&["--kind", "мероприятие"])
        .mended("переносится, новый день сообщим позже", "переносится на 19 ноября 2026 года"),
        plan("import-row-empty", "Мероприятие;Дата;Место\nСеминар;12.11.2026;\n").mended("2026;", "2026;ИМЦ"),
        plan("import-row-term", "Мероприятие;Дата\nНечто необычное;12.11.2026\n").mended("Нечто", "Семинар"),
        plan("import-column-unknown", "Мероприятие;Дата;Примечание\nСеминар;12.11.2026;запись у методиста\n"),
    ]
}

/// Every case.
pub(super) fn cases() -> Vec<Case> {
    heads().into_iter().chain(clauses()).chain(files()).chain(papers()).chain(plans()).collect()
}

/// A presentation with a note of the speaker.
fn spoken() -> Vec<u8> {
    use super::office::{Slide, line, presentation, shape};
    let notes = shape("body", &line("/>", "сказать о сроках"));
    presentation(&[Slide::new(&shape("title", &line("/>", "Работа кабинета"))).part("notesSlide", &notes)])
}

/// A program that makes a document of whatever it is given, as LibreOffice is asked to.
fn office_program() -> &'static str {
    let paper = format!("{TITLE}{BODY}");
    let line = |line: &str| {
        let letters = line.encode_utf16().map(|unit| format!("\\\\u{}?", unit.cast_signed()));
        letters.collect::<String>() + "\\\\par "
    };
    let text: String = paper.lines().filter(|line| !line.is_empty()).map(line).collect();
    format!("#!/bin/sh\n/bin/mkdir made && printf '{{\\\\rtf1 {text}}}' > made/source.docx\n").leak()
}
