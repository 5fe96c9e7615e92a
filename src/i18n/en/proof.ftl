### Certificates of publication: the register and the command kabinet prove.

proofs-lock-invalid = A line of content/proofs.lock is broken
    .label = this line
    .help = Delete the line if git left it in a merge (<<<<<<<, =======, >>>>>>>), and keep all others. If it was edited by hand, bring back what was there from the history.
    .explain = content/proofs.lock holds the certificates of publication that were issued: number, day, name of the document, checksums and a mark. The lines are written by kabinet prove and never edited by hand.

proofs-lock-altered = Certificate No. { $number } in content/proofs.lock is not the one that was issued
    .label = this line, or the one that was above it
    .help = Bring back content/proofs.lock from the history: a certificate that was issued cannot be corrected, removed or moved. If the document changed, issue another: kabinet prove FILE
    .help-merge = If certificates were issued on two computers at once, keep the lines of the one whose site is published, delete the others and issue them again.
    .explain = A certificate is printed and put into portfolios, so its record must not change. The mark at the end of a line is made of the line and of the mark above it: it shows that a line was changed, removed or moved.

proof-outdated = The document was changed after certificate No. { $number }
    .label = the certificate confirms the former text
    .help = If the author needs a certificate of the new edition, issue it: kabinet prove { $file }
    .explain = A certificate of publication is bound to the text, authors and files of the document by checksums. After a change the page and the register say that the document was changed since. The former record stays; a new certificate gets a number of its own.

prove-done = Certificate No. { $number } is issued: “{ $title }”.

    Checksum of the text: { $sum }
    { $files ->
        [0] No files are bound to it.
       *[other] Files bound to it: { $files }.
    }
    The record was added to { $lock }. Keep this file with the content: the certificate is checked by it.

    What is next: build the site (kabinet build), open the page { $page } and print the certificate of publication.
    Everybody can check it at /proofs/.
prove-known = Certificate No. { $number } of { $date } is issued already: “{ $title }”. Neither text nor files have changed since; no other is needed.
prove-locked = No certificates are issued on a build server: the program does not change the content there.
    .help = Issue it on your own computer and keep content/proofs.lock with the content.
prove-unsound = No certificate was issued: the content has errors, and such a site cannot be published.
    .help = Mend the errors told above and repeat the command.
prove-unknown = There is no document { $file }.
    .help = Name the file of the document as it lies in the folder content, for example: kabinet prove content/materials/urok.md
prove-several = The file { $file } has several documents.
    .help = Name one of them: { $known }.
prove-kind = No certificates are issued for documents of the kind “{ $kind }”.
    .help = They are issued for the kinds: { $known }.
prove-no-kind = No certificates are issued for documents of the kind “{ $kind }”, nor of any other kind of this site.
    .help = To issue them, switch on the behaviour proof in the declaration of the kind.
prove-hidden = Readers do not see the document { $file }: it is a draft, its time has not come or is over, or there is no consent.
    .help = Publish it first, then issue the certificate.
