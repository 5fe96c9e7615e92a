//! From what a kind declares to behaviours whose roles are played by fields that can play them.

use super::table::ALL;
use super::{Behaviours, Entry, Role, Roles, Whose};
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::field::{Field, FieldPath, Fields, unknown_name};
use crate::source::Span;
use crate::yaml::{self, Node, Settings};

const ROLE_MISSING: RuleId = RuleId("role-missing");
const ROLE_UNFIT: RuleId = RuleId("role-unfit");

/// The kind that declares behaviours, and the fields of all kinds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Home<'a> {
    /// Its name.
    pub(crate) kind: &'a str,
    /// Its fields.
    pub(crate) fields: &'a Fields,
    /// The fields of every kind.
    pub(crate) all: &'a [&'a Fields],
}

/// Resolves what stands under `behaviours:`; says what is unknown, missing or of a type that cannot serve.
pub(crate) fn resolve(node: &Node, home: &Home<'_>) -> (Behaviours, Vec<Diagnostic>) {
    let mut problems = mapping(node);
    let mut made = Vec::new();
    for written in node.entries() {
        match ALL.iter().position(|entry| entry.name == written.key) {
            Some(at) => {
                let roles = roles(ALL[at], written, home, &mut problems);
                made.extend((ALL[at].make)(&roles).map(|behaviour| (at, behaviour)));
            }
            None => {
                let known: Vec<&str> = ALL.iter().map(|entry| entry.name).collect();
                problems.push(unknown_name(written.key_span, &written.key, "behaviour", &known));
            }
        }
    }
    made.sort_by_key(|(at, _)| *at);
    (Behaviours::new(made.into_iter().map(|(_, behaviour)| behaviour).collect()), problems)
}

/// Says so when something else stands where names with values are expected.
fn mapping(node: &Node) -> Vec<Diagnostic> {
    if node.entries().is_empty() { Settings::new(node).finish() } else { Vec::new() }
}

fn roles(entry: &Entry, written: &yaml::Entry, home: &Home<'_>, problems: &mut Vec<Diagnostic>) -> Roles {
    let mut roles = Roles::default();
    let mut answered = Vec::new();
    problems.extend(mapping(&written.node));
    for given in written.node.entries() {
        let Some(role) = entry.roles.iter().find(|role| role.name == given.key) else {
            let known: Vec<&str> = entry.roles.iter().map(|role| role.name).collect();
            problems.push(unknown_name(given.key_span, &given.key, "role", &known));
            // A role that was meant has its message: that it is missing would only repeat it.
            answered.extend(nearest(&given.key, known).first());
            continue;
        };
        answered.push(role.name);
        match player(entry, role, &given.node, home) {
            Ok(path) => roles.give(role, path),
            Err(problem) => problems.push(problem),
        }
    }
    let missing = |role: &&Role| role.required && !answered.contains(&role.name);
    problems.extend(entry.roles.iter().filter(missing).map(|role| {
        let problem = Diagnostic::error(ROLE_MISSING).at(written.key_span).arg("behaviour", entry.name);
        problem.arg("role", role.name).arg("accepts", role.accepts.join(", ")).help("help")
    }));
    roles
}

/// The field that plays a role.
fn player(entry: &Entry, role: &Role, node: &Node, home: &Home<'_>) -> Result<FieldPath, Diagnostic> {
    let written = node.text().unwrap_or_default();
    let candidates: Vec<&Fields> = match role.whose {
        Whose::Own => vec![home.fields],
        Whose::Pointing => home.all.to_vec(),
    };
    let Some((path, first)) = candidates.iter().find_map(|fields| FieldPath::checked(written, fields)) else {
        return Err(no_field(role, written, node.span, &candidates));
    };
    let cast = Cast { entry, role, written, span: node.span };
    if role.whose == Whose::Pointing && !candidates.iter().any(|fields| path.leads_to(fields, home.kind)) {
        return Err(cast.unfit(first, "help-pointing"));
    }
    if role.whose == Whose::Own && !role.accepts(first) {
        return Err(cast.unfit(first, "help"));
    }
    if first.list && !role.list {
        return Err(cast.unfit(first, "help-list"));
    }
    let outer = written.split_once('.').and_then(|(group, _)| home.fields.get(group));
    match outer.filter(|outer| outer.list) {
        Some(outer) => Err(cast.unfit(outer, "help-group")),
        None => Ok(path),
    }
}

/// A message about a field that there is not.
fn no_field(role: &Role, written: &str, span: Span, candidates: &[&Fields]) -> Diagnostic {
    let mut known: Vec<String> = candidates.iter().flat_map(|fields| paths(fields, role)).collect();
    known.sort();
    known.dedup();
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    unknown_name(span, written, "field", &known)
}

/// The ways to the fields that could play a role.
fn paths(fields: &Fields, role: &Role) -> Vec<String> {
    let own = fields.iter().filter(|field| role.accepts(field)).map(|field| field.name.clone());
    let groups = fields.iter().filter(|field| !field.list);
    let inner = groups.filter_map(|field| Some((field, field.kind.fields()?))).flat_map(|(field, inner)| {
        paths(inner, role).into_iter().map(|path| format!("{}.{path}", field.name)).collect::<Vec<_>>()
    });
    own.chain(inner).collect()
}

/// A field in a role that it cannot play.
struct Cast<'a> {
    entry: &'a Entry,
    role: &'a Role,
    written: &'a str,
    span: Span,
}

impl Cast<'_> {
    fn unfit(&self, field: &Field, help: &'static str) -> Diagnostic {
        let problem = Diagnostic::error(ROLE_UNFIT).at(self.span).label_key(field.span, "label-field");
        let problem = problem.arg("field", self.written).arg("role", self.role.name);
        let problem = problem.arg("behaviour", self.entry.name).arg("type", field.kind.name());
        problem.arg("accepts", self.role.accepts.join(", ")).help(help)
    }
}
