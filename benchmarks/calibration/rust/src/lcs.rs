//! Longest common subsequence of two byte strings: dynamic programming by rows.

use crate::lcg::Lcg;

fn text(seed: u64, length: usize) -> Vec<u8> {
    let mut random = Lcg::new(seed);
    (0..length).map(|_| b'a' + random.below(4) as u8).collect()
}

pub fn kernel() -> crate::Kernel {
    let left = text(1, 1200);
    let right = text(2, 1100);
    Box::new(move || {
        let mut before = vec![0i32; right.len() + 1];
        let mut row = vec![0i32; right.len() + 1];
        for &a in &left {
            for (j, &b) in right.iter().enumerate() {
                row[j + 1] = if a == b { before[j] + 1 } else { before[j + 1].max(row[j]) };
            }
            std::mem::swap(&mut before, &mut row);
        }
        i64::from(before[right.len()])
    })
}
