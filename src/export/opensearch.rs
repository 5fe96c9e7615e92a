//! The settings and mappings of an OpenSearch index.

use serde_json::{Map, Value, json};

use super::fields::Type;

/// Russian as OpenSearch knows it, with `ё` and `е` for one letter.
const RUSSIAN: &str = "russian_one_e";
/// Stems as they come.
const STEMS: &str = "stems";

/// The body of the request that makes the index.
pub(super) fn configuration(fields: &[(String, Type)]) -> String {
    let properties: Map<String, Value> =
        fields.iter().map(|(name, kind)| (name.clone(), mapping(*kind))).collect();
    let body = json!({
        "settings": {"index": {"number_of_shards": 1, "number_of_replicas": 0}, "analysis": analysis()},
        "mappings": {"dynamic": "strict", "properties": properties},
    });
    format!("{body:#}\n")
}

fn analysis() -> Value {
    json!({
        "char_filter": {"one_e": {"type": "mapping", "mappings": ["ё=>е", "Ё=>Е"]}},
        "filter": {
            "russian_stop": {"type": "stop", "stopwords": "_russian_"},
            "russian_stemmer": {"type": "stemmer", "language": "russian"},
        },
        "analyzer": {
            RUSSIAN: {
                "type": "custom",
                "char_filter": ["one_e"],
                "tokenizer": "standard",
                "filter": ["lowercase", "russian_stop", "russian_stemmer"],
            },
            STEMS: {"type": "custom", "tokenizer": "whitespace"},
        },
    })
}

fn mapping(kind: Type) -> Value {
    match kind {
        Type::Keyword | Type::Keywords => json!({"type": "keyword"}),
        Type::Text => json!({"type": "text", "analyzer": RUSSIAN}),
        Type::Stems => json!({"type": "text", "analyzer": STEMS}),
        Type::Date => json!({"type": "date", "format": "strict_date"}),
        Type::Integer => json!({"type": "integer"}),
    }
}
