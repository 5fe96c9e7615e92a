//! Which files are made of the site's files: the plan of addresses tells, and nobody else.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::artifact::OutPath;
use crate::derive::{Job, Wanted};
use crate::model::{FileId, Making, Owner, Site};

/// What is to be made for a site, a job for each source, in the order of files.
pub(crate) fn jobs(site: &Site) -> Vec<Job> {
    let mut jobs: BTreeMap<FileId, Job> = BTreeMap::new();
    for route in site.routes.all() {
        let Some((file, making)) = site.made_for(route.owner) else { continue };
        match (making, jobs.get_mut(&file).map(|job| &mut job.wanted)) {
            (Making::Picture(operation), Some(Wanted::Pictures(wanted))) => {
                wanted.push((route.path.clone(), operation));
            }
            (making, _) => {
                jobs.insert(file, job(site, file, wanted(route.path.clone(), making)));
            }
        }
    }
    let mut jobs: Vec<Job> = jobs.into_values().collect();
    for job in &mut jobs {
        job.mark = mark(job);
    }
    jobs
}

/// The job of one file that is made for an owner of an address.
pub(super) fn job_of(site: &Site, owner: Owner) -> Option<Job> {
    let (file, making) = site.made_for(owner)?;
    let path = match (owner, making) {
        (Owner::Picture(..), Making::Picture(operation)) => site.file(file).path_of(&operation)?,
        _ => site.file(file).path.clone(),
    };
    Some(job(site, file, wanted(path, making)))
}

fn wanted(path: OutPath, making: Making) -> Wanted {
    match making {
        Making::Picture(operation) => Wanted::Pictures(vec![(path, operation)]),
        Making::Nameless => Wanted::Nameless(path),
    }
}

fn job(site: &Site, id: FileId, wanted: Wanted) -> Job {
    let file = site.file(id);
    let mut hasher = DefaultHasher::new();
    file.stamp.hash(&mut hasher);
    let (source, name) = (file.disk.clone(), file.source.clone());
    Job { source, name, mark: hasher.finish(), wanted }
}

/// The mark of a file and of what is made of it.
fn mark(job: &Job) -> u64 {
    let mut hasher = DefaultHasher::new();
    (job.mark, &job.wanted).hash(&mut hasher);
    hasher.finish()
}
