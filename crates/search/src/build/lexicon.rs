//! The dictionary side of matching: stems of every form on the site, and the exceptions for readers' forms.

use crate::stems::snowball;
use crate::text::{Surface, fold};
use anyhow::Result;
use rumorph::{Analysis, Dictionary, Source};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};

/// Hashes alike in every run.
type Hashing = BuildHasherDefault<DefaultHasher>;

/// Guesses below this share are noise.
const LIKELY: f64 = 0.15;
/// Forms per thread below which threads do not pay.
const CHUNK: usize = 2_000;

/// A distinct folded form of the site.
#[derive(Debug, Clone, Default)]
pub(super) struct SiteForm {
    pub(super) form: String,
    /// Whether it was seen written like an abbreviation: `РМО`, `КРИПКиПРО`.
    pub(super) capitals: bool,
    /// The spellings in which it was seen, the first few.
    pub(super) seen: Vec<Surface>,
}

impl SiteForm {
    /// Notes how the form was written.
    pub(super) fn note(&mut self, surface: Surface) {
        const MOST: usize = 6;
        if self.seen.len() < MOST && !self.seen.contains(&surface) {
            self.seen.push(surface);
        }
    }

    /// Returns how readers write the form.
    ///
    /// `ё` stands where the dictionary has it in all readings, or where the site writes it and never otherwise.
    /// Capitals stand where the word is an abbreviation, or a name, and is never written without them.
    fn surface(&self, readings: &[Analysis], dictionary: &Dictionary) -> Surface {
        let known: Vec<&Analysis> = readings.iter().filter(|r| r.source == Source::Dictionary).collect();
        let spelled = known.iter().filter_map(|reading| Surface::of(&reading.word, &self.form));
        let spelled = spelled.map(|surface| surface.dots).reduce(|all, one| all & one);
        let seen = self.seen.iter().map(|surface| surface.dots).reduce(|all, one| all & one);
        let dots = spelled.unwrap_or(0) | seen.filter(|_| spelled.is_none()).unwrap_or(0);
        let name = known.iter().all(|r| dictionary.ud_tag(r.ud).is_some_and(|tag| tag.pos() == "PROPN"));
        let capitals = self.seen.iter().map(|surface| surface.capitals);
        let (fewest, most) = (capitals.clone().min(), capitals.max());
        let capitals = match (fewest, most) {
            (Some(fewest), _) if fewest > 1 => fewest,
            (Some(1), Some(most)) if self.capitals && most > 1 => most,
            (Some(1), _) if name => 1,
            _ => 0,
        };
        Surface { capitals, dots }
    }
}

/// The stems of the site's forms and of all other forms of the same words.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    /// Stems by the number of the form.
    pub(super) stems: Vec<Vec<String>>,
    /// How readers write the forms, by the number of the form.
    pub(super) surfaces: Vec<Surface>,
    /// Forms whose stems differ from what the rule gives.
    pub(super) exceptions: BTreeMap<String, Vec<String>>,
}

impl Lexicon {
    /// Lists the forms that are written otherwise than folded.
    pub(super) fn written<'f>(&self, forms: &'f [SiteForm]) -> BTreeMap<&'f str, Surface> {
        let all = forms.iter().zip(&self.surfaces).map(|(form, surface)| (form.form.as_str(), *surface));
        all.filter(|(_, surface)| !surface.is_plain()).collect()
    }
}

/// Analyses the forms, on all processors when there are many; the result does not depend on their number.
pub(super) fn analyse(forms: &[SiteForm]) -> Result<Lexicon> {
    let dictionary = Dictionary::bundled()?;
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(8);
    let chunk = forms.len().div_ceil(threads).max(CHUNK);
    let parts: Vec<Part> = std::thread::scope(|scope| {
        let handles: Vec<_> =
            forms.chunks(chunk).map(|forms| scope.spawn(|| Part::of(forms, &dictionary))).collect();
        handles.into_iter().map(|handle| handle.join().unwrap_or_default()).collect()
    });
    anyhow::ensure!(
        parts.iter().map(|p| p.stems.len()).sum::<usize>() == forms.len(),
        "analysis was cut short"
    );
    Ok(merge(forms, parts))
}

/// What one thread has found.
#[derive(Default)]
struct Part {
    stems: Vec<Vec<String>>,
    surfaces: Vec<Surface>,
    irregular: Vec<(String, String)>,
    /// Hashes of forms that some word also inflects by the rule.
    regular: HashSet<u64>,
}

impl Part {
    fn of(forms: &[SiteForm], dictionary: &Dictionary) -> Self {
        let mut part = Self::default();
        let mut lexemes = HashSet::new();
        for form in forms {
            let readings = readings(dictionary, form);
            let mut stems: BTreeSet<String> = readings.iter().map(|r| snowball(&fold(&r.lemma))).collect();
            if readings.iter().all(|reading| reading.source != Source::Dictionary) {
                stems.insert(snowball(&form.form));
                if form.capitals {
                    stems.insert(form.form.clone());
                }
            }
            part.stems.push(stems.into_iter().collect());
            part.surfaces.push(form.surface(&readings, dictionary));
            for reading in &readings {
                let table = reading.entry.map(|entry| entry.table);
                if lexemes.insert((reading.lemma.clone(), table)) {
                    part.inflect(dictionary, reading);
                }
            }
        }
        part
    }

    /// Notes all forms of the word.
    fn inflect(&mut self, dictionary: &Dictionary, reading: &Analysis) {
        let stem = snowball(&fold(&reading.lemma));
        for inflected in dictionary.forms(reading) {
            let form = fold(&inflected.word);
            if snowball(&form) == stem {
                self.regular.insert(Hashing::default().hash_one(&form));
            } else {
                self.irregular.push((form, stem.clone()));
            }
        }
    }
}

/// Returns the readings that count: all of the dictionary's, else the likely guesses.
pub(super) fn readings(dictionary: &Dictionary, form: &SiteForm) -> Vec<Analysis> {
    let letters = form.form.chars().count();
    if letters < 2 || !form.form.chars().all(|c| matches!(c, 'а'..='я' | '-')) {
        return Vec::new();
    }
    let mut readings = dictionary.analyze(&form.form);
    if !readings.iter().any(|reading| reading.source == Source::Dictionary) {
        // A made-up inflection of an abbreviation would only bring noise.
        readings.retain(|reading| !form.capitals && letters > 3 && reading.prob >= LIKELY);
    }
    readings
}

fn merge(forms: &[SiteForm], parts: Vec<Part>) -> Lexicon {
    let mut lexicon = Lexicon::default();
    let mut found: HashMap<String, BTreeSet<String>> = HashMap::new();
    let mut regular: HashSet<u64> = HashSet::new();
    for part in parts {
        lexicon.stems.extend(part.stems);
        lexicon.surfaces.extend(part.surfaces);
        regular.extend(part.regular);
        for (form, stem) in part.irregular {
            found.entry(form).or_default().insert(stem);
        }
    }
    let complete = |(form, mut stems): (String, BTreeSet<String>)| {
        if regular.contains(&Hashing::default().hash_one(&form)) {
            stems.insert(snowball(&form));
        }
        (form, stems)
    };
    let mut exceptions: BTreeMap<String, BTreeSet<String>> = found.into_iter().map(complete).collect();
    for (site, stems) in forms.iter().zip(&lexicon.stems) {
        exceptions.insert(site.form.clone(), stems.iter().cloned().collect());
    }
    lexicon.exceptions = exceptions
        .into_iter()
        .map(|(form, stems)| (form, stems.into_iter().collect::<Vec<_>>()))
        .filter(|(form, stems)| *stems != [snowball(form)])
        .collect();
    lexicon
}
