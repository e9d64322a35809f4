//! Where pages of two snapshots differ first, and copies of those that do.

use crate::lcg::{Lcg, mix};

const PAGE: usize = 2048;
const PAGES: usize = 1024;

fn mismatch(a: &[u8], b: &[u8]) -> Option<usize> {
    if a == b { None } else { a.iter().zip(b).position(|(x, y)| x != y) }
}

pub fn kernel() -> crate::Kernel {
    let mut random = Lcg::new(17);
    let mut before = Vec::new();
    let mut after = Vec::new();
    for _ in 0..PAGES {
        let page: Vec<u8> = (0..PAGE).map(|_| random.below(256) as u8).collect();
        let mut changed = page.clone();
        if random.below(4) == 0 {
            changed[random.below(PAGE as u64) as usize] ^= 1;
        }
        before.push(page);
        after.push(changed);
    }
    Box::new(move || {
        let mut sum = 0;
        for (a, b) in before.iter().zip(&after) {
            if let Some(at) = mismatch(a, b) {
                let copy = b.clone();
                sum = mix(sum, at as i64).wrapping_add(i64::from(copy[at] as i8));
            }
        }
        sum
    })
}
