//! Full disks and folders that cannot be moved: small mounted disks, which only the administrator may mount.

use super::disk::Disk;
use super::*;

fn site(n: usize, kilobytes: usize) -> Site {
    (0..kilobytes / 20)
        .map(|i| (format!("page/{i}.html"), format!("{n:04}").repeat(5 * 1024).into_bytes()))
        .collect()
}

#[test]
fn a_full_disk_leaves_the_old_site_and_the_tree_before() {
    let Some(disk) = Disk::mount("tmpfs", "size=4m") else { return };
    for strategy in [Strategy::Exchange, Strategy::Renames] {
        let target = disk.path().join(format!("{strategy:?}")).join("public");
        let options = PublishOptions { strategy: Some(strategy), ..PublishOptions::default() };
        let publish = |site: &Site| super::publish(site, &target, &options);
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
    let Some(disk) = Disk::mount("tmpfs", "size=2m") else { return };
    let root = tempfile::tempdir().unwrap();
    let options = PublishOptions { fallback_store: Some(root.path().join(".kabinet")), ..Default::default() };
    let publish = |site: &Site| super::publish(site, disk.path(), &options);
    publish(&site(1, 600)).unwrap();
    publish(&site(2, 600)).unwrap();
    assert_eq!(found(disk.path()), site(2, 600));
    // Half-way the disk is full; the pages there are whole files, and the next run completes the change.
    let full = publish(&site(3, 4_000));
    let Err(full @ PublishError::Interrupted { .. }) = full else { panic!("{full:?}") };
    assert_eq!(full.diagnostic().rule.0, "publish-interrupted");
    let PublishError::Interrupted { error } = full else { return };
    assert_eq!(error.diagnostic().rule.0, "publish-disk-full");
    assert!(matches!(*error, PublishError::DiskFull { .. }), "{error}");
    for (path, bytes) in found(disk.path()) {
        let either = [site(2, 600), site(3, 4_000)].into_iter().any(|site| site.get(&path) == Some(&bytes));
        assert!(either, "half a file: {path}");
    }
}

#[test]
fn a_folder_from_the_image_of_a_container_is_published_file_by_file() {
    let Some(layers) = Disk::mount("tmpfs", "size=2m") else { return };
    let layer = |name: &str| layers.path().join(name);
    for name in ["lower", "upper", "work"] {
        std::fs::create_dir(layer(name)).unwrap();
    }
    publish(&site(1, 100), &layer("lower/public"), &PublishOptions::default()).unwrap();
    let [lower, upper, work] = ["lower", "upper", "work"].map(|name| layer(name).display().to_string());
    let option = format!("lowerdir={lower},upperdir={upper},workdir={work},redirect_dir=off");
    let Some(disk) = Disk::mount("overlay", &option) else { return };
    // The folder lies in the lower layer: the system refuses to rename it.
    let target = disk.path().join("public");
    for n in [2, 3] {
        publish(&site(n, 100), &target, &PublishOptions::default()).unwrap();
        assert_eq!(found(&target), site(n, 100));
    }
    emit::rollback(&target, &PublishOptions::default()).unwrap();
    assert_eq!(found(&target), site(2, 100));
    assert!(disk.path().join(".kabinet/publish/public/file-by-file").exists());
}
