//! The Content-Security-Policy of every page. It stands in a `meta` element, since many hosts send no headers of ours.
//!
//! Nothing is allowed but what the site publishes itself, frames of the hosts in `site.yaml`, and the search server
//! named there. Both are checked where they are written (`config`), so that nothing else can come in with them.

use crate::config::Config;

/// The policy as the content of the `meta` element.
pub(super) fn policy(config: &Config) -> String {
    let frames: Vec<String> =
        config.video_hosts.iter().map(|host| format!("https://{}", host.as_str())).collect();
    let frames = if frames.is_empty() { "'none'".to_owned() } else { frames.join(" ") };
    let server = config.search.as_ref().map(|server| format!(" {}", server.origin)).unwrap_or_default();
    [
        "default-src 'self'",
        // The engine of search is WebAssembly. Elements and attributes are named by themselves, so that no later
        // directive could widen them.
        "script-src 'self' 'wasm-unsafe-eval'",
        "script-src-elem 'self'",
        "script-src-attr 'none'",
        "style-src 'self'",
        "style-src-attr 'none'",
        "img-src 'self'",
        "font-src 'self'",
        &format!("connect-src 'self'{server}"),
        "worker-src 'self'",
        &format!("frame-src {frames}"),
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
    ]
    .join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::Host;

    #[test]
    fn frames_and_the_search_server_are_all_that_is_added() {
        let plain = policy(&Config::default());
        assert!(plain.contains("frame-src 'none';") && plain.contains("connect-src 'self';"), "{plain}");
        let hosts = ["rutube.ru", "видео.рф"].map(|host| Host::parse(host).expect("a host"));
        let policy = policy(&Config { video_hosts: hosts.to_vec(), ..Config::default() });
        assert!(policy.contains("frame-src https://rutube.ru https://xn--b1aedk6a.xn--p1ai;"), "{policy}");
        assert!(!policy.contains("data:") && !policy.contains('*'), "{policy}");
    }
}
