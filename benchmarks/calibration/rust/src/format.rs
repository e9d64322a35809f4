//! Writes the lines of an account statement as JSON.

use crate::lcg::{Lcg, mix};
use std::fmt::Write;

struct Booking {
    day: u32,
    text: &'static str,
    cents: i64,
    pending: bool,
}

const TEXTS: [&str; 5] = ["Rent", "Salary \"May\"", "Books", "Café", "Train\\Bus"];

fn quote(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        if c == '"' || c == '\\' {
            out.push('\\');
        }
        out.push(c);
    }
    out.push('"');
}

fn json(bookings: &[Booking]) -> String {
    let mut out = String::from("[");
    for booking in bookings {
        if out.len() > 1 {
            out.push(',');
        }
        write!(out, "{{\"day\":{},\"text\":", booking.day).expect("a string");
        quote(booking.text, &mut out);
        let sign = if booking.cents < 0 { "-" } else { "" };
        let whole = booking.cents.abs();
        write!(out, ",\"amount\":{sign}{}.{:02}", whole / 100, whole % 100).expect("a string");
        write!(out, ",\"pending\":{}}}", booking.pending).expect("a string");
    }
    out.push(']');
    out
}

pub fn kernel() -> crate::Kernel {
    let mut random = Lcg::new(29);
    let bookings: Vec<Booking> = (0..3000)
        .map(|_| Booking {
            day: random.below(365) as u32,
            text: TEXTS[random.below(5) as usize],
            cents: random.below(1_000_000) as i64 - 500_000,
            pending: random.below(5) == 0,
        })
        .collect();
    Box::new(move || {
        let json = json(&bookings);
        let sampled = json.chars().step_by(61).fold(json.chars().count() as i64, |sum, c| mix(sum, c as i64));
        sampled
    })
}
