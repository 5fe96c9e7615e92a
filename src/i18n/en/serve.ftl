# The preview: words in the page and messages about its start.

serve-errors =
    { $count ->
        [one] { $count } error
       *[other] { $count } errors
    }
serve-warnings =
    { $count ->
        [one] { $count } warning
       *[other] { $count } warnings
    }
serve-notes =
    { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }
serve-close = Close
serve-open = Show the messages
serve-kept = Until the errors are mended, the site is shown as it was before the last change. Save the mended file and the page will load again by itself.
serve-making = Search is still being made: it answers from the pages before the last change
serve-offline = The preview has stopped
serve-nothing-yet = The site has not been built yet. Mend the errors and the page will appear by itself.
serve-not-drawn = This page cannot be shown now: the messages say what to mend. Mend it and the page will appear by itself.
serve-undrawn = This page cannot be shown yet: the template of the theme did not draw it. If it asks for a field that is not filled in yet, fill it in and the page will appear by itself
serve-not-found = There is nothing at this address.
serve-foreign-host = The preview opens on this computer only: as localhost or 127.0.0.1.
serve-fault = The site was not built because of a fault in the program itself
serve-fault-help = The site is shown as it was. Take back the last change and save the file; details stand in the window where kabinet serve runs.

serve-copy = Copy the path of the file
serve-copied = Copied
serve-visit = Open the page
serve-here = On this page
serve-elsewhere = On other pages
serve-first-failed = There is nothing to show yet: the site was not built. The page of the preview tells what to mend
serve-fault-first = There is nothing to show yet. Undo the last edit and save the file; details are in the window where kabinet serve runs.
serve-file-gone = This file cannot be shown now: it is gone, or something else than a plain file of the site lies in its place. Put the file back, and the page loads again by itself.

# $why says why; $fields are the names of fields.
serve-unfilled = { $why }. To publish it, fill in: { $fields }

# Why a page is not on the site. $day is a day.
serve-draft = A draft, not on the site
serve-scheduled = Comes to the site on { $day }, not there yet
serve-expired = Left the site on { $day }, no longer there
serve-withheld = No consent of the person: this page is not on the site
serve-dropped = A draft: a file without a card, not on the site. Check the card

# What is not on the site yet. $count: how many pages and files.
serve-drafts = Not on the site yet: { $count }
serve-drafts-title = Not on the site yet
serve-drafts-lead = You alone see these pages and files, in the preview.
serve-drafts-none = There is nothing here: all that lies in the folder of the content is to be seen on the site.
serve-drafts-home = To the site

# $url: the address of the preview.
serve-ready = The site can be seen at { $url }
serve-stop = Press Ctrl+C to stop
serve-slow = Changed files are noticed every two seconds here
serve-blind = Changed files are not noticed here: run the command again after a change
serve-rebuilt = The site was updated
serve-kept-last = The site is shown as it was: mend the errors
serve-no-browser = No browser could be opened. Open it yourself: { $url }

serve-port-busy = Port { $port } is used by another program
    .help = take a free port: kabinet serve --port { $free }
    .help-none = take another port: kabinet serve --port NUMBER
    .explain =
        A port is the number by which the browser finds the preview on this computer. Only one program can use a port.
        Perhaps the preview runs in another window already: use that one, or close it with Ctrl+C.
        Otherwise choose another number. Without --port a free one is chosen by itself.
        Example: kabinet serve --port 4001

serve-port-forbidden = The system does not allow port { $port }
    .help = take another port: kabinet serve --port { $free }
    .help-none = take another port: kabinet serve --port NUMBER
    .explain =
        Ports below 1024 are usually for the administrator only.
        Choose a larger number, or leave --port out: then one is chosen by itself.
        Example: kabinet serve --port 4001

serve-failed = The preview did not start: { $error }
    .help = try again; if that does not help, show this to your administrator
    .explain =
        The system did not let the preview start and answered with an error that kabinet cannot explain any further.
        The content and the published site were not changed.
        The site can be seen without the preview: run kabinet build and open the folder public.
