//! What an author meant by marks that mean nothing as they stand.

/// What was meant.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Meant {
    /// `**Внимание:**текст`, `__Внимание:__текст`, or bold that is never closed.
    Bold,
    /// `##Заголовок`
    Heading,
    /// `[План](план работы.docx)`, `[ниже](#кто отвечает)`
    Link,
    /// `[слова](tel:+7 (000) 000-00-00)`
    Phone,
    /// `[План] (plan.docx)`
    LinkApart,
    /// `[План](plan.docx`
    LinkOpen,
    /// `![Фото](a.png){width=300}`
    Properties,
    /// `[^1]` without its text.
    Note,
    /// `$x^2$` in a regulation, which is published as it was signed.
    Formula,
    /// `[[rmo]`, `[[|rmo]]`
    Wiki,
    /// `[слова][1]` without the line that says what `[1]` is.
    Reference,
    /// `5*3*2`: the sign of multiplication makes the word between two of them slanted.
    Times,
    /// `==важно==`, `++новое++`
    Coloured,
    /// `H~2~O`, `x^2^`
    Index,
    /// `:smile:`
    Emoji,
    /// `!!! note`, `::: warning`, `> [!info]`
    Callout,
    /// `%% для себя %%`, `<!-- для себя` without its end.
    Aside,
    /// What word processors leave: `<o:p>`, `{ PAGE }`.
    Word,
    /// `{{ toc }}`, `{% include x %}`
    Command,
    /// `[TOC]`
    Contents,
    /// `[b]Важно[/b]`
    Forum,
    /// `(слова)[адрес]`
    LinkTurned,
    /// `\(x^2\)`, `\begin{equation}`, `$ x^2 $`: a formula between signs of other programs.
    Latex,
    /// `{++вставка++}`, `{--удалено--}`, `{>>заметка<<}`
    Edits,
    /// `||скрыто||`
    Hidden,
    /// `[х]` with a Russian letter, `[ ] дело` without the mark of a list.
    Task,
    /// A backtick that is never closed.
    Code,
    /// `~~было` that is never closed.
    Struck,
}

impl Meant {
    /// The attribute of the message that says how it is written.
    pub(super) fn help(self) -> &'static str {
        match self {
            Self::Bold => "help-bold",
            Self::Heading => "help-heading",
            Self::Link => "help-link",
            Self::Phone => "help-phone",
            Self::LinkApart => "help-link-apart",
            Self::LinkOpen => "help-link-open",
            Self::Properties => "help-properties",
            Self::Note => "help-note",
            Self::Formula => "help-formula",
            Self::Wiki => "help-wiki",
            Self::Reference => "help-reference",
            Self::Times => "help",
            Self::Coloured => "help-coloured",
            Self::Index => "help-index",
            Self::Emoji => "help-emoji",
            Self::Callout => "help-callout",
            Self::Aside => "help-aside",
            Self::Word => "help-word",
            Self::Command => "help-command",
            Self::Contents => "help-contents",
            Self::Forum => "help-forum",
            Self::LinkTurned => "help-link-turned",
            Self::Latex => "help-latex",
            Self::Edits => "help-edits",
            Self::Hidden => "help-hidden",
            Self::Task => "help-task",
            Self::Code => "help-code",
            Self::Struck => "help-struck",
        }
    }
}
