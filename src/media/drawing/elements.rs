//! The elements that a drawing is made of.

/// Elements of SVG that draw, name or move, and fetch or run nothing by themselves.
const DRAWING: &str = "svg g defs symbol use title desc metadata switch view a style \
    path rect circle ellipse line polyline polygon text tspan tref textPath altGlyph altGlyphDef altGlyphItem glyphRef image \
    linearGradient radialGradient meshgradient meshrow meshpatch mesh hatch hatchpath solidcolor stop pattern clipPath mask \
    marker filter cursor color-profile \
    feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap \
    feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode \
    feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence \
    animate animateColor animateMotion animateTransform mpath set \
    font font-face font-face-src font-face-name glyph missing-glyph hkern vkern foreignObject flowRoot flowRegion flowPara flowSpan";

/// Elements of HTML in which editors of diagrams write their labels.
const LABEL: &str = "div span p br b i u s em strong small sub sup font center ul ol li table tbody thead tr td th h1 h2 h3 \
    h4 h5 h6 hr pre code blockquote strike";

/// The namespaces in which editors keep what is theirs; browsers draw nothing of them.
const EDITORS: &str = "http://sodipodi.sourceforge.net/ http://inkscape.sourceforge.net/ http://www.inkscape.org/ \
    http://www.w3.org/1999/02/22-rdf-syntax-ns# http://www.w3.org/2000/01/rdf-schema# http://creativecommons.org/ns# \
    http://web.resource.org/cc/ http://purl.org/dc/ http://ns.adobe.com/ adobe:ns:meta/ \
    http://www.bohemiancoding.com/sketch/ http://www.serif.com/ http://serif.com/ https://www.serif.com/ \
    http://www.figma.com/ https://www.figma.com/ https://figma.com/ http://xml.openoffice.org/svg/export \
    http://sun.com/xmlns/staroffice/ http://www.w3.org/2001/SMIL20/ urn:oasis:names:tc:opendocument: \
    http://www.corel.com/ http://schemas.microsoft.com/ http://boxy-svg.com https://boxy-svg.com http://vectornator.io \
    http://vectornator.io/ https://vecta.io/ http://www.openswatchbook.org/ http://www.xara.com/ http://svgjs.dev \
    http://svgjs.com/ https://svgjs.dev http://ns.google.com/ http://sketchbook.com http://www.iptc.org/ \
    http://iptc.org/ http://xmp.gettyimages.com/ http://prismstandard.org/";

/// Whether an element of SVG may stand in a drawing.
pub(super) fn is_drawing(name: &str) -> bool {
    DRAWING.split_ascii_whitespace().any(|known| known == name)
}

/// Whether an element of HTML may stand in a label.
pub(super) fn is_label(name: &str) -> bool {
    LABEL.split_ascii_whitespace().any(|known| known == name)
}

/// Whether a namespace is one of an editor.
pub(super) fn is_editors(namespace: &str) -> bool {
    EDITORS.split_ascii_whitespace().any(|known| namespace.starts_with(known))
}
