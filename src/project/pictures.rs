//! Which files are made of the site's files: the plan of addresses tells, and nobody else.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::derive::Job;
use crate::model::{FileId, Owner, Site};

/// What is to be made for a site, a job for each source, in the order of files.
pub(crate) fn jobs(site: &Site) -> Vec<Job> {
    let mut jobs: BTreeMap<FileId, Job> = BTreeMap::new();
    for route in site.routes.all() {
        let Some((file, operation)) = site.made_for(route.owner) else { continue };
        let job = jobs.entry(file).or_insert_with(|| job(site, file));
        job.wanted.push((route.path.clone(), operation));
    }
    let mut jobs: Vec<Job> = jobs.into_values().collect();
    for job in &mut jobs {
        job.mark = mark(job);
    }
    jobs
}

/// The job of one file that is made for an owner of an address.
pub(super) fn job_of(site: &Site, owner: Owner) -> Option<Job> {
    let (file, operation) = site.made_for(owner)?;
    let path = match owner {
        Owner::Picture(..) => site.file(file).path_of(&operation)?,
        _ => site.file(file).path.clone(),
    };
    let mut job = job(site, file);
    job.wanted.push((path, operation));
    Some(job)
}

fn job(site: &Site, id: FileId) -> Job {
    let file = site.file(id);
    let mut hasher = DefaultHasher::new();
    file.stamp.hash(&mut hasher);
    let (source, name) = (file.disk.clone(), file.source.clone());
    Job { source, name, mark: hasher.finish(), wanted: Vec::new() }
}

/// The mark of a file and of what is made of it.
fn mark(job: &Job) -> u64 {
    let mut hasher = DefaultHasher::new();
    (job.mark, &job.wanted).hash(&mut hasher);
    hasher.finish()
}
