# Import: the report and the rules.

import-report-source = File: { $file }
import-report-id = Permanent name (id): { $id }
import-outcome-written = Document created: { $path }
import-outcome-unchanged = Nothing changed: { $path } is already just that.
import-outcome-kept-edited = Nothing changed: the source is the same, and your edits in { $path } are kept.
import-outcome-updated = The source changed; the document was updated: { $path }
import-outcome-refused = The document was not touched: { $path } was edited by hand, and the source has changed since.
import-outcome-refused-help = Carry the changes listed over yourself. If your edits are no longer needed, repeat the command with --force: the document will be made anew.
import-outcome-failed = Nothing was imported.
import-changes = What changed
import-change-added = added: { $piece }
import-change-changed = changed: { $piece }
import-change-removed = removed: { $piece }
import-recognised = Read
import-absent = Not read (fill in if the paper has it)
import-unsure = Please check: { $count ->
    [one] { $count } place
   *[other] { $count } places
 }
import-told = Done without questions
import-dropped = Not seen on the page
import-line = line { $line }
import-column-field = field
import-column-value = value
import-column-line = line
import-no-doubts = No doubts.

import-field-title = Title
import-field-doc-type = Document type
import-field-number = Number
import-field-date = Date
import-field-issuer = Issued by
import-field-adopted = Adopted
import-field-adopted-body = Adopted: by
import-field-adopted-protocol = Adopted: minutes No.
import-field-adopted-date = Adopted: date
import-field-approved = Approved
import-field-approved-post = Approved: post
import-field-approved-person = Approved: by
import-field-approved-act = Approved: kind of act
import-field-approved-number = Approved: act No.
import-field-approved-date = Approved: date
import-field-annex-to = Annex to an act
import-field-annex-to-annex = Annex: No.
import-field-annex-to-act = Annex: to which act
import-field-annex-to-number = Annex: act No.
import-field-annex-to-date = Annex: date of the act
import-field-legal-status = Status (in force, repealed …)
import-field-level = Level

import-field-unsure = the field “{ $field }” was filled by conclusion: { $value }
    .label = concluded from here
    .help = Compare it with the paper; if it is wrong, correct the field at the top of the document.
    .explain = The text does not name this value directly, or names it in another case, so it was concluded. The document's card and the lists show it, so it is worth a look. Example: the line «на Педагогическом Совете» gave «Педагогический совет». If it is wrong, correct the field between the lines “---” at the top of the document.
import-field-blank = the number or the date is left blank: “{ $text }”
    .label = an empty place
    .help = Find the number and the date of the act and write them into the fields number and date at the top of the document; change nothing in the text.
    .explain = The source has a dash instead of a number or a date, as a form has. The field stays empty: nothing is invented. Example: «Приказ № _____ от 20.11.2019». Once you find the number, write it into the field number.
import-act-without-number = an act without its number: “{ $text }”
    .label = no number
    .help = Find the number of the order and write it into the field number of the group approved.
    .explain = The header names an order with its date but without its number. People look for a paper, and cite it, by number and date. Example: «приказ от «30» августа 2023г». Write the number at the top of the document; the header's text stays as it is.
import-letterhead = the letterhead of another organisation: “{ $letterhead }”
    .label = the title does not name this organisation
    .help = Check who issued the document and correct the field issuer. The header may be left over from another paper.
    .explain = The header names a school or a kindergarten, yet the regulation is about a unit of a district. Usually another paper was taken as a pattern. The whole text is kept. Check the field issuer, and if the header is wrong, have the paper itself corrected.
import-two-columns = a header in two columns: “{ $text }”
    .label = two marks in one line
    .help = Fill in “Adopted” and “Approved” yourself: mixed columns cannot be read reliably.
    .explain = In Word the two marks stood side by side in a table; saved as text, the lines of both columns were mixed. Which date belongs to which is not guessed. The text is kept. Example: «ПРИНЯТО      УТВЕРЖДАЮ». Fill in the fields adopted and approved from the paper.
import-header-unread = a line of the header went into no field: “{ $text }”
    .label = it stays in the text only
    .help = If it has a date, a number or an organisation, write them into the fields at the top of the document.
    .explain = The line stands before the title but looks neither like a mark of adoption or approval nor like an organisation's name. It is kept in the text. If it holds something important, fill in the fields by hand.
import-title-missing = { $text ->
    [none] no title was found
   *[other] no title was found, the first line stands for it: “{ $text }”
 }
    .label = no title
    .help = Write the name of the document into the field title at the top of the file.
    .help-id = Give the page a name yourself and run the command again with it, for example: --id polozhenie-o-kabinete. The text is taken whole, and you write its name into the field title.
    .explain = A title is a line that begins with «ПОЛОЖЕНИЕ», «ПОРЯДОК», «ПРИКАЗ» or the like. There is none before the first section, so there is nothing to make a name from. With --id the first line of the text stands for the title. Write title: and the name of the document.
import-value-unknown = the field “{ $field }” is empty: the site's list has no “{ $value }”
    .label = as the file has it
    .help = Choose a fitting value of the site's list, or add one in the folder content/vocabularies.
    .explain = Types and levels of documents come from the site's lists, so that documents can be picked by them. The value that was read is not in the list and the check would refuse it, so the field is left empty. Write a near value or add to the list.
import-page-number = the number of a page amid the text is not shown: { $text }
    .label = no text of the document
    .help = Nothing needs to be done.
    .explain = A lone number between lines, one for each page, is the page number of the paper. It is kept in the file as a comment between “<!--” and “-->”, is not seen on the page and breaks no paragraph.
import-numbers-inside = numbers of clauses stood inside one line: it was split into clauses
    .label = several clauses in this line
    .help = Compare the clauses with the signed document: the ends of lines are lost in this file.
    .explain = Copying lost the ends of lines, so that several clauses stood one after another. The line was split where a sentence ends and the next number in order follows. Words and numbers did not change. Example: «1.1. Первый пункт. 1.2. Второй пункт.»
import-title-capitals = the title was all in capitals: “{ $title }”
    .label = capitals only
    .help = Put capitals back into names and abbreviations in the field title.
    .explain = A title in capitals is hard to read, so the field title has small letters. But that hides the difference between names and other words. Example: «о центре имц г. вологды». Correct title; in the text the heading is unchanged.
import-year-short = a year of two digits was read as { $value }
    .label = the century is a guess
    .help = Check the year in the field date.
    .explain = The header gives the year with two digits, so the century was guessed: 00 to 49 mean the two-thousands. Example: «от 01.09.24» was read as 2024-09-01. Check the field.
import-numbering-gap = a gap in the numbering: { $after ->
    [none] nothing stands before clause { $number }
   *[other] after clause { $after } comes { $number }
 }
    .label = numbers are missing before this
    .help = Look into the signed paper whether a clause was lost. Do not change the numbers: people cite them.
    .explain = The numbers of clauses do not follow one another. That happens when a clause was repealed or lost in copying. Clauses are never renumbered: the printed number is the clause's address. Example: 4.9 right after 4.5.
import-number-repeated = the number { $number } stands twice
    .label = the second time
    .help = Check the numbering in the signed paper.
    .explain = Two clauses with one number cannot be told apart when they are cited. The number is kept as printed. Check whether it is a typing error and have the paper itself corrected.
import-number-back = numbers go backwards: { $number } after { $after }
    .label = smaller than the one before
    .help = Check the order of clauses in the signed paper.
    .explain = The number of this clause is smaller than that of the clause before it. Clauses may have been moved in copying, or the number has a typing error. Order and numbers are kept as they are in the file.
import-orphan-clause = clause { $number } stands without { $parent }
    .label = there is no parent clause
    .help = Do nothing if the signed paper has it so: the clause belongs to its section.
    .explain = The clause has a number of three parts, and no clause has the first two. Example: 4.1.1 without 4.1. Such a clause belongs directly to the section; its number and address do not change.
import-section-numerals = sections are numbered in different ways: first “{ $first }”, here “{ $number }”
    .label = another kind of number
    .help = The numbers are kept as printed; check whether the text was put together from two papers.
    .explain = Some sections have Roman numbers, others Arabic ones. Addresses are not affected: section IV and section 4 get the same kind of address. Often it shows that the text was put together from two patterns.
import-number-lookalike = the number “{ $printed }” is typed with look-alike letters; read as “{ $meant }”
    .label = Cyrillic letters instead of Roman numerals
    .help = Do nothing: the number is shown as printed, and the section's address is right.
    .explain = Cyrillic letters stand for Roman numerals: «Ш» for III, «П» for II. On paper nobody sees it, but search and addresses do. The letters are kept, the order of sections was understood.
import-number-tight = the number { $number } touches the text
    .label = no space after the number
    .help = If this is a slip of typing, put a space after the number; if the signed paper has it so, leave it.
    .explain = The source has no space between the number and the first word. The text was kept letter for letter; on the page the number stands apart by design alone, and the clause's address does not depend on it. Example: «4.1Информационно». Compare with the signed paper, and put the space if it was lost in typing.
import-number-without-dot = the number { $number } has no dot
    .label = no dot after the number
    .help = Nothing to do.
    .explain = The number of the clause has no closing dot, though others have one. A dot is not added: the text stays as it was printed. The clause's address does not depend on it. Example: «5.2 Права».
import-section-is-clause = section { $number } is itself a clause: a whole sentence follows the number
    .label = a sentence, not a heading
    .help = If it is a heading after all, begin the line with “## ”.
    .explain = After the section's number stands a whole sentence, and there are no clauses in the section. So the line stays a paragraph with a number. Example: «5. Настоящее Положение может быть дополнено …».
import-bullet-and-number = a bullet stood before the number { $number }
    .label = a bullet and a number
    .help = Please check: the bullet was dropped, the line became clause { $number }.
    .explain = The source has a dash or a dot of a list before the number of a clause. The number weighs more, so the line became a clause; the words are unchanged. Example: «- 3.1. Штатное расписание …».
import-item-without-bullet = a line without a bullet became an item of the list: “{ $text }”
    .label = there was no bullet
    .help = If it continues the line before, join them; if it is a paragraph, remove “- ” and leave empty lines around it.
    .explain = The line begins with a small letter and stands inside a list, but has no bullet. Most likely it was forgotten. People cite items by counting them, so please check.
import-bullet-doubled = an item had two bullets; one was kept
    .label = two bullets
    .help = Nothing to do.
    .explain = Two signs of a list stand before the line, as in “· -”. Word's automatic lists leave them. The second was dropped; the words are unchanged.
import-list-split = a list was split by an empty line; its parts were joined
    .label = an empty line stood before this item
    .help = Nothing to do.
    .explain = An empty line stood between two items of a list, usually at the end of a page. The parts became one list so that counting items gives the right number.
import-sentence-broken = a sentence was broken by an empty line: “{ $before }” + “{ $after }”
    .label = joined to the line before
    .help = If these are two paragraphs, put an empty line between them.
    .explain = A line without a full stop, an empty line, then text that begins with a small letter. It was taken for one sentence and joined. The words are unchanged. If these are two paragraphs, put an empty line between them.
import-hyphen-space = a space after a hyphen: “{ $word }”
    .label = a word is parted by a space
    .help = If this is a slip of typing, take the space out; if the signed paper has it so, leave it.
    .explain = A space stands inside a word after its hyphen. It mostly comes from a line's end, but the program does not decide that for you: the text was kept as printed. Example: «учебно- методическую». Search is not affected.
import-hyphen-kept = a word was joined and its hyphen kept: “{ $word }”
    .label = the word was broken by the end of a line
    .help = Nothing to do.
    .explain = The word was broken by the end of a line after its hyphen. The parts were joined and the hyphen kept: in words like «социально-психологической» it is real.
import-hyphen-doubtful = the hyphen in “{ $word }” may be a sign of hyphenation: the text has “{ $whole }”
    .label = hyphenation, or a real hyphen?
    .help = If it is hyphenation, remove the hyphen.
    .explain = A line ends with a hyphen, and elsewhere the word is written without one. It may be hyphenation typed by hand. Words are never changed by an import, so the hyphen stays. Example: «образо-вательную». Remove the hyphen if it is not needed.
import-table = lines with tabs became a table: rows { $rows }, columns { $columns }
    .label = the table begins here
    .help = See whether the columns are right; the first row is the header.
    .explain = Several lines have words parted by a tab: so tables of Word look when saved as text. They became a table, the first line its header.
import-hidden = a mark of Word is not shown: { $text }
    .label = not the document's text
    .help = Nothing to do.
    .explain = Word left it (a bookmark, a field, a picture); these are not words of the paper. The file keeps it as a comment between “<!--” and “-->”, which a page does not show.
import-leftover-text = Word left a message instead of a reference: “{ $text }”
    .label = a reference was here
    .help = Open the original document and see which clause was meant.
    .explain = Word did not find where a reference leads and said so in the text. The words are kept, but a reader will not know which clause is meant. Find the clause and write its number into the original document.
import-invisible = invisible characters dropped: { $count }
    .label = the first of them
    .help = Nothing to do.
    .explain = The text had characters without a shape: soft hyphens, spaces of zero width. They hide words from the search. They were dropped; no letter was touched.
import-spaces = runs of spaces became one space: { $count ->
    [one] in { $count } place
   *[other] in { $count } places
 }
    .label = the first place
    .help = Nothing to do.
    .explain = Lines were justified with several spaces between words. A page does not need that. Every run became one space; the words are unchanged.
import-truncated = the text breaks off: “{ $text }”
    .label = the sentence has no end
    .help = Find the rest in the signed paper and add it; if the paper has it so, leave it.
    .explain = A clause or a paragraph ends with a comma, and a new one begins. Some text may have been lost in copying. Nothing is added by the import. Example: «… методист по кадрам,».
import-homoglyph = “{ $word }” has a look-alike character; probably “{ $meant }” is meant
    .label = looks right but is typed otherwise
    .help = If the signed paper has “{ $meant }”, correct this one character in the text.
    .explain = The digit 3 instead of the letter З, or a Latin letter instead of a Cyrillic one, looks the same, but search does not find such a word. The text was not changed. Example: «273-Ф3» with a digit instead of «273-ФЗ».
import-quotes-mixed = two kinds of quotation marks, in “{ $text }”
    .label = straight marks
    .help = Nothing to do: marks in the paper's text are not changed.
    .explain = The paper has quotation marks of two kinds. It changes no meaning; in a legal text they are not replaced.
import-names-drift = the unit is called by different names: «{ $first }» and «{ $second }»
    .label = another name here
    .help = If it is one unit, think of it in the next edition of the paper.
    .explain = The title calls the unit by one word, the text by another: «центр» and «методический кабинет». A reader cannot know whether they are one unit or two. The text was not changed.
import-foreign-place = a town in the regulation of a district: “{ $text }”
    .label = perhaps from another paper
    .help = Check whether these words were left over from a paper taken as a pattern.
    .explain = The regulation is about a district, and the text speaks of a town. Often it is left over from a pattern. The text was not changed; if it is an error, have the paper itself corrected.
import-similar-clauses = clauses { $first } and { $second } say nearly the same
    .label = much like { $first }
    .help = Check whether one repeats the other; do not change the text before the paper is changed.
    .explain = Two clauses begin alike and have nearly the same words. One may be left over from an earlier edition. Both are kept.
import-words-differ = the words of the document are not those of the source: “{ $source }” and “{ $result }”
    .label = here
    .help = This is a defect of the program. Do not publish the document; send the source to the developers.
    .explain = After an import the words of the document are compared with those of the source: none may be lost or changed. This time they differ. It is a defect of the program, not of your file.
import-not-text = “{ $file }” is of a format that the import does not read
    .label = the file
    .help = The import reads .docx, .odt, .rtf, .html, .txt, .xlsx, .ods, .csv. Open the file in the program that made it, save it as a Word document (.docx) and import that.
    .explain = This file is a picture or an archive, or it is damaged. Word documents are read as they are, with numbers, tables, footnotes and pictures; so are plain texts.
import-pdf = the text was taken from a PDF (pages: { $pages }), so the page is a draft{ $order ->
        [guessed] {"; order and paragraphs were found by the places of letters"}
       *[other] {""}
    }{ $lost ->
        [none] {""}
       *[other] {"; signs not read: "}{ $unread }
    }
    .label = document
    .help = Hold the page against the file: paragraphs, numbers of clauses, tables, links. When all is right, remove the line “status: draft” from the card. If its author has the document itself (.docx, .odt), better import that.
    .explain = A PDF keeps where letters stand on a sheet. What is a paragraph or a heading, and what is read after what, is not written in every file; where it is not, the program judges by how letters stand. The words are those that are printed, but order and paragraphs may be wrong, so such a page is not published before somebody has looked at it.
import-pdf-pages = pages { $pages } are pictures, their text is not there
    .label = document
    .help = See what is on them. If it is text, add it or take the document itself.
    .explain = Some pages of the PDF are scans: there is only a picture on them. The text of the others was taken.
import-pdf-scan = “{ $file }” is a scan: there are only pictures of pages in it
    .label = file
    .help = Ask its author for the document itself (.docx, .odt), or have the scan recognised and import what comes of it, held against the sheet.
    .help-attach = To publish the scan, put it beside the page and name it in the field of files; write requisites and a summary on the card, it is found by them.
    .explain = A scan has no letters, only the picture of a sheet. The program does not recognise text: nobody would notice a mistake in a number or a date.
import-pdf-garbled = “{ $file }”: the text is not recognised, its letters are others than they look
    .label = file
    .help = Open the document itself and save it as .docx or as PDF anew, then import that.
    .help-attach = To publish the file itself, put it beside the page and name it in the field of files; write requisites and a summary on the card.
    .explain = A PDF keeps the shapes of letters; which letter it is may not be written. More than half of the words of this file are no words of Russian, and to take them for its text would be untrue.
import-pdf-restricted = “{ $file }” is enciphered: its text cannot be taken
    .label = file
    .help = Save the PDF without a password and without restrictions, or take the document itself.
    .explain = The PDF is closed by a password or against copying. The program does not open such files.
import-page-kept = the web page is kept beside the document as “{ $file }” and is not published
    .label = file
    .help = Nothing needs to be done.
    .explain = A web page opened from the site's address can act in its name, so such files beside documents are not published. The source is needed to know it again when it is imported once more.
import-empty = There is no text in “{ $file }”
    .label = the file
    .help = Make sure that this is the right file. If there should be a text, open the source in Word or LibreOffice and save it again: “Save as” → “Plain text (.txt)”, encoding UTF-8.
    .explain = There is not a single letter in the file: it is empty, or spaces and empty lines. That happens when a document was not saved, or is made of scanned pictures. No document can be made of it, so nothing was.
import-not-plain-file = “{ $file }” is not a plain file
    .label = the file
    .help = Copy the file itself into a plain folder and name it in the command. Delete the link in its place.
    .explain = The import reads and writes plain files only. Folders, devices and pipes are not read: they might never end. A link in the place of the page would lead the writing elsewhere.
import-too-large = “{ $file }” is too large for a text
    .label = the file
    .help = Make sure that it is the right file. Split a long document and import its parts one by one.
    .explain = The import reads texts of up to 4 MB: more than a thousand pages. Only pictures, archives and databases are larger.
import-encoding = the file's encoding: { $encoding }
    .label = the file
    .help = Nothing to do.
    .explain = The file is not in UTF-8; its encoding was recognised and the text read. The original lies beside the document unchanged, the document itself is in UTF-8.
import-encoding-lossy = some characters could not be read (encoding { $encoding }): “�” stands for them
    .label = the file
    .help = Save the source again in UTF-8 and repeat the import.
    .explain = The file has bytes that mean nothing in the encoding that was recognised. The text has “�” in their place. Open the original document and save it as text in UTF-8.
import-edited = the document was edited by hand, and the source changed
    .label = the document
    .help = Carry the changes over yourself, or repeat the command with --force.
    .explain = An import never overwrites what was edited by hand. When the source changes after that, the changed clauses are named and nothing is written. With --force the document is made anew and the edits are lost.
import-bad-id = this permanent name (id) cannot be used
    .label = the name
    .help = Take small Latin letters, digits and hyphens: --id polozhenie-imc
    .explain = The permanent name is a part of the page's address and the name of a folder, so it has small Latin letters, digits and hyphens only. It is chosen once: addresses do not change. Example: polozhenie-imc.
# $program: whose format it is; $why: why nothing came of it, slow or failed.
import-old-word = “{ $file }” is of an old format of { $program ->
    [excel] Excel (.xls)
    [powerpoint] PowerPoint (.ppt)
   *[word] Word (.doc)
 }
    .label = the file
    .help = Open the file in { $program ->
        [excel] Excel and save it as .xlsx
        [powerpoint] PowerPoint and save it as .pptx
       *[word] Word and save it as .docx
    }, then import what you saved. Or install LibreOffice (it is free): with it the program reads such a file by itself, repeat the import.
    .explain = The formats .doc, .xls and .ppt are read by means of LibreOffice, where it is installed. The format .docx holds all the same, and the program reads all of it by itself: numbers, tables, notes, pictures.
import-old-failed = “{ $file }” (the old format { $program ->
    [excel] .xls
    [powerpoint] .ppt
   *[word] .doc
 }) could not be read: { $why ->
    [slow] LibreOffice gave no answer within two minutes
   *[failed] LibreOffice did not open it. There may be a password, or it is damaged
 }
    .label = the file
    .help = Open the file in { $program ->
        [excel] Excel, take the password away and save it as .xlsx
        [powerpoint] PowerPoint, take the password away and save it as .pptx
       *[word] Word, take the password away and save it as .docx
    }, then import what you saved. If it does not open there either, ask its author for it once more.
    .explain = The formats .doc, .xls and .ppt are read by means of LibreOffice: apart from your documents, without macros, without a network and for two minutes at most. LibreOffice did not open this file, so nothing was written.
import-old-read = a file of an old format was read by means of LibreOffice
    .label = the file
    .help = Compare numbers of clauses and tables with the file. If they differ, open it in its own program, save it in the format of today (.docx, .xlsx, .pptx) and import that.
    .explain = The program does not read the formats .doc, .xls and .ppt itself: LibreOffice makes a file of today's format of them, and the program reads that. Changes, comments and hidden text are left out here too. Now and then LibreOffice understands numbers otherwise than Word.
import-protected = “{ $file }” is locked by a password
    .label = the file
    .help = Open it in Word, type the password, take the protection off (File → Info → Protect document) and save it.
    .explain = A document with a password is encrypted; it cannot be read without it.
import-damaged = “{ $file }” is damaged: its part “{ $part }” cannot be read
    .label = the file
    .help = If Word opens it, save it anew and repeat. If not, copy the file again: it seems to be only half copied.
    .explain = A document of Word is an archive of several parts. One of them is missing or broken.
import-excessive = “{ $file }” does not look like a document: { $what ->
    [size] too large when unpacked
    [depth] nested too deeply
    [entities] it declares entities of its own
   *[other] made too complicated
 }
    .label = the file
    .help = Save the document anew in Word or LibreOffice. If a stranger sent it, do not open it.
    .explain = The file is made as no program makes documents. Usually this means that it was made to do harm.
import-left-deleted = a tracked deletion was left out: “{ $text }”
    .label = the document
    .help = If the text is needed, reject the deletion in Word and import again.
    .explain = The document has a deletion that nobody accepted. Deleted text does not come to the page.
import-left-moved = moved text is not repeated at its former place: “{ $text }”
    .label = the document
    .help = Accept the move in Word. The text stands where it was moved to.
    .explain = The document has a move that nobody accepted. The text comes to the page once, at its new place.
import-inserted = a tracked insertion that nobody accepted: “{ $text }”
    .label = the document
    .help = If it is right, accept it in Word. It is part of the text.
    .explain = The document has an insertion that nobody accepted.
import-left-comment = a comment was left out: “{ $text }”
    .label = the document
    .help = Answer the comment and delete it in Word.
    .explain = Comments are a talk of the authors and not meant for readers.
import-left-hidden = hidden text was left out: “{ $text }”
    .label = the document
    .help = If readers need it, make it visible in Word. If not, delete it: anybody can read it in the original file.
    .explain = Hidden text is not printed and stays in the file.
import-left-margin = a page header or footer was left out: { $text }
    .label = the document
    .help = If it says something important, move that into the text.
    .explain = Headers and footers are repeated on every sheet of paper; a page of a site has none.
import-left-object = an object was left out: { $text ->
    [chart] a chart
    [relIds] a diagram
    [OLEObject] an insert of another program
    [altChunk] an inserted document
    [object] an insert of another program
    [picture] a picture
   *[other] “{ $text }”
 }
    .label = the document
    .help = Put it into Word as a picture, or add it to the page yourself.
    .explain = Charts, diagrams and embedded files of other programs cannot be shown on a page. They can be put in as pictures.
import-left-spoken = a speaker’s note was left out: “{ $text }”
    .label = the document
    .help = If readers need these words, put them into the text of the page.
    .explain = Only the speaker sees the notes below a slide when it is shown. In the file itself anybody who opens it can read them.
import-left-more = and as many more of the same: { $count }
    .label = the document
    .help = Open the document in Word: all of them are seen there.
    .explain = The first twenty are listed.
import-draft = the page is a draft and the original is not attached: the document has unresolved changes, comments or hidden text
    .label = the document
    .help = Accept the changes, delete comments and hidden text in Word, save, and import again.
    .explain = While changes are unresolved nobody knows which text is right, and readers of the original file would see what was deleted and the comments. So the page is written as a draft and is not published. The original lies beside it.
import-columns-read = the columns of the head were read one after the other: first the left one, then the right one
    .label = the document
    .help = Check the order of lines at the beginning of the text.
    .explain = The head was a table without borders.
import-picture-kept = a picture is kept beside the page: { $file }
    .label = the document
    .help = Nothing is to be done.
    .explain = The pictures of the document lie as files beside the page.
import-picture-undescribed = a picture without a description is kept beside the page: { $file }
    .label = the document
    .help = Describe the picture in words in the square brackets before the name of the file, for those who do not see it. If it shows people, check their consent.
    .explain = Programs for the blind read the description aloud; search finds it too.
import-picture-unshown = the picture { $file } was left out: browsers do not show this format
    .label = the document
    .help = Put the picture into Word anew as PNG or JPEG and import again.
    .explain = Only Word understands the formats EMF and WMF.
import-paragraph = paragraph { $line }
import-column-paragraph = paragraph
import-plan-count = Records in the list: { $count }
import-table-unfit = the table “{ $file }” has no head by which records of the kind “{ $kind }” are known
    .label = file
    .help = { $columns ->
        [none] There is one page of this kind, and it has its place already: write the words of the table into it.
       *[other] Call the columns as the fields are called: “Название” and, for example, { $columns }. Each row below becomes a record.
    }
    .explain = Each row of a table becomes a record of a list when the columns are called as the fields of the kind: the head tells what stands in each column. The names of fields are shown in the folder «образцы», which kabinet init makes.
import-site-file = “{ $file }” is a file of the site already and needs no import
    .label = file
    .help = Put it into the folder of its section, for example content/news, and check: kabinet check
    .explain = The site reads .md files with fields and .yaml files itself, from the folders inside content. Import is for documents of Word, texts and tables.
import-plan-headless = no table of a plan was found in “{ $file }”
    .label = the file
    .help = The table of a plan needs a head that names the event and its date, for example “Мероприятие”, “Дата”, “Место”, “Ответственный”.
    .explain = A plan is known by the head of its table, which tells what stands in each column.
import-plan-empty = no row of the table “{ $file }” could be read
    .label = the file
    .help = Look at the rows that are listed: each record needs a title, an event a day as well.
    .explain = A row becomes a record when it has a title, and an event when it has a day as well.
import-another = another document has the name “{ $other }”; this one was written beside it: “{ $id }”
    .label = file
    .help = If it is the same document in a new version, remove the folder “{ $id }” and import again with --id { $other }.
    .explain = The titles are the same, but number, day or text are not. An import puts no document in the place of another one.
import-row-unread = row { $row } was left out, it has no title: { $text }
    .label = the row
    .help = If it is a record of the list, add it yourself.
    .explain = A row becomes a record when it has a title, and a day where the record is of something that happens on one.
import-row-day = row { $row } was left out, its day cannot be read: { $text }
    .label = the row
    .help = Write a day into the table (for example 21.11.2026 10:00) and import again, or add the record to the list yourself. Two days in one cell are two records.
    .explain = “During the month”, “until 15 November”, “12, 19 November” are not one day. No dates are made up.
import-row-year = row { $row }: the year { $year } is a guess — “{ $title }”
    .label = the row
    .help = Write the year into the heading of the table.
    .explain = The day has no year. The lines above the table name none, so that of an approval or the present school year was taken, or name one for another month: January in a plan of December is that of the next year.
import-row-guessed = row { $row }: the day { $day } is a guess, “{ $written }” is written — “{ $title }”
    .label = the row
    .help = Compare the day in the list; the words of the table stand in the text. In the table 21.11.2026 10:00 and 21–23 November 2026 are plain.
    .explain = The cell has words that were not understood, a day of the week that is not that of the date, or a beginning without an end.
import-row-outside = row { $row }: { $day } is outside of what the plan is for ({ $plan }) — “{ $title }”
    .label = the row
    .help = Compare month and year of this day with the plan; if it is a slip, mend the table and import again, or mend the list.
    .explain = The heading of the table tells one month or year, this row another. The day of the row was written.
import-row-partly = row { $row }: “{ $field }” is a guess, { $value }, “{ $written }” is written — “{ $title }”
    .label = the row
    .help = Compare the field in the list. The words of the table stand in the text: take them out there if the field is right.
    .explain = The field takes words of the site's vocabulary, and the cell says more: teachers of biology are not all teachers.
import-row-words = row { $row }: “{ $field }” was not read, its words stand in the text: “{ $written }” — “{ $title }”
    .label = the row
    .help = Write the field into the list yourself if it is needed: the folder of samples shows how.
    .explain = The field takes a day, a number or words of the site's vocabulary. Where a cell says something else (“72/36”, “all schools but No. 5”) nothing is made up.
import-row-empty = row { $row }: “{ $field }” is empty — “{ $title }”
    .label = the row
    .help = Fill it in if it is known.
    .explain = The table has such a column, but this row has nothing in it.
import-row-term = row { $row }: “{ $field }” was not read — “{ $title }”
    .label = the row
    .help = Write this field into the list yourself and take out the line “status: draft”: without it the record is a draft that nobody sees.
    .explain = There is no such page without this field. It is read from its column, and what the record is also from its title, by the site's vocabulary; nothing is made up.
import-column-missing = the table has no column “{ $column }”, and without it the records are drafts
    .label = the column
    .help = Add such a column and import again, or write this field into the list yourself (one for all records once, above them) and take out the lines “status: draft”.
    .explain = There is no such page without this field, so the records are not seen on the site yet. Nothing is made up.
import-column-unknown = there is no field for the column “{ $column }”: its words went into the text
    .label = the column
    .help = Nothing is to be done.
    .explain = Words of columns for which a page has no field are not lost: they stand in its text.
import-kind-guessed = Kind: “{ $kind }” — { $because ->
    [plan] the file has a table of events and dates
    [heads] the columns of its table are called as the fields of this kind
    [sheet] it is a table, and most tables are plans
    [paper] it begins as an official paper does
    [term] its title tells so
   *[invites] the text invites to an event
 }. If this is wrong, name the kind with --kind.
import-kind-unclear = “{ $file }”: what it is cannot be told. Name the kind with --kind: { $known }.
import-change-told = the text tells of a move or a cancellation, so the page is a draft: “{ $text }”
    .label = the line
    .help = Write the new day into its field, say the state (moved, cancelled) and take out the line “status: draft”. If there is a page of this event already, mend that one and delete this one.
    .explain = No new day was found, or the text tells both of something that takes place and of something that does not. A day that was called off must not be published.
import-value-unsure = the field “{ $label }” is filled presumably: { $value }
    .label = the line
    .help = Check it by the text and mend the field if needed.
    .explain = It was understood from sentences and not read where it is written so.
import-folder-empty = There are no documents in what you named.
