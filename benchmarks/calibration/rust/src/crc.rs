//! Checksums of blocks of 4 KiB, as storage writes them: CRC-32 by slices of 8 bytes, by hand, since the
//! standard library has none.

use crate::lcg::{Lcg, mix};

const BLOCK: usize = 4096;

fn tables() -> [[u32; 256]; 8] {
    let mut tables = [[0u32; 256]; 8];
    for i in 0..256 {
        let mut crc = i as u32;
        for _ in 0..8 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 };
        }
        tables[0][i] = crc;
    }
    for i in 0..256 {
        for k in 1..8 {
            let before = tables[k - 1][i];
            tables[k][i] = (before >> 8) ^ tables[0][(before & 0xFF) as usize];
        }
    }
    tables
}

fn crc32(tables: &[[u32; 256]; 8], data: &[u8]) -> u32 {
    let mut crc = !0u32;
    let eights = data.chunks_exact(8);
    let rest = eights.remainder();
    for eight in eights {
        let low = u32::from_le_bytes([eight[0], eight[1], eight[2], eight[3]]) ^ crc;
        crc = tables[7][(low & 0xFF) as usize]
            ^ tables[6][(low >> 8 & 0xFF) as usize]
            ^ tables[5][(low >> 16 & 0xFF) as usize]
            ^ tables[4][(low >> 24) as usize]
            ^ tables[3][eight[4] as usize]
            ^ tables[2][eight[5] as usize]
            ^ tables[1][eight[6] as usize]
            ^ tables[0][eight[7] as usize];
    }
    for &byte in rest {
        crc = (crc >> 8) ^ tables[0][((crc ^ u32::from(byte)) & 0xFF) as usize];
    }
    !crc
}

pub fn kernel() -> crate::Kernel {
    let mut random = Lcg::new(11);
    let data: Vec<u8> = (0..256 * BLOCK).map(|_| random.below(256) as u8).collect();
    let tables = tables();
    Box::new(move || data.chunks_exact(BLOCK).fold(0, |sum, block| mix(sum, i64::from(crc32(&tables, block)))))
}
