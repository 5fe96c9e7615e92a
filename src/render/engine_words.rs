//! What the template engine says, in the language of theme authors. It speaks English and gives sentences, not values:
//! each of Tera 2.4 stands here with the text that replaces it, names and values kept.

use crate::i18n::{self, Arg, Lang};

/// The words for what the engine said. What a function of ours or a `throw` of the theme said stays as it is; a sentence
/// that is not known here is given whole, and called English.
pub(super) fn told(message: &str, lang: Lang) -> String {
    let known = SENTENCES.iter().find_map(|(sentence, key)| Some((key, holes(sentence, message)?)));
    if let Some((key, found)) = known {
        let named = found.iter().zip(NAMES);
        let args: Vec<(&str, Arg)> =
            named.map(|((words, hole), name)| (name, Arg::from(hole.printed(words, lang)))).collect();
        return i18n::text(lang, key, &args);
    }
    let foreign = lang == Lang::Ru && !message.contains(|c| matches!(c, 'а'..='я' | 'А'..='Я'));
    if foreign { i18n::text(lang, "engine-other", &[("a", Arg::from(message))]) } else { message.to_owned() }
}

/// The arguments of the texts, in the order of a sentence's holes.
const NAMES: [&str; 3] = ["a", "b", "c"];

/// What stands in a hole of a sentence.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Hole {
    /// `{}`: a name or a value of the template, or words that are left out.
    Name,
    /// `{t}` and `{w}`: a word of the engine for a type or a part of a template.
    Word,
}

impl Hole {
    /// What stands there, as it is printed: signs of the template lose their quotes, words of the engine are ours.
    fn printed(self, text: &str, lang: Lang) -> String {
        let known = WORDS.iter().find(|(word, _)| *word == text && self == Self::Word);
        known.map_or_else(|| text.replace('`', ""), |(_, key)| i18n::text(lang, key, &[]))
    }
}

/// What stands in the holes of a sentence, if the message is that sentence.
fn holes<'m>(sentence: &str, message: &'m str) -> Option<Vec<(&'m str, Hole)>> {
    let (mut rest, mut found, mut pattern) = (message, Vec::new(), sentence);
    while let Some((before, hole, after)) = next_hole(pattern) {
        rest = rest.strip_prefix(before)?;
        let literal = next_hole(after).map_or(after, |(text, ..)| text);
        // The last hole takes what is left.
        let end = if literal.is_empty() { rest.len() } else { rest.find(literal)? };
        found.push((&rest[..end], hole));
        (rest, pattern) = (&rest[end..], after);
    }
    // A sentence may end in a dot or not.
    matches!(rest.strip_prefix(pattern)?, "" | ".").then_some(found)
}

/// The text before the next hole of a sentence, the hole, and what follows it.
fn next_hole(sentence: &str) -> Option<(&str, Hole, &str)> {
    let marks = [("{}", Hole::Name), ("{t}", Hole::Word), ("{w}", Hole::Word)];
    let places = marks.into_iter().filter_map(|(mark, hole)| Some((sentence.find(mark)?, mark.len(), hole)));
    let (at, length, hole) = places.min_by_key(|place| place.0)?;
    Some((&sentence[..at], hole, &sentence[at + length..]))
}

/// The engine's words for types and parts of a template, and their texts.
const WORDS: &[(&str, &str)] = &[
    ("identifier", "engine-word-name"),
    ("attribute name", "engine-word-name"),
    ("string", "engine-word-string"),
    ("&str", "engine-word-string"),
    ("String", "engine-word-string"),
    ("integer", "engine-word-integer"),
    ("float", "engine-word-decimal"),
    ("f64", "engine-word-decimal"),
    ("f32", "engine-word-decimal"),
    ("number", "engine-word-number"),
    ("Number", "engine-word-number"),
    ("bool", "engine-word-boolean"),
    ("array", "engine-word-list"),
    ("&[Value]", "engine-word-list"),
    ("Vec<Value>", "engine-word-list"),
    ("map", "engine-word-map"),
    ("map/struct", "engine-word-map"),
    ("Map", "engine-word-map"),
    ("bytes", "engine-word-bytes"),
    ("none", "engine-word-nothing"),
    ("undefined", "engine-word-nothing"),
    ("content", "engine-word-text"),
    ("raw content", "engine-word-text"),
    ("comment", "engine-word-comment"),
    ("u8", "engine-word-integer"),
    ("u16", "engine-word-integer"),
    ("u32", "engine-word-integer"),
    ("u64", "engine-word-integer"),
    ("u128", "engine-word-integer"),
    ("usize", "engine-word-integer"),
    ("i8", "engine-word-integer"),
    ("i16", "engine-word-integer"),
    ("i32", "engine-word-integer"),
    ("i64", "engine-word-integer"),
    ("i128", "engine-word-integer"),
];

/// The engine's sentences, `{}` for what changes in them, and their texts. The first that fits is taken.
const SENTENCES: &[(&str, &str)] = &[
    ("Field `{}` is not defined. Available fields: {}", "engine-field"),
    ("Field `{}` is not defined", "engine-field-alone"),
    ("Variable `{}` is not defined. Available variables: {}", "engine-variable"),
    ("Variable `{}` is not defined", "engine-variable-alone"),
    ("Variable `{}` exists but its value is undefined", "engine-variable-empty"),
    ("Tried to render a variable that is undefined", "engine-undefined"),
    ("Tried to escape an undefined value", "engine-undefined"),
    ("Cannot index into an undefined value", "engine-undefined-inside"),
    ("Cannot slice an undefined value", "engine-undefined-inside"),
    ("Index expression is undefined", "engine-undefined-index"),
    ("Slice {} is undefined", "engine-undefined-index"),
    ("Slice {} must be an integer, got `{t}`", "engine-index-integer"),
    ("{} index must be an integer, got `{t}`.", "engine-index-integer"),
    ("Slicing step cannot be 0", "engine-slice-zero"),
    ("Slicing can only be used on arrays or strings, not on `{t}`.", "engine-slice-type"),
    ("Map keys must be strings, integers, or bools, got `{t}`.", "engine-key-type"),
    ("map key must be string, integer, or bool", "engine-key-type-alone"),
    ("Not a valid key type", "engine-key-type-alone"),
    ("Unexpected end of input", "engine-end"),
    ("unexpected end of {}", "engine-end"),
    ("Unexpected character", "engine-character"),
    ("unexpected escape character", "engine-escape"),
    ("String opened with `{}` is missing its closing `{}`", "engine-string-open"),
    ("Closing comment tag `{}` not found", "engine-comment-open"),
    ("Invalid float", "engine-number"),
    ("Invalid Integer", "engine-number"),
    ("Found {w} but expected one of: {}", "engine-expected-value"),
    ("Found {w} but expected `...`, a string, an integer or a bool.", "engine-expected-value"),
    ("Found {w} but expected `/` or `>`", "engine-expected-close"),
    ("Found {w} but expected {w}.", "engine-expected"),
    ("Found `<` but expected identifier after it {}", "engine-component-name"),
    (r#"Expected "string" or {expression} but found {w}"#, "engine-attribute-value"),
    ("Found {w} but was expecting `elif`, `else` or `endif`.", "engine-expected-branch"),
    ("Found {w} but the only types allowed are: {}", "engine-type-unknown"),
    ("Found {w} but `-` can only be followed by an integer or a float", "engine-minus"),
    ("Found {w} but component default arguments can only be one of: {}", "engine-default-value"),
    ("Default value for `{}` has type `{t}` but the argument has type `{t}`", "engine-default-type"),
    ("Unexpected token when parsing: {}", "engine-token"),
    ("Identifiers can only have up to {} nested brackets.", "engine-too-deep"),
    ("Arrays can have a maximum of {} dimensions.", "engine-too-deep"),
    ("The expression is too complex", "engine-too-deep"),
    ("The template nesting is too deep", "engine-too-deep"),
    ("Maximum render recursion depth for components exceeded.", "engine-too-deep"),
    ("`-` and `not` cannot be used consecutively.", "engine-minus-not"),
    ("`not` is only valid here as part of `not in`", "engine-not-in"),
    ("`{}` is not allowed after `~`", "engine-after-tilde"),
    ("Function calls are only allowed at the first element of a chain", "engine-call-place"),
    ("Keyword argument `{}` is defined more than once", "engine-argument-twice"),
    ("Component argument `{}` is defined more than once", "engine-argument-twice"),
    ("{} is a reserved keyword of Tera, it cannot be {}", "engine-reserved"),
    ("Found invalid field of `loop`: {}. Only {}", "engine-loop-field"),
    ("List comprehensions support only a single `for` clause.", "engine-comprehension"),
    ("{} can only be used in a for loop", "engine-only-in-loop"),
    ("`{}` cannot be used inside a {w}", "engine-not-inside"),
    ("Unknown tag", "engine-tag"),
    ("Invalid syntax for `set`: {}", "engine-set"),
    ("Invalid {}: this map should only contain literal values.", "engine-literal"),
    ("Invalid default argument: this array should only contain literal values.", "engine-literal"),
    ("{} was named `{}` in the opening tag, found `{}` as name in the end tag", "engine-end-name"),
    ("Unclosed component '{}'", "engine-component-open"),
    ("Closing tag '{}' doesn't match opening tag '{}'", "engine-component-close"),
    ("Components with body content must use tag syntax: {}", "engine-component-body"),
    ("Component definitions cannot be written in another tag.", "engine-component-inside"),
    ("Template already contains a component named `{}`", "engine-component-twice"),
    ("Component `{}` is defined in both `{}` and `{}`", "engine-component-both"),
    ("The name `body` is reserved for component body content.", "engine-body-name"),
    ("Rest parameter `{}` conflicts with an existing parameter.", "engine-rest-name"),
    ("Rest parameter must be the last parameter in component definition.", "engine-rest-last"),
    ("Unknown argument(s) {} in component call. Possible argument(s) are: {}", "engine-component-arguments"),
    ("Unknown argument(s) {} in component call.", "engine-component-arguments-alone"),
    ("Component argument `{}` (type: `{t}`) does not match expected type: `{t}`", "engine-component-type"),
    ("Implicit argument `{}` not found in context or passed directly.", "engine-argument-missing"),
    (
        "Implicit argument `{}` (type: `{}`) not found in context or passed directly.",
        "engine-argument-missing",
    ),
    ("Argument `{}` (type: `{}`) missing.", "engine-argument-missing"),
    ("Argument `{}` missing.", "engine-argument-missing"),
    ("Missing keyword argument `{}`", "engine-argument-missing"),
    ("Template is already extending `{}`", "engine-extends-twice"),
    ("`extends` needs to be the first tag of the template", "engine-extends-first"),
    ("`extends` cannot be nested in other tags.", "engine-extends-first"),
    ("Blocks cannot be written inside a {w}.", "engine-block-inside"),
    ("Template already contains a block named `{}`", "engine-block-twice"),
    ("This content would be ignored: {}", "engine-ignored"),
    ("Block `{}` is not defined in any parent template", "engine-block-orphan"),
    ("Block `{}` not found in template `{}`", "engine-block-missing"),
    ("Block '{}' has no block lineage in template '{}'. {}", "engine-block-missing"),
    ("super() called outside of a block", "engine-super"),
    ("Tried to use super() in the top level block", "engine-super"),
    ("Unknown filter `{}`", "engine-filter"),
    ("Filter `{}` is not registered", "engine-filter"),
    ("Unknown test `{}`", "engine-test"),
    ("Unknown function `{}`", "engine-function"),
    ("Unknown component `{}`", "engine-component"),
    ("Component '{}' not found", "engine-component"),
    ("Unknown template `{}`", "engine-template"),
    ("Template '{}' not found", "engine-template"),
    ("Template '{}' is inheriting from '{}', which doesn't exist or isn't loaded.", "engine-parent"),
    ("Circular extend detected for template '{}'. {}", "engine-circle"),
    ("Circular include detected for template '{}'. {}", "engine-circle"),
    ("Invalid type for the value, expected `{t}` but got `{t}`", "engine-type"),
    ("Value `{}` is out of range for `{}`", "engine-range"),
    ("Number `{}` is out of range for {}", "engine-range"),
    ("`in` cannot be used on a container of type `{t}`. {}", "engine-in-type"),
    ("Iteration not possible on type `{t}`", "engine-iteration"),
    ("Key/value iteration is not possible on type `{t}`, only on maps.", "engine-iteration-pairs"),
    ("Spread operator requires {}, found `{t}`", "engine-spread"),
    ("Cannot compare `{t}` with `{t}`", "engine-compare"),
    ("Cannot sort: `{t}` and `{t}` are not comparable", "engine-compare"),
    ("Math operations can only be done on numbers, found `{t}`", "engine-arithmetic"),
    ("Only numbers can be used in arithmetic. This is a `{t}`", "engine-arithmetic"),
    ("Only numbers can be negated. This is a `{t}`", "engine-arithmetic"),
    ("This filter can only be used on a number, received `{t}`.", "engine-arithmetic"),
    ("`+` requires both operands to be numbers, found `{t}` and `{t}`", "engine-plus"),
    ("Cannot divide by 0", "engine-zero"),
    ("Operand `{}` is out of range for {}", "engine-overflow"),
    ("Exponent {} is out of range for {}", "engine-overflow"),
    ("Cannot negate {}: result would overflow i128", "engine-overflow"),
    ("Unable to perform {}", "engine-overflow"),
    ("Errored while getting absolute value: {}", "engine-overflow"),
    ("Value of type {t} cannot be reversed", "engine-reverse"),
    ("Value of type {t} has no length", "engine-length"),
    ("Value of type {t} cannot be converted to {}", "engine-to-number-type"),
    ("The string `{}` cannot be converted to {}", "engine-to-number"),
    ("The float {} cannot be converted to an int {}", "engine-to-integer"),
    ("Value `{}` is a float; cannot {}", "engine-to-integer"),
    ("Value `{}` is not a container; cannot check for containment", "engine-container"),
    ("pluralize filter requires an integer, got `{t}`", "engine-pluralize"),
    ("The `indentation` argument must contain exactly one character", "engine-indentation"),
    ("int filter `base` must be between 2 and 36, got {}", "engine-base"),
    ("Invalid argument for `method`: {}. Only {}", "engine-method"),
    ("Value at index {} (a {t}) does not have an attribute at path: {}", "engine-attribute"),
    ("Map does not have a key {} and no default values were defined", "engine-map-key"),
    ("Function `range` would produce {} elements, which exceeds the limit of {}", "engine-range-long"),
    ("Function `range` was called with {}", "engine-range-arguments"),
];
