### Addresses: what is wrong in them, and whose they are.

address-invalid = The address “{ $address }” cannot be used
    .label = this address
    .help-rooted = Begin the address with a slash, /news/, or write it whole, with https:// at the beginning.
    .help-scheme = Remove what stands before the colon: an address of this site such as /news/ can stand here, or one that begins with https:// (in menus mailto: and tel: too, with a real mailbox or number).
    .help-other-host = Two slashes at the beginning mean another site. Leave one, /news/, or write the other site's address whole, with https://.
    .help-whole = Write the whole address, with https:// at the beginning.
    .help-host = After https:// the name of a site must stand, for example https://imc.example/. Check it.
    .help-secret = Remove the name and the password (all before the @): everybody who opens the site sees the address.
    .help-query = A host without programs does not look at what follows the ?: all such addresses are one file to it, and nothing can lead on from them. Remove the address here; if it is still in use, ask the keeper of the former site's server for a redirect.
    .help-fragment = Browsers do not tell servers what follows the #. Write the address without it.
    .help-encoding = The percent signs (%D0%BF…) make no words. Open the former page and copy its address from the browser once more, or write it in letters.
    .help-encoded-twice = The address was encoded twice (%25 for %). Open the former page and copy its address from the browser once more, or write it in letters.
    .help-hidden = No part between slashes may begin with a dot: such names belong to folders and files of servers. Write the address without them.
    .help-gap = Remove the second slash: two in a row have no use inside an address.
    .help-edge = Remove spaces around, and the dot at the end of, each part: Windows and many servers do not tell such names apart.
    .help-device = Windows keeps the name “{ $about }” for itself: no folder and no file can have it there. Take another one.
    .help-sign = Remove the sign { $about }. Letters, figures, hyphen, underscore, dot and slash will do.
    .help-long = Make the address shorter: each part at most 240 bytes, the whole at most 1,000. If it is made of a file's name, give the file a shorter one.
    .help-not-a-page = Browsers do not open a file that ends in { $about } as a page, so nothing can lead on from it. If it was a document, put it into content/static under its former name, and it opens at its former address; else remove the address here.
    .help-no-id = Add {"{"}id{"}"} to the address: without it all pages would have one. For example: /subjects/{"{"}id{"}"}/
    .explain = A folder with a file is made at an address, so it is checked where it is written: in the former addresses of pages, in the list “removed”, in menus, in kinds and vocabularies. An address begins with a slash and has letters, figures, hyphens, dots and slashes: /load/12-1-0-34. A former address can be copied from the browser whole; the name of the site is left out.

address-reserved = The address { $address } is taken by the site itself: { $owner ->
        [home] the home page is there
        [lost] the page for wrong addresses is there
        [search] search and its data are there
        [worker] the program that keeps pages for reading offline is there
        [map] the site map is there
        [calendar] the calendar of events is there
        [archive] the archive with the files of “{ $title }”
        [changes] the editions of “{ $title }” compared
        [mine] the page “My portal”
        [view] the display settings
        [proofs] the register of certificates
        [machines] a file for programs and search engines is there
        [licenses] the notices of licences are there
        [list] the list “{ $title }” is there
        [vocabulary] pages of the vocabulary “{ $title }” are there
       *[program] kabinet's own folder is there
    }
    .label = this address
    .help = Give the page another name: rename the file, or set its id.
    .help-alias = Remove this address from the former ones: something else opens there.
    .help-file = Rename the file, or move it to another folder inside content/static.
    .help-lock = content/addresses.lock names this address as a former one. Restore the file from the history, or remove the address from it.
    .help-declared = Give another address here: two lists, two vocabularies, or a list and the search cannot open at one.
    .explain = Some addresses are filled by the site itself: search, the map, feeds, lists, and sw.js, from which readers' browsers learn that old copies must go. Something else in their place would break search or the purge for every reader. A home page (a document at /) and content/static/robots.txt may be the site's own.

text-invisible = { $count ->
        [one] An invisible sign ({ $signs }) stood in the text and was removed
       *[other] Invisible signs ({ $signs }) stood in the text and were removed
    }
    .label = here{ $count ->
        [one] {""}
       *[other] {" "}the first of them
    }
    .help = Delete this place and type it again: the sign came with copying. The site does not have it any more.
    .help-address = Delete the address and type it again: with an invisible sign inside it is another one, and nobody knows which of the two is meant.
    .explain = Copying from Word, PDF and messengers brings signs that nobody sees: marks of direction (they can turn the order of letters round), spaces without width, control characters. Readers do not need them, search stumbles over them, and feeds with some of them cannot be read. So they are left out, and the place is told.

date-unlikely = Check the year: { $day } is very far from today
    .label = this date
    .help = If it is a slip, correct the year. If it is right, the message can be ignored.
    .explain = A mistyped year (2206 for 2026) moves a page in the lists: an event would not be among the coming ones, or would be going on now. What is far depends on what the date is for: events are planned a year or two ahead, documents and books can be old.

addresses-lock-lost = There is no content/addresses.lock although the site was published before
    .help = Restore the file from the history: git checkout -- content/addresses.lock. If it was removed on purpose, build the site at your place (kabinet build) and commit the new file: the former addresses in the old one are then lost.
    .help-made = Restore the file from the history if it is there. Else the build makes a new one, and former addresses of renamed pages stop to work.
    .explain = content/addresses.lock has every address that was ever published. Without it nobody notices that a page has vanished, and nothing leads on from former addresses. The published site and content/purge.lock tell that there was one. Under CI=true or --locked, and with --purge, a build without it stops.

addresses-not-kept = Addresses are not kept: there is no content/addresses.lock
    .help = Build the site at your place (kabinet build) and commit content/addresses.lock with the content: git add content/addresses.lock.
    .explain = Under CI=true or --locked the content is not changed, so the list of addresses cannot be begun. Until it is there nobody notices a page that vanished, and nothing leads on from the former address of a renamed one.

run-failed = The command was not carried out: { $finding }
    .help = Mend the call, or what the message is about, and run it once more.
    .explain = The command did not begin: the call is wrong, or something on the machine was in the way. The message says what. All commands: kabinet --help
