//! Separable Gaussian blur of a grey picture of floats, five taps each way.

use crate::lcg::{Lcg, mix};

const WIDTH: usize = 512;
const HEIGHT: usize = 384;
const TAPS: [f32; 5] = [0.0625, 0.25, 0.375, 0.25, 0.0625];

pub fn kernel() -> crate::Kernel {
    let mut random = Lcg::new(7);
    let picture: Vec<f32> = (0..WIDTH * HEIGHT).map(|_| random.below(256) as f32).collect();
    let mut across = vec![0f32; WIDTH * HEIGHT];
    let mut blurred = vec![0f32; WIDTH * HEIGHT];
    Box::new(move || {
        for (from, to) in picture.chunks_exact(WIDTH).zip(across.chunks_exact_mut(WIDTH)) {
            for (taps, one) in from.windows(5).zip(&mut to[2..]) {
                *one = taps[0] * TAPS[0] + taps[1] * TAPS[1] + taps[2] * TAPS[2] + taps[3] * TAPS[3] + taps[4] * TAPS[4];
            }
        }
        for y in 2..HEIGHT - 2 {
            for x in 0..WIDTH {
                let at = y * WIDTH + x;
                blurred[at] = across[at - 2 * WIDTH] * TAPS[0]
                    + across[at - WIDTH] * TAPS[1]
                    + across[at] * TAPS[2]
                    + across[at + WIDTH] * TAPS[3]
                    + across[at + 2 * WIDTH] * TAPS[4];
            }
        }
        blurred.iter().step_by(97).fold(0, |sum, &one| mix(sum, one as i64))
    })
}
