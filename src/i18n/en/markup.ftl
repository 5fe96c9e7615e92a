# The text of documents: numbering of regulations, look-alike characters, HTML, names for screen readers.

markup-table = Table
markup-footnote-back = Back to the text
markup-task-done = done
markup-task-open = not done
markup-alert-note = Note
markup-alert-tip = Tip
markup-alert-important = Important
markup-alert-warning = Warning
markup-alert-caution = Caution

clause-gap = { $kind ->
    [start] The numbering begins with { $number }: check it
    [back] { $number } comes after { $before }: check the order of the numbers
   *[gap] { $before } is followed by { $number }: check the numbering
}
    .label = number { $expected } was expected
    .before = the number before
    .start = number { $expected } was expected
    .back = this number is not greater than the one before
    .help = If the signed document has this number, leave it: the site shows it unchanged. If it is a slip made while copying the text, correct the number.
    .explain =
        A number is missing between two neighbouring clauses or sections, or the numbers are out of order.
        It happens in signed documents (4.9 right after 4.5) and when a paragraph is lost while the text is copied.
        The site never changes numbers by itself: clauses are cited by the numbers that are printed.
        Compare with the original: add the clause if it was lost; if the number really is so, do nothing.

clause-orphan = Clause { $number } stands apart from its section or clause
    .label = there is no clause { $parent } in the text
    .section = the clause stands in section { $section }
    .help = If the signed document has it so, leave it. Otherwise add the missing clause { $parent } or correct the number.
    .help-section = If the signed document has it so, leave it. Otherwise correct the number or move the clause to its section.
    .explain =
        The number of a clause says what it belongs to: 4.1.1 to clause 4.1, and 4.1 to section 4.
        Here there is no such clause or section: for example, section 4 begins with 4.1.1 at once.
        The clause is shown where it stands in the text, and links to it work.
        Compare the number with the original document.

clause-duplicate = The number { $number } is used twice
    .label = the second time
    .first = the first time
    .help = Compare the number with the original. If it is repeated there too, leave it: the link to the second clause ends with #{ $anchor }.
    .explain =
        Two clauses have the same number, so a link to this number leads to the first of them.
        Mostly it is a trace of copying or a lost line.
        The second clause gets its own link with «_2» added; the text does not change.
        If the number is wrong, correct it.

clause-mixed-numbering = Sections are numbered both in Roman and in Arabic figures
    .label = unlike most sections
    .help = If the signed document has it so, leave it. Otherwise write “{ $usual }” for “{ $found }”.
    .explain =
        Some sections of this document have Roman numbers (I, II), others Arabic ones (5).
        Links do not suffer: section V and section 5 both get the link #s-5.
        It confuses readers, though, and is worth mending in the next edition.
        In a text that is already signed nothing needs to be changed.

clause-reference-missing = The text refers to “{ $reference }”, but there is no such clause in it
    .label = this reference leads nowhere
    .help = Check the number. If another document is meant, name it after the number. If the clause is there and no link is made, make headings of the sections: ## I. General provisions.
    .explain =
        The text says “clause … of these Regulations”, but it has no clause of that number.
        It happens when clauses were renumbered and references to them were forgotten.
        On the page these words stay ordinary text without a link.
        Compare the number with the original; if the document itself is wrong, note it for the next edition.

lookalike-character = “{ $found }” has a character that only looks like the right one
    .label = right: “{ $right }”
    .help = Replace it by “{ $right }” (type the word anew) unless you quote a signed document.
    .explain =
        Some letters and digits look the same but are different characters: Cyrillic “С” and Latin “C”, the letter “З” and the digit 3, “Ш” for the Roman III.
        A word with such a character is not found by search and is misread by screen readers.
        It mostly comes from a scanned text or from the wrong keyboard layout.
        Type the word anew in the right layout. Example: «273-Ф3» (digit) → «273-ФЗ» (letter).

html-removed = The tag <{ $tag }> is not shown on the site
    .label = this tag is left out
    .help = Remove the tag or use Markdown instead: **bold**, *italic*, [link](address), a table. For videos, allow the site in the setting video_hosts.
    .help-played = Video and sound are shown otherwise: put the file beside the page and link to it, [The lesson](lesson.mp4). Video of another site is put in by <iframe>; video_hosts allows its site.
    .help-formula = A formula stands between dollar signs: $x^2$ inside a line, $$x^2$$ on a line of its own. Words and signs of the tag stay as plain text.
    .help-drawing = Save the drawing as a file beside the page and show it as a picture: ![description](drawing.svg). Of the tag only its words stay.
    .explain =
        Simple HTML tags may be used in a text (<b>, <sub>, <table>, <details>), but not those that run programs, change the look of the site or embed other sites' pages.
        Such a tag is left out; the text inside it stays, if there is any (except for <script> and <style>).
        This protects readers and the site itself.
        Markdown is mostly enough; videos are shown from the sites listed in site.yaml.

html-hidden = The words in this tag are hidden, but all readers of the site will see them
    .label = this tag hides words
    .help = If readers are not meant to see them, delete the words: anybody could read them in the source of the page. A note for yourself is written between <!-- and -->. Otherwise take hidden or style away. A text that opens by a click is written so: <details><summary>Title</summary>text</details>.
    .explain = Texts do not change the look of the site, so hidden and style="display: none" are left out, and the words inside stay on the page. It is so with <div hidden>a draft</div>.

markup-stray = Readers will see signs of markup: { $mark }
    .label = this stays on the page as it is
    .help-bold = Mark whole words and set them apart with a space: **Note:** text. If the asterisks are meant themselves, put a backslash before each: \*\*.
    .help-heading = A space belongs behind the number signs: ## Heading.
    .help-link = The address or the name of the file has a space. Put it into angle brackets: [Plan](<work plan.docx>).
    .help-phone = A number in a link has neither spaces nor brackets: [words](tel:+70000000000).
    .help-link-apart = No space may stand between ] and (: [words](address).
    .help-link-open = The address of a link is not closed by a bracket: [words](address).
    .help-list = Items of a list begin with a hyphen and a space: - item; an empty line stands before the list. As it is, they flow into one line.
    .help-numbers = A space must follow the number: 1. Item; an empty line stands before the list. As it is, the items flow into one line.
    .help-properties = Sizes and properties in braces are not understood: remove them. The site fits pictures by itself.
    .help-note = The note has no text. Add it on a line of its own: [^1]: The text of the note.
    .help-table = Below the head of a table stands the line { $line } (as many columns as the head has), and before the table an empty line.
    .help-wiki = A link to a page stands in double brackets on both sides: [[name-of-its-file]] or [[name-of-its-file|words]].
    .help-table-parted = An empty line cuts these rows off from the table above: remove it.
    .help-gaps = Columns made by spaces run together. Make a table: cells parted by |, the line |---|---| below the head.
    .help-drawn = A table drawn with lines is not understood. Cells are parted by |, and below the head stands the line |---|---|. A table of Word or Excel is better imported: kabinet import.
    .help-columns = Columns made by tabs run together. Make a table: cells parted by |, the line |---|---| below the head.
    .help-formula = In regulations the signs $ stay as they are: the text is published as it was signed. Write the formula with signs (x², √2, a/b, ½), or put in a picture with a description.
    .help-reference = The link has no address. Write it in brackets: [words](address), or add a line of its own: [1]: https://…
    .help-coloured = Nothing is marked by colour or underlined here: put words between two asterisks, **important**.
    .help-index = A lowered index is written H<sub>2</sub>O, a raised one x<sup>2</sup>, a formula $x^2$.
    .help-emoji = Insert the sign itself, for example 🙂, or drop this word.
    .help-callout = A callout is a line “> [!NOTE]” with lines under it that begin with “> ”. There are NOTE, TIP, IMPORTANT, WARNING and CAUTION.
    .help-aside = Everybody sees this. A note for oneself is written <!-- note -->; or drop it.
    .help-word = This is a mark of Word's own. Delete it; a link is written [words](https://…).
    .help-command = Commands of other programs do nothing here. Drop this line; a file is a link or a picture: [words](file), ![description](file).
    .help-contents = Drop this line: the site makes contents of long pages by itself.
    .help-forum = So people write on forums. Here bold is **words**, italics *words*, a link [words](address).
    .help-link-turned = The brackets are turned: first the words in square ones, then the address in round ones: [words](https://…).
    .help-letters = Put empty lines between items with letters. As they are, they would run into one line.
    .help-semicolons = Columns by semicolons run together. Make a table: cells between |, under the head a line |---|---|.
    .help-latex = A formula stands between the signs $: $x^2$ within a line, $$x^2$$ on a line of its own. Regulations have no formulas: write it with signs (x², √2) or as a picture.
    .help-edits = Marks of edits mean nothing here: leave the words that are to stay, and delete the marks and the rest.
    .help-hidden = Words cannot be hidden here: delete the marks. What is long can be folded: <details><summary>Answer</summary>words</details>.
    .help-task = A task of a list is written so: - [ ] to do, - [x] done (the letter x is Latin, the line begins with a hyphen). Regulations and other documents with clauses have no boxes: there a task is a numbered clause.
    .help-code = The name of a file or code stands between backticks: `plan.docx`. If this is an accidental sign or a quotation mark, delete it.
    .help-struck = Words struck out stand between two pairs of tildes, without spaces inside: ~~was~~. If the tildes are wanted themselves, put a backslash before each: \~\~.
    .help-scheme = Schemes made of commands are not drawn here: readers would see the commands. Save the scheme as a picture (PNG or SVG) in the program that it was made with, put the file beside the page and show it: ![what the scheme shows](scheme.svg).
    .help-table-wiki = This is a table of another program. Here the cells are parted by |, and a line |---|---| stands under the head. A table from Word or Excel is easier to import: kabinet import.
    .help = See the guide for how it is written.
    .explain = Markup is understood only as its rules have it: a space behind number signs, asterisks on both sides of words, names of files without spaces or in angle brackets. Else the signs themselves stay on the page.

markup-unseen =
    { $what ->
        [link] The link has no words: readers will not see it
        [heading] The heading has no words
        [aside] Readers will not see the words between these signs: browsers keep them for themselves
        [rest] A sign that browsers keep for themselves begins here and has no end: readers will see nothing after it
       *[address] Nothing on the page refers to this address: readers will not see it
    }
    .label = here
    .help = Write words into the square brackets: [words](address).
    .help-heading = Write the words behind the signs, on the same line: ## Heading. If no heading is needed, delete them.
    .help-address = A link is written so: [words](address), with round brackets and no colon. The line [1]: address is needed only where the text says [words][1].
    .help-aside = Put a backslash before the sign <, \<, and it is shown as it is. A note for yourself is written between <!-- and -->.
    .explain =
        A link without words cannot be followed, a heading without words is met by screen readers only, and the line “[name]: address” shows nothing by itself: it keeps the address for a link [words][name].

footnote-loose =
    { $fault ->
        [twice] The text of the footnote { $note } is written twice
        [unused] Nothing refers to the footnote { $note }
       *[empty] The footnote { $note } has no words
    }
    .label = here
    .help = Give the second footnote a name of its own, for example [^2], and put it where it belongs in the text. As it is, its words stand on the page by themselves, without a number.
    .help-unused = Put { $note } into the text where the footnote belongs, or delete it. As it is, its words stand on the page by themselves, without a number.
    .help-empty = Write the words behind the colon, in the same line: { $note }: Text of the footnote.
    .explain =
        A footnote has two parts: a mark in the text, [^1], and a line with its words, [^1]: Text of the footnote. Each footnote has a name of its own; the site numbers them in their order.
        Where one of the parts is missing or empty, readers see words without a number or a number without words.

code-unclosed = A block of code is not closed: all to the end of the page is shown as code
    .label = here it is opened
    .help = If it is code, close it with a line { $mark }. If not, delete this line; a rule between parts of a text is a line --- with empty lines around it.
    .explain =
        A line of three or more signs ` or ~ opens a block of code, which is shown as it is up to another such line.
        Without the second line all the rest of the page becomes code.
        Most often the line ~~~~~ is there for beauty. Leave an empty line or --- in its place.

comment-unclosed = The note “<!--” is not closed: readers will see nothing after it
    .label = here it is opened
    .help = Close the note with --> where it ends, or delete it.
    .explain =
        A text between <!-- and --> is a note for oneself and not shown.
        Without the closing signs all the rest of the page is hidden.

heading-underlined = A line of dashes made the text above it a heading
    .label = this line
    .help = If a rule is wanted, put an empty line before this one. If the text is a heading, write it in one line without a full stop: ## Heading.
    .explain =
        A line of dashes or of signs = right under a text turns it into a heading.
        Here a whole sentence or paragraph stands above it, so probably a rule was meant: a line --- with an empty line before it.

markup-lost = The asterisks around “{ $mark }” became italics and are gone
    .label = here they were
    .help = Write the sign ×: 5×3×2. Or put a backslash before each asterisk: 5\*3\*2.
    .explain = A word between two asterisks is slanted, and the asterisks are not seen. Between numbers they are nearly always signs of multiplication: instead of “5*3*2” readers would see “532”.

link-without-words = Behind “{ $word }” the page shows the title of a document as it is
    .label = the title stands instead of the link
    .help = Write the words of the link behind a |, in the case that the sentence needs: [[{ $target }|words of the link]].
    .explain =
        A link [[name]] shows the title of the document as it is, in the nominative.
        Give the link words of its own: [[name|words]].

table-cells-lost = A row of the table has more cells than its head has columns: { $cells } instead of { $columns }
    .label = readers will not see this
    .help = Add columns to the head and to the line |---|---| below it, or take the needless | away. If it belongs to the words of a cell, put a backslash before it: \|.
    .explain =
        Each row shows as many cells as the first line of the table and the line |---|---| below it have; the others vanish.
        Mostly a row has a needless |, or the head lacks a column.

table-swallowed = The line right below the table became a row of it
    .label = these words will stand in the first column
    .help = Put an empty line before this one, and it is a paragraph again. If it is a row of the table, part its cells by |.
    .explain =
        A table goes on to the first empty line. Words right below it end in its first column.
        Part the text from the table by an empty line.

lines-joined = These lines become one
    .label = from here all lines of the paragraph follow each other
    .help = Part the lines with empty ones, or make a list of them: - item. To begin a new line only, put a backslash at the end of the one before: \
    .explain =
        The end of a line is a space in Markdown: a paragraph goes on to the next empty line. An address, a telephone and hours that are written one below the other stand in one line on the page.
        A list is written so: - item. Poems and addresses are parted by a backslash at the end of a line:
        School street, 1\
        tel. 8 (000) 000-00-00

list-flat = This item will not stand inside another
    .label = on the page it stands beside the item above it
    .help = Move inner items to the right, below the words of the item above: two spaces below “- ”, three below “1. ”.
    .explain =
        An item is part of another when it stands no further left than its words. Two spaces are enough below “- item”, three are needed below “1. item”, four below “10. item”. With less it becomes a neighbour, and the list another list.

paragraph-indented = A paragraph with an indent is shown as code
    .label = this paragraph
    .help = Take the spaces or the tab at its beginning away: paragraphs are parted by an empty line. If it is code, put lines of ``` around it.
    .explain =
        Four spaces or a tab at the beginning of a line mean code in Markdown: it is shown in letters of one width and its lines are not wrapped.
        It comes of texts that were copied from Word with their indents.
        Take the indent away: an empty line parts each paragraph from the next.

formula-unclear = This formula cannot be read
    .label = it stays on the page as it is, with its signs $
    .help = Check brackets and commands: \frac{"{"}a{"}"}{"{"}b{"}"}, \sqrt{"{"}x{"}"}, x^2, a_1, \cdot. New commands (\def, \newcommand) are not understood. If this is no formula, put a backslash before the sign: \$.
    .explain =
        Formulas stand between signs $: $x^2$ within a line, $$\frac{"{"}a{"}"}{"{"}b{"}"}$$ on a line of its own. They are written in LaTeX.
        Mostly a brace is not closed, or a command is misspelt.
        A formula that is not understood stays on the page as text, so that nothing is lost.

image-foreign = A picture of another site is not shown: { $target }
    .label = its description is shown instead
    .help = Download the picture if that is allowed, put the file beside the document and give its name: ![description](file.jpg).
    .explain =
        The pages load nothing from other sites: that protects readers, and the picture stays when the other site removes it.
        Its description is shown instead.
        Put the file beside the document and write its name, for example ![A seminar at school](seminar.jpg).
        Make sure that you have the right to publish the picture.

frame-hidden = A video or frame of this site is not shown: { $address }
    .label = this site is not allowed
    .help = Add the site's name to the setting video_hosts in site.yaml (the frame's address must begin with https://), or put a link instead.
    .explain =
        Pages show frames (<iframe>) only of the sites that site.yaml lists in the setting video_hosts.
        Other frames are left out, so that a foreign site learns nothing about readers unless you decide so.
        If the video is needed, add the site: video_hosts: [rutube.ru].
        Otherwise put an ordinary link to the video.

nested-too-deep = Too much stands in each other: more than { $most } levels
    .label = { $most } levels are open here already
    .help = Close what was opened before: a tag (</div>, </span>), a list, a quote. If the text was copied from another program, paste it as plain text.
    .explain =
        Tags, lists, quotes and pictures stand in each other deeper than in any text for people.
        Mostly tags are opened and never closed, or the file is damaged.
        Reading such a text takes longer with every level, so it is not published.
        Find the marked place and close what is too much before it.

html-excessive = { $kind ->
    [attributes] A tag has more than { $most } attributes
   *[unclosed] The tag <{ $tag }> is not closed, and much text follows it
}
    .label = opened here
    .label-attributes = this tag
    .help = Write the closing tag </{ $tag }> where the formatting is to end, or use Markdown instead: **bold**, *italic*.
    .help-attributes = Leave only the attributes that are needed: one or two mostly suffice. Markdown instead of the tag is simplest.
    .explain =
        A formatting tag that is not closed goes on in every paragraph after it, and the program repeats it in each of them. Nobody writes a tag with hundreds of attributes.
        Both are left over from copying out of another program, or from damage; the page would grow many times by it.
        Close the tag or remove it: Markdown does without it.

markup-excessive = The text has too many signs of markup: more than { $most }
    .label = the text was not read from here on
    .help = Split the text into several pages. Attach a large table or a database export as a file (.xlsx, .csv) in the field “Files”. If the text is damaged, take it from the source document again.
    .explain =
        Signs of markup (| of tables, * and - of lists, [ ] of links, # of headings, ends of lines) become parts of the page.
        A page of hundreds of thousands of parts would not open for readers, so it is not published.
        Usually this is an export from a database, or a damaged file in which one sign is repeated without end.
        Look at the marked place: the text was read up to it.
