//! Derives and simplifies formulas: immutable trees that are made anew in each step.

use crate::lcg::{Lcg, mix};
use std::rc::Rc;

enum Formula {
    Constant(i64),
    Variable,
    Sum(Rc<Formula>, Rc<Formula>),
    Product(Rc<Formula>, Rc<Formula>),
}

use Formula::{Constant, Product, Sum, Variable};

fn derive(formula: &Formula) -> Rc<Formula> {
    Rc::new(match formula {
        Constant(_) => Constant(0),
        Variable => Constant(1),
        Sum(left, right) => Sum(derive(left), derive(right)),
        Product(left, right) => Sum(
            Rc::new(Product(derive(left), right.clone())),
            Rc::new(Product(left.clone(), derive(right))),
        ),
    })
}

fn simplify(formula: &Rc<Formula>) -> Rc<Formula> {
    match formula.as_ref() {
        Constant(_) | Variable => formula.clone(),
        Sum(left, right) => {
            let (a, b) = (simplify(left), simplify(right));
            match (a.as_ref(), b.as_ref()) {
                (Constant(x), Constant(y)) => Rc::new(Constant(x.wrapping_add(*y))),
                (Constant(0), _) => b,
                (_, Constant(0)) => a,
                _ => Rc::new(Sum(a, b)),
            }
        }
        Product(left, right) => {
            let (a, b) = (simplify(left), simplify(right));
            match (a.as_ref(), b.as_ref()) {
                (Constant(0), _) | (_, Constant(0)) => Rc::new(Constant(0)),
                (Constant(1), _) => b,
                (_, Constant(1)) => a,
                _ => Rc::new(Product(a, b)),
            }
        }
    }
}

fn at(formula: &Formula, x: i64) -> i64 {
    match formula {
        Constant(value) => *value,
        Variable => x,
        Sum(left, right) => at(left, x).wrapping_add(at(right, x)),
        Product(left, right) => at(left, x).wrapping_mul(at(right, x)),
    }
}

fn formula(random: &mut Lcg, depth: u32) -> Rc<Formula> {
    if depth == 0 {
        return Rc::new(if random.below(2) == 0 { Variable } else { Constant(random.below(5) as i64) });
    }
    let left = formula(random, depth - 1);
    let right = formula(random, depth - 1);
    Rc::new(if random.below(2) == 0 { Sum(left, right) } else { Product(left, right) })
}

pub fn kernel() -> crate::Kernel {
    let formula = formula(&mut Lcg::new(71), 8);
    Box::new(move || {
        let mut derived = formula.clone();
        let mut sum = 0;
        for _ in 0..3 {
            derived = simplify(&derive(&derived));
            sum = mix(sum, at(&derived, 3));
        }
        sum
    })
}
