# Publishing: why the site was not published.

publish-locked = The site is being published already by another program
    .help = wait until it has finished and publish again
    .help-pid = wait until it has finished (process { $pid }) and publish again
    .explain =
        Two publications into one folder at once would spoil the site, so the second stops and changes nothing.
        Most often kabinet build runs in another window or on a schedule.
        Wait for it and repeat. If that program died, nothing needs cleaning: the lock is released by itself.

publish-foreign-folder = The folder “{ $path }” holds other files (“{ $example }”, for one); the site was not written there
    .help = name another folder: kabinet build --out FOLDER, or clear this one
    .explain =
        Publishing replaces the content of a folder as a whole. So that nobody's documents are erased, kabinet writes only to a new or empty folder, or to one that it published before.
        This folder holds files that it does not know. Check that it is the right one.
        The names .git, .gitignore, CNAME and .well-known are welcome and stay where they are.
        Example: kabinet build --out public-new

publish-among-sources = The folder “{ $path }” cannot take the site: it holds what the site is made from
    .help = name a folder of its own: kabinet build --out public
    .explain =
        The finished site lies apart from the content: publishing replaces its folder as a whole, and the texts in content or the theme in themes might perish.
        The folder of the site may neither lie in content or themes nor hold them. Nothing was written.
        Leave --out away, and the site goes to the folder public, or name another folder. Example: kabinet build --out public

publish-file-in-the-way = A file put there by hand lies where the site wants to write: “{ $path }”
    .help = rename or move that file and publish again
    .explain =
        Files that you put into the published folder yourself are never deleted or overwritten.
        Now a page or a file of the site belongs at the same place, and only a person can decide which matters more.
        Delete the file if it is no longer needed, or put it into content/static/: from there it is published with the site.

publish-not-a-folder = “{ $path }” is not a folder; the site was not written there
    .help = name a folder: kabinet build --out FOLDER
    .explain =
        A site is many files and is written into a folder. At this path lies a file, or a link that leads nowhere.
        Choose another name or move that file.
        Example: kabinet build --out public

publish-disk-full = The disk is full. The published site is as it was
    .help = free some room on the disk of “{ $path }” and publish again
    .explain =
        A new version is prepared beside the old one and takes its place only as a whole, so there must be room for both.
        There was not, and the old site was left alone.
        Delete what is not needed, or ask for a larger disk or quota.

publish-not-writable = No permission to write: “{ $path }”
    .help = allow writing to this folder, or name another: kabinet build --out FOLDER
    .explain =
        The system forbids writing here: the folder belongs to someone else, is protected, or lies on a read-only disk.
        The published site is as it was.
        Ask for access, or publish into a folder of your own. Example: kabinet build --out public

publish-name-too-long = The file name is too long: “{ $path }”
    .help = give the document or the attached file a shorter name
    .explain =
        The file system does not take names this long (usually more than 255 bytes).
        Nothing was published; the old site is in its place.
        Rename the source file. The title of the document may stay long.

publish-source-unreadable = Cannot read the file “{ $path }”: { $error }
    .help = close it in other programs, check that it is there, and publish again
    .explain =
        This file is published with the site, but it could not be read, or it changed while the site was published.
        That happens when it is open in an office program, still being copied, or deleted.
        Nothing was published; the old site is in its place.

publish-nothing-to-roll-back = There is no earlier version of the site to return to
    .help = there will be one after the next publication that changes something
    .explain =
        kabinet rollback returns the site that was published before the present one. It is kept in the folder .kabinet beside the site.
        There is none: the site was published for the first time, or the folder .kabinet was deleted.
        The published site was not changed.

publish-previous-damaged = The earlier version of the site is damaged: “{ $path }” was changed or lost
    .help = bring back the earlier texts in the folder content and run kabinet build
    .explain =
        kabinet rollback publishes the earlier version only as a whole. One of its files is missing or was changed by hand.
        The published site was not changed.
        Restore the earlier content from a backup or from git and build again.

publish-path-clash = Two files of the site cannot share one address: “{ $path }”
    .help = rename one of the documents or files
    .explain =
        Every address belongs to one file, and a file cannot have the name of a folder with other pages.
        The names .kabinet and search/previous are kept for kabinet itself.
        Most often a file of content/static/ has the name of a section. Rename it.

publish-failed = The site was not published: the system could not handle “{ $path }”
    .help = try again; if that does not help, show this to your administrator: { $error }
    .explain =
        While publishing, the system returned an error that kabinet cannot explain any further.
        The published site is as it was, or will be put in order by the next run.
        The answer of the system stands in the message and helps to find the cause.

publish-manifest-damaged = The list of what is published is damaged: “{ $path }”{ $line ->
        [0] {""}
       *[other] , line { $line }
    }. The site was not written
    .help = rename the site's folder, build anew, and move what you put into the old one yourself
    .explain =
        The published folder holds a list of all its files: by it kabinet tells what it wrote from what you put there. That list was edited, cut or replaced. Nothing may be erased or replaced by such a list, so nothing was changed.
        Rename the folder (say, public to public-old) and run kabinet build: the site is built into a new one. Then move what you put into the old one yourself: .git, CNAME, .well-known.
        If the folder is kept in git, the list itself can be brought back: git checkout -- public/.kabinet/manifest

publish-manifest-lost = A site was published in “{ $path }” before, but the list of its files (.kabinet/manifest) is gone from it while files stayed (“{ $example }”, for one). The site was not written
    .help = rename this folder and build anew: kabinet build; then move what you put into the old one yourself
    .explain =
        Beside the site kabinet keeps a list of its files: by it, it tells what it wrote from what you put there. The list is gone: the folder .kabinet was taken for rubbish, or the site was copied without hidden folders. Whose these files are is not known now, so nothing was erased or written.
        Rename the folder (say, public to public-old) and run kabinet build: the site is built into a new one. Then move what you put into the old one yourself: .git, CNAME, .well-known. The old folder can be deleted.
        If the folder is kept in git, the list itself can be brought back: git checkout -- public/.kabinet/manifest

publish-not-ours = A place that kabinet keeps for itself is taken: “{ $path }” was not made by it
    .help = see what it is, move it elsewhere and publish again
    .explain =
        The folder .kabinet beside the site, the folder .kabinet inside it, and search/previous are kabinet's own. Something that it did not make lies there: a link to another place, a file instead of a folder, somebody's documents. Through a link kabinet would write and erase where it leads, so it stopped and changed nothing.
        Move it elsewhere. If it is only an old working folder, delete it: the site is built without it, and only kabinet rollback has nothing to return to.

publish-lock-lost = The working folder was removed or replaced while the site was built: “{ $path }”. Nothing was published
    .help = publish again
    .explain =
        While it builds, kabinet locks the publication, so that older content never takes the place of newer. The file of the lock is gone or another one: somebody else may have published meanwhile.
        The site is as it was. Publish again: the content is read anew.

publish-before-purge = The content is older than the purge of { $day }: nothing was published
    .help = bring back the line “{ $line }” of content/purge.lock with the content of that day (git pull) and build again
    .explain =
        The site was once purged with kabinet build --purge: a name or a material was taken away for good. The content that the site is now made from does not know of it: it is older, and what was taken could come back. The site is as it was.
        Build from the content after the purge. If content/purge.lock was only lost, bring it back from git.
        Older content can be built into another folder: kabinet build --out public-old

publish-interrupted = Publishing was cut short: “{ $path }”
    .help = remove the cause and build again, which completes what was begun: { $error }
    .explain =
        The system refused while the site was being replaced, and refused to take it back as well. Some pages may be new and some old, or the site's folder may be missing.
        The next kabinet build or kabinet rollback begins by putting the site in order. Nothing need be erased: all that it takes lies in the folder .kabinet.

publish-unfinished = The site is published, but not all is done: the system refused at “{ $path }”
    .help = remove the cause and build again, which does the rest: { $error }
    .explain =
        The new site is in its place and visitors see it. After that the system refused: a report was not written, the disk did not confirm, or leftovers were not removed.
        The next build does this by itself. Until then do not rely on the site surviving a power cut, nor, after --purge, on all that was before being gone from the disk.

publish-nothing-to-verify = There is nothing to verify: the folder “{ $path }” holds no site published by kabinet
    .help = build the site: kabinet build, or name its folder: kabinet verify --out FOLDER
    .explain =
        kabinet verify holds every file of the published site against the list that lies with it. There is no such list here: the folder is empty, missing, or was written by something else.

publish-not-a-file = What lies at “{ $path }” is no file
    .help = see what it is (a folder, a link or a pipe), move it away and publish again
    .explain =
        kabinet reads or writes this file itself, and a folder, a link to another place or a pipe has its name. kabinet follows no links and waits for no pipes: that could spoil somebody's files or wait for ever. The site was not published.
        Move away what has that name. If it is a file that kabinet keeps (content/addresses.lock), bring it back from git or a copy.
