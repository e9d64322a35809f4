//! Knuth's linear congruential generator (MMIX), upper 31 bits: the same inputs in both languages.

pub struct Lcg(u64);

impl Lcg {
    pub fn new(seed: u64) -> Self {
        Lcg(seed)
    }

    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 33) % bound
    }
}

/// Adds to a checksum as Java does.
pub fn mix(sum: i64, value: i64) -> i64 {
    sum.wrapping_mul(31).wrapping_add(value)
}
