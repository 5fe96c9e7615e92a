//! The next day on which the site would look different though nobody changes it.

use jiff::civil::Date;

use crate::model::{Page, Site, Visibility};
use crate::schema::{LIFECYCLE, SCHEDULE, Schema};

/// The next day after the day of the build on which a page appears, vanishes or changes its status.
///
/// Templates that show «через три дня» change daily; that is not counted.
pub(crate) fn next_change(site: &Site) -> Option<Date> {
    let days = site.pages.iter().flat_map(|page| days(page, &site.schema));
    days.filter(|day| *day > site.today).min()
}

fn days(page: &Page, schema: &Schema) -> Vec<Date> {
    match page.visibility {
        Visibility::Scheduled(day) => return vec![day],
        Visibility::Draft | Visibility::Expired(_) | Visibility::Withheld => return Vec::new(),
        Visibility::Published => {}
    }
    let kind = schema.kind(page.kind);
    let day = |path: &str| page.moment(path).map(|moment| moment.date);
    // Search judges what is fresh from the newest date that has come.
    let mut days: Vec<Date> = page.date.map(|moment| moment.date).into_iter().collect();
    days.extend(day("expires_at"));
    // On its first day an event is still to come; the day after its last it has taken place.
    for (role, path) in kind.behaviours.roles(SCHEDULE) {
        let after = |day: Date| [Some(day), day.tomorrow().ok()].into_iter().flatten();
        if role != "state" {
            days.extend(day(path).into_iter().flat_map(after));
        }
    }
    if kind.behaviours.has(SCHEDULE) {
        days.extend(registration(page, schema));
    }
    let until = kind.behaviours.role(LIFECYCLE, "valid_to").and_then(day);
    days.extend(until.into_iter().flat_map(|day| [Some(day), day.tomorrow().ok()]).flatten());
    days
}

/// Days inside the groups of a scheduled page, such as the opening of registration.
fn registration(page: &Page, schema: &Schema) -> Vec<Date> {
    let fields = schema.kind(page.kind).fields.iter();
    let groups = fields.filter_map(|field| Some((&field.name, field.kind.fields()?)));
    let paths =
        groups.flat_map(|(name, inner)| inner.iter().map(move |field| format!("{name}.{}", field.name)));
    paths.filter_map(|path| page.moment(&path)).map(|moment| moment.date).collect()
}
