//! Many short-lived trees beside one that stays: allocation and walks.

use crate::lcg::mix;

struct Tree(Option<(Box<Tree>, Box<Tree>)>);

impl Tree {
    fn grow(depth: u32) -> Tree {
        Tree((depth > 0).then(|| (Box::new(Tree::grow(depth - 1)), Box::new(Tree::grow(depth - 1)))))
    }

    fn check(&self) -> i64 {
        match &self.0 {
            None => 1,
            Some((left, right)) => 1 + left.check() + right.check(),
        }
    }
}

pub fn kernel() -> crate::Kernel {
    let stays = Tree::grow(15);
    Box::new(move || {
        let mut sum = 0;
        for depth in (4..=12).step_by(2) {
            for _ in 0..1 << (13 - depth) {
                sum = mix(sum, Tree::grow(depth).check());
            }
        }
        sum.wrapping_add(stays.check())
    })
}
