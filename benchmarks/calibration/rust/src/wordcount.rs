//! The most frequent words of a text: cutting, folding case, counting, sorting.

use crate::lcg::{Lcg, mix};
use std::cmp::Reverse;
use std::collections::HashMap;
use std::fmt::Write;

pub fn kernel() -> crate::Kernel {
    let mut random = Lcg::new(61);
    let mut text = String::new();
    for _ in 0..20_000 {
        let most = 1 + random.below(3000);
        let word = random.below(most);
        text.push_str(if random.below(9) == 0 { "W" } else { "w" });
        write!(text, "ord{}", word * 7919 % 3001).expect("a string");
        text.push_str(if random.below(12) == 0 { ".\n" } else { " " });
    }
    Box::new(move || {
        let mut counts: HashMap<String, i32> = HashMap::new();
        for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            *counts.entry(word.to_lowercase()).or_insert(0) += 1;
        }
        let mut sorted: Vec<(&String, &i32)> = counts.iter().collect();
        sorted.sort_by_key(|(word, count)| (Reverse(**count), word.as_str()));
        sorted[..500].iter().fold(0, |sum, (word, count)| mix(sum, i64::from(**count) * 100 + word.len() as i64))
    })
}
