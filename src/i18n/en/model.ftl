### Messages about fields, relations and addresses.

field-unknown = This page has no field “{ $field }”
    .label = this field is not known
    .help-similar = Did you mean “{ $similar }”?
    .help-foreign = This word has Latin letters that look like Russian ones: { $letters }. Type the word anew with Russian letters.
    .help-hour = The hour stands in the same field as the day: “{ $similar }: { $example }”.
    .help-address = The address of a page is made of the name of its file: rename the file and remove this line. A former address that readers are to be led on from stands in the field “Прежние адреса”.
    .help-inner = This field belongs into the field “{ $group }”: write the line “{ $group }:” and below it, two spaces in, “{ $similar }: …”.
    .help = Check the name or remove the line. Known fields: { $known }.
    .explain = An unknown field is shown nowhere, so the program does not keep silent: mostly it is a slip. Fields may be written by their names or by their labels; case does not matter.

field-twice = The field “{ $field }” is given twice
    .label = the second time
    .label-first = the first time
    .help = Keep one of the two lines: it is one field under two names.
    .help-period = Both the beginning and the end are written here. Remove the second day, or the line of the field “{ $field }”.
    .explain = A field may have several names. When it is written under two of them, nobody can tell which value is right.

field-missing = The required field “{ $field }” is missing
    .label = it is not among these fields
    .label-empty = nothing is written here
    .help = Add a line “{ $field }: …”. { $about }
    .help-example = Add a line “{ $field }: { $example }” with a value of your own. { $about }
    .explain = Without its required fields a page cannot be shown so that it is of use: an announcement without a date, or a material without an author, misleads.

field-recommended = The field “{ $field }” is empty: the page would be more useful with it
    .label = it is not in this head
    .label-empty = nothing is written here
    .help = { $about } Add a line “{ $field }: …”.
    .help-example = { $about } For example: “{ $field }: { $example }”.
    .explain = The field is not required, and the site is built without it. But readers look for it.

value-invalid = The value of “{ $field }” does not fit: { $type ->
        [text] a text is wanted
        [markdown] a text is wanted
        [integer] a whole number is wanted
        [number] a number is wanted
        [date] a day is wanted
        [datetime] a day and a time are wanted
        [boolean] yes or no is wanted
        [url] a web address is wanted
        [email] a mail address is wanted
        [phone] a telephone number is wanted
        [code] a code is wanted
        [term] a single value is wanted
        [relation] the name of a page is wanted
        [group] nested fields are wanted
        [file] the name of a file is wanted
        [image] the name of a file is wanted
        [school_year] a school year is wanted
        [no-year] the year is missing
        [serial] this is a number, not a day
        [no-day] there is no such day
        [no-month] there is no such month
        [no-hour] there is no such hour
        [no-minute] there is no such minute
        [comma] a comma cut it in two
        [colon] a colon cut it into a name and a value
        [several] one value is needed, and here is a list
        [one-day] one day is wanted, and here are several
       *[other] it is of another sort
    }
    .label = this value
    .help-text = Write a text on one line; if it has special characters, put it in quotes.
    .help-integer = Write the number in figures, for example 25.
    .help-number = Write the number in figures, for example 1.5.
    .help-date = Write the day as 21.11.2026 or 2026-11-21, without a time.
    .help-datetime = Write it as 21.11.2026 10:00. The time may be left out.
    .help-no-day = The last day of month { $month } in { $year } is { $day }. Check day and month.
    .help-no-month = There are twelve months, and month { $month } is written. The day comes first, then the month, then the year: 21.11.2026.
    .help-no-hour = Hours go from 0 to 23, and { $hour } is written. A time is written as 21.11.2026 15:00.
    .help-midnight = Midnight at the end of a day is the beginning of the next: write { $day } 00:00. If the whole day is meant, leave the time out.
    .help-no-minute = Minutes and seconds go from 0 to 59, and { $minute } is written. A time is written as 21.11.2026 15:00.
    .help-no-year = Add the year: { $day }YYYY, for example 21.11.2026.
    .help-serial = It looks as Excel keeps dates: this is { $day }. Write it as a day.
    .help-one-day = Write one day, for example 21.11.2026. Several days (21–23.11.2026) are understood only in the field where an event begins.
    .help-comma = Within braces a comma separates fields. Put the value in quotes: { $line }.
    .help-colon = Put the value in quotes, and the colon is a sign like others: { $line }.
    .help-several = Leave one value. If these are different events or documents, give each an entry of its own.
    .help-boolean = Write “да” or “нет” (yes or no).
    .help-url = Write the whole address, with https:// at the beginning.
    .help-url-whole = Write the address from its beginning: { $similar }.
    .help-url-secret = Remove the name and the password (all before the @): every reader sees the link.
    .help-url-sign = Remove the sign { $about }; if it is a space in the name of a file, write %20 for it.
    .help-url-host = Check the name of the site after https://, for example https://imc.example/.
    .help-email = Write the address as imc@example.org.
    .help-phone = Write the number with its code, for example +7 (000) 000-00-00.
    .help-code = Write a code of figures and a few letters, for example М8-014.
    .help-single = Write a single value on one line.
    .help-group = Write these fields below, each on a line of its own, indented by two spaces: { $fields }.
    .help-file = Write the name of a file that lies beside the page, for example plan.docx.
    .help-school-year = Write two years in a row with a slash: 2026/2027.
    .explain = Every field takes values of one sort: a day, a number, an address and so on. A value of another sort can be neither shown nor sorted.

list-too-long = Too many values in the field “{ $field }”: { $count }
    .label = no more than { $most } values are taken
    .help = Leave at most { $most } values. If it is a list for readers, put it into the text of the page, or into several documents.
    .explain =
        Values of fields are there to find and connect pages: every label, for example, has a page of its own.
        Thousands of values in one document would swell the site and help no reader. Mostly it is left over from copying.

value-out-of-range = The value of “{ $field }” is out of bounds
    .label = here
    .help-too-short = Too short: { $size } characters, at least { $min } are wanted.
    .help-too-long = Too long: { $size } characters, at most { $max } are wanted. Shorten it, or move the details into the text.
    .help-too-small = Too small: { $size }, at least { $min } is wanted.
    .help-too-great = Too great: { $size }, at most { $max } is wanted.
    .explain = The bounds are declared by the kind. Titles and summaries that are too long do not fit into lists, and a number out of bounds is mostly a slip.

list-joined = The lines of “{ $field }” became one value: “{ $value }”
    .label = these lines
    .help = Begin each line with a hyphen and a space (“- first”), or write the values in one line, with commas between.
    .explain = Several lines under the name of a field are one value that is broken into lines. For several values a hyphen stands before each.

text-marked = Formatting does nothing in “{ $field }”: “{ $mark }” will be seen as it is
    .label = this value
    .help = Drop the signs and tags, leave the words. Emphasis, links and line breaks are possible in the text of the page.
    .explain = Titles, summaries and other fields of one line are shown as plain text: in lists, in search, in calendars, where a link is shared. Asterisks, brackets of links and tags of HTML would stay there as signs.

code-named = The field “{ $field }” has no code: this may be a name
    .label = everybody will see this
    .help = Write a code of figures and a few letters, for example { $example }. Do not write the name of a child anywhere; the name of a teacher belongs into the field of the teacher's page.
    .explain = A code stands for the name of a participant, so that results can be published: names of children do not come to the site without their parents' consent (law 152-FZ, articles 6 and 10.1). A code has a figure, a few letters, a hyphen or a dot, and no words. Fit: “М8-014”, “14”, “участник № 14”. Unfit: “Маша”, “Иванова 8А”, “победитель”.

term-unknown = The list of “{ $field }” has no value “{ $value }”
    .label = this value
    .help-similar = Did you mean “{ $similar }”?
    .help-foreign = This word has Latin letters that look like Russian ones: { $letters }. Type the word anew with Russian letters.
    .help-other = This is a value of the field “{ $other }”: write it there.
    .help = Choose one of: { $known }. A new value can be added in content/vocabularies/{ $vocabulary }.yaml.
    .explain = The field takes values of its vocabulary only: that is how pages are gathered by subject, level and form. Case does not matter; the vocabulary knows the usual abbreviations.

relation-unknown = There is no page named “{ $id }”
    .label = this field points to it
    .help-similar = Did you mean “{ $similar }”?
    .help = The name of a page is the name of its file without .md. Look into { $folders }.
    .help-text = If there is no such page, write the name in plain words here.
    .explain = Relations join pages: an event with an association, a material with its author. The name of the file without its ending is written. A relation that leads nowhere would be a dead end.

relation-wrong-kind = The page “{ $id }” is of the wrong kind: { $kind }
    .label = this field points to it
    .help = The field “{ $field }” wants a page of the kind: { $wanted }.
    .explain = Every relation leads to pages of certain kinds; else an event could become the head of an association.

file-missing = There is no file “{ $path }”
    .label = it is named here
    .help-similar = Did you mean “{ $similar }”?
    .help-page = This is a page of the site, no file to load down. Link to it in the text: double brackets with the name of its file, without .md.
    .help-web = A file that lies beside the page is wanted here: it does not vanish with somebody else's site. Load it down and put it into { $folder }, or link to it in the text of the page: [name]({ $path }).
    .help = Put the file into { $folder }, or correct the name. Upper and lower case differ in names.
    .explain = A file that a page names must lie beside it. Without it a reader would follow the link in vain.

path-leaves-site = The path “{ $path }” leads out of the site's folder
    .label = this path
    .help = Put the file beside the page and write only its name.
    .explain = Only what lies in content is published. A path outwards could expose somebody else's files.

image-without-alt = The picture has no description
    .label = say what it shows
    .help-field =
        Write it like this:
            { "{" }src: name-of-file.jpg, alt: What the picture shows{ "}" }
    .explain = The description is heard by those who use a screen reader and seen where the picture does not load. The accessibility rules demand it. For mere decoration write alt: "".

id-duplicate = Two pages have the name “{ $id }”
    .label = this page
    .label-first = and this one
    .help = Rename one of the files, or give one of the pages another id.
    .help-items = Give each of these items an id of its own, for example: “id: { $id }-2”.
    .explain = Relations and links find a page by its name, so names are unique over the whole site. The name is made of the file's name, in Latin letters.

id-invalid = The name “{ $id }” cannot be part of an address
    .label = this name
    .help = Write it as { $slug }.
    .help-letters = Name the page with letters and digits.
    .help-file = Rename the file: its name needs letters or digits.
    .explain = The name becomes part of a permanent address, so it has lower-case Latin letters, figures and hyphens only.

address-collision = Two pages would have one address { $address }
    .label = this page
    .label-first = and this one
    .help = Rename one of the files.
    .explain = One address shows one page. The other one would vanish in silence, so the site is not built.

address-vanished = The address { $address } was published and is gone
    .label = it is recorded here
    .help = If the page was renamed, write on the new one: “aliases: [{ $addresses }]”.
    .help-removed =
        If it is gone for good, add to the list “removed:” of content/site.yaml { $count ->
            [one] the line
           *[other] the lines (all its addresses, present and former)
        }:
        { $lines }
    .explain = Letters, orders and other sites point to published addresses, so they do not vanish in silence. They are recorded in content/addresses.lock.

address-moved = The page moved from { $from } to { $to }
    .label = this page
    .help = Nothing has to be done: the old address leads to the new one.
    .explain = The file was renamed, or the kind's addresses changed. The former address is recorded and redirects.

lock-invalid = A line of the list of addresses could not be understood
    .label = this line
    .help = Restore content/addresses.lock from the history; it is not edited by hand. If an address with a dot at the beginning of a part or with special signs came from former addresses, remove it both there and here.
    .help-merge = This is left of a merge in git: two people added addresses. Delete the lines that begin with <<<<<<<, ======= and >>>>>>>, and leave all others.
    .explain = The program keeps the list of addresses. If it is damaged, former addresses may be lost.

addresses-stale = The list of addresses is stale: there are new or changed addresses
    .help = Build the site at your place (kabinet build) and commit content/addresses.lock with the content.
    .explain = Under CI=true or --locked the list of addresses is not changed. If it differs from the content, it was not committed, and new addresses would go unrecorded.

file-name-unsafe = A file of this name cannot be published
    .help = Rename the file: without \ : * ? " < > | and invisible signs, without spaces around and a dot at the end, at most 240 bytes; Windows keeps con, nul, com1 and the like for itself.
    .explain = The name of a file becomes part of an address, and such characters break addresses in some programs.
