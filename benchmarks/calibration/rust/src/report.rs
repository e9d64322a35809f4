//! Lines of a report with padded columns, by format strings.

use crate::lcg::{Lcg, mix};
use std::fmt::Write;

pub fn kernel() -> crate::Kernel {
    let mut random = Lcg::new(73);
    let figures: Vec<(u64, f64)> = (0..1500).map(|_| (random.below(100_000), random.below(4000) as f64 / 4.0)).collect();
    Box::new(move || {
        let mut out = String::new();
        for (i, (units, share)) in figures.iter().enumerate() {
            writeln!(out, "{:<12}|{units:>8}|{share:>10.2}|{i:04x}", format!("item-{i}")).expect("a string");
        }
        out.bytes().step_by(61).fold(out.len() as i64, |sum, byte| mix(sum, i64::from(byte)))
    })
}
