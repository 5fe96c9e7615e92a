### The beginning: a new portal and a new page.

start-ask-sort =
    What is your centre?
      1. Information-methodical centre
      2. Methodical cabinet
      3. Information-methodical department
    Type the number; if none fits, press Enter.
    >
start-ask-place = District or town:
start-ask-own-name = Full name of the centre:
start-ask-name = Full name (Enter for “{ $usual }”):
start-ask-short-name = Short name at the head of the site (Enter for “{ $usual }”):
start-ask-legal =
    What is your centre before the law?
      1. A licensed organisation of further education
      2. An organisation without a licence to teach
      3. A part of the department of education
    Type the number; press Enter if you do not know yet.
    >
start-no-legal = A number from 1 to 3 is needed.
start-ask-address = Address of the portal to be, such as https://imc.example (Enter if not known yet):
start-no-address = That is no address of a site.
start-ask-zone = By how many hours is your time later than Moscow's, such as +4 (Enter for Moscow time):
start-no-zone = A whole number from -1 to +9 is needed.

start-ask-field =
    { $label }. { $help }
    For example: { $example }
    >
start-ask-choice =
    { $label }. { $help }
    One of: { $choices }
    >
start-ask-plain =
    { $label }. { $help }
    >

start-sample-title = Sample: { $kind }
start-draft = As long as this says “draft”, the page is not on the site and is seen in the preview alone. When all is filled in, remove the next line.
    .line = status: draft
start-optional = The rest is optional: take away the sign at the beginning of the line and write your own; readers do not see the remarks.
start-common = Any page may have these fields, so the samples of sections leave them out. Move what you need to the fields of your page, take the number sign away and write your own.
start-body = <!-- The text of the page. Part paragraphs by an empty line; begin headings with two number signs: “## Programme”. Readers do not see these words; they may be deleted. -->

start-not-empty = Something lies in the folder “{ $folder }” already: { $file }. A portal begins in a new or empty folder, so that nothing is spoilt.
    .help = Name another folder: kabinet init NEW_FOLDER
start-no-name = The centre has no name, no portal was begun.
    .help = Give it: kabinet init "{ $folder }" --name "Information-methodical centre …"
start-done = A portal was begun in the folder “{ $folder }”. So far it has one page, about the centre; sections come with their first pages. The folder “образцы” holds the fields of each section with explanations; the fields that any page may have are in the file “общие-поля.md”.

    Watch and edit:                kabinet serve --open{ $root }
    The first regulation:          kabinet import FILE --kind regulation{ $root }
    A new page:                    kabinet new event "Title"{ $root }
    Settings of the portal:        content/site.yaml
start-page = The page was begun: { $file }
start-open = It is a draft so far. Fill in: { $fields }, and remove the line “status: draft”.
start-no-field = The kind “{ $kind }” has no field “{ $written }”.
    .help = Write field=value, such as "start=21.11.2026 10:00". Put quotes around values with spaces.
start-no-file-name = No file name can be made of the title “{ $title }”: it has no letters and no digits.
    .help = Give the page a title in words.
start-taken = There is such a page already: { $file }.
    .help = Edit it, or give the new page another title.
