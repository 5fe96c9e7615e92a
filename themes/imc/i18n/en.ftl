### The words the theme writes on the pages of the portal.

locale = en_GB

## Header, menu, footer

skip = Skip to content
menu = Menu
menu-label = Sections of the site
crumbs = You are here
home = Home page
footer-label = Useful pages
index = Alphabetical index
feed = Follow what is new (Atom)
feed-all = Everything new on the site
licenses = Licences
report-error = Report a mistake
yes = yes
no = no

## Search

search-title = Search
search-label = Search the site
search-placeholder = Search the site
search-go = Find
search-question = What can we find for you?
search-hint = For example: certification, mentor, lesson plan, clause 3.2.5
search-about = Search the documents, materials, events and people of the centre.
search-other = Other ways
search-index-about = all pages of the site by the first letters of their titles

suggest-list = Suggestions
suggest-all = Search the whole site for “{ $q }”
suggest-none = No suggestions
suggest-count = { $count ->
    [one] { $n } suggestion. Choose with the arrow keys.
   *[other] { $n } suggestions. Choose with the arrow keys.
  }

mark-label = Marked words:
mark-remove = Remove

## Search page

find-help = How to search
find-help-forms = Write as you like: endings, ё and е, capitals, small slips and the keyboard layout do not matter.
find-help-phrase = Quotation marks: words in a row, in any inflection:
find-help-phrase-example = план работы
find-help-exact = Equals sign before quotation marks: exactly as written:
find-help-exact-example = план работы
find-help-minus = Minus before a word: pages without it:
find-help-minus-example = наставничество -школа
find-help-numbers = Numbers of documents and clauses, as printed:
find-help-numbers-example = п. 3.2.5
find-no-script = To search the texts, allow scripts (JavaScript) in your browser. Without them, use the sections and the alphabetical index below.
find-filters = Narrow down
find-chosen = Chosen
find-dates = Date
find-date-from = from
find-date-to = to
find-sort = Order
find-sort-relevance = best first
find-sort-date = newest first

find-number = { $n }
find-facet-chosen = chosen: { $n }
find-facet-all = Show all ({ $n })
find-since = Date: from { $date }
find-until = Date: to { $date }
find-remove = Remove: { $what }
find-clear = Clear all

find-found = { $count ->
    [one] { $n } page found
   *[other] { $n } pages found
  }
find-none = Nothing was found
find-shown = { $count ->
    [one] { $shown } of { $n } page shown
   *[other] { $shown } of { $n } pages shown
  }
find-welcome = { $count ->
    [one] The site has { $n } page. Write what you look for, or choose what to show.
   *[other] The site has { $n } pages. Write what you look for, or choose what to show.
  }
find-results = { $count ->
    [one] Show { $n } page
   *[other] Show { $n } pages
  }
find-done = To the results
find-more = Show { $n } more
find-quoted = “{ $q }”
find-loading = Searching…
find-titles-first = The full search is still loading: here is what titles say
find-corrected = Showing results for “{ $q }”.
find-instead = Search for “{ $q }”
find-literal = Searching for “{ $q }” as written.
find-literal-undo = Correct slips
find-also = “{ $from }”: searching for { $to } as well.
find-only = Search only for the words as typed
find-relaxed = No page has all the words. These have some of them.
find-unknown = { $count ->
    [one] The site does not contain { $words }.
   *[other] The site does not contain { $words }.
  }
find-offer = “{ $q }” is nowhere on the site. Did you mean:
find-near = Similar words on the site:
find-wider = Search without narrowing down
find-nothing-hint = Check the spelling, say it in other words, or begin with a section.
find-titles-only = The full search could not be loaded, so only titles were searched.
find-titles-unsupported = This browser cannot search texts, so only titles were searched.
find-unheard = Narrowing down and the order by date do not work now: they come back with the full search.
find-late = The search takes longer than usual to load. Reload the page, or use the sections and the alphabetical index.
find-failed-short = The search did not answer
find-failed = The search could not be loaded. Perhaps the connection broke. Try again, or use the sections and the alphabetical index.
find-failed-unsupported = This browser cannot search the site. Use the sections and the alphabetical index.
find-retry = Try again

## Pages and lists

contents = Contents
files = Files
archive = Download all in one archive
archive-files = { $count ->
    [one] { $count } file
   *[other] { $count } files
}
archive-note = Author and citation
archive-authors = { $count ->
    [1] Author:
   *[other] Authors:
}
archive-org = Organisation:
archive-date = Placed on the portal:
archive-updated = Updated:
archive-citation = How to cite (GOST R 7.0.100-2018):
archive-license = Rights:
archive-link = Permanent address:
archive-from = Downloaded from:
sveden-short = On the organisation
sveden-data = This information as a table:
sveden-more = More
sveden = Parts of the information on the organisation
founder = Founder:
unit-of = Part of:
file-twin = open as a page
file-closed = an archive, opens in a program such as 7-Zip
file-packed = what is inside
twin-lead-guessed = This is the text of a file, read by a program from printed pages: order and paragraphs may differ in places. Its pictures and its layout are in the file itself.
twin-lead = This is the text of a file. Its pictures and its layout are in the file itself.
twin-from = The file is published on the page
twin-title = text of a file
twin-lead-packed = These are the files that lie in the archive. To have them, load the archive down and unpack it.
packed-name = File
packed-size = Size
# A file without a card: only its author sees this, in the preview.
dropped-title = a file without a card
dropped-lead = A draft: the file lies in the folder of the content, but no page names it. It is not on the site and will not be until it has a card.
dropped-check = Check the card
dropped-people = Read the file first: are there lists of children, telephones, addresses or marks in it that have no place on the site? If it is one too many, remove it from the folder. If it is needed, choose what it becomes.
# $file: the path of a file.
dropped-same = The same file belongs to a page already: { $file }. If this one is one too many, remove it.
dropped-text = What is in the file
dropped-unread = The program does not read the text of this file. Open it yourself and check it.
links = Links
related = Similar materials
updated = Updated
published = Published
photo-large = Picture { $number }, large
archived = This page is in the archive: what it says may be out of date.
about-page = About this page
contacts = Contacts
dated = of { $date }
undated = no date
until = until { $date }
important = important
head = Led by { $name }
list-empty = There is nothing here yet. See the other sections:
list-total = { $count ->
    [one] { $count } page in all.
   *[other] { $count } pages in all.
  }
page-feed = Feed of what is new (Atom)
list-feed = Follow this section (Atom)
pager = Pages of the list
pager-prev = Back
pager-next = Next
pager-page = Page { $number }
pager-of = Page { $number } of { $count }
school-year = School year { $year }
by-subject = By subject
by-subjects = By subject
by-audience = For whom
by-levels = By level of education
by-material-types = By type
by-event-forms = By form
list-ways = Topics

## Home

home-events = Next events
home-no-events = No new events yet. The latest ones were:
home-nothing = No events yet. All that the site has:
home-news = News
home-materials = New materials
events-all = All events
materials-all = All materials
news-all = All news
people-all = Whom to ask
associations-all = All associations

## Event

events-next = Coming up
events-past = Past events
about-event = When and where
event-more = More about the event
event-place = Place
event-mode = Format
event-online = Online
event-join = Link to the video meeting
event-certificate = Certificate
event-announced = Announced
event-moved = The event was moved.
event-moved-from = It was planned for { $from } and will be on { $date }.
event-moved-to = The new date is { $date }.
event-cancelled = The event is cancelled.
event-reason = Reason: { $reason }.
event-registration = How to sign up
event-registration-until = You can sign up until
event-registration-closed = Registration closed on { $date }. If you really need a place, ask the person in charge.
event-registration-early = Registration opens on { $date }.
event-sign-up = Sign up
event-by-mail = by mail:
event-by-phone = by phone:
event-seats = { $count ->
    [one] { $count } place.
   *[other] { $count } places.
  }
event-programme = Programme
programme-time = Time
programme-what = What
programme-who = Who
event-result = Results
event-attendance = Participants
event-applications = Applications
event-materials = Materials of the event
event-documents = Regulation or order

## Material

about-material = About the material
material-event = Presented at
material-documents = Related documents

## News

news-more = More news
news-events = About events
news-materials = About materials
news-documents = About documents

## Association, person, direction

about-association = About the association
association-documents = Documents
meetings-next = Next meetings
meetings-none = The date of the next meeting is not set yet.
meetings-usual = They usually meet: { $time }.
meetings-past = Past meetings
reception = Consulting hours
person-topics = What to ask about
person-directions = Responsible for
person-more = More
whom-to-ask = Whom to ask
useful-links = Useful links
questions = Frequent questions
direction-activity = { $activity } work

## Document

regulation-about = { $title }: the full text with an address for each clause, requisites and status.
status-unknown-label = status unknown
status-in_force = The document is in force.
status-ended = The document is no longer in force. The text is kept for reference.
status-awaited = The document is adopted and does not apply yet: the requisites name its first day.
status-expired = The term of the document is over. The text is kept for reference.
status-draft = This is a draft: it is not adopted yet and may change.
status-unknown = We could not establish whether the document is in force. Ask the organisation that issued it before you refer to it.
replaced-by = Replaced by:
amended-by = Amended by:
requisites = Requisites
req-type = Type of document
req-number = Number
req-no-number = not entered
req-date = Date
req-no-date = no date in the document
req-date-unread = not entered
req-issuer = Issued by
req-adopted = Adopted
req-protocol = minutes No { $number }
req-approved = Approved
req-annex = Annex to
req-annex-number = annex No { $number }
to-act = to
req-original = Original file
download-word = Text to go on writing in Word
download-original = Download the original file
cite = How to cite
cite-approved = approved by
cite-annex = annex
cite-hint = Add the number of the clause, such as “cl. 2.1”. Buttons beside each clause copy its link and its citation.
backlinks = Referred to by
backlinks-clauses = To clauses of this document
clause-tools = Links to clauses
clause-link = Copy the link to cl. { $number }
section-link = Copy the link to section { $number }
clause-quote = Copy the citation of cl. { $number }
clause-mark = cl. { $number }
section-mark = section { $number }
copied-link = The link to cl. { $number } is copied
copied-quote = The citation of cl. { $number } is copied
copy-failed = Copying did not work. Here is the address:
print-source = Source: { $url }.
print-status = Status: { $status }.
stamp-adopted = Adopted
stamp-approved = Approved

## Subjects, tags and other vocabularies

term-about = Everything about “{ $term }”.
term-lead = { $count ->
    [one] { $count } page on this topic.
   *[other] { $count } pages on this topic.
  }
terms-lead = Beside each topic stands how many pages belong to it.

## Map and lost addresses

map-title = All sections
map-lead = { $count ->
    [one] All sections, and { $count } page in the order of the alphabet.
   *[other] All sections, and { $count } pages in the order of the alphabet.
  }
map-sections = Sections
map-letters = Letters of the index
lost-title = There is no such page
lost-lead = The address may be misspelt, or the page was removed. Search for what you need, or start from a section.
lost-where = Sections

## Cards, days, rows

till = by
sign-up-until = sign up by { $date }
sign-up-until-cap = Sign up by { $date }
grades = grade { $list }
receives-now = receives now
receives = hours:
room = room { $room }
to-whom = received by { $name }
hours = { $count ->
    [one] hour
   *[other] hours
  }
copy = Copy
copied = Copied
announcement = Announcement for a chat
say-when = When: { $when }
say-where = Where: { $where }
jump = To a month or a day
events-past-count = Past: { $count }
open-data = Open data:
open-data-all = All indicators as open data:
list-narrow = Narrow by search
by-document-types = By type
by-document-levels = By level
by-document-statuses = By status
by-program-types = By sort of course
by-biblio-types = By sort of publication
event-hours = Academic hours

## Deadlines and reports

who-hands-in = From: { $who }
request-how = How to hand in
request-to = Received by
request-fill = Fill in the form
request-form = Form
request-off = The request was called off: there is nothing to hand in.
request-late = The day is past. If your answer has not been sent, ask the person who receives it: telephone and mail are below.
request-moved = The day was moved. It was { $from }
due-until = Due by { $date }
col-due = Due
col-what = What
col-who = From whom
col-to = To whom and how
col-form = Form
requests-none = There is nothing to hand in now. If you expect a request, ask the office:
requests-past = Past due: { $count }

## Courses, contests, recordings, publications

about-program = About the course
contest-go = Apply
contest-apply = How to apply
contest-regulation = Rules of the contest
contest-stages = Stages
contest-nominations = Nominations
contest-criteria = Criteria
contest-criterion = Criterion
contest-points = Points
contest-results = Results
contest-results-hint = Pupils stand under the codes of participants, teachers only with their consent.
contest-nomination = Nomination or subject
contest-participant = Participant
contest-place = Result
contest-appeal = Appeals
site-products = What the site has made
site-events = Events of the site
media-open = Open the recording
media-transcript = In words
record = Bibliographic record
record-pages = p.
record-text = Text : direct.
record-electronic = Text : electronic
record-site = site
record-published = Published:
record-seen = seen: ______
record-hint = The record follows GOST R 7.0.100-2018: it may be put into a list of references as it is.
collection-contents = Contents

## Plan, indicators, reports

plan-done = { $done } of { $all } done — { $share } %
plan-progress = Share of points that are done
plan-approved = Approved:
plan-when = When
plan-who = Responsible
plan-result = Result
indicator-name = Indicator
indicator-value = Value
indicator-value-of = Value, { $unit }
indicator-before = The year before
indicator-year = School year
indicator-source = Source
indicator-chart = Bars by school year; the same numbers stand in the table below
indicator-aim = aim { $value }
indicator-programs = Courses held, by the pages of this site: { $count }.
indicator-applications = Applications, by the pages of this site: { $count }.
indicator-look = Look
report-indicators = By indicators
report-recommendations = Recommendations
report-decisions = Decisions
report-helps = What helps:
report-done = Done by:

## Proof of publication

proof = How to cite and prove publication
proof-hint = The reference follows GOST R 7.0.100-2018. A certificate for a portfolio is printed from this page: follow the link, then print.
proof-print = Certificate of publication
week-title = The week on a sheet
week-span = The week from { $from } to { $to }
week-hint = A sheet for the staff room: print it and put it up. From Friday on it shows the next week.
week-when = When
week-what = What and where
week-code = QR code
week-more = { $count } more: see the calendar of the site.
week-none = There are no events in this week.
week-before = Going on:
week-due = Due this week
changes-lead = Two documents side by side, clause by clause. What is gone is struck through, what is new is underlined.
changes-since = Compared with
changes-now = Now:
changes-none = The clauses of both documents say the same.
changes-changed = { $count ->
    [one] { $count } clause changed:
   *[other] { $count } clauses changed:
  }
changes-added = { $count ->
    [one] { $count } clause added:
   *[other] { $count } clauses added:
  }
changes-removed = { $count ->
    [one] { $count } clause removed:
   *[other] { $count } clauses removed:
  }
changes-moved = { $count ->
    [one] { $count } clause renumbered:
   *[other] { $count } clauses renumbered:
  }
changes-same = Unchanged: { $count }
changes-was = Was: { $name }
changes-is = Now: { $name }
change-changed = changed
change-added = added
change-removed = removed
change-moved = renumbered
compare-former = Compare with the former edition, clause by clause
compare-later = What changed in the new edition, clause by clause
proof-row = Certificate No. { $number } of { $date }
proof-check = Check in the register
proof-ask = A certificate gets its number and its checksum when the centre issues it: call or write.
proof-changed = The material was changed after certificate No. { $number } of { $date }, which confirms the former text.
proof-registered = Number in the register of certificates: { $number } of { $date }
proof-sums = Checksums (SHA-256) of what is confirmed:
proof-wording = Text of the material
proof-check-at = Check the certificate:
proof-same = text unchanged
proof-changed-state = changed since
proof-withdrawn = withdrawn
proofs-title = Register of certificates of publication
proofs-lead = Anybody can check here a certificate that the centre issued to the author of a material.
proofs-how = How to check a certificate
proofs-how-number = Find the number of the certificate in the table. The QR code leads to it as well.
proofs-how-state = “Text unchanged” means that the material and its files are those of the day of issue. “Withdrawn”: the material is no longer on the site.
proofs-how-sum = Compare the checksum on paper with the table. To make it yourself, take the text or a file from here:
proofs-issued = Certificates issued
proofs-number = Number
proofs-what = Material
proofs-state = State
proofs-sums = Checksums (SHA-256)
qr-of = QR code with the address { $url }
proof-title = Certificate of publication
proof-text = It is certified that on { $date } this material was published on the portal of the centre
proof-author = Author:
proof-expertise = Reviewed:
proof-number = Number in the bank:
proof-address = Permanent address:
proof-issued = Date
proof-post = Post
proof-signature = Signature, seal

## Roles, people, home

home-due = What is due
home-roles = Where to begin
home-often = Often needed
home-sections = Sections
requests-all = All deadlines
courses-all = All courses
all-people = All people
role-ways = Often needed
role-no-events = No meetings for you are planned yet. Ask the office:
role-associations = Your associations
role-courses = Courses
role-materials = New in the bank
people-by-question = Whom to ask about what
people-others = Heads of associations and authors
changes = What has changed

## Calendar

calendar-add = Add to my calendar
calendar-follow = Subscribe to the calendar
calendar-changes = What has changed
calendar-copy = Copy the address
calendar-copied = Copied
calendar-copy-of = Copy the address of the calendar “{ $title }”
calendar-open = Open in my calendar
subscribe-title = How to subscribe to the calendar
subscribe-lead = Events appear in the calendar of your phone or computer by themselves. When a date is moved, it moves there as well.
subscribe-all = The calendar of all events
subscribe-other-calendars = Calendars by association, direction and subject are below.
subscribe-calendars = Calendars by topic
subscribe-choose-text = “Open in my calendar” subscribes at once on iPhone, iPad and Mac. Elsewhere copy the address and add it as described below.
subscribe-how = How to add the address
subscribe-iphone = iPhone and iPad
subscribe-iphone-text = Tap “Open in my calendar” and confirm. If nothing opens: in the app Calendar tap Calendars, then Add Calendar, Add Subscription Calendar, and paste the address.
subscribe-android = Android (Google Calendar)
subscribe-android-text = The app on the phone takes no addresses; this is done once on a computer. Open calendar.google.com, press the plus beside “Other calendars”, choose “From URL”, paste the address. The calendar appears on the phone too; if it does not, switch it on in the settings of the app. Google fetches subscriptions about once a day.
subscribe-yandex = Yandex Calendar
subscribe-yandex-text = Open calendar.yandex.ru in a browser. In the left column find Subscriptions, press the plus and paste the address of the calendar.
subscribe-outlook = Outlook
subscribe-outlook-text = Open Calendar, press “Add calendar”, choose “Subscribe from web” (in the desktop program “From Internet”) and paste the address.
subscribe-other = Other programs
subscribe-other-text = Any program will do that can subscribe to a calendar by its address (iCalendar, ICS). Where there is none, the page of each event has the link “Add to my calendar”: it adds the event once, without later changes.
subscribe-what = What the calendar holds
subscribe-what-text = Title, time, place, last day to sign up and the address of the event’s page. What was cancelled stays with the mark “Cancelled”, what was moved goes to its new day. Calendars hold the events of this school year and the last, and everything to come. We learn nothing about you: no account is needed.
calendar-title = Calendar of events
calendar-short = Calendar
calendar-lead = What is to come in its order, and what was before by months.
calendar-week = This week
calendar-past = Past in this school year
calendar-none = There are no new events yet.
calendar-years = By months
calendar-ahead = What is to come
calendar-months = The calendar by months
month-ways = Months before and after
month-ways-below = Months before and after, below the calendar
month-before = Began before and goes on
month-caption = Events by days: { $month }
month-off = cancelled
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
weekday-short-1 = Mo
weekday-short-2 = Tu
weekday-short-3 = We
weekday-short-4 = Th
weekday-short-5 = Fr
weekday-short-6 = Sa
weekday-short-7 = Su
mine-title = My portal
mine-lead = Say once who you are and what you teach: here are your deadlines, meetings, association, adviser and new materials.
mine-noscript = To show yours alone the browser needs JavaScript. Without it this page has what is ahead for everybody, and below it the pages by subject, role and level.
mine-choose = Choose
mine-change = Change
mine-audience = Who you are
mine-subjects = Subjects
mine-levels = Whom you teach
mine-associations = Associations
mine-done = Show
mine-forget = Forget the choice
mine-privacy = The choice is kept in this browser and in the address of the page alone: it is sent to nobody. The address can be given to a colleague, who will see the same.
mine-other = This is the choice of the link. Your own, made before, is not touched.
mine-keep = Keep this one
mine-back = Back to my own
mine-empty = Nothing here for your choice yet.
mine-people-title = My adviser
mine-calendars-title = Subscribe to a calendar
mine-events-count = { $count ->
    [one] { $count } event
   *[other] { $count } events
  }
mine-hubs-title = All about your choice
mine-ways = Pages that gather everything
mine-role = My portal: only what concerns you
by-years = By years
register-date = Date and number
register-document = Document
register-level = Level
register-status = Status
register-all = All documents
except = except: { $what }
hours-follow = All hours in my calendar
subscribe-feeds = Feeds of what is new
subscribe-feeds-text = For programs that read feeds (Atom, RSS): copy the address of a link and add it there. The feed of an association or a direction has whatever new belongs to it.
subscribe-feeds-sections = Sections
subscribe-hours = Hours
hours-add = Add these hours to my calendar

# What a draft does not have yet: only its author sees this, in the preview.
unfilled-day = The day is not filled in yet
unfilled-hours = Day and hours are not filled in yet
unfilled-due = The day is not filled in yet
unfilled-contents = What belongs to it is not filled in yet
unfilled-points = No points yet

view-title = Version for those who see little
view-lead = The size of letters, distances, colours and pictures on all pages of the portal.
view-size = Size of letters
view-size-usual = usual
view-large = large
view-larger = largest
view-space = Distances between lines, words and letters
view-space-usual = usual
view-spaced = wide
view-colours = Colours
view-colours-usual = those of the device
view-plain = black on white
view-plain-dark = white on black
view-pictures = Pictures
view-pictures-usual = shown
view-no-pictures = their descriptions instead
view-reset = As it was
view-kept = A choice is heard at once and kept in this browser alone.
view-noscript = To choose here, switch on scripts (JavaScript) in the browser. Without them the browser itself makes pages larger.
view-browser = What the browser can do
view-browser-size = Make a page larger, with all that is on it:
view-browser-dark = Dark colours are taken from the settings of the device.
view-browser-keys = Pages can be walked by keys:
