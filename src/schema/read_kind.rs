//! Reading declarations of kinds and their lists, and settling their behaviours.

use super::SCHOOL_YEAR;
use super::kind::{Kind, Listing};
use super::read::Reader;
use crate::address::{UrlPath, is_name};
use crate::behaviour::{self, Behaviours, Home};
use crate::field::{FieldPath, Fields, field_at, known};
use crate::legal::{Due, Fact, Heads, LegalProfile};
use crate::text::key;
use crate::yaml::{Node, Settings, setting};

/// Whether a document may lie there: a folder and a name.
fn is_place(path: &str) -> bool {
    path.split_once('/').is_some_and(|(folder, name)| is_name(folder) && is_name(name))
}

/// What lists may be grouped by beside fields.
const GROUPED: [&str; 5] = ["none", "", "year", SCHOOL_YEAR, "first_letter"];

impl Reader {
    /// Reads a kind over one of the same name.
    pub(super) fn kind(&mut self, node: &Node) {
        let mut settings = Settings::new(node);
        let id = self.name(&mut settings, "kind");
        // A kind that is there may be called as readers call it: «вид: мероприятие».
        let called = |kind: &Kind| key(&kind.label) == key(&id);
        let kinds = &self.schema.kinds;
        let known = kinds.iter().position(|kind| kind.id == id).or_else(|| kinds.iter().position(called));
        let id = known.map_or(id, |at| kinds[at].id.clone());
        let old = known.map(|at| self.schema.kinds.remove(at));
        let text = |given: Option<String>, old: Option<&String>, otherwise: String| {
            given.or_else(|| old.cloned()).unwrap_or(otherwise)
        };
        let old = old.as_ref();
        let label = text(settings.text("label"), old.map(|k| &k.label), id.clone());
        let given_folder = settings.checked("folder", is_name, "help-id");
        let given = settings.checked("document", is_place, "help-document");
        let document = given.or_else(|| old.and_then(|k| k.document.clone()));
        let usual = document.as_deref().and_then(|path| path.split('/').next()).map(str::to_owned);
        let usual = usual.unwrap_or_else(|| format!("{id}s"));
        let folder = text(given_folder, old.map(|k| &k.folder), usual);
        let due_node = settings.node("due");
        let due = due_node.map(|node| self.due(node));
        let given_title = settings.text("title");
        let aliases = [settings.texts("aliases"), old.map_or_else(Vec::new, |k| k.aliases.clone())].concat();
        let given_address = self.address(settings.node("address"), UrlPath::pattern);
        let (given_template, list) = (settings.text("template"), settings.node("list"));
        let (behaviours, card, facets) =
            (settings.node("behaviours"), settings.texts("card"), settings.texts("facets"));
        let archive = match setting(node, "archive") {
            Some(_) => settings.flag("archive"),
            None => old.is_some_and(|k| k.archive),
        };
        let fields = self
            .fields(settings.node("fields"), old.map_or_else(|| self.common.clone(), |k| k.fields.clone()));
        let address = text(given_address, old.map(|k| &k.address), format!("/{folder}/{{id}}/"));
        let of_list = |key| list.and_then(|list| list.get(key));
        let of_due = |key| due_node.and_then(|due| due.get(key));
        for (named, answered) in [
            (setting(node, "card"), &[][..]),
            (setting(node, "facets"), &[]),
            (of_list("sort"), &known::ANSWERED),
            (of_list("group"), &GROUPED),
            (of_list("calendars"), &[]),
            (of_due("phone"), &[]),
            (of_due("email"), &[]),
            (of_due("address"), &[]),
            (of_due("founder"), &[]),
            (of_due("heads").and_then(|heads| heads.get("groups")), &[]),
        ] {
            self.named_fields(named, &fields, answered);
        }
        self.problems.extend(settings.finish());
        self.behaviours.extend(behaviours.map(|node| (id.clone(), node.clone())));
        let kind = Kind {
            title: text(given_title, old.map(|k| &k.title), label.clone()),
            aliases,
            template: text(given_template, old.map(|k| &k.template), format!("{id}.html")),
            list: list.map(|node| self.listing(node, &folder)).or_else(|| old.and_then(|k| k.list.clone())),
            behaviours: Behaviours::default(),
            card: if card.is_empty() { old.map_or_else(Vec::new, |k| k.card.clone()) } else { card },
            facets: if facets.is_empty() { old.map_or_else(Vec::new, |k| k.facets.clone()) } else { facets },
            id,
            label,
            folder,
            document,
            due: due.or_else(|| old.map(|k| k.due.clone())).unwrap_or_default(),
            address,
            archive,
            fields,
        };
        self.schema.kinds.push(kind);
    }

    /// Reads for whom a document of a kind is due.
    fn due(&mut self, node: &Node) -> Due {
        let mut settings = Settings::new(node);
        let mut profiles = Vec::new();
        for item in settings.node("profiles").map_or(&[][..], Node::items) {
            match item.text().and_then(LegalProfile::of) {
                Some(profile) => profiles.push(profile),
                None => settings.invalid(item.span, "profiles", "help-legal-profile"),
            }
        }
        let order = settings.integer("order").unwrap_or_default();
        let until = settings.node("until");
        let day = until.and_then(|node| node.text()?.trim().parse().ok());
        if let (Some(node), None) = (until, day) {
            settings.invalid(node.span, "until", "help-until");
        }
        let repeats = Fact::ALL.into_iter().filter_map(|fact| Some((fact, settings.text(fact.name())?)));
        let repeats = repeats.collect();
        let heads = settings.node("heads").map(|node| self.heads(node));
        self.problems.extend(settings.finish());
        Due { profiles, order, until: day, repeats, heads }
    }

    /// Reads where a document of a kind names heads.
    fn heads(&mut self, node: &Node) -> Heads {
        let mut settings = Settings::new(node);
        let groups = settings.texts("groups");
        let [name, post, phone, email] =
            ["name", "post", "phone", "email"].map(|part| settings.text(part).unwrap_or_default());
        self.problems.extend(settings.finish());
        Heads { groups, name, post, phone, email }
    }

    /// Reads how documents of a kind are listed.
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
            years: settings.flag("years"),
            feed: settings.flag("feed"),
            page_feeds: settings.flag("page_feeds"),
            hours: settings.flag("hours"),
            calendars: settings.texts("calendars"),
        };
        self.problems.extend(settings.finish());
        listing
    }

    /// The address of a list: with `/` at its end, since the addresses of its further pages begin with it.
    fn list_address(&mut self, node: Option<&Node>) -> Option<String> {
        self.address(node, UrlPath::parse).map(|address| format!("{}/", address.trim_end_matches('/')))
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

    /// Resolves the behaviours of all kinds, and lets search be narrowed by the fields that they give.
    pub(super) fn behaviours(&mut self) {
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
}
