//! What plotters asks to be drawn, as SVG without colours: each part has a class for style sheets.
//!
//! The library tells parts apart by colours alone, so each has one that stands for its name.

use std::convert::Infallible;
use std::fmt::Write as _;

use plotters::drawing::DrawingAreaErrorKind;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

use crate::markup::escaped;

/// What comes of drawing.
pub(super) type Result = std::result::Result<(), DrawingAreaErrorKind<Infallible>>;

type Drawn = std::result::Result<(), DrawingErrorKind<Infallible>>;

/// A part of a drawing; its number is the colour that stands for it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part {
    /// Lines of the scale.
    Grid,
    /// Where bars begin.
    Axis,
    /// A bar.
    Bar,
    /// The line of what is aimed at.
    Aim,
    /// Numbers of the scale.
    Mark,
    /// The name of a row.
    Name,
    /// The number of a row.
    Number,
    /// The words of what is aimed at.
    AimName,
}

/// The classes of parts in the order of their numbers.
const CLASSES: [&str; 8] = ["grid", "axis", "bar", "aim", "mark", "name", "number", "aim-name"];

/// The class of what is drawn; nothing for what is not to be seen.
fn class(colour: BackendColor) -> Option<&'static str> {
    (colour.alpha > 0.0).then(|| CLASSES.get(usize::from(colour.rgb.2)).copied()).flatten()
}

/// A drawing being written.
pub(super) struct Svg<'a> {
    out: &'a mut String,
    size: (u32, u32),
}

impl<'a> Svg<'a> {
    /// Begins a drawing of a size.
    pub(super) fn new(out: &'a mut String, size: (u32, u32)) -> Self {
        Self { out, size }
    }

    fn add(&mut self, colour: BackendColor, element: impl FnOnce(&str) -> String) -> Drawn {
        if let Some(class) = class(colour) {
            self.out.push_str(&element(class));
        }
        Ok(())
    }
}

impl DrawingBackend for Svg<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    // Nothing that is drawn here is made of points.
    fn draw_pixel(&mut self, _point: BackendCoord, _colour: BackendColor) -> Drawn {
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.add(style.color(), |class| {
            let mut drawn = format!("<path class=\"{class}\" d=\"");
            for (at, (x, y)) in path.into_iter().enumerate() {
                let pen = if at == 0 { 'M' } else { 'L' };
                let _ = write!(drawn, "{pen}{x} {y}");
            }
            drawn + "\"/>"
        })
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        _fill: bool,
    ) -> Drawn {
        let (width, height) = (right - left, bottom - top);
        self.add(style.color(), |class| {
            format!(
                "<rect class=\"{class}\" x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\"/>"
            )
        })
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): BackendCoord) -> Drawn {
        let anchor = match style.anchor().h_pos {
            HPos::Left => "start",
            HPos::Center => "middle",
            HPos::Right => "end",
        };
        // Browsers do not agree on other ways to say at which height a line stands.
        let down = match style.anchor().v_pos {
            VPos::Top => ".76em",
            VPos::Center => ".35em",
            VPos::Bottom => "0",
        };
        self.add(style.color(), |class| {
            let text = escaped(text);
            format!("<text class=\"{class}\" x=\"{x}\" y=\"{y}\" dy=\"{down}\" text-anchor=\"{anchor}\">{text}</text>")
        })
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> std::result::Result<(u32, u32), DrawingErrorKind<Infallible>> {
        // Nobody knows the reader's letters here; on the average they are half as wide as high.
        let letters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        let high = style.size().ceil() as u32;
        Ok((letters.saturating_mul(high) / 2, high))
    }
}
