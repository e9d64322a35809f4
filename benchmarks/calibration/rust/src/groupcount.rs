//! Counts and sums by key.

use crate::lcg::Lcg;
use std::collections::HashMap;

pub fn kernel() -> crate::Kernel {
    let mut random = Lcg::new(31);
    let keys: Vec<i32> = (0..60_000).map(|_| random.below(20_000) as i32 * 37).collect();
    Box::new(move || {
        let mut counts: HashMap<i32, i32> = HashMap::new();
        let mut sums: HashMap<i32, i64> = HashMap::new();
        for (i, &key) in keys.iter().enumerate() {
            *counts.entry(key).or_insert(0) += 1;
            *sums.entry(key).or_insert(0) += i as i64;
        }
        counts.iter().map(|(key, count)| i64::from(*key) * i64::from(*count) ^ sums[key]).sum()
    })
}
