//! Tokens → the builder.

use std::cell::RefCell;

use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{TagKind, Token, TokenSink, TokenSinkResult};

use super::builder::Builder;
use super::tag::Tag;
use crate::model::Document;
use crate::refusal::Refusal;

/// Takes what the tokenizer finds.
#[derive(Default)]
pub(super) struct Sink(RefCell<Builder>);

impl Sink {
    /// The document, when all has come.
    pub(super) fn finish(self) -> Result<Document, Refusal> {
        self.0.into_inner().finish()
    }
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut builder = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(text) => builder.text(&text),
            Token::TagToken(given) => {
                let tag = Tag::of(&given);
                if given.kind == TagKind::EndTag {
                    builder.end(&tag.name);
                    return TokenSinkResult::Continue;
                }
                builder.start(&tag);
                return match tag.name.as_str() {
                    "script" => TokenSinkResult::RawData(RawKind::ScriptData),
                    "style" | "xmp" | "noframes" => TokenSinkResult::RawData(RawKind::Rawtext),
                    "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
                    _ => TokenSinkResult::Continue,
                };
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}
