//! Which module lies below which.

/// Everybody may use these; among themselves they use only what `MAY_USE` says.
pub(super) const GROUND: &[&str] =
    &["blocks", "source", "diagnostic", "artifact", "i18n", "address", "markup", "text", "dates", "disk"];

/// What each module may use, from the ground up; everything above the ground may use the ground as well.
pub(super) const MAY_USE: &[(&str, &[&str])] = &[
    ("blocks", &[]),
    ("source", &["blocks"]),
    ("text", &[]),
    ("dates", &["i18n"]),
    ("disk", &[]),
    ("i18n", &[]),
    ("artifact", &["source"]),
    ("diagnostic", &["source", "i18n", "text"]),
    ("address", &["source", "diagnostic", "text"]),
    ("markup", &["source", "diagnostic", "artifact", "i18n", "address", "text"]),
    // What is read before anything is known of a site.
    ("encoding", &[]),
    // Pictures as plain values: what is known of one, what a theme wants, what is published of one.
    ("picture", &[]),
    ("media", &["picture"]),
    // Documents of office programs as texts.
    ("office", &["encoding"]),
    ("derive", &["media", "office", "picture"]),
    ("yaml", &[]),
    ("vocabulary", &[]),
    ("field", &["vocabulary", "yaml"]),
    ("behaviour", &["field", "vocabulary", "yaml"]),
    // What a centre is before the law.
    ("legal", &[]),
    ("schema", &["behaviour", "field", "legal", "picture", "vocabulary", "yaml"]),
    ("theme", &[]),
    ("config", &["legal", "theme", "yaml"]),
    ("engine", &[]),
    // Sums of bytes, and the certificates that name them.
    ("sum", &[]),
    ("ledger", &["sum"]),
    ("options", &[]),
    ("progress", &[]),
    // The stages in their order. Each reads the types of the one before that it follows, and of no other.
    (
        "load",
        &[
            "config", "derive", "encoding", "ledger", "media", "office", "picture", "schema", "sum", "theme",
            "yaml",
        ],
    ),
    (
        "model",
        &[
            "behaviour",
            "config",
            "field",
            "ledger",
            "load",
            "office",
            "picture",
            "schema",
            "sum",
            "theme",
            "yaml",
        ],
    ),
    ("check", &["behaviour", "config", "field", "legal", "model", "office", "schema"]),
    ("ask", &["behaviour", "field", "model", "schema", "vocabulary"]),
    // A document with clauses is taken back to Word.
    (
        "render",
        &["ask", "behaviour", "config", "engine", "field", "model", "office", "picture", "schema", "theme"],
    ),
    ("index", &["config", "engine", "field", "model", "schema"]),
    ("emit", &[]),
    // Beside the pipeline, and over it.
    ("export", &["options"]),
    ("import", &["config", "encoding", "office", "schema", "yaml"]),
    ("start", &["field", "legal", "schema", "yaml"]),
    (
        "project",
        &[
            "ask", "check", "config", "derive", "emit", "index", "ledger", "load", "model", "options",
            "progress", "render", "sum", "theme",
        ],
    ),
    ("pipeline", &["emit", "index", "options", "progress", "project", "release", "render", "schema"]),
    ("release", &["derive", "emit", "options", "project"]),
    ("serve", &["options"]),
    ("cli", &["options", "start"]),
    (
        "commands",
        &[
            "cli", "emit", "export", "import", "load", "options", "pipeline", "progress", "project",
            "schema", "serve", "start", "ledger",
        ],
    ),
];
