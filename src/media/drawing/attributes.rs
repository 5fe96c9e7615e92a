//! The attributes of a drawing.

use std::collections::HashSet;
use std::sync::LazyLock;

use roxmltree::{Attribute, Node};

use super::fault::What;
use super::namespaces::{SVG, XLINK, XML};
use super::{address, elements, style};

/// Attributes of SVG that say how it looks; they are what an animation may change.
const LOOKS: &str = "alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation \
    color-interpolation-filters color-profile color-rendering cursor direction display dominant-baseline enable-background fill \
    fill-opacity fill-rule filter flood-color flood-opacity font font-family font-feature-settings font-kerning font-size \
    font-size-adjust font-stretch font-style font-variant font-variant-ligatures font-variation-settings font-weight \
    glyph-orientation-horizontal glyph-orientation-vertical image-rendering isolation kerning letter-spacing lighting-color \
    line-height marker marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow paint-order \
    pointer-events shape-rendering solid-color solid-opacity stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset \
    stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-align text-anchor text-decoration \
    text-decoration-color text-decoration-line text-decoration-style text-overflow text-rendering text-transform transform-box \
    transform-origin unicode-bidi vector-effect visibility white-space word-spacing writing-mode \
    accent-height amplitude azimuth baseFrequency bias cx cy d diffuseConstant divisor dx dy edgeMode elevation exponent fr fx fy \
    gradientTransform height in in2 intercept k1 k2 k3 k4 kernelMatrix kernelUnitLength keyPoints lengthAdjust \
    limitingConeAngle markerHeight markerWidth mode numOctaves offset operator order orient path pathLength patternTransform points \
    pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits r radius refX refY result rotate rx ry scale \
    seed slope spacing specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles surfaceScale tableValues \
    targetX targetY textLength transform type values viewBox width x x1 x2 xChannelSelector y y1 y2 yChannelSelector z";

/// The other attributes of SVG.
const OTHERS: &str = "id class lang role tabindex version baseProfile zoomAndPan contentScriptType contentStyleType \
    clipPathUnits filterUnits gradientUnits hatchUnits hatchContentUnits markerUnits maskContentUnits maskUnits patternContentUnits patternUnits method \
    side media title name target rel download requiredExtensions requiredFeatures requiredFonts systemLanguage viewTarget filterRes \
    externalResourcesRequired content host xmlns space focusable \
    accumulate additive attributeName attributeType begin by calcMode dur end fill from keySplines keyTimes max min origin \
    repeatCount repeatDur restart to \
    alphabetic arabic-form ascent bbox cap-height descent format g1 g2 glyph-name glyphRef hanging horiz-adv-x horiz-origin-x \
    horiz-origin-y ideographic k mathematical overline-position overline-thickness panose-1 rendering-intent slope stemh stemv \
    strikethrough-position strikethrough-thickness u1 u2 underline-position underline-thickness unicode unicode-range units-per-em \
    v-alphabetic v-hanging v-ideographic v-mathematical vert-adv-y vert-origin-x vert-origin-y widths x-height \
    crossorigin decoding";

/// Attributes of labels in HTML.
const LABELS: &str = "class id lang dir title role align valign color size face width height colspan rowspan border cellpadding \
    cellspacing bgcolor start";

fn set(words: &'static str) -> HashSet<&'static str> {
    words.split_ascii_whitespace().collect()
}

static LOOKING: LazyLock<HashSet<&str>> = LazyLock::new(|| set(LOOKS));
static OTHER: LazyLock<HashSet<&str>> = LazyLock::new(|| set(OTHERS));
static LABEL: LazyLock<HashSet<&str>> = LazyLock::new(|| set(LABELS));

/// Checks an attribute of an element that draws.
pub(super) fn of_drawing(node: Node<'_, '_>, attribute: Attribute<'_, '_>) -> Result<(), What> {
    let (name, value) = (attribute.name(), attribute.value());
    let refuse = || Err(What::Acts("attribute", name.to_owned()));
    match attribute.namespace() {
        Some(XLINK) if name == "href" => link(node, value),
        Some(XLINK) if ["type", "role", "arcrole", "title", "show", "actuate"].contains(&name) => Ok(()),
        Some(XML) if ["space", "lang", "id"].contains(&name) => Ok(()),
        Some(namespace) if elements::is_editors(namespace) => Ok(()),
        Some(SVG) | None => plain(node, name, value),
        Some(_) => refuse(),
    }
}

fn plain(node: Node<'_, '_>, name: &str, value: &str) -> Result<(), What> {
    match name {
        "href" => link(node, value),
        "style" => style::value(value),
        "attributeName" if !LOOKING.contains(value.trim()) => {
            Err(What::Acts("attribute", format!("attributeName=\"{}\"", address::shown(value))))
        }
        name if may_fetch(name) && value.contains(['(', '\\']) => style::value(value),
        name if LOOKING.contains(name) || OTHER.contains(name) || is_note(name) => Ok(()),
        name => Err(What::Acts("attribute", name.to_owned())),
    }
}

/// Whether the value of an attribute is read as style, at once or by an animation.
fn may_fetch(name: &str) -> bool {
    LOOKING.contains(name) || ["to", "from", "by"].contains(&name)
}

/// Checks an attribute of a label in HTML.
pub(super) fn of_label(_: Node<'_, '_>, attribute: Attribute<'_, '_>) -> Result<(), What> {
    match (attribute.namespace(), attribute.name()) {
        (None, "style") => style::value(attribute.value()),
        (None, name) if LABEL.contains(name) || is_note(name) => Ok(()),
        (Some(XML), "space" | "lang") => Ok(()),
        (_, name) => Err(What::Acts("attribute", name.to_owned())),
    }
}

/// Notes for programs and for screen readers.
fn is_note(name: &str) -> bool {
    name.starts_with("data-") || name.starts_with("aria-")
}

/// A link leads where its author says; everything else that has an address is a part of the drawing.
fn link(node: Node<'_, '_>, value: &str) -> Result<(), What> {
    let sound = match node.tag_name().name() {
        "a" => address::is_link(value),
        "image" | "feImage" => address::is_inner(value) || address::is_picture_inside(value),
        _ => address::is_inner(value) || value.trim().is_empty(),
    };
    if sound { Ok(()) } else { Err(What::Acts("outside", address::shown(value))) }
}
