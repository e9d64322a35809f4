//! Huffman codes of a text, and its length when they write it.

use crate::lcg::{Lcg, mix};
use std::cmp::Ordering;
use std::collections::BinaryHeap;

enum Shape {
    Leaf(usize),
    Pair(Box<Node>, Box<Node>),
}

struct Node {
    weight: i32,
    least: usize,
    shape: Shape,
}

impl Ord for Node {
    fn cmp(&self, other: &Self) -> Ordering {
        (other.weight, other.least).cmp(&(self.weight, self.least)) // the lightest is the greatest
    }
}

impl PartialOrd for Node {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Node {}

fn assign(node: &Node, code: String, codes: &mut [String]) {
    match &node.shape {
        Shape::Leaf(symbol) => codes[*symbol] = code,
        Shape::Pair(left, right) => {
            assign(left, format!("{code}0"), codes);
            assign(right, format!("{code}1"), codes);
        }
    }
}

pub fn kernel() -> crate::Kernel {
    let mut random = Lcg::new(97);
    let text: Vec<u8> = (0..20_000)
        .map(|_| {
            let most = 1 + random.below(128);
            random.below(most) as u8
        })
        .collect();
    Box::new(move || {
        let mut bits = 0;
        for block in text.chunks_exact(1000) {
            let mut counts = [0; 128];
            for &byte in block {
                counts[byte as usize] += 1;
            }
            let mut queue: BinaryHeap<Node> = (0..128)
                .filter(|&symbol| counts[symbol] > 0)
                .map(|symbol| Node { weight: counts[symbol], least: symbol, shape: Shape::Leaf(symbol) })
                .collect();
            while queue.len() > 1 {
                let (a, b) = (queue.pop().expect("two"), queue.pop().expect("two"));
                queue.push(Node {
                    weight: a.weight + b.weight,
                    least: a.least.min(b.least),
                    shape: Shape::Pair(Box::new(a), Box::new(b)),
                });
            }
            let mut codes = vec![String::new(); 128];
            assign(&queue.pop().expect("a root"), String::new(), &mut codes);
            let mut out = String::new();
            for &byte in block {
                out.push_str(&codes[byte as usize]);
            }
            bits = out.bytes().step_by(13).fold(bits, |sum, byte| mix(sum, i64::from(byte)));
            bits = bits.wrapping_add(out.len() as i64);
        }
        bits
    })
}
