### Messages of the checks: what is seen only when the site is put together.

alias-taken = The former address { $address } belongs to another page
    .label = this address
    .label-owner = it is the address of this page: “{ $title }”
    .help = Remove the address from the former addresses: another page lives there.
    .explain = A former address redirects to the new one. But where another page lives, the redirect can never work.

file-unused = The file lies in the content, but no page names it
    .help = Attach the file to a page or link to it in a text; delete it if it is not needed.
    .help-office = A Word document does not become a page by itself. To have it downloaded, attach it to a page (the field of files). To have it read on the site, make a page of it with kabinet import.
    .help-text = A text does not become a page by itself. If it already begins with a head (fields between lines of ---), rename the file: .md instead of .txt. kabinet import takes over a regulation or an order, anything else goes into a file .md with a head. To have it downloaded, attach it to a page (the field of files).
    .help-copy = This looks like a copy that an editor left. It does not come to the site; remove it if nobody needs it.
    .explain = Only files that something points to are published, so no forgotten draft gets onto the site. A file without a card opens in the preview as a draft: what is in it, and how it is published. Files that are needed at an exact address go into content/static.

image-undescribed = The picture “{ $path }” has no description
    .label = say what it shows: ![description](file)
    .help = Write what the picture shows: ![description](file.jpg), in the tag <img> as its alt.
    .explain = The description is heard by those who use a screen reader and seen where the picture does not load. The accessibility rules demand it (Government decree of 07.02.2026 No. 102, item 2).

picture-unshown = The file “{ $name }” stands for a picture, but browsers do not show it as one
    .label = an empty place will be left here
    .help = To have the file loaded down, drop the exclamation mark before the brackets: [name](file). A field for pictures takes JPEG, PNG or WebP.
    .help-picture = Open the picture, save it as JPEG (a photo) or PNG (a drawing), put it beside the page and name it here.
    .help-phone = This is a picture of an iPhone. Save it as JPEG: on the iPhone open it in Photos, choose Share → Options → Most Compatible and mail it to yourself; on Windows open it in Photos → Save as → JPG.
    .help-page = This is a page of the site. To lead readers to it, remove the exclamation mark: [[name]].
    .help-played = Drop the exclamation mark before the brackets, and readers open the recording by a link: [Recording](file). A long recording is better put on a video host and embedded from there.
    .explain = The sign “!” before the brackets means “show a picture”. Browsers show JPEG, PNG, WebP, GIF, AVIF, BMP and SVG. A document, a film, a sound and pictures in TIFF, HEIC or PSD are not seen there: readers would find an empty frame. A link to a document is written as [Plan](plan.pdf).

removed-live = The address { $address } is in the list of removed ones, but the page “{ $title }” is on the site
    .label = this address
    .help = If the page is to go, delete its file. If it is to stay, delete this line.
    .explain = The list “removed” only says that an address has gone on purpose: it takes nothing away. As long as the file of the page lies in content, it is published.

weekday-wrong = “{ $written }”: { $day } is a { $right }, not a { $said }
    .label = the day of the week and the date do not agree
    .help = Find out which is right and mend the other. If the day of the week is ({ $said }), the nearest such days are { $before } and { $after }.
    .explain = Beside a date stands a day of the week on which it does not fall. Readers would come on the wrong day. It happens when last year's announcement is used again, or a date is moved. Where no year stands beside the date, it is the year of the event itself.

hub-empty = Nothing is gathered on the page “{ $title }” yet
    .label = this page
    .help = It shows everything that names it in the field “{ $field }”. Fill that field in the documents, materials and events that belong to it.
    .explain = A page of such a kind gathers what belongs to it: readers expect documents, materials and events on it. While no page names it, it is empty.

lifecycle-cycle = Documents supersede each other in a circle: { $titles }
    .label = the circle begins here
    .help = Remove one of the fields: an older document cannot supersede a newer one.
    .explain = When documents supersede each other in a circle, nobody can tell which of them is in force.

lifecycle-superseded-in-force = The document is superseded but still says that it is in force
    .label = it says so here
    .label-successor = and here “{ $successor }” supersedes it
    .help = Give the older document a status that is no longer in force, or remove the relation.
    .explain = Readers must see at once which document to follow. When a new one supersedes an old one, the old one is no longer in force, and its page links to the new one.

link-dead = The link “{ $target }” leads nowhere
    .label = this link
    .help-similar = Did you mean “{ $similar }”?
    .help-address = The site has no such address. Check it, or link by the name of the page: [[name-of-file]].
    .help-place = The document “{ $title }” has no place “{ $place }”. Check the number of the clause or the words of the heading.
    .help-place-similar = The document “{ $title }” has no place “{ $place }”. Did you mean “{ $similar }”?
    .help-outside = The link leads out of content, and only what lies there is published.
    .help-forbidden = Links of this sort are not published: https, http, mailto and tel are.
    .help-web = It looks like an address of another site. Write it from its beginning, with https:// — for example https://{ $target }.
    .help-local = This file lies on your computer, and readers cannot reach it. Put it beside the page and name it: [plan](plan.docx).
    .help-embedded = A picture is inserted as ![what it shows](name-of-file.jpg), a link to a page as [[name]], without the exclamation mark.
    .help-renamed = The page has another name now. A link to it is written so: { $similar }.
    .help-id = There is no page of this name or title. The name is the name of the file without .md.
    .help-titles = More than one page is called so. Name the right one by its file: { $names }.
    .help-file = There is no such file beside the page. Check the name; upper and lower case differ.
    .help-empty = The link has no address: its brackets are empty. Write an address or the name of a file into them, [words](address), or leave the words alone.
    .help-wiki = Double brackets hold the name of a page. An address or a file is written so: [words]({ $address }).
    .help-phone = This looks like a telephone number. Write it so: [words](tel:{ $phone }).
    .help-mail = This looks like a mail address. Write it so: [words](mailto:{ $target }) — or just {"<"}{ $target }{">"}.
    .help-host = After https:// stands the name of a site, for example https://imc.example/.
    .help-own = This is an address of your own site, which has no such page. Check it; if another program of the same host answers there, nothing needs to be done.
    .explain = All links inside the site are checked before it is published, so that no reader meets an empty page. A link to a clause of another document is written as [[name-of-document#3.2.5]].

link-hidden = The link “{ $target }” leads to a page that is not published
    .label = this link
    .help-menu = Readers do not see the page “{ $title }” yet, so this line is left out of the menu. It comes with the page.
    .help = Readers do not see the page “{ $title }” yet, so plain words will stand here instead of a link.
    .explain = The link will work when the page is published. If that is a mistake, check the page's status and the days of its publication.

page-hidden = The page “{ $title }” is not published
    .label = this page
    .help-draft = It is a draft. Remove the line with its status to show it.
    .help-draft-line = It is a draft. To show the page, delete the line “{ $line }”.
    .help-scheduled = It will appear on { $date }, when the site is built on that day or later.
    .help-expired = Its time ended on { $date }. Change or remove expires_at to show it again.
    .help-withheld = It holds personal data without consent. With a written consent set consent to yes; for staff of the centre set staff to yes.
    .explain = The program hides no page in silence: each one that is not on the site is named, with the reason. Personal data is not published without consent (Federal Law 152-FZ, article 10.1).

relation-hidden = The relation leads to the page “{ $title }”, which is not published
    .label = this relation
    .help = Readers will not see it until the page “{ $id }” is published.
    .explain = Relations are shown from both ends, but only between pages that readers see.

schedule-ends-before-start = The event ends before it starts
    .label = it ends on { $end }
    .label-start = and starts on { $start }
    .help = Swap the two dates, or correct one of them.
    .explain = By its start and end an event gets into lists and the calendar and counts as past or coming. With its dates mixed up it would vanish from the coming ones.

hours-unclear = These hours were not understood: “{ $written }”
    .label = these words
    .help = Write the day and the time: “Tuesday 14:00–17:00”. Where there are no hours, write no figures: “by arrangement”.
    .explain = The site makes a calendar of hours, and says while they last that somebody receives. What is not understood whole it does not promise: readers see the words, and there is no calendar and no mark.

hours-except-unclear = When nobody receives was not understood: “{ $written }”
    .label = these words
    .help = Name months and days in Russian: “июль”, “1–15 августа, 31 декабря”. Holidays are left out anyway.
    .explain = Days on which nobody receives are left out of the calendar of hours. Where they are not understood, the calendar would promise too much, so there is none.

schedule-registration-late = Registration closes after the event begins
    .label = registration until { $closes }
    .label-start = and the start is { $start }
    .help = Check the day on which registration closes: mostly it is before the start.
    .explain = Readers would be told that they may still register although the event is under way. If that is meant, the message may be ignored.

path-collision = Two sources make the same file of the site, "{ $path }": { $first } and { $second }.
    .label = this document
    .help = rename one of them or change its address
    .explain =
        Only one page or file can lie at one address. Addresses that differ only in capital and
        small letters count as the same: on many servers and in Windows they are one file.

        Example: the document content/news/report.md gets the address /news/report/, but the file
        content/static/news/report/index.html already lies there. Keep one of them.

## Legal profile of the centre

legal-missing = A centre of this legal profile owes { $count ->
        [one] one more section
       *[other] { $count } more sections
    }: { $sections }
    .label = this profile asks for them
    .help = Begin with the first: kabinet new "{ $first }" "{ $first }". Of what the centre does not have write nothing, or that it has none. Where somebody else publishes the section, check the profile in site.yaml.
    .explain = A licensed organisation of further education publishes the section on itself (art. 29 of 273-FZ, decree 1802 of 20.10.2021, order 1493 of 04.08.2023). Which parts are due follows from legal_profile.

legal-fact = Nothing says { $fact ->
        [address] what the postal address of the centre is
        [phone] what its telephone is
        [email] what its mail address is
        [hours] when it is open
        [department] of what it is a part
       *[founder] who founded it
    }
    .label = everybody of this profile has to tell
    .help = Add to site.yaml below organization: { $fact ->
        [address] “address: 1 Example street”
        [phone] “phone: +7 (000) 000-00-00”
        [email] “email: imc@imc.example”
        [hours] “hours: Monday to Friday, 9:00 to 17:00”
       *[founder] “founder: Administration of the district”
    }
    .explain = Local authorities and their organisations tell how to reach them and who answers for them (8-FZ). This stands at the foot of every page. Of what the settings do not say the site says nothing.

legal-differs = { $fact ->
        [phone] The telephone of the centre is told in two ways: “{ $here }” here, “{ $there }” in site.yaml
        [email] The mail address of the centre is told in two ways: “{ $here }” here, “{ $there }” in site.yaml
        [address] The address of the centre is told in two ways: “{ $here }” here, “{ $there }” in site.yaml
       *[founder] The founder of the centre is told in two ways: “{ $here }” here, “{ $there }” in site.yaml
    }
    .label = the foot of every page says something else
    .help = Mend the wrong one: here, or in site.yaml below organization.
    .help-both = Mend the wrong one: here, or in site.yaml below organization. If both are right, name both here: [{ $here }, { $there }].
    .explain = Readers see the telephone, the mail address, the postal address and the founder of the centre more than once: at the foot of every page (from site.yaml), in the due section, on the page of the centre itself among organizations (known by the address of its site). Where these differ nobody knows which is right. The section may name more telephones, as long as that of site.yaml is among them. An index, a room or a town that only one place names is no contradiction.

legal-head-differs = { $fact ->
        [head] The head is told in two ways: “{ $here }” here, while “{ $there }” holds the same post
        [post] The post is told in two ways: “{ $here }” here, “{ $there }” on the page “{ $page }”
        [phone] The telephone is told in two ways: “{ $here }” here, “{ $there }” on the page “{ $page }”
       *[email] The mail address is told in two ways: “{ $here }” here, “{ $there }” on the page “{ $page }”
    }
    .label = the page “{ $page }” says something else
    .help = Mend the wrong one: here, or on the page “{ $page }”.
    .explain = Readers see heads and deputies in the due section and on pages of their own. They are compared by their whole names: post, telephone and mail address have to be alike, and no other person of the staff may hold the same post. Pages that are named after a post, and initials, are not compared.

legal-outdated = The rules that the due sections follow were in force until { $day }
    .label = sections of this profile
    .help = Update kabinet: a newer version has the newer rules. Until then compare the sections with the order in force.
    .explain = The order and the decree on sites of educational organisations have a term. After it other sections may be due that the program does not know.
