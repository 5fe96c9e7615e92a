//! The types that a centre publishes, by their endings, and those that somebody would run.

use super::sniff::Format;

/// Who would run a file of such a name.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Danger {
    /// The host, before anybody reads it.
    Server,
    /// The browser, from the site's own address.
    Browser,
    /// The reader's computer.
    Program,
}

/// Endings that may lie beside documents, by what their files must begin with; an empty list asks for nothing.
const KNOWN: [(&str, &[Format]); 18] = [
    ("pdf", &[Format::Pdf]),
    ("docx docm dotx dotm xlsx xlsm xltx xltm xlsb pptx pptm ppsx ppsm potx potm", &[Format::Zip]),
    ("vsdx odt ods odp odg ott ots otp epub xps oxps pages numbers key sb3 ggb mscz kmz mxl", &[Format::Zip]),
    ("doc dot xls xlt ppt pps pot vsd pub", &[Format::Ole]),
    ("rtf", &[Format::Rtf]),
    ("zip", &[Format::Zip]),
    ("jpg jpeg jpe jfif", &[Format::Jpeg]),
    ("png", &[Format::Png]),
    ("gif", &[Format::Gif]),
    ("webp", &[Format::Webp]),
    ("bmp", &[Format::Bmp]),
    ("heic heif avif", &[Format::Heif]),
    ("tif tiff", &[Format::Tiff]),
    ("svg", &[]),
    // Signatures that lie beside what they sign: nobody looks into them.
    ("sig p7s sgn", &[]),
    (
        "rar 7z gz tgz tar bz2 xz woff woff2 ttf otf djvu djv mobi azw3 ico psd ai eps cdr dwg dxf stl obj blend",
        &[],
    ),
    (
        "mp3 m4a aac ogg oga opus wav flac wma mid midi mp4 m4v webm ogv mov avi mkv wmv mpg mpeg 3gp vtt srt",
        &[],
    ),
    (
        "txt csv tsv tex bib json ipynb ics vcf md yaml yml pas c h cpp hpp cs java sql kum sb2 sb notebook flipchart \
         cdw frw m3d wps et dps sib mus",
        &[],
    ),
];

/// What hosts run, or take for their own settings.
const SERVER: &str = "php php2 php3 php4 php5 php6 php7 php8 php9 phps pht phtml phtm phar phpt cgi fcgi pl pm \
     py pyc pyw rb lua tcl asp aspx ascx ashx asmx asax axd cshtml vbhtml jsp jspx jspf jsw jsv jhtml cfm cfml cfc \
     shtml shtm stm ssi xhtml5 htaccess htpasswd user-ini nsf";

/// What browsers run when it is opened from the site's address.
const BROWSER: &str = "html htm xhtml xht xml xsl xslt xsd rdf rss atom svgz js mjs cjs jsx ts wasm swf spl mht \
     mhtml mhtm maff htc xul xbl xaml xap vml mathml mml fb2 kml gpx musicxml wsdl webmanifest css htmls dhtml \
     htmlx ehtml appcache manifest";

/// What the reader's computer runs, or what starts something there.
const PROGRAM: &str = "exe com scr pif bat cmd ps1 psm1 psd1 ps2 vbs vbe vb jse ws wsf wsc wsh hta msi msp mst msc \
     msix appx lnk url website reg inf cpl dll sys ocx drv scf sct shb shs gadget jar jnlp class apk ipa app dmg pkg \
     deb rpm run bin sh bash zsh csh ksh command desktop appimage workflow action chm hlp ade adp mde mdb accde \
     accdb iso img vhd vhdx xll xla xlam ppa ppam wll slk iqy oqy rqy dqy library-ms search-ms settingcontent-ms \
     application appref-ms theme themepack diagcab cab ace one onepkg rdp";

/// What the keeper of a site may have to put into `content/static/`: pages that prove whose site it is, scripts.
const KEEPER: &str = "html htm js mjs css xml xsl json webmanifest manifest rss atom rdf txt wasm";

/// Documents with macros, and the same without.
const MACROS: [(&str, &str); 10] = [
    ("docm", "docx"),
    ("dotm", "dotx"),
    ("xlsm", "xlsx"),
    ("xltm", "xltx"),
    ("xlsb", "xlsx"),
    ("pptm", "pptx"),
    ("ppsm", "ppsx"),
    ("potm", "potx"),
    ("xlam", "xlsx"),
    ("ppam", "pptx"),
];

fn lists(words: &str, ending: &str) -> bool {
    words.split_ascii_whitespace().any(|word| word == ending)
}

/// Whether an ending may lie beside documents.
pub(super) fn is_known(ending: &str) -> bool {
    KNOWN.iter().any(|(endings, _)| lists(endings, ending))
}

/// What files of an ending begin with; empty when nothing is known or asked.
pub(super) fn formats(ending: &str) -> &'static [Format] {
    KNOWN.iter().find(|(endings, _)| lists(endings, ending)).map_or(&[], |(_, formats)| formats)
}

/// Whether files of an ending cannot be empty, wherever they lie.
pub(super) fn is_binary(ending: &str) -> bool {
    !formats(ending).is_empty()
}

/// Who runs files of an ending.
pub(super) fn danger(ending: &str) -> Option<Danger> {
    let ending = if ending.starts_with("user-ini") { "user-ini" } else { ending };
    [(SERVER, Danger::Server), (BROWSER, Danger::Browser), (PROGRAM, Danger::Program)]
        .into_iter()
        .find(|(words, _)| lists(words, ending))
        .map(|(_, danger)| danger)
}

/// Whether the keeper of a site may publish it, though browsers run it.
pub(super) fn of_the_keeper(ending: &str) -> bool {
    lists(KEEPER, ending)
}

/// The ending of the same document without macros.
pub(super) fn without_macros(ending: &str) -> Option<&'static str> {
    MACROS.iter().find(|(with, _)| *with == ending).map(|(_, plain)| *plain)
}
