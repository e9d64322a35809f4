//! A treap of nodes: inserts and removals by rotation, then sums over the tree.

use crate::lcg::{Lcg, mix};

type Link = Option<Box<Node>>;

struct Node {
    key: i32,
    priority: i32,
    left: Link,
    right: Link,
}

fn insert(link: Link, key: i32, priority: i32) -> Box<Node> {
    let Some(mut node) = link else {
        return Box::new(Node { key, priority, left: None, right: None });
    };
    if key < node.key {
        let left = insert(node.left.take(), key, priority);
        if left.priority > node.priority { rotate_right(node, left) } else { node.left = Some(left); node }
    } else if key > node.key {
        let right = insert(node.right.take(), key, priority);
        if right.priority > node.priority { rotate_left(node, right) } else { node.right = Some(right); node }
    } else {
        node
    }
}

fn remove(link: Link, key: i32) -> Link {
    let mut node = link?;
    if key < node.key {
        node.left = remove(node.left.take(), key);
        Some(node)
    } else if key > node.key {
        node.right = remove(node.right.take(), key);
        Some(node)
    } else {
        join(node.left, node.right)
    }
}

fn join(left: Link, right: Link) -> Link {
    match (left, right) {
        (None, one) | (one, None) => one,
        (Some(mut left), Some(mut right)) => {
            if left.priority > right.priority {
                left.right = join(left.right.take(), Some(right));
                Some(left)
            } else {
                right.left = join(Some(left), right.left.take());
                Some(right)
            }
        }
    }
}

fn rotate_right(mut node: Box<Node>, mut top: Box<Node>) -> Box<Node> {
    node.left = top.right.take();
    top.right = Some(node);
    top
}

fn rotate_left(mut node: Box<Node>, mut top: Box<Node>) -> Box<Node> {
    node.right = top.left.take();
    top.left = Some(node);
    top
}

fn sum(link: &Link, before: i64) -> i64 {
    match link {
        None => before,
        Some(node) => sum(&node.right, mix(sum(&node.left, before), i64::from(node.key))),
    }
}

pub fn kernel() -> crate::Kernel {
    Box::new(|| {
        let mut random = Lcg::new(43);
        let mut root: Link = None;
        for _ in 0..12_000 {
            let key = random.below(30_000) as i32;
            root = if random.below(3) == 0 {
                remove(root, key)
            } else {
                Some(insert(root, key, random.below(1 << 30) as i32))
            };
        }
        sum(&root, 0)
    })
}
