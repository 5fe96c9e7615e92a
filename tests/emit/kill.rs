//! A build killed at any instant leaves the old site or the new one.

use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::*;

const TARGET: &str = "KABINET_TEST_TARGET";
const STRATEGY: &str = "KABINET_TEST_STRATEGY";
const KILLS: u64 = 120;
const MOST_KILLS: u64 = 3_000;
/// How many kills must fall amid a publication for the test to mean anything.
const ENOUGH: usize = 10;

/// Two sites that differ in all ways: changed, added, removed, a file against a folder; equal lengths, so that
/// nothing but the bytes tells them apart.
fn version(n: usize) -> Site {
    let mut site = Site::new();
    for i in 0..40 {
        site.insert(format!("page/{i}/index.html"), format!("{i} of version {n}").repeat(400).into_bytes());
        site.insert(format!("same/{i}.css"), b"same".to_vec());
    }
    site.insert(if n == 0 { "only/a".into() } else { "only/b".into() }, b"x".to_vec());
    site.insert(if n == 0 { "swap".into() } else { "swap/deep.html".into() }, b"y".to_vec());
    site.insert(format!("search/chunk-{n}.bin"), b"z".repeat(9000));
    site
}

/// Not a test of its own: the process that is killed. Publishes the two versions in turn for ever.
#[test]
fn publisher() {
    let (Some(target), Some(strategy)) = (std::env::var_os(TARGET), std::env::var_os(STRATEGY)) else {
        return;
    };
    let index: usize = strategy.to_str().unwrap().parse().unwrap();
    let options = PublishOptions { strategy: Some(STRATEGIES[index]), ..PublishOptions::default() };
    for n in (0..2).cycle() {
        publish(&version(n), Path::new(&target), &options).unwrap();
    }
}

fn start(target: &Path, strategy: usize) -> Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "kill::publisher", "--nocapture"]);
    command.env(TARGET, target).env(STRATEGY, strategy.to_string());
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

fn kill_again_and_again(strategy: usize) {
    // On a real disk: in memory a publication is over before it is met.
    let desk = Desk { folder: tempfile::tempdir().unwrap(), ..Desk::new(STRATEGIES[strategy]) };
    desk.write("CNAME", "imc.example");
    desk.write(".git/HEAD", "ref");
    let whole = [0, 1].map(|n| {
        let mut site = version(n);
        site.extend(texts(&[("CNAME", "imc.example"), (".git/HEAD", "ref")]));
        site
    });
    publish(&version(0), &desk.target(), &desk.options).unwrap();
    let (mut random, mut seen, mut amid) = (0x2545_f491_4f6c_dd1d_u64, [0, 0], 0);
    let mut round = 0;
    // How much of a run is publication depends on the machine: kills go on until enough have met it.
    while round < KILLS || (amid <= ENOUGH && round < MOST_KILLS) {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let mut child = start(&desk.target(), strategy);
        std::thread::sleep(Duration::from_micros(2_000 + (random >> 33) % 60_000));
        child.kill().unwrap();
        child.wait().unwrap();
        amid += usize::from(desk.folder.path().join(".kabinet/publish/public/undo").exists());
        if STRATEGIES[strategy] != Strategy::Exchange {
            emit::recover(&desk.target(), &desk.options).unwrap();
        }
        let site = found(&desk.target());
        let Some(n) = whole.iter().position(|version| *version == site) else {
            panic!("kill {round} left neither site: {:?}", site.keys().collect::<Vec<_>>());
        };
        seen[n] += 1;
        if round % 10 == 9 {
            // The tree before has survived as well, unless this was its very first exchange.
            if let Err(error) = desk.rollback() {
                assert!(matches!(error, PublishError::NothingToRollBack), "kill {round}: {error}");
            }
            publish(&version(1 - n), &desk.target(), &desk.options).unwrap();
            assert_eq!(found(&desk.target()), whole[1 - n]);
        }
        round += 1;
    }
    assert!(seen.iter().all(|&n| n > 0), "no kill ever met one of the versions: {seen:?}");
    assert!(amid > ENOUGH, "too few kills fell amid a publication: {amid}");
}

#[test]
fn killed_amid_an_exchange() {
    kill_again_and_again(0);
}

#[test]
fn killed_amid_renames() {
    kill_again_and_again(1);
}

#[test]
fn killed_amid_replacement_file_by_file() {
    kill_again_and_again(2);
}
