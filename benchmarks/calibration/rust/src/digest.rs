//! SHA-512 (FIPS 180-4) of messages of some hundred bytes, chained; by hand, since the standard library has
//! none.

use crate::lcg::{Lcg, mix};

/// The first 64 bits of the fraction of a square or cube root of a prime: the low bits of
/// the largest r with r^n <= prime * 2^(64 n), n being 2 or 3.
fn root_fraction(prime: u64, cube: bool) -> u64 {
    let (mut low, mut high) = (0u128, 1u128 << 68);
    while high - low > 1 {
        let middle = (low + high) / 2;
        if power_at_most(middle, prime, cube) { low = middle } else { high = middle }
    }
    low as u64
}

/// Whether r^n <= prime * 2^(64 n), in limbs of 32 bits.
fn power_at_most(r: u128, prime: u64, cube: bool) -> bool {
    let limbs = |mut value: u128| {
        let mut limbs = Vec::new();
        while value > 0 {
            limbs.push(value as u32);
            value >>= 32;
        }
        limbs
    };
    let times = |a: &[u32], b: &[u32]| {
        let mut product = vec![0u64; a.len() + b.len() + 1];
        for (i, &x) in a.iter().enumerate() {
            let mut carry = 0u64;
            for (j, &y) in b.iter().enumerate() {
                let sum = product[i + j] + u64::from(x) * u64::from(y) + carry;
                product[i + j] = sum & 0xFFFF_FFFF;
                carry = sum >> 32;
            }
            product[i + b.len()] += carry;
        }
        let mut product: Vec<u32> = product.iter().map(|&one| one as u32).collect();
        while product.last() == Some(&0) {
            product.pop();
        }
        product
    };
    let one = limbs(r);
    let mut power = times(&one, &one);
    if cube {
        power = times(&power, &one);
    }
    let mut most = vec![0u32; if cube { 6 } else { 4 }];
    most.extend(limbs(u128::from(prime)));
    power.len() < most.len() || power.len() == most.len() && power.iter().rev().le(most.iter().rev())
}

struct Sha512 {
    start: [u64; 8],
    rounds: [u64; 80],
}

impl Sha512 {
    fn new() -> Self {
        let primes: Vec<u64> = (2..410).filter(|n| (2..*n).all(|d| n % d != 0)).collect();
        Sha512 {
            start: std::array::from_fn(|i| root_fraction(primes[i], false)),
            rounds: std::array::from_fn(|i| root_fraction(primes[i], true)),
        }
    }

    fn block(&self, state: &mut [u64; 8], block: &[u8]) {
        let mut w = [0u64; 80];
        for (word, bytes) in w.iter_mut().zip(block.chunks_exact(8)) {
            *word = u64::from_be_bytes(bytes.try_into().expect("eight bytes"));
        }
        for i in 16..80 {
            let a = w[i - 15];
            let b = w[i - 2];
            let s0 = a.rotate_right(1) ^ a.rotate_right(8) ^ a >> 7;
            let s1 = b.rotate_right(19) ^ b.rotate_right(61) ^ b >> 6;
            w[i] = w[i - 16].wrapping_add(s0).wrapping_add(w[i - 7]).wrapping_add(s1);
        }
        let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = *state;
        for i in 0..80 {
            let s1 = e.rotate_right(14) ^ e.rotate_right(18) ^ e.rotate_right(41);
            let t1 = h
                .wrapping_add(s1)
                .wrapping_add(e & f ^ !e & g)
                .wrapping_add(self.rounds[i])
                .wrapping_add(w[i]);
            let s0 = a.rotate_right(28) ^ a.rotate_right(34) ^ a.rotate_right(39);
            let t2 = s0.wrapping_add(a & b ^ a & c ^ b & c);
            (h, g, f, e) = (g, f, e, d.wrapping_add(t1));
            (d, c, b, a) = (c, b, a, t1.wrapping_add(t2));
        }
        for (one, add) in state.iter_mut().zip([a, b, c, d, e, f, g, h]) {
            *one = one.wrapping_add(add);
        }
    }

    fn digest(&self, parts: [&[u8]; 2]) -> [u8; 64] {
        let mut state = self.start;
        let mut buffer = [0u8; 128];
        let mut filled = 0;
        for part in parts {
            let mut rest = part;
            while !rest.is_empty() {
                let take = rest.len().min(128 - filled);
                buffer[filled..filled + take].copy_from_slice(&rest[..take]);
                filled += take;
                rest = &rest[take..];
                if filled == 128 {
                    self.block(&mut state, &buffer);
                    filled = 0;
                }
            }
        }
        buffer[filled] = 0x80;
        buffer[filled + 1..].fill(0);
        if filled >= 112 {
            self.block(&mut state, &buffer);
            buffer.fill(0);
        }
        let bits = 8 * parts.iter().map(|part| part.len() as u128).sum::<u128>();
        buffer[112..].copy_from_slice(&bits.to_be_bytes());
        self.block(&mut state, &buffer);
        let mut digest = [0u8; 64];
        for (bytes, word) in digest.chunks_exact_mut(8).zip(state) {
            bytes.copy_from_slice(&word.to_be_bytes());
        }
        digest
    }
}

pub fn kernel() -> crate::Kernel {
    let mut random = Lcg::new(13);
    let messages: Vec<Vec<u8>> = (0..300)
        .map(|_| (0..300 + random.below(600)).map(|_| random.below(256) as u8).collect())
        .collect();
    let sha = Sha512::new();
    Box::new(move || {
        let mut chain = [0u8; 64];
        for message in &messages {
            chain = sha.digest([&chain, message]);
        }
        chain.iter().fold(0, |sum, &one| mix(sum, i64::from(one)))
    })
}
