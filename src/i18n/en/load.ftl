### Messages about files: reading, encoding, front matter, YAML.

site-file-missing = There is no content/site.yaml: it says what the site is called and where it lives
    .help =
        Create content/site.yaml, for example:
            title: Information and Methodical Centre
            base_url: https://imc.example/
    .explain =
        content/site.yaml holds the main facts about the site: its title, its address, the centre. Headers and links cannot be made without it.
        Only title is required; base_url makes the links of feeds and of the site map complete.

link-leaves-site = A link of the file system leads out of the folder content
    .help = Put the file itself into the folder content instead of the link.
    .explain = Only what lies in the folder content is published. A link that leads outside could show other files to everybody, so it is not read.

link-not-followed = A link of the file system does not lead to a file
    .help = Put the files themselves into the folder of the site instead of the link.
    .help-folder = Make content a plain folder. If the content lies elsewhere, name the folder of the site with --root.
    .explain = The link leads to a folder, in a circle, or to something that is gone. Only real folders are read: so the site is built alike on every computer, and no page vanishes silently.

link-to-unpublished = A link of the file system leads to what is not published as a file
    .help = Put the file that readers should get in the place of the link.
    .explain = A link may stand for a file that is published itself: a Word document, a picture, an archive in the folder content. Hidden files, texts of pages (some may be drafts), settings and kinds of pages are not published through a link.

file-special = This is not a plain file, and it is not read
    .help = Delete it, or put a plain file in its place.
    .explain = An object of the system stands in the place of a file: a pipe, a socket or a device. Reading it might never end, so it is not opened.

static-hidden = Hidden files of content/static are not published
    .help = If the server needs the file (.htaccess, .well-known), put it into the published folder (public) beside the pages: it is kept there by every build. If not, delete it.
    .explain = A file or folder whose name begins with a dot is special to servers: it holds settings or hides something. Such files are not copied from content/static, so that nobody's settings come with a material that was sent in. Ready folders .well-known and files .htaccess are put into the published folder itself.

file-unreadable = The file could not be read
    .help = Check that no other program holds the file and that you may read it.
    .explain = The disk or the operating system refused. The other files were checked, but the site is not published without this one: a page would vanish in silence.

file-too-large = The file is too large to be the text of a page
    .help = Split the text into several pages, or attach it as a file.
    .help-list = Split the list into several files: each may have a name of its own. Attach an export of a database as a file (.xlsx, .csv).
    .explain = The text of a page is never over 4 MB. This is probably no text: attach such a file to a page.

file-empty = The file is empty
    .help = Write the page, or delete the file.
    .explain = An empty file does not become a page. It is usually a forgotten draft or a file that was not saved: check that no text is lost.

file-not-text = This is no text file, although it is named like one
    .help = If it is a Word document, a picture or an archive, give it back its own ending and attach it to a page.
    .explain = Renaming a Word document to .md does not make it a text. Bring its text over with kabinet import, and attach the file itself to the page.

text-lossy = Some letters of the file could not be read
    .label = the first of them is here
    .help = Write the lost letters anew and save the file as UTF-8.
    .explain = Some bytes of the file make no letters: the text was damaged in copying, or two encodings are mixed in it. The site would show � in their place.

document-without-folder = The file lies right in content, so its kind is not known
    .help = Move it into the folder of its kind: news into content/news, materials into content/materials.
    .explain = The kind of a page is told by its folder. A file outside of these folders would not appear on the site, so it is reported at once.

document-beside-index = This file will not be a page: its folder has an index.md
    .help = If it is a page of its own, move it one folder up. If it belongs to the page, link to it.
    .explain = A folder with index.md is one page, and the other files of the folder belong to it. A second text in it does not become a page.

encoding-foreign = The file is saved as { $encoding }; it was read, but save it anew
    .help = Open the file and save it as UTF-8.
    .explain = The text was read correctly. But programs guess old encodings differently, and one day the letters may be garbled. Every program reads UTF-8.

encoding-unsure = The file is not saved as UTF-8: it looks like { $encoding }
    .help = Open the file in a program that shows it correctly and save it as UTF-8. In Notepad: “Save as…”, the field “Encoding”; in Notepad++ first choose “Encoding” → “Cyrillic” → { $encoding }, then “Convert to UTF-8”.
    .explain =
        KOI8-R, CP866, Mac Cyrillic and ISO-8859-5 are encodings of old computers. The file does not say which of them it is in; that can only be guessed by its letters, and a wrong guess would put garbled letters on the page. So such a file is not published until it is saved as UTF-8.
        A regulation or an announcement in such a file can also be imported: kabinet import reads it and says which encoding it saw.

text-zero = A zero byte stands in the text: nobody types such signs
    .label = the first is here (in this file: { $count })
    .help = Delete this place in a plain editor and type it again. Where there are many of them, the file was damaged when it was copied: take it from its source once more.
    .explain = A zero byte gets into a text when a disk, a stick or a transfer fails. What stood in its place is unknown, so the page is not published until a person has looked at the place.

front-matter-missing = The file does not begin with the fields of the page
    .label = a line --- should be here
    .help =
        Begin the file like this:
            ---
            title: Name of the page
            ---
        and write the text below.
    .help-toml = This head is written for another program (TOML). Replace both lines +++ by ---, and the signs = after the names of fields by colons.
    .help-json = This head is written for another program (JSON). Write the fields line by line between two lines ---: name: value.
    .help-rtf = This is a text of Word (RTF) under a foreign ending. Give the file its ending .rtf back, take it out of the content folder and bring it in with: kabinet import file.rtf
    .help-web-page = This is a saved web page under a foreign ending. Give the file its ending .html back, take it out of the content folder and bring it in with: kabinet import file.html
    .help-fence = The line with which the fields begin is three hyphens: ---. Put it in the place of this one, and another after the fields.
    .help-open = The fields are there, but the line --- before them is not. Put it first in the file, another one after the last field, and the text below.
    .help-late = There are fields, but further down. Move these lines below the second line ---, so that the file begins with its fields.
    .explain =
        Every page begins with a head: a line ---, fields (title, date and so on), a line --- again. Lists, search and the page itself are made of the fields.
        The text of the page follows the second line ---.

merge-unfinished = An unfinished merge is left in the file: two versions of one place
    .label = the first version begins here
    .help = Keep one of the two versions and remove the lines that begin with <<<<<<<, ======= and >>>>>>>.
    .explain = Git writes such lines when two people changed the same place. While they stand, the file holds two texts at once and cannot be published.

reference-lost = A word processor left words about an error in place of a reference
    .label = readers will see this (places in the file: { $count })
    .help = Write the number or the name of what was referred to. It usually stands near in the original document.
    .explain = Word prints “Error! Reference source not found” where a cross-reference has lost its target. These words come to the site together with the text.

text-garbled = A part of the text was read in a wrong encoding
    .label = the first such place (places in the file: { $count })
    .help = Copy this place anew from the original document and save the file as UTF-8.
    .help-whole = The whole file was read in a wrong encoding. Take it from its source once more and save it as UTF-8; if the text is readable and only the beginning has odd signs, delete these.
    .explain = Signs such as “в„–” for “№” appear when a text in UTF-8 was once opened as Windows-1251 and saved. Nothing mends that by itself.

page-misnamed = This looks like a page, but its name makes it none
    .help = Rename the file to “{ $right }”. In Explorer of Windows switch on “File name extensions” for this.
    .explain = A page is a file that ends in .md (or .yaml). Notepad likes to add .txt, and Explorer does not show it. Such a file would not come to the site.

page-copy = This seems to be a copy of another page
    .help = If it is not needed, remove the file. If it is a new page, give the file a name of its own: its address is made of it.
    .explain = Files with “copy” in their names appear when a file is copied within a folder. The site would have two equal pages.

front-matter-unclosed = The head is not closed: there is no second line --- after the fields
    .label = this looks like the last field of the head
    .help = Add a line --- right after line { $line }.
    .explain = The head of a page stands between two lines ---. Without the second one nobody can tell where the fields end and the text begins.

yaml-syntax = This line could not be understood
    .label = here
    .help = A field is written as: name, colon, space, value. If the value has special characters, put it in quotes: "…".
    .help-beside = The first item of the list stands beside the name of its field. Move it to the next line: nothing behind the colon, each item on a line of its own, “- item”.
    .help-dash = A dash at the beginning of a line begins an item of a list, and this is a field. Remove the dash.
    .help-comma = There is nothing between two commas. Remove one of them.
    .help-folder = In double quotes a backslash begins a special sign. Remove the quotes or take single ones: '…'.
    .help-quote = A quotation mark seems to be open but not closed. A " at the beginning of a value needs another at its end.
    .help-bracket = A square bracket seems to be open but not closed. A list on one line is written as [first, second].
    .help-hash = The sign # with a space before it cuts off the rest of the line, so the bracket stays open. Put the value that has the sign into quotation marks: ["lesson # 1", two].
    .help-no-colon = There is no colon in the line. A field is written as name: value. If this continues the line above, indent it by two spaces; if the head is over, put a line --- before it.
    .help-parts = The file is cut into parts, but it is read as one. Delete this line ---.
    .help-outside-list = The line stands outside the list. If it is a field of the last entry, indent it by two spaces; if it is a new entry, put “- ” before it; if it is a note for yourself, the sign #.
    .help-note-sign = A note for yourself begins with # in this file, not with //.
    .help-edge = The line is indented needlessly. Begin it at the edge, as the fields beside it.
    .help-deep = The line stands further right than those beside it. Put as many spaces before it as they have: { $depth }.
    .help-between = The indentation fits none of the lines above. Put so many spaces before the line: { $depth }.
    .help-indent = Check the indent: lines of one level must begin at the same distance from the edge.
    .help-item = An item of a list begins with a hyphen and a space: “- item”.
    .help-colon = Behind the name of a field stand a colon and a space: “name: value”.
    .help-signs = Remove the signs before the name of the field. A value that begins with such a sign belongs into quotation marks.
    .explain =
        Fields are written line by line: name: value. Nested fields are indented by two spaces, items of a list begin with a hyphen and a space.
        The usual causes are an unclosed quote or bracket, a missing colon, and an uneven indent.

yaml-anchor = Anchors and references of YAML (&name, *name) are not understood
    .label = an anchor, or a reference to one
    .help = Write the value out wherever it is needed, and take &name and *name away. If the sign is meant itself, quote the value: "*name".
    .explain =
        YAML can mark a value with & and refer to it with *. It is not supported here: several fields would change at once without anybody noticing.
        Repeat the value where it is needed. Fields that all entries of one file share are written once, before the list items.

yaml-duplicate-key = The field “{ $key }” is written twice
    .label = the second time
    .label-first = the first time
    .help = Keep one of the two lines.
    .help-dash = It seems that a dash is missing before “{ $key }”: the next entry begins here. Put “- ” at the beginning of the line for its two spaces.
    .explain = When a field is written twice, nobody can tell which value is right, and the program does not guess.

yaml-too-large = The data is too complex: limits of depth or size are exceeded
    .label = here
    .help = Simplify it: remove YAML references (& and *) and needless nesting.
    .explain = The limits protect from files that are made to exhaust the memory. Ordinary content does not meet them.

hash-cuts-text = Everything after # will not appear on the site
    .label = this part is taken for a remark
    .help = If it is text, put the whole value in quotes: "… # …". If it is a remark, put a space after #.
    .help-note = If it is text, put the whole value in quotes: "… # …". If it is a remark for yourself, move it to a line of its own.
    .explain = In the fields of the head a # after a space begins a remark that is not published. A number such as “#5” is understood as text; here the program cannot tell.

fields-expected = Something else stands where the fields of the page should be
    .label = these are no fields
    .help = A field is written as name, colon, space, value. For example: "title: Name of the page".
    .explain = The head of a page consists of fields, one on a line. If the text of the page got between the lines ---, move it below the second of them.

folder-unknown = No kind of pages has the folder “{ $folder }”
    .help-similar = Did you mean content/{ $similar }? Rename the folder.
    .help = Move the files into one of: { $known }. A new kind can be declared in content/kinds.
    .explain = The folder tells the kind of a page. Files in an unknown folder would not appear on the site, so it is reported at once.

document-unknown = There is no place for the document “{ $name }” in content/{ $folder }
    .help-similar = Did you mean “{ $similar }”? Rename the file.
    .help = Rename the file; here may lie: { $known }.
    .explain = In this folder every document has a name and an address of its own: by its name the program knows what it should tell.

list-item-invalid = An item of the list must consist of fields
    .label = a single value instead of fields
    .help = Write the item as “- title: Name” and its other fields below with the same indent.
    .explain = In a list file (under items:) every item is a page with fields of its own.

list-shared-too-long = The shared value “{ $field }” is too long for { $items } items
    .label = stands in every item
    .help = Cut the shared value down to a line or two, and write the details into the items that they belong to.
    .explain = Fields above items: hold for every item of the list. A long text repeated on thousands of pages would swell the site and serve no reader.

list-file-too-long = A list file has too many items: { $count }
    .label = no more than { $most } items are read from one file
    .help = Split the file, for example by school years.
    .explain =
        Every item of a list file becomes a page. A file of thousands of items is hard to check for people and programs.
        Split it: any number of list files may lie in a folder, under any names.

setting-unknown = There is no setting “{ $name }”
    .label = this name is not known
    .help-similar = Did you mean “{ $similar }”?
    .help = Known here: { $known }.
    .explain = An unknown setting has no effect; mostly it is a slip in the name. Correct the name or remove the line.

setting-twice = The setting “{ $name }” is there already as “{ $other }”
    .label = the second time
    .label-first = the first time
    .help = Leave one of the two lines: they are the same setting.
    .explain = A setting may have two names, a Russian and an English one. Where both are written it is unclear which value is right.

setting-missing = The setting “{ $name }” is missing
    .label = it is not here
    .help = Add a line “{ $name }: …”.
    .help-empty = There is no setting in the file. Begin with two lines: “title: Name of the centre” and “base_url: https://imc.example/”.
    .explain = The rest does not work without this setting. See the theme that comes with the program for an example.

setting-invalid = The value of the setting does not fit
    .label = this value
    .help-comma = Within braces a comma separates settings. Put the value in quotes: { $line }.
    .help-mapping = Lines of the form “name: value” are wanted here.
    .help-menu = A line of a menu is words and an address: “- {"{"}title: Contacts, url: /contacts/{"}"}”.
    .help-text = A text on one line is wanted here.
    .help-flag = Yes or no (true or false) is wanted here.
    .help-integer = A whole number is wanted here.
    .help-number = A number is wanted here.
    .help-type = Name the type of the field: text, markdown, integer, number, date, datetime, boolean, url, email, phone, code, term, relation, group, file, image or school_year.
    .help-widths = This takes widths of pictures in pixels, from 16 to 8000: a number or a list such as [400, 800, 1600].
    .help-id = Letters, figures, hyphen and underscore will do, without spaces and other signs: addresses and folders are made of this name.
    .help-document = Write the folder and the name of the file without its ending, such as sveden/common.
    .help-legal-profile = Write dpo (a licensed organisation of further education), municipal_entity (an organisation without a licence) or department_unit (a part of the department of education).
    .help-until = Write the day as 2028-03-01.
    .help-language = Write the code of a language, for example: ru.
    .help-phone = Write one number with its code, for example +7 (000) 000-00-00. Put others on the page of contacts.
    .help-email = Write one mail address, for example imc@imc.example.
    .help-host = Write the name of a site whose videos may be shown, without a page and without * and ;. For example: rutube.ru.
    .help-state = Possible values: draft, in_force, ended, unknown, planned, open, done, cancelled, moved.
    .explain = The declaration of a kind, of a vocabulary or of the site is not what the program understands. What is wanted stands beside the message.

declaration-unknown = The name “{ $name }” is not known: { $what ->
        [type] there is no such type of field
        [vocabulary] there is no such vocabulary
        [behaviour] there is no such behaviour
        [role] the behaviour has no such role
        [field] there is no such field
       *[kind] there is no such kind of pages
    }
    .label = here
    .help-similar = Did you mean “{ $similar }”?
    .help = Known names: { $known }.
    .help-none = This behaviour has no roles: remove the line.
    .explain = The declaration of a kind points to something that does not exist. Correct the name or declare what is missing.

role-missing = The behaviour “{ $behaviour }” lacks the role “{ $role }”
    .label = it can do nothing without this role
    .help = Add the role and name its field, for example “{ $role }: field_name”. Fields of these types can play it: { $accepts }.
    .explain = A behaviour of a kind gets its data from fields: a role says which field serves as what. Without a required role the program would not know where to take what matters most, such as when an event begins.

role-unfit = The field “{ $field }” cannot play the role “{ $role }” of the behaviour “{ $behaviour }”
    .label = it is given the role here
    .label-field = what sort of field it is, is said here
    .help = The type of this field is { $type }; the role needs: { $accepts }.
    .help-list = The field may have several values (list: true), and the role needs one.
    .help-group = The group that holds the field is repeated (list: true): it is unclear which value is meant.
    .help-pointing = A field of the type relation is needed that points to pages of this kind (to: …).
    .explain = A role says from which field a behaviour takes its data: a date from a field with a date, a status from a field with values of a vocabulary. It cannot read a field of another type.

base-url-invalid = This cannot be the address of the site
    .label = this address
    .help = Write the whole address, for example https://imc.example/ or https://department.example/imc/
    .help-secret = Remove the name and the password (all before the @): every reader sees the address of the site.
    .help-tail = Remove all that follows the ? or the #.
    .help-sign = Remove the sign { $about } or the space. For example: https://imc.example/
    .help-host = After https:// the name of the site must stand, for example https://imc.example/
    .help-path = Check the folder after the name of the site: no parts that begin with a dot, no two slashes in a row, no special signs. For example: https://department.example/imc/
    .explain = base_url is the address at which readers see the site: with https:// at the beginning and without ? and #. The site may live in a folder.

time-zone-unknown = There is no such time zone
    .label = this name
    .help = Write the name as computers do: Europe/Moscow, Asia/Irkutsk, Asia/Novokuznetsk.
    .explain = The time zone of the centre decides which day it is, and so what is past and what is still to come. Names of zones are the same on all computers.

base-url-missing = The address of the site is not given
    .help = Add a line with the address, for example “base_url: https://imc.example/”.
    .explain = Without base_url the sitemap for search engines and the feeds have incomplete addresses, which other programs refuse. It does not matter while the site is only looked at locally; write the whole address before publishing. Example: base_url: https://imc.example/

purge-lock-invalid = A line of content/purge.lock is broken
    .label = this line
    .help = Delete the line if git left it in a merge (<<<<<<<, =======, >>>>>>>), and keep all others. If it was edited by hand, bring back what was there.
    .explain = content/purge.lock tells when all that was published before was removed by kabinet build --purge. A line is a day and a mark of 16 characters, written by the program itself. Lines must not be lost: by them visitors' browsers learn that their copies of pages must go. Example: 2026-11-21 0123456789abcdef

purge-not-kept = The mark of a purge is not written on a build server: the next build will not know of it
    .help = Run kabinet build --purge on your own computer and keep the file content/purge.lock with the content. The build server will see it and ask visitors' browsers to drop their copies.
    .explain = On a build server (CI=true or --locked) the program does not change the content, so it cannot write down the mark of the purge: the next build would not know it. All that was published before is removed from the site's folder nevertheless. To make visitors' browsers drop the pages they keep, write the mark on your own computer with kabinet build --purge and keep content/purge.lock with the content; the build server then does the rest by a plain kabinet build.

search-endpoint-invalid = The search server is not given rightly
    .label = here
    .help-similar = Did you mean “{ $similar }”?
    .help-kind = Name the server by one of these words: { $known }.
    .help-url = Write the whole address without ? and #, for example: https://search.imc.example/portal
    .help-https = Begin the address with https://. Without encryption (http://) only your own computer may be asked: http://localhost…
    .help-secret = Take the name and the password out of the address: everybody who opens the site will see this setting. The server needs open access for reading only.
    .help = Write the kind of the server and its address, for example: search: with a line endpoint: {"{"}kind: opensearch, url: https://search.imc.example/portal{"}"}
    .explain = Search usually works in the browser itself and needs no server. When there are hundreds of thousands of materials, search is moved to a Quickwit or OpenSearch server, and the search page asks it. kind is the kind of the server (quickwit or opensearch), url its address beginning with https://. Example: endpoint: {"{"}kind: opensearch, url: https://search.imc.example/portal{"}"}

kind-unknown = There is no kind of pages “{ $kind }”
    .help-similar = Did you mean “{ $similar }”?
    .help = Known kinds: { $known }.
    .explain = Kinds are declared in the theme and in content/kinds. The name of a kind is in Latin letters, as the name of its file.
