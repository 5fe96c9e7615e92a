example-ends-before-start = The event “{ $title }” ends before it starts.
    .label = the end
    .start = the start is { $start }
    .help = swap the two dates, or correct the year
    .second =
        or drop the field “ends”,
        to leave:
            starts: 2026-03-10
    .explain =
        The end date stands before the start date, so a reader cannot tell
        when to come.

        Example:
            starts: 2026-03-01
            ends: 2026-03-10

example-number = Process { NUMBER($pid, useGrouping: 0) }
