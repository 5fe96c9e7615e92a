//! The preview against what it should not show and whom it should not answer: links and pipes in the place of files,
//! strange addresses, slow and silent connections, other names of this computer.

use super::*;

/// A site whose files lie in a folder.
fn in_folder(folder: &Path) -> ServeOptions {
    ServeOptions { watch: vec![folder.to_owned()], ..free() }
}

/// A file of a site that is published as it is.
fn file(path: &str, source: &Path) -> Artifact {
    Artifact { path: OutPath::new(path).unwrap(), content: Content::File(source.to_owned()) }
}

#[test]
fn attachments_are_read_from_where_they_lie() {
    let folder = tempfile::tempdir().unwrap();
    let source = folder.path().join("план.pdf");
    put(&source, "%PDF");
    let running = show_from(&in_folder(folder.path()), vec![file("files/plan.pdf", &source)], "");
    let answer = ask(&running, "/files/plan.pdf");
    assert!(answer.body == "%PDF" && answer.head.contains("content-type: application/pdf"));
    assert!(answer.head.contains("content-length: 4"));
    std::fs::remove_file(&source).unwrap();
    assert_eq!(ask(&running, "/files/plan.pdf").status, 404);
}

#[test]
fn an_attachment_of_any_length_is_sent_in_pieces() {
    let folder = tempfile::tempdir().unwrap();
    let source = folder.path().join("запись.mp4");
    // Longer than memory should be asked for: a file full of holes.
    std::fs::File::create(&source).unwrap().set_len(1 << 40).unwrap();
    let running = show_from(&in_folder(folder.path()), vec![file("zapis.mp4", &source)], "");
    let mut answer = connect(&running, "GET /zapis.mp4 HTTP/1.1\r\nHost: localhost\r\n\r\n");
    let mut start = vec![0; 1 << 20];
    answer.read_exact(&mut start).unwrap();
    assert!(String::from_utf8_lossy(&start[..400]).to_lowercase().contains("content-length: 1099511627776"));
}

#[cfg(unix)]
#[test]
fn only_plain_files_of_the_site_are_shown_whatever_takes_their_place() {
    let folder = tempfile::tempdir().unwrap();
    let content = folder.path().join("content");
    std::fs::create_dir_all(content.join("static/deep")).unwrap();
    let secret = folder.path().join("secret.txt");
    put(&secret, "тайна");
    let inside = content.join(".hidden.txt");
    put(&inside, "тайна");
    let source = content.join("static/deep/a.txt");
    put(&source, "открыто");
    let files = vec![file("a.txt", &source), file("secret.txt", &secret), file("hidden.txt", &inside)];
    let running = show_from(&in_folder(&content), files, "");
    assert_eq!(ask(&running, "/a.txt").body, "открыто");
    for elsewhere in ["/secret.txt", "/hidden.txt"] {
        assert_eq!(ask(&running, elsewhere).status, 404, "{elsewhere}");
    }
    let refused = |what: &str| {
        let answer = ask(&running, "/a.txt");
        assert!(answer.status == 404 && !answer.body.contains("тайна"), "{what}: {}", answer.body);
    };
    for target in [Path::new("/etc/passwd"), &secret, &inside, Path::new("/dev/zero"), Path::new("a.txt")] {
        std::fs::remove_file(&source).unwrap();
        std::os::unix::fs::symlink(target, &source).unwrap();
        refused(&format!("a link to {}", target.display()));
    }
    std::fs::remove_file(&source).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(&source).status().unwrap().success());
    refused("a pipe that nobody writes into");
    std::fs::remove_file(&source).unwrap();
    std::os::unix::net::UnixListener::bind(&source).unwrap();
    refused("a socket");
    std::fs::remove_file(&source).unwrap();
    std::fs::create_dir(&source).unwrap();
    refused("a folder");
    // A folder on the way may be swapped as well.
    std::fs::remove_dir_all(content.join("static")).unwrap();
    std::fs::create_dir_all(folder.path().join("other/deep")).unwrap();
    put(&folder.path().join("other/deep/a.txt"), "тайна");
    std::os::unix::fs::symlink("../other", content.join("static")).unwrap();
    refused("a link on the way");
}

#[test]
fn strange_addresses_are_answered_like_any_other() {
    let running = show(vec![page("дом"), artifact("a.txt", "а")], "");
    for path in [
        "/%00",
        "/a.txt%00",
        "/..%2f..%2fetc%2fpasswd",
        "/%",
        "/%zz",
        "/a.txt/",
        "//a.txt",
        "/./a.txt",
        "/.%00./",
    ] {
        assert_eq!(ask(&running, path).status, 404, "{path}");
    }
    assert_eq!(ask(&running, &format!("/{}", "a".repeat(60_000))).status, 404);
    let status = ask(&running, &format!("/{}", "a".repeat(300_000))).status;
    assert!(matches!(status, 414 | 431), "{status}");
    assert_eq!(ask(&running, "/a.txt").body, "а");
}

#[test]
fn only_this_computer_is_answered() {
    let running = show(vec![page("дом")], "");
    assert!(running.url().starts_with("http://127.0.0.1:"));
    for host in ["localhost", "127.0.0.1:80", "[::1]:4000", "LOCALHOST:1"] {
        assert_eq!(ask_as(&running, host, "/").status, 200, "{host}");
    }
    for host in ["evil.example", "evil.example:4000", "localhost.evil.example", "127.0.0.1.evil.example", ""]
    {
        let answer = ask_as(&running, host, "/");
        assert_eq!(answer.status, 403, "{host}");
        assert!(!answer.body.contains("дом"));
        assert_eq!(ask_as(&running, host, "/_kabinet/events").status, 403, "{host}");
    }
}

/// The beginning of a request that is never finished.
const BEGUN: &str = "GET / HTTP/1.1\r\nHost: localhost\r\n";

/// Whether the preview still tells this page of changes.
fn is_open(told: &mut Told) -> bool {
    told.0.get_ref().set_read_timeout(Some(Duration::from_millis(50))).unwrap();
    let mut line = String::new();
    loop {
        line.clear();
        match told.0.read_line(&mut line) {
            Ok(0) => return false,
            Ok(_) => {}
            Err(error) => {
                return matches!(error.kind(), std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut);
            }
        }
    }
}

#[test]
fn connections_that_say_nothing_keep_nobody_out() {
    let running = show(vec![page("дом")], "");
    let mut open = Told::listen(&running);
    open.next();
    let mut silent: Vec<_> = (0..300).map(|_| connect(&running, BEGUN)).collect();
    assert_eq!(ask(&running, "/").status, 200);
    // There are never as many connections at once: the oldest have given up their places.
    let mut rest = String::new();
    assert_eq!(silent[0].read_to_string(&mut rest).unwrap_or(0), 0, "{rest}");
    // Except what an open page waits for.
    assert!(is_open(&mut open));
}

#[test]
fn a_request_and_the_rest_before_it_have_a_deadline_but_events_have_none() {
    let options = ServeOptions { deadline: Some(Duration::from_millis(300)), ..free() };
    let running = show_from(&options, vec![page("дом")], "");
    let mut open = Told::listen(&running);
    open.next();
    let ended = |mut connection: BufReader<TcpStream>| {
        let mut rest = String::new();
        connection.read_to_string(&mut rest).unwrap();
        rest
    };
    assert!(!ended(connect(&running, BEGUN)).contains("200"));
    assert!(!ended(connect(&running, "")).contains("200"));
    assert!(
        ended(connect(&running, &format!("{BEGUN}\r\n"))).contains("дом"),
        "answered, and let go at rest"
    );
    assert!(is_open(&mut open));
}
