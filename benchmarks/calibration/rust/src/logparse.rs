//! Sums bytes and times of the lines of an access log by status.

use crate::lcg::{Lcg, mix};
use std::fmt::Write;

const PATHS: [&str; 5] = ["/", "/cart", "/item/17", "/search?q=rust", "/api/v1/me"];
const STATUS: [u32; 6] = [200, 200, 200, 304, 404, 500];

pub fn kernel() -> crate::Kernel {
    let mut random = Lcg::new(19);
    let mut log = String::new();
    for _ in 0..4000 {
        let (a, b) = (random.below(256), random.below(256));
        let path = PATHS[random.below(5) as usize];
        let status = STATUS[random.below(6) as usize];
        let bytes = random.below(100_000);
        let (whole, tenth) = (random.below(900), random.below(10));
        writeln!(log, "10.0.{a}.{b} GET {path} {status} {bytes} {whole}.{tenth}").expect("a string");
    }
    Box::new(move || {
        let mut bytes = [0i64; 6];
        let mut millis = 0.0;
        for line in log.lines() {
            let fields: Vec<&str> = line.split(' ').collect();
            let status: usize = fields[3].parse().expect("a status");
            bytes[status / 100] += fields[4].parse::<i64>().expect("bytes");
            if fields[2].starts_with("/api") {
                millis += fields[5].parse::<f64>().expect("a time");
            }
        }
        bytes.iter().fold((millis * 10.0 + 0.5) as i64, |sum, &one| mix(sum, one))
    })
}
