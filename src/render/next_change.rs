//! The next day on which the site would look different though nobody changes it.

use jiff::civil::Date;

use super::{months, week};
use crate::model::routes::System;
use crate::model::{Owner, Page, Site, Visibility, agenda, years};
use crate::schema::known;

/// The next day after the day of the build on which a page appears, vanishes or changes its status.
///
/// Templates that show «через три дня» change daily; that is not counted.
pub(crate) fn next_change(site: &Site) -> Option<Date> {
    let days = site.pages.iter().flat_map(|(_, page)| days(page, site));
    days.filter(|day| *day > site.today).min()
}

fn days(page: &Page, site: &Site) -> Vec<Date> {
    match page.visibility {
        Visibility::Scheduled(day) => return vec![day],
        Visibility::Draft | Visibility::Expired(_) | Visibility::Withheld => return Vec::new(),
        Visibility::Published => {}
    }
    let has_page = |page| site.routes.of(Owner::System(page)).is_some();
    // Search judges what is fresh from the newest date that has come.
    let mut days: Vec<Date> = page.date.map(|moment| moment.date).into_iter().collect();
    days.extend(page.moment(known::EXPIRES_AT).map(|moment| moment.date));
    let behaviours = &site.schema.kind(page.kind).behaviours;
    days.extend(behaviours.changes(&page.fields));
    if let Some(begins) = behaviours.begins(&page.fields).filter(|_| has_page(System::Week)) {
        let ends = behaviours.ends(&page.fields).unwrap_or(begins).max(begins);
        days.extend(week::change(begins.date, ends.date, site.today));
    }
    // Calendars of hours are of a school year.
    days.extend(site.hours(page).and_then(|_| years::first_day(years::of_day(site.today) + 1)));
    if let Some(occasion) = site.occasion(page) {
        days.extend(agenda::dropped(&occasion));
        days.extend(months::changes(&occasion, site.today).filter(|_| has_page(System::Calendar)));
    }
    days
}
