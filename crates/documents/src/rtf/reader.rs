//! Signs → a document.

use super::builder::Builder;
use super::tokens::{Token, Tokens, cyrillic};
use crate::limits;
use crate::model::{Document, LeftOut, Note, Piece, Reason};
use crate::refusal::Refusal;

/// Where letters go.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
enum Into {
    /// Into the text.
    #[default]
    Text,
    /// Into the label of the paragraph.
    Label,
    /// Among what is left out.
    LeftOut(Reason),
    /// Nowhere: fonts, styles, codes of fields.
    Nowhere,
}

/// What holds inside a group.
#[derive(Clone, Copy, Debug, Default)]
struct State {
    into: Into,
    hidden: bool,
    deleted: bool,
    /// How many letters stand for a Unicode sign where it is not known.
    stand_ins: i32,
    /// The group is a note.
    note: bool,
}

/// The reading of a text.
#[derive(Debug, Default)]
pub(super) struct Reader {
    document: Document,
    builders: Vec<Builder>,
    state: State,
    states: Vec<State>,
    /// Letters that stand in for the sign before.
    skip: i32,
    /// The first half of a sign of two.
    half: Option<u16>,
    /// `\*` came: a group that is not known is passed over.
    optional: bool,
}

impl Reader {
    /// Reads all of it.
    pub(super) fn read(mut self, bytes: &[u8]) -> Result<Document, Refusal> {
        self.builders.push(Builder::default());
        self.state.stand_ins = 1;
        for token in Tokens::of(bytes) {
            match token {
                Token::Open => self.open()?,
                Token::Close => self.close(),
                Token::Word(word, number) => self.word(word, number),
                Token::Letter(byte) if self.skip > 0 => {
                    self.skip -= 1;
                    let _ = byte;
                }
                Token::Letter(byte) => self.letter(cyrillic(byte)),
                Token::Sign(sign) => self.sign(sign),
            }
        }
        while let Some(builder) = self.builders.pop() {
            if self.builders.is_empty() {
                self.document.blocks = builder.finish();
            } else {
                self.note(builder);
            }
        }
        Ok(self.document)
    }

    fn open(&mut self) -> Result<(), Refusal> {
        if self.states.len() >= limits::DEPTH {
            return Err(Refusal::Excessive("depth"));
        }
        self.states.push(self.state);
        self.state.note = false;
        self.skip = 0;
        Ok(())
    }

    fn close(&mut self) {
        if self.state.note
            && self.builders.len() > 1
            && let Some(builder) = self.builders.pop()
        {
            self.note(builder);
        }
        self.state = self.states.pop().unwrap_or_default();
        (self.skip, self.optional) = (0, false);
    }

    fn note(&mut self, builder: Builder) {
        self.document.notes.push(Note { blocks: builder.finish() });
    }

    fn builder(&mut self) -> &mut Builder {
        if self.builders.is_empty() {
            self.builders.push(Builder::default());
        }
        let last = self.builders.len() - 1;
        &mut self.builders[last]
    }

    fn letter(&mut self, letter: char) {
        let into = match self.state.into {
            Into::Text if self.state.deleted => Into::LeftOut(Reason::Deleted),
            Into::Text if self.state.hidden => Into::LeftOut(Reason::Hidden),
            into => into,
        };
        match into {
            Into::Text => self.builder().letter(letter),
            Into::Label => self.builder().label(letter),
            Into::LeftOut(reason) => self.leave(reason, letter),
            Into::Nowhere => {}
        }
    }

    fn leave(&mut self, reason: Reason, letter: char) {
        match self.document.left_out.last_mut().filter(|last| last.reason == reason) {
            Some(last) => last.text.push(letter),
            None => self.document.left_out.push(LeftOut { reason, text: letter.to_string() }),
        }
    }

    fn sign(&mut self, sign: u8) {
        match sign {
            b'*' => self.optional = true,
            b'~' => self.letter('\u{a0}'),
            b'_' => self.letter('\u{2011}'),
            b'-' => {}
            b'\r' | b'\n' => self.paragraph(),
            sign => self.letter(char::from(sign)),
        }
    }

    fn paragraph(&mut self) {
        if self.state.into == Into::Text && !self.state.deleted && !self.state.hidden {
            self.builder().paragraph();
        }
    }

    fn piece(&mut self, piece: Piece) {
        if self.state.into == Into::Text && !self.state.deleted && !self.state.hidden {
            self.builder().piece(piece);
        }
    }

    fn word(&mut self, word: &str, number: Option<i32>) {
        let optional = std::mem::take(&mut self.optional);
        let on = number != Some(0);
        match word {
            "par" | "sect" => self.paragraph(),
            "line" => self.piece(Piece::Break),
            "tab" if self.state.into == Into::Text => self.piece(Piece::Tab),
            "cell" | "nestcell" if self.state.into == Into::Text => self.builder().cell(),
            "row" | "nestrow" if self.state.into == Into::Text => self.builder().row(),
            "intbl" => self.builder().in_table = true,
            "pard" if self.state.into == Into::Text => self.builder().in_table = false,
            "u" => self.unicode(number.unwrap_or_default()),
            "uc" => self.state.stand_ins = number.unwrap_or(1).clamp(0, 16),
            "v" => self.state.hidden = on,
            "deleted" => self.state.deleted = on,
            "plain" => (self.state.hidden, self.state.deleted) = (false, false),
            "listtext" | "pntext" => self.state.into = Into::Label,
            "footnote" => self.begin_note(),
            "annotation" => self.state.into = Into::LeftOut(Reason::Comment),
            "header" | "headerl" | "headerr" | "headerf" | "footer" | "footerl" | "footerr" | "footerf" => {
                self.state.into = Into::LeftOut(Reason::Margin);
            }
            "fonttbl" | "colortbl" | "stylesheet" | "info" | "pict" | "object" | "listtable"
            | "listoverridetable" | "revtbl" | "rsidtbl" | "generator" | "fldinst" | "atnid"
            | "atnauthor" | "atnref" | "atndate" | "chatn" | "bkmkstart" | "bkmkend" | "themedata"
            | "datastore" | "xmlnstbl" | "nonshppict" => {
                self.state.into = Into::Nowhere;
            }
            "shptxt" => self.state.into = Into::Text,
            "shppict" | "shpinst" => {}
            _ => self.other(word, optional),
        }
    }

    fn other(&mut self, word: &str, optional: bool) {
        let letter = match word {
            "emdash" => '—',
            "endash" => '–',
            "bullet" => '•',
            "lquote" => '‘',
            "rquote" => '’',
            "ldblquote" => '“',
            "rdblquote" => '”',
            "emspace" | "enspace" | "qmspace" => ' ',
            _ => {
                if optional {
                    self.state.into = Into::Nowhere;
                }
                return;
            }
        };
        self.letter(letter);
    }

    fn begin_note(&mut self) {
        if self.state.into != Into::Text || self.builders.len() > 1 {
            return;
        }
        let at = self.document.notes.len();
        self.builder().piece(Piece::Note(at));
        self.builders.push(Builder::default());
        self.state.note = true;
    }

    /// A sign by its number, with the letters that stand in for it passed over.
    fn unicode(&mut self, number: i32) {
        let unit = (number.rem_euclid(65_536)) as u16;
        self.skip = self.state.stand_ins;
        let units: Vec<u16> = self.half.take().into_iter().chain([unit]).collect();
        match char::decode_utf16(units).next() {
            Some(Ok(letter)) => self.letter(letter),
            _ if (0xd800..0xdc00).contains(&unit) => self.half = Some(unit),
            _ => {}
        }
    }
}
