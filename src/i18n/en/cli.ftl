### The command line: help and usage errors.

cli = Builds the portal of a methodical centre from a folder of documents: a static site with search.
    .usage = kabinet COMMAND [OPTIONS]
    .after =
        Examples:
          kabinet init portal           begin a portal in the folder “portal”
          kabinet new news "Results"    begin a page
          kabinet check                 check the content, publish nothing
          kabinet build                 build the site and publish it
          kabinet serve --open          watch the site while editing
          kabinet search площадка       search the published site

        How it ends (exit code):
          0   all is well
          1   the content has errors to mend
          2   wrong usage, or trouble with the machine

cli-init = Begin the portal of a centre in a new folder
    .usage = kabinet init FOLDER [OPTIONS]
    .verb = begin
cli-new = Begin a page: an event, a material, a piece of news
    .usage = kabinet new KIND TITLE [FIELD=VALUE…]
    .verb = add
cli-build = Build the site and publish it if there are no errors
    .usage = kabinet build [OPTIONS]
    .verb = make
cli-check = Check the content, publish nothing
    .usage = kabinet check [OPTIONS]
    .verb = verify
cli-search = Search the published site
    .usage = kabinet search QUERY [OPTIONS]
    .verb = find
cli-export = Write the texts of the site for a search server (Quickwit, OpenSearch)
    .usage = kabinet export search --to SERVER [OPTIONS]
    .verb = export
cli-import = Make a page of a Word document, a plan of events of a table
    .usage = kabinet import FILE… [OPTIONS]
    .verb = convert
cli-prove = Issue a certificate of publication and write it into the register
    .usage = kabinet prove FILE [OPTIONS]
    .verb = prove
cli-explain = Tell more about a message; without a name, list all messages
    .usage = kabinet explain [MESSAGE]
    .verb = describe
cli-serve = Show the site in a browser and refresh it at every edit
    .usage = kabinet serve [OPTIONS]
    .verb = preview
cli-rollback = Bring back the site as it was before the last publication
    .usage = kabinet rollback [OPTIONS]
    .verb = undo
cli-verify = Hold the published site against what was published
    .usage = kabinet verify [OPTIONS]
    .verb = verify
cli-completions = Print completions for your shell
    .usage = kabinet completions SHELL
    .verb = complete
cli-help = Show the help of the program or of a command
    .usage = kabinet help [COMMAND OR WORD]
    .verb = assist
cli-man = Print the manual page
    .usage = kabinet man
    .verb = manual

cli-guide = This is from the guide for methodists, docs/methodist.md; it is in Russian.
cli-guide-more = It also tells of { $titles }.
cli-arg-new-folder = The new folder of the portal; “.” is this folder, if it is empty
    .value = FOLDER
cli-arg-name = The full name of the centre. Asked if not given
    .value = NAME
cli-arg-short-name = The short name at the head of every page
    .value = NAME
cli-arg-place = The district or town of the centre
    .value = PLACE
cli-arg-address = The address at which the portal will be found
    .value = URL
cli-arg-new-kind = What page it is: the name of a kind
    .value = KIND
cli-arg-new-title = The title, in quotes
    .value = TITLE
cli-arg-fields = What is known already, as in start="21.11.2026 10:00". What else must be there is asked
    .value = FIELD=VALUE
cli-arg-root = The site's folder: the one that holds the folder content. The current one by default
    .value = DIR
cli-arg-out = The folder where the site is published. By default, public in the site's folder
    .value = DIR
cli-arg-today = The day for which the site is built: 2026-11-21 or 21.11.2026. Today by default
    .value = DAY
cli-arg-format = How messages are written: human for a person; json, github, gitlab, sarif for programs
    .value = FORMAT
cli-arg-search-format = How the answer is written: human for a person, json for programs
    .value = FORMAT
cli-arg-lang = The language of messages: ru for Russian, en for English
    .value = LANGUAGE
cli-arg-locked = Do not update the list of addresses content/addresses.lock; a stale list is an error. The default under CI=true
cli-arg-purge = Leave nothing that was published before: neither the site before nor copies in visitors' browsers. For a consent that was withdrawn
cli-arg-what = What to write: search — the sections of pages
    .value = WHAT
cli-arg-to = The server: quickwit or opensearch
    .value = SERVER
cli-arg-export-out = The folder to write into; search-export in the site's folder when not given
    .value = FOLDER
cli-arg-limit = How many pages to show. 10 by default
    .value = NUMBER
cli-arg-query = What to search for. A query of several words needs no quotes
    .value = QUERY
cli-arg-file = A file or a folder of files: Word (.docx), LibreOffice (.odt), PDF, .rtf, presentation (.pptx, .odp), web page (.html, .htm), plain text; for plans also .xlsx, .ods and .csv. Several may be named
    .value = FILE
cli-arg-document = The file of the document in the folder content, or its name
    .value = FILE
cli-arg-kind = The kind of the document by its name on the site. Guessed, and told, by default
    .value = KIND
cli-arg-id = The permanent name of the document, which makes its address. After the document's title by default
    .value = NAME
cli-arg-force = Make the document anew even if it was edited by hand: the edits are lost
cli-arg-rule = The name of the message, as it stands in square brackets
    .value = MESSAGE
cli-arg-port = The port of the preview. { $port } by default
    .value = PORT
cli-arg-open = Open the site in the browser at once
cli-arg-shell = The shell: bash, zsh, fish, powershell or elvish
    .value = SHELL
cli-arg-about = The command to tell about, or a word to look up in the guide (in Russian); all commands when there is none
    .value = COMMAND
cli-arg-help = Show this help
cli-arg-version = Show the version

cli-heading-usage = Usage:
cli-heading-commands = Commands:
cli-heading-arguments = Arguments:
cli-heading-options = Options:
cli-heading-more = More about a command: kabinet COMMAND --help
cli-value-command = COMMAND

cli-man-manual = The manual of kabinet
cli-man-name = NAME
cli-man-synopsis = SYNOPSIS
cli-man-examples = EXAMPLES

cli-error = error: { $text }
cli-error-see = Help: { $command } --help
cli-error-command = There is no command “{ $written }”.
cli-error-argument = This command has no option “{ $written }”.
cli-error-extra = The word “{ $written }” is one too many: it is unclear what it belongs to.
cli-error-value = The value “{ $written }” does not suit { $argument }. Possible: { $values }.
cli-error-no-value = { $argument } needs a value.
cli-error-flag-value = { $argument } takes no value, but “{ $written }” is given.
cli-error-missing = Missing: { $arguments }.
cli-error-no-command = No command is given.
cli-error-unreadable = One of the words of the command cannot be read (it is not UTF-8).
cli-error-other = The command could not be understood.
cli-error-day = “{ $written }” is not a day. Write the day as 2026-11-21 or 21.11.2026.
cli-error-number = “{ $written }” does not suit { $argument }: a whole number from { $least } to { $most } is needed.

cli-no-folder = There is no folder “{ $folder }”.
    .help = Check the name after --root, or go to the site's folder and repeat the command without --root.
cli-no-content = The folder “{ $folder }” has no folder content, which should hold the content of the site.
    .near = The site seems to be in the folder “{ $near }”. Try: kabinet { $command } --root { $typed }
    .help =
        If the site is in another folder, name it: kabinet { $command } --root DIR

        If there is no site yet, begin one: kabinet init FOLDER
# $folder is the folder, $reason what the system said.
cli-closed-folder = The folder “{ $folder }” cannot be read: { $reason }.
    .help = Check that it is a folder and that you may open it, then repeat the command.
cli-no-file = There is no file “{ $file }”.
    .help = Check how the name is written; put a name with spaces into quotes.

cli-one-id = Only one file can have the name of --id.
    .help = Leave --id out: names are made of titles. Or give the command for each file with an --id of its own.

# $reason is what the system said.
output-cut = The answer could not be printed whole: { $reason }. It breaks off, do not use it. What the command has already done (published, written to files) stays.

panic = This is a fault of the program itself, not of your content. The published site is untouched.
    .ask = Please report it to those who maintain the program, with these lines:
