### Words that the engine itself writes on pages, and messages about templates and the theme.

## Words of pages

render-home = Home
render-leaf = page
render-signature = Signature of “{ $title }”
render-search = Search
render-map = All sections
render-not-found = Page not found
render-moved = This page has moved:
render-mentions = Mentioned in
render-archive-note = Author and citation
render-clause = cl. { $number }
render-section = section { $number }
render-changes = What changed: { $title }
render-changes-short = What changed
render-changes-was = was
render-changes-now = now
render-week = The week on a sheet
render-view = Version for those who see little
render-mine = My portal
render-undated = without a date
render-hours-of = Reception: { $title }
render-open-id = Code
render-open-label = Name
render-open-aliases = Other spellings
render-open-count = Pages
render-proofs = Register of certificates
render-qr-long = The text is too long for a QR code, which holds about two thousand characters.
render-group-rest = Other
render-open-about = Information
render-open-value = Value
render-open-url = Address
render-open-state = State
render-open-files = Files
render-open-yes = yes
render-open-no = no

render-calendar = Calendar of events
render-subscribe = Subscribe to the calendar
render-calendar-all = All events
render-calendar-of = { $title } — { $site }
render-calendar-cancelled = Cancelled: { $title }
render-calendar-off = Does not take place at the time that was announced.
render-calendar-moved = Moved: it was to be on { $date }
render-calendar-reason = Why: { $reason }
render-calendar-begins = Begins on { $date }
render-calendar-until = Sign up until { $date }
render-calendar-sign-up = Sign up
render-calendar-more = More: { $url }

render-date = { $day } { $month } { $year }
render-month-1 = January
render-month-2 = February
render-month-3 = March
render-month-4 = April
render-month-5 = May
render-month-6 = June
render-month-7 = July
render-month-8 = August
render-month-9 = September
render-month-10 = October
render-month-11 = November
render-month-12 = December
render-month-name-1 = January
render-month-name-2 = February
render-month-name-3 = March
render-month-name-4 = April
render-month-name-5 = May
render-month-name-6 = June
render-month-name-7 = July
render-month-name-8 = August
render-month-name-9 = September
render-month-name-10 = October
render-month-name-11 = November
render-month-name-12 = December
render-weekday-1 = Monday
render-weekday-2 = Tuesday
render-weekday-3 = Wednesday
render-weekday-4 = Thursday
render-weekday-5 = Friday
render-weekday-6 = Saturday
render-weekday-7 = Sunday

render-size-b = { $size } B
render-size-kb = { $size } KB
render-size-mb = { $size } MB
render-size-picture = { $width } × { $height } pixels

render-facet-kind = Section
render-facet-lists = Sections of the site
render-facet-school-year = School year
render-facet-state = Status
render-facet-file = Files
render-facet-file-yes = with a file

render-state-draft = draft
render-state-in-force = in force
render-state-ended = no longer in force
render-state-awaited = not in force yet
render-state-expired = expired
render-state-unknown = status not given
render-state-planned = planned
render-state-open = registration is open
render-state-closed = registration closed
render-state-today = today
render-state-running = going on now
render-state-done = took place
render-state-cancelled = cancelled
render-state-moved = moved
render-state-due = not yet due
render-state-overdue = past due

## What to say about a function call in a template

render-unknown-argument = The function has no argument "{ $name }".
render-unknown-kind = There is no kind of documents "{ $name }".
render-unknown-field = None of the named kinds has a field "{ $name }".
render-unknown-page = There is no document named "{ $name }".
render-unknown-vocabulary = There is no vocabulary "{ $name }".
render-unknown-asset = The theme's assets folder has no file "{ $name }".
render-unknown-text = The theme's i18n files have no text "{ $name }".
render-unknown-icon = The theme's icons folder has no drawing "{ $name }".
render-incomplete-text = The text lacks values: "{ $text }".
render-did-you-mean = Perhaps { $names } was meant.
render-where-map = The argument where is written in pairs: where={"{"}"form": "seminar"{"}"}.
render-bad-day = "{ $text }" is not a date. Write "today" or "2026-11-21".

## Messages

theme-missing = The theme "{ $theme }" was not found.
    .label = this name
    .help-name = write the name of a folder inside themes: letters, figures, hyphen and underscore, no slashes or dots. The usual theme is imc
    .help = make the folder { $folder } with the theme's files, or write "theme: imc" in content/site.yaml: that theme is built in
    .explain =
        A theme is the face of a site: templates of pages, styles, kinds of documents and
        vocabularies. The theme imc is built into the program. Any other must lie in the folder
        themes beside the folder content, or there is nothing to make pages of.

        Example of content/site.yaml:
            theme: imc

theme-link = In the folder of the theme, a link that leads outside or an object of the system stands in the place of a file
    .help = Put a plain file there. A link may only lead to a visible file of the same theme.
    .help-folder = Make the folder of the theme a plain folder: copy the files of the theme into it.
    .explain =
        The files of a theme are published. A link that leads out of the theme could show other
        files to everybody, and reading a pipe or a device might never end. So only plain files
        are read.

theme-unreadable = A file of the theme cannot be read: { $cause }.
    .help = see that the file is there, can be opened and is no larger than 32 MB
    .explain =
        The program could not read one of the theme's files: reading is not permitted, the disk
        is damaged or the file is too large. Without it pages could come out bare, so the site
        is not published.

        Example: if the file was copied from another computer, permit reading it and build the
        site again.

template-error =
    Error in the template { $template }{ $line ->
        [0] {""}
       *[other] , line { $line }, column { $column }
    }: { $message }
    .help = mend the template; line and column stand at the beginning of the message
    .help-page =
        mend the template; the error was met while rendering { $page }{ $count ->
        [1] {""}
       *[other] {" "}({ $count } pages in all)
    }
    .explain =
        Pages are made by templates from the theme's folder templates. A template names something
        that is not there, or breaks the rules of writing. The mistake is in the theme, not in
        the text of the document; if the theme is not yours, pass this message to its author.

        Example: the template says "page.titel", but the field is called "page.title".

template-missing = The theme has no template { $template }.
    .help = add this file to the theme, or name another template in the kind; it was wanted for { $page }
    .explain =
        For each kind of documents the theme names a template, and the common pages of a site
        need home.html, list.html, term.html, terms.html, search.html, sitemap.html and 404.html.
        One of them is missing, so the page cannot be made.

        Example: kinds/event.yaml says "template: event.html", so the theme must have the file
        templates/event.html.

face-text-broken = Line { $line } of the theme's texts is written wrongly: "{ $text }".
    .help = mend the line: "text-name = the text itself"; what continues a text is indented
    .explain =
        The theme's i18n files hold the words that a reader sees: names of buttons, captions, hints.
        One of them breaks the rules of Fluent, and this text is not on the site.

        A sound one:
            search-title = Search

asset-missing = The theme has no file "{ $address }", to which the style sheet refers.
    .help = put the file in its place, or remove the reference
    .explain =
        A style sheet (.css) names a picture or a font that is not in the theme's folder assets. The
        page opens, but without it. Addresses are counted from the folder of the style sheet.

        Example: assets/style.css says "url(fonts/a.woff2)", so the file assets/fonts/a.woff2 is
        needed.

# A file without a card, in the preview. $file: its path; $kind: the kind of page; $title: the title; $field: the field; $page: the file of a page.
render-dropped-import = For the text to be read on the site, make a page of the file. It begins with what the program found in the file; check the fields.
    .command = kabinet import "{ $file }" --kind "{ $kind }"
    .command-guess = kabinet import "{ $file }"
render-dropped-new = For the file to stand on a page, begin one: that is the card of the file.
    .command = kabinet new "{ $kind }" "{ $title }" "{ $field }={ $file }"
render-dropped-page = For the file to stand on the page in whose folder it lies, add it to the card of that page ({ $page }), between the lines of ---.
    .command = { $field }: { $file }
render-dropped-new-picture = For the picture to stand on a page, begin one if there is none yet.
    .command = kabinet new "{ $kind }" "{ $title }"
render-dropped-picture = Then put the picture into its text and say what is to be seen. Where people are on it, have their consent first (of children that of their parents).
    .command = ![What is to be seen]({ $file })
render-dropped-page-picture = For the picture to stand on the page in whose folder it lies, put it into its text ({ $page }) and say what is to be seen. Where people are on it, have their consent first (of children that of their parents).
    .command = ![What is to be seen]({ $file })
render-dropped-rename = In the name of the file or its folder there are signs that the command line takes for more. Give it a name of letters, figures and spaces: then you are told here what to do.
    .command = {""}
render-dropped-move = To attach the file to a page, move it into the folder of a section, content/news for instance: then you are told here how.
    .command = {""}
