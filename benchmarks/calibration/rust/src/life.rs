//! Conway's game of life, 64 cells in a word: bits, shifts and counts.

use crate::lcg::{Lcg, mix};

const WORDS: usize = 8;
const ROWS: usize = 512;

type Cells = Vec<[u64; WORDS]>;

fn next(cells: &Cells) -> Cells {
    let mut next = vec![[0; WORDS]; ROWS];
    for r in 0..ROWS {
        for w in 0..WORDS {
            let (mut ones, mut twos, mut fours) = (0u64, 0u64, 0u64);
            for (dr, row) in [&cells[(r + ROWS - 1) % ROWS], &cells[r], &cells[(r + 1) % ROWS]].into_iter().enumerate() {
                let middle = row[w];
                let left = middle << 1 | row[(w + WORDS - 1) % WORDS] >> 63;
                let right = middle >> 1 | row[(w + 1) % WORDS] << 63;
                for bits in [left, right, if dr == 1 { 0 } else { middle }] {
                    let carry = ones & bits;
                    ones ^= bits;
                    let more = twos & carry;
                    twos ^= carry;
                    fours |= more;
                }
            }
            next[r][w] = twos & !fours & (ones | cells[r][w]);
        }
    }
    next
}

pub fn kernel() -> crate::Kernel {
    let mut random = Lcg::new(79);
    let start: Cells = (0..ROWS)
        .map(|_| std::array::from_fn(|_| random.below(1 << 30) << 32 | random.below(1 << 30)))
        .collect();
    Box::new(move || {
        let mut cells = next(&start);
        for _ in 1..10 {
            cells = next(&cells);
        }
        cells.iter().flatten().fold(0, |sum, word| mix(sum, i64::from(word.count_ones())))
    })
}
