//! Primes by the sieve of Eratosthenes: strides over an array of flags.

use crate::lcg::mix;

const LIMIT: usize = 400_000;

pub fn kernel() -> crate::Kernel {
    Box::new(|| {
        let mut composite = vec![false; LIMIT];
        let mut i = 2;
        while i * i < LIMIT {
            if !composite[i] {
                for j in (i * i..LIMIT).step_by(i) {
                    composite[j] = true;
                }
            }
            i += 1;
        }
        composite.iter().enumerate().skip(2).filter(|(_, composite)| !**composite).fold(0, |sum, (i, _)| mix(sum, i as i64))
    })
}
