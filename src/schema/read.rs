//! Reading declarations: the theme's files first, then the site's own, which extend or replace them.

use std::collections::BTreeMap;

use super::kind::{Kind, Listing};
use super::{SCHOOL_YEAR, Schema};
use crate::address::{Fault, UrlPath, is_name};
use crate::behaviour::{self, Behaviours, Home};
use crate::diagnostic::Diagnostic;
use crate::field::{
    Declaration, Field, FieldPath, FieldType, Fields, Need, field_at, known, types, unknown_name,
};
use crate::markup::slug;
use crate::source::Span;
use crate::vocabulary::{Term, TermState, Vocabulary, VocabularyIndex};
use crate::yaml::{Node, Settings};

/// The parsed files of declarations, the theme's before the site's.
#[derive(Debug, Default)]
pub(crate) struct Declarations {
    /// The fields that all kinds have.
    pub(crate) common: Vec<Node>,
    /// Kinds.
    pub(crate) kinds: Vec<Node>,
    /// Vocabularies.
    pub(crate) vocabularies: Vec<Node>,
    /// Groups of synonyms.
    pub(crate) synonyms: Vec<Node>,
}

/// Turns declarations into a schema.
pub(crate) fn read(declared: &Declarations) -> (Schema, Vec<Diagnostic>) {
    let mut reader = Reader::default();
    for node in &declared.vocabularies {
        reader.vocabulary(node);
    }
    reader.schema.vocabularies.sort_by(|a, b| a.id.cmp(&b.id));
    reader.kind_ids =
        declared.kinds.iter().filter_map(|node| Some(node.get("kind")?.text()?.to_owned())).collect();
    for node in &declared.common {
        let fields = reader.fields(node.get("fields"), Fields::default());
        fields.iter().for_each(|field| reader.common.put(field.clone()));
    }
    for node in &declared.kinds {
        reader.kind(node);
    }
    reader.schema.kinds.sort_by(|a, b| a.id.cmp(&b.id));
    reader.behaviours();
    for node in &declared.synonyms {
        reader.synonyms(node);
    }
    (reader.schema, reader.problems)
}

#[derive(Default)]
struct Reader {
    schema: Schema,
    /// What stands under `behaviours:` of each kind. It is resolved when the fields of all kinds are known.
    behaviours: BTreeMap<String, Node>,
    common: Fields,
    kind_ids: Vec<String>,
    problems: Vec<Diagnostic>,
}

impl Reader {
    fn vocabulary(&mut self, node: &Node) {
        let mut settings = Settings::new(node);
        let id = self.name(&mut settings, "vocabulary");
        let label = settings.text("label");
        let known = self.schema.vocabularies.iter().position(|vocabulary| vocabulary.id == id);
        let mut vocabulary = match known {
            Some(at) => self.schema.vocabularies.remove(at),
            None => Vocabulary::new(id.clone(), id),
        };
        vocabulary.label = label.unwrap_or(vocabulary.label);
        vocabulary.address = self.address(settings.node("address"), of_terms).or(vocabulary.address);
        vocabulary.span = settings.node("address").map(|node| node.span).or(vocabulary.span);
        vocabulary.open |= settings.flag("open");
        for item in settings.node("terms").map_or(&[][..], Node::items) {
            if let Some(term) = self.term(item) {
                vocabulary.put(term);
            }
        }
        self.schema.vocabularies.push(vocabulary);
        self.problems.extend(settings.finish());
    }

    fn term(&mut self, node: &Node) -> Option<Term> {
        if let Some(label) = node.text() {
            let id = slug(label);
            return Some(Term { id, label: label.to_owned(), aliases: Vec::new(), state: None });
        }
        let mut settings = Settings::new(node);
        let label = settings.required("label");
        let id = settings.checked("id", is_name, "help-id").unwrap_or_else(|| slug(&label));
        let aliases = settings.texts("aliases");
        let state = settings.text("state").and_then(|word| TermState::parse(&word));
        if let (Some(node), None) = (node.get("state"), state) {
            settings.invalid(node.span, "state", "help-state");
        }
        self.problems.extend(settings.finish());
        (!label.is_empty()).then_some(Term { id, label, aliases, state })
    }

    fn synonyms(&mut self, node: &Node) {
        let mut settings = Settings::new(node);
        let words =
            |group: &Node| group.items().iter().filter_map(|word| word.text().map(str::to_owned)).collect();
        for (name, groups) in [("groups", &mut self.schema.synonyms), ("near", &mut self.schema.near)] {
            groups.extend(settings.node(name).map_or(&[][..], Node::items).iter().map(words));
        }
        self.problems.extend(settings.finish());
    }

    fn kind(&mut self, node: &Node) {
        let mut settings = Settings::new(node);
        let id = self.name(&mut settings, "kind");
        let known = self.schema.kinds.iter().position(|kind| kind.id == id);
        let old = known.map(|at| self.schema.kinds.remove(at));
        let text = |given: Option<String>, old: Option<&String>, otherwise: String| {
            given.or_else(|| old.cloned()).unwrap_or(otherwise)
        };
        let old = old.as_ref();
        let label = text(settings.text("label"), old.map(|k| &k.label), id.clone());
        let given_folder = settings.checked("folder", is_name, "help-id");
        let folder = text(given_folder, old.map(|k| &k.folder), format!("{id}s"));
        let given_title = settings.text("title");
        let given_address = self.address(settings.node("address"), UrlPath::pattern);
        let (given_template, list) = (settings.text("template"), settings.node("list"));
        let (behaviours, card, facets) =
            (settings.node("behaviours"), settings.texts("card"), settings.texts("facets"));
        let fields = self
            .fields(settings.node("fields"), old.map_or_else(|| self.common.clone(), |k| k.fields.clone()));
        let address = text(given_address, old.map(|k| &k.address), format!("/{folder}/{{id}}/"));
        let (sort, group) = (list.and_then(|list| list.get("sort")), list.and_then(|list| list.get("group")));
        for (named, answered) in [
            (node.get("card"), &[][..]),
            (node.get("facets"), &[]),
            (sort, &known::ANSWERED),
            (group, &GROUPED),
        ] {
            self.named_fields(named, &fields, answered);
        }
        self.problems.extend(settings.finish());
        self.behaviours.extend(behaviours.map(|node| (id.clone(), node.clone())));
        let kind = Kind {
            title: text(given_title, old.map(|k| &k.title), label.clone()),
            template: text(given_template, old.map(|k| &k.template), format!("{id}.html")),
            list: list.map(|node| self.listing(node, &folder)).or_else(|| old.and_then(|k| k.list.clone())),
            behaviours: Behaviours::default(),
            card: if card.is_empty() { old.map_or_else(Vec::new, |k| k.card.clone()) } else { card },
            facets: if facets.is_empty() { old.map_or_else(Vec::new, |k| k.facets.clone()) } else { facets },
            id,
            label,
            folder,
            address,
            fields,
        };
        self.schema.kinds.push(kind);
    }

    fn listing(&mut self, node: &Node, folder: &str) -> Listing {
        let mut settings = Settings::new(node);
        let listing = Listing {
            span: settings.node("address").map_or(node.span, |address| address.span),
            address: self.list_address(settings.node("address")).unwrap_or_else(|| format!("/{folder}/")),
            template: settings.text("template").unwrap_or_else(|| "list.html".to_owned()),
            sort: settings.texts("sort"),
            per_page: settings.integer("per_page").and_then(|n| usize::try_from(n).ok()).unwrap_or(20).max(1),
            group: settings.text("group").filter(|group| group != "none"),
            intro: settings.text("intro").unwrap_or_default(),
            menu: settings.integer("menu"),
            feed: settings.flag("feed"),
        };
        self.problems.extend(settings.finish());
        listing
    }

    /// The name of a kind or of a vocabulary: folders, addresses and templates are called by it.
    fn name(&self, settings: &mut Settings<'_>, key: &'static str) -> String {
        let written = settings.required(key);
        if let Some(node) = settings.node(key).filter(|_| !written.is_empty() && !is_name(&written)) {
            settings.invalid(node.span, key, "help-id");
        }
        written
    }

    /// A pattern of addresses as it is written, once it is known that addresses come of it.
    fn address(
        &mut self,
        node: Option<&Node>,
        check: impl Fn(&str) -> Result<UrlPath, Fault>,
    ) -> Option<String> {
        let node = node?;
        let written = node.text().unwrap_or_default();
        match check(written) {
            Ok(_) => Some(format!("/{}", written.trim().trim_start_matches('/'))),
            Err(fault) => {
                self.problems.push(fault.at(node.span, written));
                None
            }
        }
    }

    /// The address of a list: with `/` at its end, since the addresses of its further pages begin with it.
    fn list_address(&mut self, node: Option<&Node>) -> Option<String> {
        self.address(node, UrlPath::parse).map(|address| format!("{}/", address.trim_end_matches('/')))
    }

    /// Resolves the behaviours of all kinds, and lets search be narrowed by the fields that they give.
    fn behaviours(&mut self) {
        let all: Vec<&Fields> = self.schema.kinds.iter().map(|kind| &kind.fields).collect();
        let resolved: Vec<Behaviours> = self
            .schema
            .kinds
            .iter()
            .map(|kind| {
                let Some(node) = self.behaviours.get(&kind.id) else { return Behaviours::default() };
                let home = Home { kind: &kind.id, fields: &kind.fields, all: &all };
                let (behaviours, problems) = behaviour::resolve(node, &home);
                self.problems.extend(problems);
                behaviours
            })
            .collect();
        let given = self.schema.kinds.iter().zip(&resolved).flat_map(|(kind, behaviours)| {
            behaviours.facets().map(|path| (kind.id.clone(), path.clone())).collect::<Vec<_>>()
        });
        let given: Vec<(String, FieldPath)> = given.collect();
        for (kind, behaviours) in self.schema.kinds.iter_mut().zip(resolved) {
            let belongs = |(hub, path): &&(String, FieldPath)| path.leads_to(&kind.fields, hub);
            let facets: Vec<String> =
                given.iter().filter(belongs).map(|(_, path)| path.as_str().to_owned()).collect();
            kind.facets.extend(facets);
            kind.behaviours = behaviours;
        }
    }

    /// Reads declared fields over those that are there already.
    fn fields(&mut self, node: Option<&Node>, mut fields: Fields) -> Fields {
        if let Some(node) = node.filter(|node| node.entries().is_empty()) {
            // Says so when this is a list or a word instead of the fields by their names.
            self.problems.extend(Settings::new(node).finish());
        }
        for entry in node.map_or(&[][..], Node::entries) {
            if let Some(field) = self.field(&entry.key, &entry.node, fields.get(&entry.key)) {
                fields.put(field);
            }
        }
        fields
    }

    fn field(&mut self, name: &str, node: &Node, old: Option<&Field>) -> Option<Field> {
        let mut settings = Settings::new(node);
        let kind = self.field_type(&mut settings, node.span, old)?;
        let need = match (settings.flag("required"), settings.flag("recommended")) {
            (true, _) => Need::Required,
            (_, true) => Need::Recommended,
            _ if node.get("required").is_some() || node.get("recommended").is_some() => Need::Optional,
            _ => old.map_or(Need::Optional, |old| old.need),
        };
        let field = Field {
            name: name.to_owned(),
            label: settings
                .text("label")
                .or_else(|| old.map(|o| o.label.clone()))
                .unwrap_or_else(|| name.to_owned()),
            aliases: settings.texts("aliases"),
            kind,
            list: settings.flag("list") || (node.get("list").is_none() && old.is_some_and(|o| o.list)),
            need,
            min: settings.number("min").or_else(|| old.and_then(|o| o.min)),
            max: settings.number("max").or_else(|| old.and_then(|o| o.max)),
            default: settings.node("default").cloned().or_else(|| old.and_then(|o| o.default.clone())),
            example: settings.text("example").or_else(|| old.and_then(|o| o.example.clone())),
            help: settings.text("help").or_else(|| old.and_then(|o| o.help.clone())),
            reverse: settings.text("reverse").or_else(|| old.and_then(|o| o.reverse.clone())),
            span: settings.node("type").map(|node| node.span).or(old.map(|o| o.span)).unwrap_or(node.span),
        };
        self.problems.extend(settings.finish());
        Some(field)
    }

    fn field_type(
        &mut self,
        settings: &mut Settings<'_>,
        span: Span,
        old: Option<&Field>,
    ) -> Option<FieldType> {
        let said = Said {
            span,
            vocabulary: settings.text("vocabulary").unwrap_or_default(),
            to: settings.texts("to"),
            or_text: settings.flag("or_text"),
            fields: settings.node("fields"),
            reader: self,
        };
        let Some(name) = settings.text("type") else {
            if old.is_none() {
                settings.invalid(span, "type", "help-type");
            }
            return old.map(|old| old.kind.clone());
        };
        said.make(&name)
    }

    /// Reports names of fields that the kind does not have and that are not answered otherwise.
    fn named_fields(&mut self, node: Option<&Node>, fields: &Fields, answered: &[&str]) {
        for (name, span) in
            node.map_or(&[][..], Node::items).iter().filter_map(|item| Some((item.text()?, item.span)))
        {
            let name = name.trim().trim_start_matches('-');
            if !answered.contains(&name) && field_at(fields, name).is_none() {
                let known = fields.iter().map(|field| field.name.as_str()).chain(answered.iter().copied());
                self.unknown(span, name, "field", &known.collect::<Vec<_>>());
            }
        }
    }

    fn vocabulary_of(&mut self, span: Span, id: &str) -> Option<VocabularyIndex> {
        let found = self.schema.vocabulary_named(id);
        if found.is_none() {
            let known: Vec<String> = self.schema.vocabularies.iter().map(|v| v.id.clone()).collect();
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            self.unknown(span, id, "vocabulary", &known);
        }
        found
    }

    fn known_kinds(&mut self, span: Span, to: Vec<String>) -> Vec<String> {
        let known: Vec<String> = self.kind_ids.clone();
        for id in to.iter().filter(|id| !known.contains(id)) {
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            self.unknown(span, id, "kind", &known);
        }
        to
    }

    fn unknown(&mut self, span: Span, name: &str, what: &'static str, known: &[&str]) {
        self.problems.push(unknown_name(span, name, what, known));
    }
}

/// The pattern of a vocabulary's addresses: without the id all terms would have one.
fn of_terms(written: &str) -> Result<UrlPath, Fault> {
    if written.contains("{id}") { UrlPath::pattern(written) } else { Err(Fault::NoId) }
}

/// What lists may be grouped by beside fields.
const GROUPED: [&str; 5] = ["none", "", "year", SCHOOL_YEAR, "first_letter"];

/// What a kind says of a field beside the name of its type.
struct Said<'r, 'n> {
    reader: &'r mut Reader,
    span: Span,
    vocabulary: String,
    to: Vec<String>,
    or_text: bool,
    fields: Option<&'n Node>,
}

impl Said<'_, '_> {
    /// The type of a name; one that is not there is reported.
    fn make(mut self, name: &str) -> Option<FieldType> {
        if let Some((_, declare)) = types::ALL.iter().find(|(known, _)| *known == name) {
            return declare(&mut self);
        }
        self.reader.unknown(self.span, name, "type", &types::ALL.map(|(name, _)| name));
        None
    }
}

impl Declaration for Said<'_, '_> {
    fn vocabulary(&mut self) -> Option<VocabularyIndex> {
        self.reader.vocabulary_of(self.span, &self.vocabulary)
    }

    fn kinds(&mut self) -> Vec<String> {
        self.reader.known_kinds(self.span, std::mem::take(&mut self.to))
    }

    fn or_text(&mut self) -> bool {
        self.or_text
    }

    fn fields(&mut self) -> Fields {
        self.reader.fields(self.fields, Fields::default())
    }
}
