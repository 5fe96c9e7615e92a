//! Logarithms and powers of our own: the platform's differ in the last bit, and the browser must rank as the terminal.

/// Returns the natural logarithm of a positive number.
pub(crate) fn ln(x: f32) -> f32 {
    ln64(f64::from(x)) as f32
}

/// Returns the decimal logarithm of a positive number.
pub(crate) fn log10(x: f32) -> f32 {
    (ln64(f64::from(x)) / std::f64::consts::LN_10) as f32
}

/// Returns two to the power of minus `x`, for `x` from 0.
pub(crate) fn halved(x: f32) -> f32 {
    let x = f64::from(x).clamp(0.0, 1000.0);
    let whole = x as u32;
    let rest = (x - f64::from(whole)) * std::f64::consts::LN_2;
    let (mut term, mut sum) = (1.0, 1.0);
    for n in 1..16 {
        term *= -rest / f64::from(n);
        sum += term;
    }
    (0..whole).fold(sum, |sum, _| sum * 0.5) as f32
}

fn ln64(x: f64) -> f64 {
    if !(x.is_normal() && x > 0.0) {
        return 0.0;
    }
    let exponent = ((x.to_bits() >> 52) & 0x7ff) as i32 - 1023;
    let mantissa = f64::from_bits((x.to_bits() & !(0x7ff << 52)) | (1023 << 52));
    // ln m = 2 artanh((m - 1) / (m + 1))
    let ratio = (mantissa - 1.0) / (mantissa + 1.0);
    let square = ratio * ratio;
    let series = (0..20).rev().fold(0.0, |sum, n| sum * square + 1.0 / f64::from(2 * n + 1));
    2.0 * ratio * series + f64::from(exponent) * std::f64::consts::LN_2
}

#[cfg(test)]
mod tests {
    use super::{halved, ln, log10};

    #[test]
    fn they_agree_with_the_platform() {
        for x in [0.001_f32, 0.5, 1.0, 1.5, 2.0, 7.3, 1000.0, 3.0e7] {
            assert!((ln(x) - x.ln()).abs() < 1e-5 * x.ln().abs().max(1.0), "ln {x}");
            assert!((log10(x) - x.log10()).abs() < 1e-5, "log10 {x}");
        }
        for x in [0.0_f32, 0.3, 1.0, 2.75, 30.0] {
            assert!((halved(x) - (-x).exp2()).abs() < 1e-6, "halved {x}");
        }
    }
}
