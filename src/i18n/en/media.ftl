### Messages about files that are published as they are.

file-active = A browser or a server may run the file “.{ $ending }”, so it is not published
    .help = Attach a PDF or a picture (PNG, JPG) instead; pack a web page or XML data into a ZIP archive. If the site itself needs the file (to prove whose it is, for example), put it into content/static.
    .help-server = Pack the file into a ZIP archive and attach the archive.
    .help-inner = Take away the dot before “{ $ending }” in the name of the file: put a hyphen in its place.
    .help-content = The file is not what its name promises: it begins like “.{ $ending }”. Save the document anew in the right form, or pack the file into a ZIP archive.
    .explain = Web pages and scripts that are opened from the address of the site may act in its name, and servers run .php, .asp, .cgi and the like by themselves, even when such an ending stands in the middle of a name. A harmful file could come with a material that was sent in, so such files are not allowed among attachments. Both the name and the beginning of the file count. Inside a ZIP archive the file is safe for the site.

file-program = The program or shortcut “.{ $ending }” is not published: readers' computers are infected by such
    .help = Link to the page of the program's makers. If the file is your own, pack it into a ZIP archive and tell on the page what is in it.
    .help-content = There is a program in the file, though its name is another. Find out where it came from: most likely it is harmful. Delete it.
    .explain = Programs, scripts and shortcuts of Windows (.exe, .bat, .vbs, .lnk, .scr, .hta and others) start by one click, and that is how computers of schools are mostly infected. Readers expect documents of a site; a program should come from its makers.

file-macros = There may be macros in the document “.{ $ending }”: many schools do not open such files
    .help = Open the document and save it as “.{ $plain }”. If it does not work without macros, say so on the page.
    .explain = Macros are small programs inside a document of Word, Excel or PowerPoint. Viruses spread by them, so mail and scanners often hold such files back. The document is published; if its macros are not needed, better save it without them.

file-type-unknown =
    { $ending ->
        [none] A file without an ending in its name is not published
       *[other] Files “.{ $ending }” are not published: the type is not on the list of allowed ones
    }
    .help = Save the file as PDF (or DOCX, XLSX, PPTX, PNG, MP4), or pack it into a ZIP archive.
    .help-letters = The ending of the name seems to be written with Cyrillic letters: write it with Latin ones (pdf, docx, jpg).
    .help-none = The name of the file has no ending. Add one (.pdf, .docx, .txt), or pack the file into a ZIP archive.
    .explain = Documents, tables, presentations, pictures, audio, video, archives, texts and files of known teaching programs are published. Others are not, because nobody knows what a server and a reader's computer will do with them. Any file can be handed over inside a ZIP archive.

file-type-other = The file is not what its ending “.{ $ending }” promises: { $found ->
        [unknown] what it is, nobody can tell
       *[other] it is { $found }
    }
    .help = Give the name its true ending, or open the file and save it in the right form (“Save as…”).
    .help-heif = This is a phone's picture in the form HEIC; most browsers will not show it. Open it and save it as JPEG.
    .help-unknown = Open the file: if it does not open, it is damaged, ask its author for it again. If it opens, save it once more.
    .explain = The type of a file is told by its first bytes. If they do not fit the ending of its name, readers see an empty place instead of a picture, or an error instead of a document. To rename the file is not enough: save it in the right form.

file-name-hides-type = The name of the file hides its true ending
    .help = Rename the file: letters, digits, hyphens and one dot before the ending, nothing after it.
    .explain = There is a dot or a space at the end of the name, or a colon or invisible signs in it. Systems read such a name differently: a program may hide behind the name of a picture, and the link to the file will not work.

attachment-empty = The file is empty: readers will find nothing in it
    .help = Copy the file again, or delete it together with the link to it.
    .explain = There is not one byte in the file. That happens when copying was cut short, or a cloud folder has not loaded the file yet.

attachment-unreadable = The file could not be read
    .help = Make sure that the file is not open in another program and that you may read it.
    .explain = The disk or the system refused to read a file that is to be published. The site cannot be published without it: a link would lead to nothing.

attachment-unfinished = The file holds what is not meant for readers.{ $deleted ->
        [0] {""}
       *[other] {" "}Deletions not accepted ({ $deleted }): “{ $deleted_first }”.
    }{ $inserted ->
        [0] {""}
       *[other] {" "}Insertions not accepted ({ $inserted }): “{ $inserted_first }”.
    }{ $comment ->
        [0] {""}
       *[other] {" "}Comments ({ $comment }): “{ $comment_first }”.
    }{ $hidden ->
        [0] {""}
       *[other] {" "}Hidden text, rows, columns, sheets or slides ({ $hidden }): “{ $hidden_first }”.
    }
    .help = Open the file: in Word, Review → Accept → Accept All Changes, then Delete → Delete All Comments; delete hidden text (the button ¶ shows it) or take the mark “hidden” off; in Excel show or delete hidden sheets, rows and columns, in PowerPoint hidden slides and comments. Save it under the same name.
    .help-answer = If readers are to see these marks (a draft with its changes, say), add the line “with_marks: [name of the file]” to the card of the page.
    .explain = Changes, comments and hidden text are seen by everybody who loads the file: names, first judgements, former wordings. So such a file is not published until you decide: accept and delete them, or show them. The page of the file's text and the search never have them.

attachment-protected = The file is protected by a password: readers cannot open it
    .help = Remove the password: in Word and Excel, File → Info → Protect → Encrypt with Password, clear it and save. A file that is not for everybody has no place on an open site.
    .explain = What is in the file is encrypted. Without the password neither readers nor search nor screen readers get at it.

attachment-damaged = The file could not be read to its end: { $part ->
        [archive] its archive breaks off
        [none] it is an archive without a document
       *[other] the part “{ $part }” is damaged
    }
    .help = Open the file: if the program offers to repair it or cannot open it, get it from its author again. If it opens, save it once more.
    .help-archive = Give the name its ending .zip back if it is meant to be an archive. If not, get the document from its author again.
    .explain = A document of Word, Excel or LibreOffice is an archive of parts. One of them ends too early or is written wrongly, as happens when a file is copied in part. The file is published, but search does not find its text and there is no page of it.

attachment-excessive = The file is too large or entangled to show its text: { $what ->
        [size] it is larger than documents are
        [text] it has more than four million signs
        [parts] it has too many parts
        [depth] too many parts lie inside each other
        [elements] it has too many parts
        [cells] it has millions of cells
        [slides] it has thousands of slides
       *[other] it is entangled
    }
    .help = Nothing needs to be done if the file opens. If its text is to be found, part the file into several or take large pictures out.
    .explain = To find and show the text of a file it must be unpacked. That has limits: files up to 64 MB, texts up to 4 MB. The file is published, but search does not find its text and there is no page of it.

attachment-entities = The file has declarations that office programs do not write
    .help = Open the file in Word or LibreOffice and save it anew under the same name.
    .explain = With such declarations (XML entities) a file reaches for other files of the computer or takes all its memory. Neither Word nor Excel nor LibreOffice writes any, so such a file is not published.

attachment-scan = The file has only pictures of pages: there is no text in it
    .help = If there is the document itself (.docx, .odt), attach that. If not, have the scan recognised (choose “searchable PDF” in the program of the scanner) and replace the file. Until then say in the summary on the card what the document is about, its date and its number: it is found by these, and this warning goes.
    .explain = A scan is a photograph of a sheet. The search of the site does not find it, a screen reader does not read it, it is no use on a phone. The file is published, but the card of the page has to say what is in it.

attachment-scan-pages = { $silent ->
        [one] { $silent } page of the file is a picture
       *[other] { $silent } pages of the file are pictures
    } (pages in all: { $pages }): search does not find their text
    .help = If it is the sheet with signature and stamp, nothing needs to be done. If there is text on it, attach the document itself or a recognised scan.
    .explain = Some pages of the PDF are scans. The text of the others is read, found and shown on the page of the file; the text of these is not.

attachment-garbled = The text of the file is not recognised: its letters are others than they look
    .help = Open the document itself and save it as PDF anew (in Word: File → Save As → PDF), or attach the document.
    .explain = A PDF keeps the shapes of letters; which letter it is may not be written, as with old programs and virtual printers. The file reads well on the screen, but nobody can copy, find or hear its text. It is published, but search does not find its text.

attachment-restricted = The file is enciphered: neither search nor screen readers get at its text
    .help = Save the PDF without a password and without restrictions (in Word: File → Save As → PDF, Options…, clear “Encrypt the document”).
    .explain = A PDF may be closed by a password, or against copying and printing. The latter does not keep anybody from opening it, but from taking its text. The file is published, but search does not find its text.

attachment-spoken = The presentation has a speaker’s notes ({ $slides ->
        [one] { $slides } slide
       *[other] { $slides } slides
    }): whoever opens the file can read them
    .help = If they are for readers too, nothing needs to be done. If not, open File → Info → Check for Issues → Inspect Document in PowerPoint, remove the notes and save the file under the same name.
    .explain = Only the speaker sees the notes below slides when they are shown, but in the file they lie open to all. They are neither on the page with the text of the presentation nor found by search.

attachment-signed = The file is signed, so the names of its author and last editor stay in its properties
    .help = If these names are not to be seen, remove them (File → Info → Check for Issues → Inspect Document) and sign the file anew.
    .explain = The names of who made a document and who saved it last are taken out of the properties of published documents of Word, Excel, PowerPoint and LibreOffice. In a signed file no byte may be changed: the signature would hold no longer. So it is published as it is.

attachment-macros = There are macros in the document, though the name of the file promises none
    .help = Open the document and save it again in the same format ("Save as", "Word document" or "Excel workbook"): this takes the macros out. If it does not open, give it back the ending .docm (.xlsm, .pptm), open it and save it without macros.
    .explain = Macros are small programs inside a document. A document with macros is called .docm, .xlsm or .pptm; renamed to .docx, Word refuses to open it and virus scanners hold it back. The document is published, but it is better to save it without macros.

picture-signed = The picture is signed, so it is published as it is: not made smaller, with what the camera noted
    .help = If it makes the page heavy, put a smaller copy with another name beside it and show that, and leave the signed picture among the files.
    .explain = Pictures beside pages are made smaller and freed of what the camera noted (its model, the time, the place). In a signed file not a byte may change, or the signature would hold no longer. So a picture beside which a signature lies (.sig, .p7s or .sgn) is published byte for byte. If the place is noted in it, that is an error: it cannot be taken out any more.

attachment-archive-closed = The site cannot show what lies in this archive, and telephones do not open it
    .help = Unpack it and make a .zip of the same files. Better attach the files one by one: then their words are found.
    .explain = Archives .rar and .7z are opened by a program of their own only, which a reader may not have. Every computer and telephone opens .zip, and the site shows what lies in it. The program does not look into .rar and .7z: for that they have to be unpacked, and an archive that somebody sent may be made to fill all memory.

signature-alone = The document that this signature signs does not lie beside it
    .help = Put the document itself beside it. The signature of "prikaz.pdf" is called "prikaz.pdf.sig" (or .p7s); if the document was renamed, rename the signature as well.
    .explain = A detached signature (.sig, .p7s, .sgn) can be checked only together with the document that it signs. When the document lies beside it, the program calls it "Signature of …" and publishes both without the slightest change, since otherwise the signature would not hold.

picture-position = The picture says where it was taken
    .help = Remove that: in Windows right-click the file, choose Properties → Details → Remove Properties and Personal Information. Or save the picture as JPEG and put it beside the page: such pictures are cleaned by the program itself.
    .help-signed = A signature of this picture lies beside it, so the program cannot clean it. Take the place out and sign the picture anew, or remove the signature: then the program cleans the picture by itself.
    .help-phone = To stop the phone from recording the place, switch off location tags (Android) or the camera's access to location (iPhone).
    .explain = A phone writes the latitude and longitude of the place into the picture. A picture of a class or of a lesson at home then tells where a child is or a teacher lives. From JPEG, PNG and WebP beside pages this is taken out on publication; files in content/static, HEIC, TIFF and moving pictures are published as they are, so with a position they are not published.

picture-heic = Most browsers do not show a picture in HEIC
    .help = Save it as JPEG: on an iPhone open it in Photos, tap Share → Options → Most Compatible and mail it to yourself; in Windows open it in Photos → Save as → JPG.
    .help-phone = To have an iPhone take JPEG at once: Settings → Camera → Formats → Most Compatible.
    .explain = Newer phones keep pictures this way. Only devices of one maker open them; other readers would see an empty place. The program does not read such pictures, so it cannot take the position out of them either.

picture-damaged = The picture is damaged: it could not be read to its end
    .help = Open the file: if there is a grey band or it does not open, copy it from the phone or the letter again. If it opens, save it once more as JPEG or PNG.
    .help-gone = The file cannot be read or changes while the site is built. See that it was copied whole and that you may read it, and build again.
    .explain = The picture ends too early or is written wrongly. That happens when copying or sending was cut short. A reader would see half of it, so it is not published.

picture-too-large = The picture is too large: larger than phones make them
    .help = Make it smaller in any editor, to 4000 pixels on the longer side, and save it again.
    .explain = To make a picture smaller it has to be unpacked in memory. Pictures above some 120 million pixels (fewer for PNG of 16 bits and for progressive JPEG) would take all of it; among files that are sent there are some made so on purpose. The file of a picture may have at most 128 MB.

file-active-drawing = The SVG drawing holds what a drawing must not hold: { $kind ->
        [element] the element “{ $name }”
        [attribute] the attribute “{ $name }”
        [style] “{ $name }” in its style
        [outside] a reference to another file or site “{ $name }”
        [declaration] the declaration “{ $name }”
       *[instruction] the instruction “{ $name }”
    }
    .label = here
    .help = Open the drawing in an editor and save it as plain SVG (Inkscape: Save As → Plain SVG; Illustrator: without editing capabilities), or as PNG.
    .help-embed = Put the picture or font inside the drawing (Inkscape: Extensions → Images → Embed Images; draw.io: Embed Images), or save the drawing as PNG.
    .explain = An SVG drawing that is opened from the address of the site is a web page to the browser: it can hold scripts, forms, redirections and requests to other sites. So a drawing is read as a whole, and only what drawings are made of is allowed: shapes, text, fills, filters, pictures inside it, plain animations and links.

drawing-unreadable = The SVG drawing could not be read: { $why ->
        [encoding] its encoding is not understood
        [namespace] it does not say that it is SVG, and no browser shows it
        [root] it is no drawing, its root element is another
        [complex] it is too complex
        [entities] there are too many entities in it
        [large] it is larger than 16 MB
       *[xml] there is an error in its XML
    }
    .label = here
    .help = Open the drawing in an editor and save it anew as plain SVG in UTF-8, or as PNG.
    .explain = A drawing that cannot be read to its end is not published: a browser would show an error in its place, and nobody can tell what is in it. Phones do not show a drawing of a million lines at all: save it as a picture.
