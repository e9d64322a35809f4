//! An ordered index: inserts, removals, and sums over ranges.

use crate::lcg::{Lcg, mix};
use std::collections::BTreeMap;

pub fn kernel() -> crate::Kernel {
    Box::new(|| {
        let mut random = Lcg::new(37);
        let mut index: BTreeMap<i64, i32> = BTreeMap::new();
        let mut sum = 0;
        for i in 0..20_000 {
            let key = random.below(1_000_000) as i64;
            match random.below(4) {
                0 => {
                    if let Some((&next, _)) = index.range(key..).next() {
                        sum = mix(sum, next);
                        index.remove(&next);
                    }
                }
                1 => sum = index.range(key..key + 2000).fold(sum, |sum, (_, &value)| sum.wrapping_add(i64::from(value))),
                _ => {
                    index.insert(key, i);
                }
            }
        }
        mix(sum, index.len() as i64)
    })
}
