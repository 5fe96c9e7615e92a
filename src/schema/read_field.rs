//! Reading declarations of fields.

use super::read::Reader;
use crate::field::{Declaration, Field, FieldType, Fields, Need, types};
use crate::source::Span;
use crate::vocabulary::VocabularyIndex;
use crate::yaml::{Node, Settings, setting};

impl Reader {
    /// Reads declared fields over those that are there already.
    pub(super) fn fields(&mut self, node: Option<&Node>, mut fields: Fields) -> Fields {
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

    /// Reads a field over one of the same name.
    fn field(&mut self, name: &str, node: &Node, old: Option<&Field>) -> Option<Field> {
        let mut settings = Settings::new(node);
        let kind = self.field_type(&mut settings, node.span, old)?;
        let need = match (settings.flag("required"), settings.flag("recommended")) {
            (true, _) => Need::Required,
            (_, true) => Need::Recommended,
            _ if setting(node, "required").is_some() || setting(node, "recommended").is_some() => {
                Need::Optional
            }
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
            list: settings.flag("list") || (setting(node, "list").is_none() && old.is_some_and(|o| o.list)),
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

    /// Reads the type of a field; without one, that of the field of the same name stays.
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

    /// Finds a vocabulary; one that is not there is reported.
    fn vocabulary_of(&mut self, span: Span, id: &str) -> Option<VocabularyIndex> {
        let found = self.schema.vocabulary_named(id);
        if found.is_none() {
            let known: Vec<String> = self.schema.vocabularies.iter().map(|v| v.id.clone()).collect();
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            self.unknown(span, id, "vocabulary", &known);
        }
        found
    }

    /// Reports kinds that are not there.
    fn known_kinds(&mut self, span: Span, to: Vec<String>) -> Vec<String> {
        let known: Vec<String> = self.kind_ids.clone();
        for id in to.iter().filter(|id| !known.contains(id)) {
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            self.unknown(span, id, "kind", &known);
        }
        to
    }
}

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
