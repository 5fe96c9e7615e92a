//! A full disk: a small tmpfs, which only the administrator may mount.

use std::process::Command;

use super::*;

/// A mounted tmpfs, unmounted when dropped.
struct Disk(TempDir);

impl Disk {
    fn mount(size: &str) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let option = format!("size={size}");
        let mounted =
            Command::new("mount").args(["-t", "tmpfs", "-o", &option, "tmpfs"]).arg(folder.path()).output();
        if mounted.is_ok_and(|output| output.status.success()) {
            return Some(Self(folder));
        }
        eprintln!("SKIPPED: a tmpfs may not be mounted here; the full disk was not tried");
        None
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        drop(Command::new("umount").arg("-l").arg(self.0.path()).output());
    }
}

fn site(n: usize, kilobytes: usize) -> Site {
    (0..kilobytes / 20)
        .map(|i| (format!("page/{i}.html"), format!("{n:04}").repeat(5 * 1024).into_bytes()))
        .collect()
}

#[test]
fn a_full_disk_leaves_the_old_site_and_the_tree_before() {
    let Some(disk) = Disk::mount("4m") else { return };
    for strategy in [Strategy::Exchange, Strategy::Renames] {
        let target = disk.0.path().join(format!("{strategy:?}")).join("public");
        let options = PublishOptions { strategy: Some(strategy), ..PublishOptions::default() };
        let publish = |site: &Site| emit::publish(artifacts(site), &target, &options);
        publish(&site(1, 600)).unwrap();
        publish(&site(2, 600)).unwrap();
        for kilobytes in (2_000..5_000).step_by(300) {
            match publish(&site(3, kilobytes)) {
                Err(PublishError::DiskFull { .. }) => assert_eq!(found(&target), site(2, 600)),
                other => assert!(kilobytes < 3_000, "{kilobytes}: {other:?}"),
            }
            if found(&target) != site(2, 600) {
                publish(&site(1, 600)).unwrap();
                publish(&site(2, 600)).unwrap();
            }
        }
        emit::rollback(&target, &options).unwrap();
        assert_eq!(found(&target), site(1, 600));
        publish(&site(3, 400)).unwrap();
        assert_eq!(found(&target), site(3, 400));
        std::fs::remove_dir_all(target.parent().unwrap()).unwrap();
    }
}

#[test]
fn a_mount_point_is_published_file_by_file_and_survives_a_full_disk() {
    let Some(disk) = Disk::mount("2m") else { return };
    let root = tempfile::tempdir().unwrap();
    let options = PublishOptions { fallback_store: Some(root.path().join(".kabinet")), strategy: None };
    let publish = |site: &Site| emit::publish(artifacts(site), disk.0.path(), &options);
    publish(&site(1, 600)).unwrap();
    publish(&site(2, 600)).unwrap();
    assert_eq!(found(disk.0.path()), site(2, 600));
    // Half-way the disk is full; the pages there are whole files, and the next run completes the change.
    assert!(matches!(publish(&site(3, 4_000)), Err(PublishError::DiskFull { .. })));
    for (path, bytes) in found(disk.0.path()) {
        let either = [site(2, 600), site(3, 4_000)].into_iter().any(|site| site.get(&path) == Some(&bytes));
        assert!(either, "half a file: {path}");
    }
}
