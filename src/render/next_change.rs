//! The next day on which the site would look different though nobody changes it.

use jiff::civil::Date;

use super::{months, week};
use crate::model::routes::System;
use crate::model::{Owner, Page, Site, Visibility, agenda};
use crate::schema::known;

/// The next day after the day of the build on which a page appears, vanishes or changes its status.
///
/// Templates that show «через три дня» change daily; that is not counted.
pub(crate) fn next_change(site: &Site) -> Option<Date> {
    let days = site.pages.iter().flat_map(|page| days(page, site));
    let sheet = site.routes.of(Owner::System(System::Week)).map(|_| week::next_change(site.today));
    days.filter(|day| *day > site.today).chain(sheet).min()
}

fn days(page: &Page, site: &Site) -> Vec<Date> {
    match page.visibility {
        Visibility::Scheduled(day) => return vec![day],
        Visibility::Draft | Visibility::Expired(_) | Visibility::Withheld => return Vec::new(),
        Visibility::Published => {}
    }
    // Search judges what is fresh from the newest date that has come.
    let mut days: Vec<Date> = page.date.map(|moment| moment.date).into_iter().collect();
    days.extend(page.moment(known::EXPIRES_AT).map(|moment| moment.date));
    days.extend(site.schema.kind(page.kind).behaviours.changes(&page.fields));
    if let Some(occasion) = site.occasion(page) {
        days.extend(agenda::dropped(&occasion));
        let has_calendar = site.routes.of(Owner::System(System::Calendar)).is_some();
        days.extend(months::changes(&occasion, site.today).filter(|_| has_calendar));
    }
    days
}
