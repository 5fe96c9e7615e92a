### The words around messages: headings, the closing line.

severity-error = error
severity-warning = warning
severity-note = note
severity-help = how to fix

summary-found = Found: { $list }.
summary-clean = No errors, no warnings.
summary-errors =
    { $count ->
        [one] { $count } error
       *[other] { $count } errors
    }
summary-warnings =
    { $count ->
        [one] { $count } warning
       *[other] { $count } warnings
    }
summary-notes =
    { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }
more-alike =
    … and { $count } more { $count ->
        [one] message
       *[other] messages
    } like these. The same command with --format json shows every place.
more-of-kind =
    … and { $count } more { $count ->
        [one] message
       *[other] messages
    } of the same kind in { $file }. The same command with --format json shows where.
more-unlisted =
    … and { $count } more { $count ->
        [one] message
       *[other] messages
    } of the same kind in { $file }. They are not listed.
more-messages =
    The first { $shown } messages are shown, { $count } more are not. Mend those shown and repeat; --format json prints all at once.
summary-not-published = The site was not published; the previous site is in place.
summary-nothing-yet = The site was not published.
summary-explain = More about this message: kabinet explain { $rule }

quoted = “{ $text }”
or = or

site-root = the site's folder
did-you-mean = Did you mean { $names }?

explain-list = All messages that have an explanation. About one of them: kabinet explain NAME
explain-unknown = There is no message called “{ $rule }”.
explain-all = The list of all names: kabinet explain
explain-help = How to fix: { $help }
