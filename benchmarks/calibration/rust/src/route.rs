//! Shortest routes over a graph of places and roads with a queue of candidates.

use crate::lcg::{Lcg, mix};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

struct Road {
    to: usize,
    length: i64,
}

pub fn kernel() -> crate::Kernel {
    let mut random = Lcg::new(59);
    let places: Vec<Vec<Road>> = (0..6000)
        .map(|_| (0..4).map(|_| Road { to: random.below(6000) as usize, length: 1 + random.below(1000) as i64 }).collect())
        .collect();
    Box::new(move || {
        let mut distances = vec![i64::MAX; places.len()];
        let mut queue = BinaryHeap::new();
        distances[0] = 0;
        queue.push(Reverse((0, 0)));
        while let Some(Reverse((distance, place))) = queue.pop() {
            if distance > distances[place] {
                continue;
            }
            for road in &places[place] {
                let distance = distance + road.length;
                if distance < distances[road.to] {
                    distances[road.to] = distance;
                    queue.push(Reverse((distance, road.to)));
                }
            }
        }
        distances.iter().fold(0, |sum, &one| mix(sum, one))
    })
}
