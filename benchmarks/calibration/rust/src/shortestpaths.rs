//! All shortest paths by Floyd and Warshall: rows of a vector of vectors.

use crate::lcg::{Lcg, mix};

const NODES: usize = 160;
const FAR: i32 = 1_000_000;

pub fn kernel() -> crate::Kernel {
    let mut random = Lcg::new(3);
    let mut edges = vec![vec![0; NODES]; NODES];
    for (i, row) in edges.iter_mut().enumerate() {
        for (j, edge) in row.iter_mut().enumerate() {
            *edge = if i == j {
                0
            } else if random.below(8) == 0 {
                1 + random.below(100) as i32
            } else {
                FAR
            };
        }
    }
    Box::new(move || {
        let mut distance = edges.clone();
        for k in 0..NODES {
            let through = distance[k].clone();
            for row in &mut distance {
                let first = row[k];
                for (one, &rest) in row.iter_mut().zip(&through) {
                    *one = (*one).min(first + rest);
                }
            }
        }
        distance.iter().flatten().fold(0, |sum, &one| mix(sum, i64::from(one)))
    })
}
