### What the commands say at the end.

done-build = The site is ready: { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    } in { $folder }
    .changes = Files: { $files }; { $added } new, { $changed } changed, { $removed } removed.
    .next = The site will change by itself on { $day } (an event begins or ends, a scheduled page appears): build it again on that day.
    .forgotten = All that was published before is removed: kabinet rollback cannot bring the site before back.
    .purged = The mark of the purge is in content/purge.lock: keep this file with the content (commit it), so that other builds of the site know it too. By it visitors' browsers drop their copies of pages.
    .look = To look at it: kabinet serve --open
done-rollback = The site before is back ({ $files ->
        [one] { $files } file
       *[other] { $files } files
    }) in { $folder }. To undo: the same command once more.

done-export = Sections written: { $count }.
    Documents: { $documents }
    Index configuration: { $configuration }
    How to load them is told in docs/operations.md, “When search outgrows the browser”.

search-no-bundle = There is nothing to search: no search data in { $folder }. Build the site first: kabinet build
search-damaged = The search data in { $folder } is damaged: files are missing or broken. Build the site again: kabinet build
    Details: { $details }
search-other-format = The search data in { $folder } was made by another version of the program. Build the site again: kabinet build
search-empty = The query has neither a word nor a number. Say what to find, for example: kabinet search площадки
search-corrected = Results for “{ $to }” (instead of “{ $from }”).
    To search exactly as typed, put the query in quotes: '"{ $from }"'
search-also = Searching for the word “{ $to }” as well, which is like “{ $from }”.
search-synonym = “{ $from }”: searching for “{ $to }” as well.
search-day = “{ $from }”: searching for events of these days as well: { $to }.
search-offer = “{ $word }” is nowhere on the site. Did you mean { $words }?
search-quoted = “{ $word }”
search-suggestions = Like words on the site: { $words }
search-relaxed = Hardly any page has all the words: pages with only some of them are shown too.
search-nothing = Nothing was found for “{ $query }”. Try other words or fewer words.
search-found = Found: { $total ->
        [one] { $total } page
       *[other] { $total } pages
    }.

verify-whole = The site in { $folder } is whole: { $files ->
        [one] { $files } file
       *[other] { $files } files
    } just as published.
verify-differs = The site in { $folder } is no longer what was published ({ $files ->
        [one] { $files } file
       *[other] { $files } files
    } listed).
verify-missing = Missing: { $count }
verify-changed = Changed or replaced: { $count }
verify-foreign = Not written by kabinet, not verified: { $count }
verify-more = and { $count } more
verify-mend =
    {""}
    To make the site what it should be: kabinet build
