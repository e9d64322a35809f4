//! How long each point of a grid stays near: doubles in registers.

const SIZE: usize = 160;
const MOST: i64 = 120;

fn steps(cr: f64, ci: f64) -> i64 {
    let (mut re, mut im, mut steps) = (0.0, 0.0, 0);
    while steps < MOST && re * re + im * im <= 4.0 {
        (re, im) = (re * re - im * im + cr, 2.0 * re * im + ci);
        steps += 1;
    }
    steps
}

pub fn kernel() -> crate::Kernel {
    Box::new(|| {
        let mut sum = 0;
        for row in 0..SIZE {
            let ci = 2.0 * row as f64 / SIZE as f64 - 1.0;
            for column in 0..SIZE {
                sum += steps(3.0 * column as f64 / SIZE as f64 - 2.0, ci);
            }
        }
        sum
    })
}
