//! What a centre is before the law, on which hangs what its site has to tell (`docs/methodist.md`, «Правовой статус»).

use jiff::civil::Date;

use crate::text::key;

/// What a centre is before the law.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum LegalProfile {
    /// It teaches adults by a licence.
    Dpo,
    /// It stands by itself and has no licence to teach.
    MunicipalEntity,
    /// It is a part of the body that runs the schools.
    DepartmentUnit,
}

/// The names of profiles in settings, and what people call them.
const NAMES: [(LegalProfile, &str, &[&str]); 3] = [
    (LegalProfile::Dpo, "dpo", &["дпо", "организация дпо"]),
    (LegalProfile::MunicipalEntity, "municipal_entity", &["учреждение", "муниципальное учреждение"]),
    (LegalProfile::DepartmentUnit, "department_unit", &["подразделение", "отдел"]),
];

impl LegalProfile {
    /// The profile of a name, if it is one.
    pub(crate) fn of(written: &str) -> Option<Self> {
        let written = key(written);
        let is = |name: &str, ways: &[&str]| key(name) == written || ways.contains(&written.as_str());
        NAMES.iter().find(|(_, name, ways)| is(name, ways)).map(|(profile, ..)| *profile)
    }

    /// Its name in settings and templates.
    pub(crate) fn name(self) -> &'static str {
        NAMES.iter().find(|(profile, ..)| *profile == self).map_or("", |(_, name, _)| name)
    }
}

/// For whom a document is due, and how long the rules that say so hold.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Due {
    /// The profiles.
    pub(crate) profiles: Vec<LegalProfile>,
    /// Its place among what is due.
    pub(crate) order: i64,
    /// The first day on which the rules hold no longer.
    pub(crate) until: Option<Date>,
    /// The fields that say once more what the settings say of the centre.
    pub(crate) repeats: Vec<(Fact, String)>,
    /// Whom it names as heads.
    pub(crate) heads: Option<Heads>,
}

/// What is said of a centre in more places than one.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Fact {
    /// Its telephone.
    Phone,
    /// Its mail address.
    Email,
    /// Its postal address.
    Address,
    /// Who founded it.
    Founder,
}

impl Fact {
    /// Each of them.
    pub(crate) const ALL: [Self; 4] = [Self::Phone, Self::Email, Self::Address, Self::Founder];

    /// Its name in settings, kinds and messages.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Address => "address",
            Self::Founder => "founder",
        }
    }
}

/// The groups in which a document names heads, and the fields inside them.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Heads {
    /// The groups.
    pub(crate) groups: Vec<String>,
    /// Who it is.
    pub(crate) name: String,
    /// The post.
    pub(crate) post: String,
    /// The telephone.
    pub(crate) phone: String,
    /// The mail address.
    pub(crate) email: String,
}

impl Due {
    /// Whether a centre of a profile owes it.
    pub(crate) fn is_of(&self, profile: LegalProfile) -> bool {
        self.profiles.contains(&profile)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn profiles_have_names_for_people_too() {
        for (profile, name, ways) in NAMES {
            assert_eq!(profile.name(), name);
            assert!(ways.iter().chain([&name]).all(|way| LegalProfile::of(way) == Some(profile)), "{name}");
        }
        assert_eq!(LegalProfile::of("Муниципальное  учреждение"), Some(LegalProfile::MunicipalEntity));
        assert_eq!(LegalProfile::of("школа"), None);
    }
}
