//! `Thumbnailer.thumbnail(byte[], int, int, int)`, with all of the package `image` behind it, by hand and line by
//! line: src/main/java/io/github/rustfit/samples/edgeworker/image. What differs from the Java code:
//!
//! - colours of a row and weights are numbers of 16 bits, of which a vector instruction takes more at once;
//! - memory is made for each picture, as a kernel keeps nothing;
//! - `sin` of Rust and of Java may differ in the last bit. A weight is rounded to 14 bits, so that is seen in one
//!   of some 100,000,000,000 weights, or in one of some millions of pictures; then a pixel differs by one.

use crate::Refused;
use crate::Refused::ToJava;

const MAX_WIDTH: i32 = 2048;

/// # Errors
///
/// [`Refused::ToJava`] for what is no picture, or a width or quality that is none: Java throws there.
pub fn thumbnail(p1: &[i8], p2: i32, p3: i32, p4: i32) -> Result<Vec<i8>, Refused> {
    if !(1..=MAX_WIDTH).contains(&p3) || !(1..=100).contains(&p4) {
        return Err(ToJava);
    }
    let length = usize::try_from(p2).map_err(|_| ToJava)?;
    let mut decoder = QoiDecoder::start(p1.get(..length).ok_or(ToJava)?)?;
    let (long_width, long_height) = (decoder.width, decoder.height);
    let width = long_width.min(p3 as usize);
    let height = (long_height * width / long_width).max(1);
    let across = Lanczos::between(long_width, width)?;
    let down = Lanczos::between(long_height, height)?;
    let mut row = [(); 3].map(|()| vec![0_i16; long_width]);
    let mut scaled = [(); 3].map(|()| vec![0_i32; width]);
    let mut colours = [(); 3].map(|()| Resampler::new(&across, &down, long_width));
    let mut encoder = JpegEncoder::start(width, height, p4, length / 16);
    for y in 0..long_height {
        decoder.next_row(&mut row)?;
        for (colour, values) in colours.iter_mut().zip(&row) {
            colour.add(y, values);
        }
        while colours[0].complete(y) {
            for (colour, result) in colours.iter_mut().zip(&mut scaled) {
                colour.take(result);
            }
            encoder.row(&scaled);
        }
    }
    Ok(encoder.finish())
}

// --- QoiDecoder

const HEADER_BYTES: usize = 14;
/// Every picture ends in these many bytes, so an operation of five bytes never reads too far.
const END_BYTES: usize = 8;
const MAX_SIDE: usize = 16_384;
const OPAQUE_BLACK: u32 = 0xFF;

struct QoiDecoder<'a> {
    data: &'a [i8],
    position: usize,
    width: usize,
    height: usize,
    pixel: u32,
    run: u32,
    /// Pixels seen lately, as red, green, blue and alpha from the highest byte down.
    seen: [u32; 64],
}

impl<'a> QoiDecoder<'a> {
    fn start(data: &'a [i8]) -> Result<Self, Refused> {
        if data.len() < HEADER_BYTES + END_BYTES || big_endian(data, 0) != 0x716F_6966 {
            return Err(ToJava);
        }
        let width = big_endian(data, 4) as usize;
        let height = big_endian(data, 8) as usize;
        if !(1..=MAX_SIDE).contains(&width) || !(1..=MAX_SIDE).contains(&height) {
            return Err(ToJava);
        }
        Ok(Self {
            data,
            position: HEADER_BYTES,
            width,
            height,
            pixel: OPAQUE_BLACK,
            run: 0,
            seen: [0; 64],
        })
    }

    /// Decodes the next row into one array a colour, values from 0 to 255.
    fn next_row(&mut self, row: &mut [Vec<i16>; 3]) -> Result<(), Refused> {
        let [red, green, blue] = row;
        let end = self.data.len() - END_BYTES;
        let mut at = self.position;
        let mut now = self.pixel;
        let mut left = self.run;
        for ((red, green), blue) in red.iter_mut().zip(green).zip(blue) {
            if left > 0 {
                left -= 1;
            } else {
                if at >= end {
                    return Err(ToJava);
                }
                let operation: &[i8; 5] = self.data[at..].first_chunk().ok_or(ToJava)?;
                let byte = |i: usize| u32::from(operation[i] as u8);
                let first = byte(0);
                at += 1;
                if first < 0x40 {
                    now = self.seen[(first & 63) as usize];
                } else if first < 0x80 {
                    now = moved(now, (first >> 4 & 3) as i32 - 2, (first >> 2 & 3) as i32 - 2, (first & 3) as i32 - 2);
                } else if first < 0xC0 {
                    let second = byte(1);
                    at += 1;
                    let step = (first & 0x3F) as i32 - 32;
                    now = moved(now, step - 8 + (second >> 4) as i32, step, step - 8 + (second & 15) as i32);
                } else if first < 0xFE {
                    left = first & 0x3F;
                } else {
                    let alpha = if first == 0xFF { byte(4) } else { now & 0xFF };
                    now = byte(1) << 24 | byte(2) << 16 | byte(3) << 8 | alpha;
                    at += if first == 0xFF { 4 } else { 3 };
                }
                self.seen[slot(now)] = now;
            }
            *red = (now >> 24) as i16;
            *green = (now >> 16 & 0xFF) as i16;
            *blue = (now >> 8 & 0xFF) as i16;
        }
        self.position = at;
        self.pixel = now;
        self.run = left;
        Ok(())
    }
}

fn moved(from: u32, red: i32, green: i32, blue: i32) -> u32 {
    ((from >> 24).wrapping_add_signed(red) & 0xFF) << 24
        | ((from >> 16).wrapping_add_signed(green) & 0xFF) << 16
        | ((from >> 8).wrapping_add_signed(blue) & 0xFF) << 8
        | from & 0xFF
}

fn slot(of: u32) -> usize {
    let sum = (of >> 24) * 3 + (of >> 16 & 0xFF) * 5 + (of >> 8 & 0xFF) * 7 + (of & 0xFF) * 11;
    (sum & 63) as usize
}

fn big_endian(bytes: &[i8], at: usize) -> u32 {
    bytes[at..at + 4].iter().fold(0, |number, byte| number << 8 | u32::from(*byte as u8))
}

// --- Lanczos

const BITS: u32 = 14;
const ONE: i32 = 1 << BITS;
const LOBES: f64 = 3.0;

/// The weights that scale a side of a picture, as fixed-point numbers.
struct Lanczos {
    /// How many neighbours on the long side make up one on the short side.
    taps: usize,
    /// The first of them.
    starts: Vec<usize>,
    /// Those of all results, one behind the other; each result's add up to [`ONE`].
    weights: Vec<i16>,
}

impl Lanczos {
    fn between(from: usize, to: usize) -> Result<Self, Refused> {
        let scale = from as f64 / to as f64;
        let reach = LOBES * scale;
        let taps = from.min((2.0 * reach).ceil() as usize + 1);
        let mut starts = Vec::with_capacity(to);
        let mut weights = Vec::with_capacity(to * taps);
        let mut exact = vec![0.0; taps];
        for i in 0..to {
            let centre = (i as f64 + 0.5) * scale;
            let start = ((centre - reach - 0.5).ceil() as i64).min((from - taps) as i64).max(0) as usize;
            let mut sum = 0.0;
            for (tap, exact) in exact.iter_mut().enumerate() {
                *exact = kernel(((start + tap) as f64 + 0.5 - centre) / scale);
                sum += *exact;
            }
            starts.push(start);
            round(&exact, sum, &mut weights)?;
        }
        Ok(Self { taps, starts, weights })
    }
}

fn round(exact: &[f64], sum: f64, weights: &mut Vec<i16>) -> Result<(), Refused> {
    let mut left = ONE;
    let mut rounded: Vec<i32> = Vec::with_capacity(exact.len());
    let mut largest = 0;
    for (tap, value) in exact.iter().enumerate() {
        let weight = half_up(value / sum * f64::from(ONE));
        rounded.push(weight);
        left -= weight;
        if weight > rounded[largest] {
            largest = tap;
        }
    }
    rounded[largest] += left;
    for weight in rounded {
        weights.push(i16::try_from(weight).map_err(|_| ToJava)?);
    }
    Ok(())
}

/// `Math.round`: halves go up.
fn half_up(value: f64) -> i32 {
    let floor = value.floor();
    (if value - floor >= 0.5 { floor + 1.0 } else { floor }) as i32
}

fn kernel(x: f64) -> f64 {
    if x == 0.0 {
        return 1.0;
    }
    if x.abs() >= LOBES {
        return 0.0;
    }
    let angle = std::f64::consts::PI * x;
    LOBES * angle.sin() * (angle / LOBES).sin() / (angle * angle)
}

// --- Resampler

const HALF: i32 = ONE / 2;

/// Scales one colour of a picture down, row by row.
struct Resampler<'a> {
    across: &'a Lanczos,
    down: &'a Lanczos,
    sums: Vec<Vec<i32>>,
    clamped: Vec<i16>,
    next: usize,
}

impl<'a> Resampler<'a> {
    fn new(across: &'a Lanczos, down: &'a Lanczos, width: usize) -> Self {
        let sums = vec![vec![HALF; width]; overlap(down)];
        Self { across, down, sums, clamped: vec![0; width], next: 0 }
    }

    /// Adds a row of the picture; rows come from the top.
    fn add(&mut self, row: usize, values: &[i16]) {
        let taps = self.down.taps;
        let sums = self.sums.len();
        for (result, start) in self.down.starts.iter().enumerate().skip(self.next) {
            if *start > row {
                break;
            }
            let tap = row - start;
            if tap < taps {
                accumulate(&mut self.sums[result % sums], values, self.down.weights[result * taps + tap]);
            }
        }
    }

    /// Whether the next row of the result is complete once that row of the picture has been added.
    fn complete(&self, row: usize) -> bool {
        self.down.starts.get(self.next).is_some_and(|start| start + self.down.taps <= row + 1)
    }

    /// Moves on to the next row of the result and writes the complete one, values from 0 to 255.
    fn take(&mut self, result: &mut [i32]) {
        let sums = self.sums.len();
        let sum = &mut self.sums[self.next % sums];
        for (clamped, sum) in self.clamped.iter_mut().zip(sum.iter()) {
            *clamped = clamp(sum >> BITS) as i16;
        }
        let taps = self.across.taps;
        let weights = self.across.weights.chunks_exact(taps);
        for ((result, start), weights) in result.iter_mut().zip(&self.across.starts).zip(weights) {
            *result = clamp(weighted(&self.clamped[*start..start + taps], weights) >> BITS);
        }
        sum.fill(HALF);
        self.next += 1;
    }
}

/// How many rows of the result a row of the picture contributes to, at most.
fn overlap(down: &Lanczos) -> usize {
    let mut most = 1;
    let mut first = 0;
    for (last, start) in down.starts.iter().enumerate() {
        while down.starts[first] + down.taps <= *start {
            first += 1;
        }
        most = most.max(last - first + 1);
    }
    most
}

fn accumulate(sum: &mut [i32], values: &[i16], weight: i16) {
    for (sum, value) in sum.iter_mut().zip(values) {
        *sum += i32::from(*value) * i32::from(weight);
    }
}

fn weighted(values: &[i16], weights: &[i16]) -> i32 {
    values.iter().zip(weights).fold(HALF, |sum, (value, weight)| sum + i32::from(*value) * i32::from(*weight))
}

fn clamp(value: i32) -> i32 {
    value.clamp(0, 255)
}

// --- JpegEncoder

/// Rows and columns of a unit: four blocks of brightness and one of each colour difference.
const UNIT: usize = 16;

/// Rows and columns of a block.
const SIZE: usize = 8;

type Block = [i32; SIZE * SIZE];

struct JpegEncoder {
    out: BitWriter,
    luma: BlockEncoder,
    blueness: BlockEncoder,
    redness: BlockEncoder,
    y: Vec<i32>,
    cb: Vec<i32>,
    cr: Vec<i32>,
    width: usize,
    padded: usize,
    rows: usize,
}

impl JpegEncoder {
    fn start(width: usize, height: usize, quality: i32, expected: usize) -> Self {
        let padded = width.div_ceil(UNIT) * UNIT;
        let for_luma = Quantizer::new(&LUMA, quality);
        let for_chroma = Quantizer::new(&CHROMA, quality);
        let mut out = BitWriter { bytes: Vec::with_capacity(expected), pending: 0, bits: 0 };
        header(&mut out, width, height, &for_luma, &for_chroma);
        Self {
            out,
            luma: BlockEncoder { dc: &LUMA_DC, ac: &LUMA_AC, quantizer: for_luma, previous: 0 },
            blueness: BlockEncoder { dc: &CHROMA_DC, ac: &CHROMA_AC, quantizer: for_chroma.clone(), previous: 0 },
            redness: BlockEncoder { dc: &CHROMA_DC, ac: &CHROMA_AC, quantizer: for_chroma, previous: 0 },
            y: vec![0; UNIT * padded],
            cb: vec![0; UNIT * padded],
            cr: vec![0; UNIT * padded],
            width,
            padded,
            rows: 0,
        }
    }

    /// Adds a row, values from 0 to 255.
    fn row(&mut self, colours: &[Vec<i32>; 3]) {
        let place = self.rows * self.padded..(self.rows + 1) * self.padded;
        convert(
            colours,
            self.width,
            &mut self.y[place.clone()],
            &mut self.cb[place.clone()],
            &mut self.cr[place],
        );
        self.rows += 1;
        if self.rows == UNIT {
            self.flush();
        }
    }

    fn finish(mut self) -> Vec<i8> {
        if self.rows > 0 {
            let last = (self.rows - 1) * self.padded..self.rows * self.padded;
            for row in self.rows..UNIT {
                for values in [&mut self.y, &mut self.cb, &mut self.cr] {
                    values.copy_within(last.clone(), row * self.padded);
                }
            }
            self.flush();
        }
        self.out.flush_bits();
        self.out.short(0xFFD9);
        self.out.bytes
    }

    fn flush(&mut self) {
        for x in (0..self.padded).step_by(UNIT) {
            for (left, top) in [(0, 0), (SIZE, 0), (0, SIZE), (SIZE, SIZE)] {
                let block = copy(&self.y, self.padded, x + left, top);
                self.luma.write(block, &mut self.out);
            }
            self.blueness.write(halved(&self.cb, self.padded, x), &mut self.out);
            self.redness.write(halved(&self.cr, self.padded, x), &mut self.out);
        }
        self.rows = 0;
    }
}

/// Weights of ITU-R BT.601 as JFIF uses them, times 65,536; brightness is centred on 0.
fn convert(colours: &[Vec<i32>; 3], width: usize, to_y: &mut [i32], to_cb: &mut [i32], to_cr: &mut [i32]) {
    let [red, green, blue] = colours;
    let from = red.iter().zip(green).zip(blue);
    let to = to_y.iter_mut().zip(to_cb.iter_mut()).zip(to_cr.iter_mut());
    for (((r, g), b), ((y, cb), cr)) in from.zip(to) {
        *y = ((19_595 * r + 38_470 * g + 7_471 * b + 32_768) >> 16) - 128;
        *cb = (-11_059 * r - 21_709 * g + 32_768 * b + 32_768) >> 16;
        *cr = (32_768 * r - 27_439 * g - 5_329 * b + 32_768) >> 16;
    }
    for to in [to_y, to_cb, to_cr] {
        let last = to[width - 1];
        to[width..].fill(last);
    }
}

fn copy(from: &[i32], padded: usize, x: usize, top: usize) -> Block {
    let mut block = [0; SIZE * SIZE];
    for (i, row) in block.chunks_exact_mut(SIZE).enumerate() {
        let at = (top + i) * padded + x;
        row.copy_from_slice(&from[at..at + SIZE]);
    }
    block
}

fn halved(from: &[i32], padded: usize, x: usize) -> Block {
    let mut block = [0; SIZE * SIZE];
    for (i, row) in block.chunks_exact_mut(SIZE).enumerate() {
        let at = 2 * i * padded + x;
        let upper = from[at..at + UNIT].chunks_exact(2);
        let lower = from[at + padded..at + padded + UNIT].chunks_exact(2);
        for ((value, upper), lower) in row.iter_mut().zip(upper).zip(lower) {
            *value = (upper[0] + upper[1] + lower[0] + lower[1] + 2) >> 2;
        }
    }
    block
}

// --- JpegHeader

fn header(out: &mut BitWriter, width: usize, height: usize, luma: &Quantizer, chroma: &Quantizer) {
    out.short(0xFFD8);
    // JFIF, version 1.1, square pixels, no preview.
    out.short(0xFFE0);
    out.short(16);
    out.all(b"JFIF\0");
    out.short(0x0101);
    out.byte(0);
    out.short(1);
    out.short(1);
    out.short(0);
    for (id, quantizer) in [(0, luma), (1, chroma)] {
        out.short(0xFFDB);
        out.short(3 + 64);
        out.byte(id);
        for place in ZIGZAG {
            out.byte(quantizer.steps[place] as u8);
        }
    }
    // The frame: three channels of eight bits; brightness has twice the resolution of the others.
    out.short(0xFFC0);
    out.short(17);
    out.byte(8);
    out.short(height as u16);
    out.short(width as u16);
    out.all(&[3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]);
    for (id, table) in [(0x00, &LUMA_DC), (0x10, &LUMA_AC), (0x01, &CHROMA_DC), (0x11, &CHROMA_AC)] {
        out.short(0xFFC4);
        out.short((3 + table.counts.len() + table.values.len()) as u16);
        out.byte(id);
        out.all(&table.counts);
        out.all(table.values);
    }
    // The scan.
    out.short(0xFFDA);
    out.short(12);
    out.all(&[3, 1, 0, 2, 0x11, 3, 0x11, 0, 63, 0]);
}

// --- BlockEncoder

/// Writes the blocks of one colour channel; each block's mean is told as a difference.
struct BlockEncoder {
    dc: &'static HuffmanTable,
    ac: &'static HuffmanTable,
    quantizer: Quantizer,
    previous: i32,
}

impl BlockEncoder {
    /// Transforms, quantizes and writes a block.
    fn write(&mut self, mut block: Block, out: &mut BitWriter) {
        transform(&mut block);
        let quantized = self.quantizer.quantize(&block);
        let difference = quantized[0] - self.previous;
        self.previous = quantized[0];
        let bits = size(difference);
        self.dc.write(bits, out);
        out.write(bits_of(difference, bits), bits);
        let mut zeros = 0;
        for value in &quantized[1..] {
            if *value == 0 {
                zeros += 1;
                continue;
            }
            while zeros > 15 {
                self.ac.write(0xF0, out);
                zeros -= 16;
            }
            let bits = size(*value);
            self.ac.write(zeros << 4 | bits, out);
            out.write(bits_of(*value, bits), bits);
            zeros = 0;
        }
        if zeros > 0 {
            self.ac.write(0, out);
        }
    }
}

fn size(value: i32) -> u32 {
    i32::BITS - value.unsigned_abs().leading_zeros()
}

/// A negative value is written as the one less, in as many bits as its size needs.
fn bits_of(value: i32, bits: u32) -> u32 {
    (if value < 0 { value - 1 } else { value }) as u32 & ((1 << bits) - 1)
}

// --- BitWriter

struct BitWriter {
    bytes: Vec<i8>,
    pending: u64,
    bits: u32,
}

impl BitWriter {
    /// Adds up to 16 bits of entropy-coded data, the highest first.
    fn write(&mut self, value: u32, bits: u32) {
        self.pending = self.pending << bits | u64::from(value);
        self.bits += bits;
        while self.bits >= 8 {
            self.bits -= 8;
            let byte = (self.pending >> self.bits) as u8;
            self.byte(byte);
            // In entropy-coded data a byte of ones is followed by a byte of zeros.
            if byte == 0xFF {
                self.byte(0);
            }
        }
    }

    /// Fills the last byte up with ones.
    fn flush_bits(&mut self) {
        if self.bits > 0 {
            let missing = 8 - self.bits;
            self.write((1 << missing) - 1, missing);
        }
    }

    fn byte(&mut self, byte: u8) {
        self.bytes.push(byte as i8);
    }

    fn short(&mut self, value: u16) {
        self.all(&value.to_be_bytes());
    }

    fn all(&mut self, bytes: &[u8]) {
        self.bytes.extend(bytes.iter().map(|byte| *byte as i8));
    }
}

// --- Quantizer: the tables are those of ITU-T T.81, annex K.

/// Where the coefficients of a block stand, in the order in which they are written.
#[rustfmt::skip]
const ZIGZAG: [usize; 64] = [
    0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20,
    13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59,
    52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
];

#[rustfmt::skip]
const LUMA: [i32; 64] = [
    16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56,
    14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113,
    92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
];

#[rustfmt::skip]
const CHROMA: [i32; 64] = [
    17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99,
    47, 66, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
];

/// What [`transform`] leaves the coefficients larger by.
const DCT_SCALE: i32 = 8;

#[derive(Clone)]
struct Quantizer {
    steps: [i32; 64],
    /// 2^32 / divisor, rounded up: multiplying by it is exact for coefficients below 2^16.
    reciprocals: [i64; 64],
}

impl Quantizer {
    fn new(table: &[i32; 64], quality: i32) -> Self {
        let scale = if quality < 50 { 5000 / quality } else { 200 - 2 * quality };
        let steps = table.map(|value| ((value * scale + 50) / 100).clamp(1, 255));
        let reciprocals = steps.map(|step| {
            let divisor = i64::from(step * DCT_SCALE);
            ((1 << 32) + divisor - 1) / divisor
        });
        Self { steps, reciprocals }
    }

    /// The quantized coefficients of a block in zigzag order.
    fn quantize(&self, block: &Block) -> Block {
        ZIGZAG.map(|place| {
            let coefficient = block[place];
            let size = i64::from(coefficient.abs() + self.steps[place] * (DCT_SCALE / 2));
            let quotient = ((size * self.reciprocals[place]) as u64 >> 32) as i32;
            if coefficient < 0 { -quotient } else { quotient }
        })
    }
}

// --- HuffmanTable: the codes of ITU-T T.81, annex K.3, for values of one byte.

struct HuffmanTable {
    counts: [u8; 16],
    values: &'static [u8],
    codes: [u16; 256],
    lengths: [u8; 256],
}

impl HuffmanTable {
    /// Takes how many codes have 1 to 16 bits, and the values in the order of their codes.
    const fn new(counts: [u8; 16], values: &'static [u8]) -> Self {
        let mut table = Self { counts, values, codes: [0; 256], lengths: [0; 256] };
        let mut code: u16 = 0;
        let mut at = 0;
        let mut length = 1;
        while length <= 16 {
            let mut i = 0;
            while i < counts[length - 1] {
                let value = values[at] as usize;
                at += 1;
                table.codes[value] = code;
                code += 1;
                table.lengths[value] = length as u8;
                i += 1;
            }
            code <<= 1;
            length += 1;
        }
        table
    }

    fn write(&self, value: u32, out: &mut BitWriter) {
        let value = (value & 0xFF) as usize;
        out.write(u32::from(self.codes[value]), u32::from(self.lengths[value]));
    }
}

static LUMA_DC: HuffmanTable =
    HuffmanTable::new([0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0], &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
static CHROMA_DC: HuffmanTable =
    HuffmanTable::new([0, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0], &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
#[rustfmt::skip]
static LUMA_AC: HuffmanTable = HuffmanTable::new(
    [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 125],
    &[
        0x01, 0x02, 0x03, 0x00, 0x04, 0x11, 0x05, 0x12, 0x21, 0x31, 0x41, 0x06, 0x13, 0x51, 0x61, 0x07, 0x22, 0x71,
        0x14, 0x32, 0x81, 0x91, 0xA1, 0x08, 0x23, 0x42, 0xB1, 0xC1, 0x15, 0x52, 0xD1, 0xF0, 0x24, 0x33, 0x62, 0x72,
        0x82, 0x09, 0x0A, 0x16, 0x17, 0x18, 0x19, 0x1A, 0x25, 0x26, 0x27, 0x28, 0x29, 0x2A, 0x34, 0x35, 0x36, 0x37,
        0x38, 0x39, 0x3A, 0x43, 0x44, 0x45, 0x46, 0x47, 0x48, 0x49, 0x4A, 0x53, 0x54, 0x55, 0x56, 0x57, 0x58, 0x59,
        0x5A, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6A, 0x73, 0x74, 0x75, 0x76, 0x77, 0x78, 0x79, 0x7A, 0x83,
        0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8A, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99, 0x9A, 0xA2, 0xA3,
        0xA4, 0xA5, 0xA6, 0xA7, 0xA8, 0xA9, 0xAA, 0xB2, 0xB3, 0xB4, 0xB5, 0xB6, 0xB7, 0xB8, 0xB9, 0xBA, 0xC2, 0xC3,
        0xC4, 0xC5, 0xC6, 0xC7, 0xC8, 0xC9, 0xCA, 0xD2, 0xD3, 0xD4, 0xD5, 0xD6, 0xD7, 0xD8, 0xD9, 0xDA, 0xE1, 0xE2,
        0xE3, 0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEA, 0xF1, 0xF2, 0xF3, 0xF4, 0xF5, 0xF6, 0xF7, 0xF8, 0xF9, 0xFA,
    ],
);
#[rustfmt::skip]
static CHROMA_AC: HuffmanTable = HuffmanTable::new(
    [0, 2, 1, 2, 4, 4, 3, 4, 7, 5, 4, 4, 0, 1, 2, 119],
    &[
        0x00, 0x01, 0x02, 0x03, 0x11, 0x04, 0x05, 0x21, 0x31, 0x06, 0x12, 0x41, 0x51, 0x07, 0x61, 0x71, 0x13, 0x22,
        0x32, 0x81, 0x08, 0x14, 0x42, 0x91, 0xA1, 0xB1, 0xC1, 0x09, 0x23, 0x33, 0x52, 0xF0, 0x15, 0x62, 0x72, 0xD1,
        0x0A, 0x16, 0x24, 0x34, 0xE1, 0x25, 0xF1, 0x17, 0x18, 0x19, 0x1A, 0x26, 0x27, 0x28, 0x29, 0x2A, 0x35, 0x36,
        0x37, 0x38, 0x39, 0x3A, 0x43, 0x44, 0x45, 0x46, 0x47, 0x48, 0x49, 0x4A, 0x53, 0x54, 0x55, 0x56, 0x57, 0x58,
        0x59, 0x5A, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6A, 0x73, 0x74, 0x75, 0x76, 0x77, 0x78, 0x79, 0x7A,
        0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8A, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99, 0x9A,
        0xA2, 0xA3, 0xA4, 0xA5, 0xA6, 0xA7, 0xA8, 0xA9, 0xAA, 0xB2, 0xB3, 0xB4, 0xB5, 0xB6, 0xB7, 0xB8, 0xB9, 0xBA,
        0xC2, 0xC3, 0xC4, 0xC5, 0xC6, 0xC7, 0xC8, 0xC9, 0xCA, 0xD2, 0xD3, 0xD4, 0xD5, 0xD6, 0xD7, 0xD8, 0xD9, 0xDA,
        0xE2, 0xE3, 0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEA, 0xF2, 0xF3, 0xF4, 0xF5, 0xF6, 0xF7, 0xF8, 0xF9, 0xFA,
    ],
);
// --- Dct: after C. Loeffler, A. Ligtenberg and G. Moschytz (ICASSP 1989).

const DCT_BITS: i32 = 13;
const PASS_BITS: i32 = 2;

// Cosines and their sums, times 8,192.
const C_0_298631336: i32 = 2446;
const C_0_390180644: i32 = 3196;
const C_0_541196100: i32 = 4433;
const C_0_765366865: i32 = 6270;
const C_0_899976223: i32 = 7373;
const C_1_175875602: i32 = 9633;
const C_1_501321110: i32 = 12299;
const C_1_847759065: i32 = 15137;
const C_1_961570560: i32 = 16069;
const C_2_053119869: i32 = 16819;
const C_2_562915447: i32 = 20995;
const C_3_072711026: i32 = 25172;

/// Replaces samples from -128 to 127 by their coefficients, eight times as large.
fn transform(block: &mut Block) {
    for row in 0..SIZE {
        pass::<1, { -PASS_BITS }, { DCT_BITS - PASS_BITS }>(block, row * SIZE);
    }
    for column in 0..SIZE {
        pass::<SIZE, PASS_BITS, { DCT_BITS + PASS_BITS }>(block, column);
    }
}

fn pass<const STEP: usize, const EVEN_SHIFT: i32, const SHIFT: i32>(d: &mut Block, at: usize) {
    let s0 = d[at] + d[at + 7 * STEP];
    let s7 = d[at] - d[at + 7 * STEP];
    let s1 = d[at + STEP] + d[at + 6 * STEP];
    let s6 = d[at + STEP] - d[at + 6 * STEP];
    let s2 = d[at + 2 * STEP] + d[at + 5 * STEP];
    let s5 = d[at + 2 * STEP] - d[at + 5 * STEP];
    let s3 = d[at + 3 * STEP] + d[at + 4 * STEP];
    let s4 = d[at + 3 * STEP] - d[at + 4 * STEP];

    let e0 = s0 + s3;
    let e3 = s0 - s3;
    let e1 = s1 + s2;
    let e2 = s1 - s2;
    d[at] = scaled::<EVEN_SHIFT>(e0 + e1);
    d[at + 4 * STEP] = scaled::<EVEN_SHIFT>(e0 - e1);
    let turn = (e2 + e3) * C_0_541196100;
    d[at + 2 * STEP] = scaled::<SHIFT>(turn + e3 * C_0_765366865);
    d[at + 6 * STEP] = scaled::<SHIFT>(turn - e2 * C_1_847759065);

    let z5 = (s4 + s6 + s5 + s7) * C_1_175875602;
    let z1 = -(s4 + s7) * C_0_899976223;
    let z2 = -(s5 + s6) * C_2_562915447;
    let z3 = z5 - (s4 + s6) * C_1_961570560;
    let z4 = z5 - (s5 + s7) * C_0_390180644;
    d[at + 7 * STEP] = scaled::<SHIFT>(s4 * C_0_298631336 + z1 + z3);
    d[at + 5 * STEP] = scaled::<SHIFT>(s5 * C_2_053119869 + z2 + z4);
    d[at + 3 * STEP] = scaled::<SHIFT>(s6 * C_3_072711026 + z2 + z3);
    d[at + STEP] = scaled::<SHIFT>(s7 * C_1_501321110 + z1 + z4);
}

fn scaled<const SHIFT: i32>(value: i32) -> i32 {
    if SHIFT < 0 { value << -SHIFT } else { (value + (1 << (SHIFT - 1))) >> SHIFT }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One pixel of red by the QOI specification: header, QOI_OP_RGB, the end's eight bytes.
    const RED: [i8; 26] = [
        0x71, 0x6F, 0x69, 0x66, 0, 0, 0, 1, 0, 0, 0, 1, 3, 0, -2, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1,
    ];

    #[test]
    fn a_picture_becomes_a_file_that_begins_and_ends_as_jpeg_does() {
        let made = thumbnail(&RED, 26, 640, 80).unwrap();
        assert_eq!(made[..4], [-1, 0xD8_u8 as i8, -1, 0xE0_u8 as i8]);
        assert_eq!(made[made.len() - 2..], [-1, 0xD9_u8 as i8]);
    }

    #[test]
    fn what_is_no_picture_or_no_size_is_left_to_java() {
        let mut other = RED;
        other[0] = 0;
        assert_eq!(thumbnail(&other, 26, 640, 80), Err(ToJava));
        assert_eq!(thumbnail(&RED[..21], 21, 640, 80), Err(ToJava));
        assert_eq!(thumbnail(&RED, 27, 640, 80), Err(ToJava));
        assert_eq!(thumbnail(&RED, -1, 640, 80), Err(ToJava));
        for (wanted, quality) in [(0, 80), (2049, 80), (640, 0), (640, 101)] {
            assert_eq!(thumbnail(&RED, 26, wanted, quality), Err(ToJava));
        }
        // Two rows are promised, and one is there.
        let mut short = RED;
        short[11] = 2;
        assert_eq!(thumbnail(&short, 26, 640, 80), Err(ToJava));
    }

    /// They make up the whole, whatever the sides; one to one nothing is mixed.
    #[test]
    fn weights_add_up_to_one() {
        for (from, to) in [(1632, 640), (4000, 640), (7, 7), (1, 1), (2, 1)] {
            let lanczos = Lanczos::between(from, to).unwrap();
            for weights in lanczos.weights.chunks_exact(lanczos.taps) {
                assert_eq!(weights.iter().map(|weight| i32::from(*weight)).sum::<i32>(), ONE);
            }
        }
        let same = Lanczos::between(9, 9).unwrap();
        for weights in same.weights.chunks_exact(same.taps) {
            assert_eq!(weights.iter().filter(|weight| **weight != 0).count(), 1);
        }
    }

    /// A block of one value has a mean of eight times that (ITU-T T.81, A.3.3), here eight times as large, and
    /// nothing else.
    #[test]
    fn a_plain_block_is_nothing_but_its_mean() {
        let mut block = [3; 64];
        transform(&mut block);
        let mut expected = [0; 64];
        expected[0] = 3 * 8 * 8;
        assert_eq!(block, expected);
    }

    #[test]
    fn halves_go_up_as_in_java() {
        assert_eq!([-1.5, -0.5, 0.5, 2.5, 0.49999999999999994].map(half_up), [-1, 0, 1, 3, 0]);
    }
}
