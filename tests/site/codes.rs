//! Codes on paper say what stands beside them: they are read again as a telephone would.

use crate::SiteTest;

/// Pixels for each module: what a decoder wants to see.
const SCALE: usize = 4;

#[test]
fn a_code_says_the_address_that_its_label_tells() {
    let site = SiteTest::new();
    let named = [
        ("события", "short"),
        ("очень длинное имя", "event-with-a-rather-long-name-that-makes-the-code-grow-by-some-versions"),
    ];
    let site = named.iter().fold(site, |site, (title, name)| {
        site.file(
            &format!("content/events/{name}.md"),
            format!("---\ntitle: Семинар {title}\nform: семинар\nresponsible: методист\nstart: 25.11.2026 14:00\n---\nТекст.\n"),
        )
    });
    let site = site.on("2026-11-24");
    site.build().ok();
    let page = |path: &str| std::fs::read_to_string(site.path("public").join(path)).unwrap();
    let sheet = page("calendar/week/index.html");
    for (_, name) in named {
        let address = format!("https://centre.example/events/{name}/");
        assert_eq!(read(&page(&format!("events/{name}/index.html")), &address), address);
        assert_eq!(read(&sheet, &address), address);
    }
}

/// What a telephone reads in the code that is labelled with the address.
fn read(page: &str, address: &str) -> String {
    let label = format!("aria-label=\"QR-код с адресом {address}\"");
    let (_, code) = page.split_once(&label).unwrap_or_else(|| panic!("no code for {address}"));
    let between =
        |from: &str, to: &str| code.split_once(from).unwrap().1.split_once(to).unwrap().0.to_owned();
    let side: usize = between("viewBox=\"0 0 ", " ").parse().unwrap();
    let dark = dark(&between("stroke=\"#000\" d=\"", "\""), side);
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side * SCALE, side * SCALE, |x, y| {
        if dark[y / SCALE][x / SCALE] { 0 } else { 255 }
    });
    let found = picture.detect_grids();
    assert_eq!(found.len(), 1, "one code is seen for {address}");
    found[0].decode().unwrap().1
}

/// The modules that the strokes of a path make dark.
fn dark(path: &str, side: usize) -> Vec<Vec<bool>> {
    let mut modules = vec![vec![false; side]; side];
    let (mut x, mut y) = (0, 0);
    let mut at = 0;
    while at < path.len() {
        let end = path[at + 1..].find(|c: char| c.is_alphabetic()).map_or(path.len(), |to| at + 1 + to);
        let numbers: Vec<&str> = path[at + 1..end].split(' ').collect();
        match &path[at..=at] {
            "M" => (x, y) = (numbers[0].parse().unwrap(), numbers[1].trim_end_matches(".5").parse().unwrap()),
            "m" => x += numbers[0].parse::<usize>().unwrap(),
            "h" => {
                let length: usize = numbers[0].parse().unwrap();
                modules[y][x..x + length].fill(true);
                x += length;
            }
            other => panic!("a stroke {other} is not known"),
        }
        at = end;
    }
    modules
}
