//! The command where nobody expects it: in folders that are no sites, that may not be read, and with odd names.

use super::kabinet;
use std::path::Path;

/// Every command that needs a site, or what a site has published.
const NEEDY: [&[&str]; 8] = [
    &["new", "новость", "Итоги"],
    &["build"],
    &["check"],
    &["serve"],
    &["search", "слово"],
    &["export", "search", "--to", "quickwit"],
    &["import", "нет.txt", "--kind", "page"],
    &["rollback"],
];

/// What a folder holds, however deep.
fn within(folder: &Path) -> Vec<std::path::PathBuf> {
    walkdir::WalkDir::new(folder)
        .min_depth(1)
        .into_iter()
        .flatten()
        .map(walkdir::DirEntry::into_path)
        .collect()
}

#[test]
fn where_no_site_is_it_is_said_and_none_is_begun() {
    let above = tempfile::tempdir().expect("a folder");
    for name in ["пусто", "с пробелами", "«ёлочки» \"и\" 'кавычки'", "две\nстроки", "$(echo)`x`"]
    {
        let folder = above.path().join(name);
        std::fs::create_dir(&folder).expect("a folder");
        for words in NEEDY {
            let run = kabinet(words).current_dir(&folder).env_remove("HOME").output().expect("kabinet runs");
            let said = String::from_utf8_lossy(&run.stderr);
            assert_eq!(run.status.code(), Some(2), "{name}: {words:?}: {said}");
            assert!(said.starts_with("ошибка"), "{name}: {words:?}: {said}");
            assert!(
                run.stdout.is_empty() && !said.contains('⟦') && !said.contains("{$"),
                "{words:?}: {said}"
            );
            assert_eq!(within(&folder), Vec::<std::path::PathBuf>::new(), "{name}: {words:?} left something");
        }
    }
}

#[cfg(unix)]
#[test]
fn the_way_to_a_site_with_an_odd_name_can_be_typed() {
    let above = tempfile::tempdir().expect("a folder");
    let site = above.path().join("портал \"центра\" $HOME `x` 'y'");
    std::fs::create_dir_all(site.join("content")).expect("folders");
    std::fs::File::create(site.join("content/site.yaml")).expect("a file");
    let run = kabinet(&["check"]).current_dir(above.path()).output().expect("kabinet runs");
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    let (_, way) = said.split_once("--root ").expect("a way");
    let shell =
        std::process::Command::new("sh").arg("-c").arg(format!("printf %s {way}")).output().expect("a shell");
    assert_eq!(String::from_utf8_lossy(&shell.stdout), site.display().to_string(), "{said}");
}

#[test]
fn what_stands_in_the_place_of_a_folder_is_told() {
    let above = tempfile::tempdir().expect("a folder");
    std::fs::File::create(above.path().join("content")).expect("a file");
    let run = kabinet(&["check"]).current_dir(above.path()).output().expect("kabinet runs");
    let said = String::from_utf8_lossy(&run.stderr);
    assert_eq!(run.status.code(), Some(2), "{said}");
    assert!(said.contains("не удаётся прочитать: это не папка"), "{said}");
}

/// Only somebody with fewer rights than the administrator can be refused: where tests run as the administrator, the
/// command is run as nobody, if that can be had.
#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_may_not_be_read_is_told_as_such() {
    use std::os::unix::fs::PermissionsExt as _;
    let above = tempfile::tempdir().expect("a folder");
    let content = above.path().join("content");
    std::fs::create_dir(&content).expect("a folder");
    let mode = |path: &Path, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).expect("a mode");
    };
    mode(above.path(), 0o755);
    mode(&content, 0);
    let refused = content.read_dir().is_err();
    let program = snapbox::cmd::cargo_bin!("kabinet");
    let mut command = if refused {
        std::process::Command::new(program)
    } else {
        let mut command = std::process::Command::new("setpriv");
        command.args(["--reuid=65534", "--clear-groups"]).arg(program);
        command
    };
    let run = command.args(["check", "--lang", "ru"]).current_dir(above.path()).env_remove("CI").output();
    mode(&content, 0o755);
    let Some(run) = run.ok().filter(|run| refused || run.status.code() == Some(2)) else {
        eprintln!("SKIPPED: nobody with fewer rights could be had here");
        return;
    };
    let said = String::from_utf8_lossy(&run.stderr);
    assert_eq!(run.status.code(), Some(2), "{said}");
    assert!(said.contains("не удаётся прочитать: нет прав доступа"), "{said}");
}
