//! An inverted index: lists of documents by word, and what queries of two words find.

use crate::lcg::{Lcg, mix};
use std::collections::{HashMap, HashSet};

pub fn kernel() -> crate::Kernel {
    let mut random = Lcg::new(83);
    let documents: Vec<Vec<String>> = (0..400)
        .map(|_| {
            (0..60)
                .map(|_| {
                    let most = 1 + random.below(1200);
                    format!("word{}", random.below(most))
                })
                .collect()
        })
        .collect();
    Box::new(move || {
        let mut index: HashMap<&str, Vec<usize>> = HashMap::new();
        for (i, words) in documents.iter().enumerate() {
            for word in words.iter().map(String::as_str).collect::<HashSet<_>>() {
                index.entry(word).or_default().push(i);
            }
        }
        let found = |word: usize| -> HashSet<usize> {
            index.get(format!("word{word}").as_str()).into_iter().flatten().copied().collect()
        };
        let mut sum = index.len() as i64;
        for i in 0..300 {
            let part: usize = found(i).intersection(&found(i * 7 % 300)).sum();
            sum = mix(sum, part as i64);
        }
        sum
    })
}
