//! The bars of a chart. They lie, so that a line stands for each row of the table beside it: however many years there are,
//! they fit on a phone.

use plotters::prelude::*;
use plotters::style::RGBColor;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::super::numbers;
use super::svg::{self, Part, Svg};
use crate::i18n::Lang;
use crate::markup::escaped;

/// The width of a drawing in its own units: a pixel each on the smallest phones.
const WIDTH: u32 = 320;
/// What a row is high.
const ROW: u32 = 34;
/// Room for the names of rows on the left, for numbers behind bars on the right, for an aim above, for the scale below.
const LEFT: u32 = 92;
const RIGHT: u32 = 64;
const ABOVE: u32 = 22;
const BELOW: u32 = 24;
/// The size of letters.
const LETTERS: f64 = 14.0;
/// Marks of the scale, at most.
const MARKS: usize = 5;
/// Numbers of other sizes have no scale that anybody could read, and are told in words alone.
const SIZES: std::ops::Range<f64> = 1e-6..1e15;

/// Numbers to be drawn.
pub(super) struct Chart<'a> {
    /// What each is called, and the number.
    pub(super) rows: Vec<(String, f64)>,
    /// What it is about.
    pub(super) title: &'a str,
    /// The same in words, for those who do not see it.
    pub(super) told: &'a str,
    /// What is aimed at, and how that is said.
    pub(super) aim: Option<(f64, &'a str)>,
    /// In whose manner numbers are written.
    pub(super) lang: Lang,
}

impl Chart<'_> {
    /// The drawing; none of numbers without a scale.
    pub(super) fn drawn(&self) -> Option<String> {
        let numbers = || self.rows.iter().map(|(_, number)| *number).chain(self.aim.map(|(aim, _)| aim));
        let (least, most) = (numbers().fold(0.0, f64::min), numbers().fold(0.0, f64::max));
        let most = if least == most { 1.0 } else { most };
        if self.rows.is_empty() || !numbers().all(f64::is_finite) || !SIZES.contains(&(most - least)) {
            return None;
        }
        let height = ROW * u32::try_from(self.rows.len()).ok()? + ABOVE + BELOW;
        let mut drawing = String::new();
        self.draw(&mut drawing, height, (least, most)).ok()?;
        let (title, told) = (escaped(self.title), escaped(self.told));
        Some(format!(
            "<svg viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" role=\"img\"><title>{title}</title><desc>{told}</desc>{drawing}</svg>"
        ))
    }

    fn draw(&self, out: &mut String, height: u32, (least, most): (f64, f64)) -> svg::Result {
        let count = self.rows.len() as f64;
        let root = Svg::new(out, (WIDTH, height)).into_drawing_area();
        let mut plot = ChartBuilder::on(&root)
            .margin_left(LEFT)
            .margin_right(RIGHT)
            .margin_top(ABOVE)
            .x_label_area_size(BELOW)
            .build_cartesian_2d(least..most, 0.0..count)?;
        plot.configure_mesh()
            .disable_y_mesh()
            .disable_y_axis()
            .x_labels(MARKS)
            .x_label_formatter(&|number| numbers::written(*number, self.lang))
            .x_label_style(letters(Part::Mark, HPos::Center, VPos::Top))
            .bold_line_style(colour(Part::Grid))
            .light_line_style(TRANSPARENT)
            .axis_style(TRANSPARENT)
            .draw()?;
        let middle = |at: usize| count - at as f64 - 0.5;
        plot.draw_series(self.rows.iter().enumerate().map(|(at, (_, number))| {
            let corners = [(number.min(0.0), middle(at) - 0.3), (number.max(0.0), middle(at) + 0.3)];
            Rectangle::new(corners, colour(Part::Bar).filled())
        }))?;
        plot.draw_series([PathElement::new([(0.0, 0.0), (0.0, count)], colour(Part::Axis))])?;
        if let Some((aim, words)) = self.aim {
            plot.draw_series([PathElement::new([(aim, 0.0), (aim, count)], colour(Part::Aim))])?;
            let style = letters(Part::AimName, HPos::Center, VPos::Bottom);
            plot.draw_series([EmptyElement::at((aim, count)) + Text::new(words.to_owned(), (0, -4), style)])?;
        }
        plot.draw_series(self.rows.iter().enumerate().map(|(at, (name, _))| {
            let style = letters(Part::Name, HPos::Right, VPos::Center);
            EmptyElement::at((least, middle(at))) + Text::new(name.clone(), (-8, 0), style)
        }))?;
        plot.draw_series(self.rows.iter().enumerate().map(|(at, (_, number))| {
            let style = letters(Part::Number, HPos::Left, VPos::Center);
            let words = numbers::written(*number, self.lang);
            EmptyElement::at((number.max(0.0), middle(at))) + Text::new(words, (6, 0), style)
        }))?;
        root.present()
    }
}

fn colour(part: Part) -> RGBColor {
    RGBColor(0, 0, part as u8)
}

fn letters(part: Part, across: HPos, down: VPos) -> TextStyle<'static> {
    ("sans-serif", LETTERS).into_font().color(&colour(part)).pos(Pos::new(across, down))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn drawn(rows: &[(&str, f64)], aim: Option<f64>) -> Option<String> {
        let rows = rows.iter().map(|(name, number)| ((*name).to_owned(), *number)).collect();
        let aim = aim.map(|aim| (aim, "цель"));
        Chart { rows, title: "Показатель <b>", told: "Числа & годы", aim, lang: Lang::Ru }.drawn()
    }

    /// The widths of the bars, in their order.
    fn bars(drawing: &str) -> Vec<i32> {
        let bars = drawing.split("<rect class=\"bar\"").skip(1);
        bars.map(|bar| bar.split("width=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap())
            .collect()
    }

    #[test]
    fn bars_are_as_long_as_their_numbers_and_say_them() {
        let drawing =
            drawn(&[("2023/2024", 50.0), ("2024/2025", 100.0), ("2025/2026", 1234.5)], None).unwrap();
        let widths = bars(&drawing);
        assert!(widths[0] * 2 - widths[1] <= 2 && widths[1] * 2 >= widths[0] * 3, "{widths:?}");
        assert!(widths[2] > 150, "{widths:?}");
        for part in
            [">2023/2024</text>", ">1234,5</text>", "role=\"img\"", "<title>Показатель &lt;b&gt;</title>"]
        {
            assert!(drawing.contains(part), "{part}: {drawing}");
        }
        assert!(!drawing.contains("style="), "the policy of pages lets no style pass");
    }

    #[test]
    fn an_aim_is_a_line_with_its_words_and_nothing_is_drawn_of_nothing() {
        assert!(drawn(&[("2025/2026", 0.0)], Some(300.0)).unwrap().contains(">цель</text>"));
        assert!(!drawn(&[("2025/2026", 7.0)], None).unwrap().contains("aim"));
        assert_eq!(drawn(&[], Some(3.0)), None);
        assert_eq!(drawn(&[("2025/2026", f64::NAN)], None), None);
    }

    proptest! {
        #[test]
        fn any_numbers_are_drawn_or_not_and_end(
            numbers in prop::collection::vec(prop_oneof![any::<f64>(), -1e6..1e6_f64, Just(0.0)], 0..20),
            aim in prop::option::of(any::<f64>()),
        ) {
            let rows: Vec<(&str, f64)> = numbers.iter().map(|number| ("год", *number)).collect();
            if let Some(drawing) = drawn(&rows, aim) {
                prop_assert_eq!(bars(&drawing).len(), rows.len());
                prop_assert!(roxmltree::Document::parse(&drawing).is_ok());
            }
        }
    }
}
