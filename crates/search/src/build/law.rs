//! The law of inflection: whatever form of a word stands on the site, every form of it leads there.
//!
//! A query word finds a page when one of its stems is among the stems under which the page's word is indexed; the law
//! is checked at this point, where thousands of words take no time.

use super::lexicon::{SiteForm, analyse};
use crate::stems::Stems;
use crate::text::{fold, runs};
use anyhow::{Context as _, Result};
use rumorph::{Analysis, Dictionary, Source};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Stems of a site that has these forms, as its readers know them.
fn site(forms: &[String]) -> Result<(Vec<Vec<String>>, Stems)> {
    let forms: Vec<SiteForm> =
        forms.iter().map(|form| SiteForm { form: form.clone(), ..SiteForm::default() }).collect();
    let lexicon = analyse(&forms)?;
    let mut core = crate::bundle::Core::default();
    let mut blobs = Vec::new();
    super::pack_exceptions(&lexicon, &mut core, &mut blobs);
    let exceptions = &blobs[core.exceptions.0..core.exceptions.1];
    let stems = Stems::read(exceptions, core.targets).context("exceptions that cannot be read")?;
    Ok((lexicon.stems, stems))
}

/// Tells whether the reading is a noun, an adjective or a verb of the dictionary.
fn inflects(dictionary: &Dictionary, reading: &Analysis) -> bool {
    let pos = dictionary.ud_tag(reading.ud).map(|tag| tag.pos());
    reading.source == Source::Dictionary
        && reading.word.chars().count() > 1
        && matches!(pos, Some("NOUN" | "PROPN" | "ADJ" | "VERB"))
}

/// Checks that all forms of all dictionary words among the site's forms find them; returns how many were asked.
fn hold(site_forms: &[String]) -> Result<usize> {
    let dictionary = Dictionary::bundled()?;
    let (indexed, stems) = site(site_forms)?;
    let mut asked = 0;
    for (form, indexed) in site_forms.iter().zip(&indexed) {
        let readings = dictionary.analyze(form);
        for reading in readings.iter().filter(|reading| inflects(&dictionary, reading)) {
            for inflected in dictionary.forms(reading) {
                let typed = fold(&inflected.word);
                let found = stems.of(&typed).iter().any(|stem| indexed.contains(stem));
                assert!(found, "«{typed}» of «{}» misses «{form}»", reading.lemma);
                asked += 1;
            }
        }
    }
    Ok(asked)
}

/// Verbs and prefixes; what is no word together the dictionary does not know.
const VERBS: &str = "писать читать учить говорить делать работать ходить ехать нести вести брать дать взять стать \
    лечь сесть печь мочь беречь жечь стричь тереть мереть колоть молоть бороться мыть пить бить лить шить петь \
    жить плыть слыть звать рвать ждать лгать спать гнать дышать слышать видеть смотреть держать терпеть вертеть \
    ставить править ловить любить кормить топить красить носить возить гасить чистить пустить мстить ездить \
    водить будить судить ладить крутить платить светить молчать кричать стучать лежать бежать хотеть есть идти \
    расти цвести мести грести везти ползти лезть красть прясть класть упасть клясть чесать мазать резать вязать \
    плясать искать плескать хлопать дремать сыпать орать стлать строить клеить доить поить таить создать \
    утвердить развивать формировать организовать координировать обеспечить аттестовать планировать";
const PREFIXES: &str = "в вы до за из ис на над не о об обо от пере по под пред при про раз рас с со у";
/// Beginnings and ends of nouns and adjectives.
const ROOTS: &str = "учи писа чита строи води вози носи суди люби лови грузи руби работ школ урок метод район центр \
    город област край институт музе спорт игр книг бумаг рук ног голов глаз дорог вод земл лес пол мор рек гор \
    дерев цвет свет зим лет весн осен ноч ден утр вечер год месяц недел час минут школьн детск учебн книжн";
const ENDS: &str = " а о ь я тель ник ница ка ок ек ец ость ение ание ство чик щик ный ной ский ской овый евый ивый \
    ливый тельный ческий чный истый атый ая ое ый ий ой";

fn words(list: &str) -> impl Iterator<Item = &str> {
    list.split(' ').map(str::trim)
}

#[test]
fn the_law_holds_over_a_sample_of_the_dictionary() -> Result<()> {
    let dictionary = Dictionary::bundled()?;
    let mut sample: BTreeSet<String> = BTreeSet::new();
    let verbs = words(PREFIXES).chain([""]).flat_map(|p| words(VERBS).map(move |verb| format!("{p}{verb}")));
    let nouns = words(ROOTS).flat_map(|root| words(ENDS).map(move |end| format!("{root}{end}")));
    sample.extend(verbs.chain(nouns));
    let letters: Vec<char> = ('а'..='я').collect();
    // All words of three letters, short as the irregular ones are.
    for &a in &letters {
        for &b in &letters {
            sample.extend(letters.iter().map(|c| format!("{a}{b}{c}")));
        }
    }
    let known = |word: &String| dictionary.analyze(word).iter().any(|r| inflects(&dictionary, r));
    let sample: Vec<String> = sample.into_iter().filter(known).collect();
    assert!(sample.len() > 2_500, "only {} words", sample.len());
    let asked = hold(&sample)?;
    assert!(asked > 60_000, "only {asked} forms");
    // The same when another form stands on the site.
    let other = |(number, word): (usize, &String)| {
        let readings = dictionary.analyze(word);
        let forms = dictionary.forms(readings.first()?);
        forms.get(number * 7 % forms.len().max(1)).map(|form| fold(&form.word))
    };
    let inflected: BTreeSet<String> = sample.iter().enumerate().filter_map(other).collect();
    hold(&inflected.into_iter().collect::<Vec<_>>()).map(drop)
}

#[test]
fn the_law_holds_over_the_words_of_the_portal_and_of_the_seeds() -> Result<()> {
    let home = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let mut texts = vec![include_str!("../../tests/suite/words.rs").to_owned()];
    for folder in ["../../content", "../../../shared/seeds"] {
        let before = texts.len();
        read(&home.join(folder), &mut texts);
        if texts.len() == before {
            skipped(folder);
        }
    }
    let mut forms: BTreeSet<String> = BTreeSet::new();
    for text in &texts {
        forms.extend(runs(text).map(|run| fold(&text[run.range])));
    }
    let russian = |form: &String| form.chars().all(|c| matches!(c, 'а'..='я' | '-'));
    let forms: Vec<String> = forms.into_iter().filter(russian).collect();
    assert!(hold(&forms)? > 3_000);
    Ok(())
}

fn skipped(folder: &str) {
    eprintln!("SKIPPED: nothing to read in {folder}");
}

fn read(folder: &Path, texts: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            read(&path, texts);
        } else {
            texts.extend(std::fs::read_to_string(&path));
        }
    }
}
