//! What Java does where Rust does something else, or nothing. Straight ports by machine call it.
//!
//! JLS is the Java Language Specification, 25; the rest is said of the methods in the JDK's own
//! documentation.

use crate::Refused;

/// An element of an array (JLS 15.10.4).
///
/// # Errors
///
/// [`Refused::ToJava`] where there is none.
#[inline(always)]
pub fn at<T: Copy>(array: &[T], index: i32) -> Result<T, Refused> {
    // A negative index is widened to a large one.
    array.get(index as usize).copied().ok_or(Refused::ToJava)
}

/// An element of an array, to be written to.
///
/// # Errors
///
/// [`Refused::ToJava`] where there is none.
#[inline(always)]
pub fn at_mut<T>(array: &mut [T], index: i32) -> Result<&mut T, Refused> {
    array.get_mut(index as usize).ok_or(Refused::ToJava)
}

/// A row of an array of arrays.
///
/// # Errors
///
/// [`Refused::ToJava`] where there is none.
#[inline(always)]
pub fn row<T>(array: &[T], index: i32) -> Result<&T, Refused> {
    array.get(index as usize).ok_or(Refused::ToJava)
}

/// A row of an array of arrays, to be written to.
///
/// # Errors
///
/// [`Refused::ToJava`] where there is none.
#[inline(always)]
pub fn row_mut<T>(array: &mut [T], index: i32) -> Result<&mut T, Refused> {
    array.get_mut(index as usize).ok_or(Refused::ToJava)
}

/// A row of an array whose rows are null at first: one without elements may be none.
///
/// # Errors
///
/// [`Refused::ToJava`] where there is none, or it has no elements.
#[inline(always)]
pub fn row_there<T>(array: &[Vec<T>], index: i32) -> Result<&Vec<T>, Refused> {
    let row = array.get(index as usize).ok_or(Refused::ToJava)?;
    if row.is_empty() { Err(Refused::ToJava) } else { Ok(row) }
}

/// The same, to be written to.
///
/// # Errors
///
/// As of [`row_there`].
#[inline(always)]
pub fn row_there_mut<T>(array: &mut [Vec<T>], index: i32) -> Result<&mut Vec<T>, Refused> {
    let row = array.get_mut(index as usize).ok_or(Refused::ToJava)?;
    if row.is_empty() { Err(Refused::ToJava) } else { Ok(row) }
}

/// The length of an array, which is never more than an `int` says.
#[inline(always)]
pub fn len<T>(array: &[T]) -> i32 {
    array.len() as i32
}

fn room<T>(length: i32) -> Result<Vec<T>, Refused> {
    let length = usize::try_from(length).map_err(|_| Refused::ToJava)?;
    let mut elements = Vec::new();
    elements
        .try_reserve_exact(length)
        .map_err(|_| Refused::ToJava)?;
    Ok(elements)
}

/// A new array, all zero (JLS 15.10.2).
///
/// # Errors
///
/// [`Refused::ToJava`] for a negative length, and where there is no memory.
#[inline]
pub fn array<T: Copy + Default>(length: i32) -> Result<Vec<T>, Refused> {
    let mut elements = room(length)?;
    elements.resize(length as usize, T::default());
    Ok(elements)
}

/// A new array of arrays, each like `row`.
///
/// # Errors
///
/// [`Refused::ToJava`] for a negative length, and where there is no memory.
pub fn rows<T: Clone>(length: i32, row: Vec<T>) -> Result<Vec<Vec<T>>, Refused> {
    let mut elements = room(length)?;
    elements.resize(length as usize, row);
    Ok(elements)
}

fn part(length: usize, from: i32, to: i32) -> Result<std::ops::Range<usize>, Refused> {
    if from < 0 || from > to || to as usize > length {
        return Err(Refused::ToJava);
    }
    Ok(from as usize..to as usize)
}

/// `System.arraycopy` between two arrays.
///
/// # Errors
///
/// [`Refused::ToJava`] for a part that one of them has not.
pub fn copy<T: Copy>(
    from: &[T],
    start: i32,
    to: &mut [T],
    at: i32,
    length: i32,
) -> Result<(), Refused> {
    let source = part(from.len(), start, start.checked_add(length).ok_or(Refused::ToJava)?)?;
    let target = part(to.len(), at, at.checked_add(length).ok_or(Refused::ToJava)?)?;
    to[target].copy_from_slice(&from[source]);
    Ok(())
}

/// `System.arraycopy` within an array: as if by way of a temporary one.
///
/// # Errors
///
/// [`Refused::ToJava`] for a part that it has not.
pub fn copy_within<T: Copy>(
    array: &mut [T],
    start: i32,
    at: i32,
    length: i32,
) -> Result<(), Refused> {
    let source = part(array.len(), start, start.checked_add(length).ok_or(Refused::ToJava)?)?;
    let target = part(array.len(), at, at.checked_add(length).ok_or(Refused::ToJava)?)?;
    array.copy_within(source, target.start);
    Ok(())
}

/// `Arrays.fill` of a part.
///
/// # Errors
///
/// [`Refused::ToJava`] for a part that it has not.
pub fn fill<T: Copy>(array: &mut [T], from: i32, to: i32, value: T) -> Result<(), Refused> {
    let range = part(array.len(), from, to)?;
    array[range].fill(value);
    Ok(())
}

/// `Arrays.copyOfRange`, and `Arrays.copyOf` from 0 on: what the array has not is zero.
///
/// # Errors
///
/// [`Refused::ToJava`] for a negative length, for a start that it has not, and where there is no
/// memory.
pub fn copy_of<T: Copy + Default>(array: &[T], from: i32, to: i32) -> Result<Vec<T>, Refused> {
    if from < 0 || from > to || from as usize > array.len() {
        return Err(Refused::ToJava);
    }
    let mut elements = room(to - from)?;
    let end = array.len().min(to as usize);
    elements.extend_from_slice(&array[from as usize..end]);
    elements.resize((to - from) as usize, T::default());
    Ok(elements)
}

/// An index below a length.
///
/// # Errors
///
/// [`Refused::ToJava`] for any other.
pub fn check_index(index: i32, length: i32) -> Result<i32, Refused> {
    if index < 0 || index >= length {
        return Err(Refused::ToJava);
    }
    Ok(index)
}

/// How far a number is turned: by the low bits of the distance, whatever its sign.
pub fn distance(distance: i32) -> u32 {
    (distance & 63) as u32
}

/// `int` and `long`.
pub trait Whole: Copy + Default + Ord {
    /// `/`, which wraps for `MIN / -1`; nothing for a zero.
    fn over(self, divisor: Self) -> Option<Self>;
    /// `%`; nothing for a zero.
    fn rest(self, divisor: Self) -> Option<Self>;
    /// One less.
    fn less_one(self) -> Self;
    /// The sum.
    fn plus(self, other: Self) -> Self;
    /// Whether it has the sign bit.
    fn negative(self) -> bool;
    /// The quotient of both as numbers without sign.
    fn over_unsigned(self, divisor: Self) -> Option<Self>;
    /// The rest of both as numbers without sign.
    fn rest_unsigned(self, divisor: Self) -> Option<Self>;
    /// The order of both as numbers without sign.
    fn compare_unsigned(self, other: Self) -> std::cmp::Ordering;
    /// The highest bit that is set.
    fn highest(self) -> Self;
    /// The lowest bit that is set.
    fn lowest(self) -> Self;
}

macro_rules! whole {
    ($signed:ty, $unsigned:ty) => {
        impl Whole for $signed {
            #[inline(always)]
            fn over(self, divisor: Self) -> Option<Self> {
                (divisor != 0).then(|| self.wrapping_div(divisor))
            }
            #[inline(always)]
            fn rest(self, divisor: Self) -> Option<Self> {
                (divisor != 0).then(|| self.wrapping_rem(divisor))
            }
            fn less_one(self) -> Self {
                self.wrapping_sub(1)
            }
            fn plus(self, other: Self) -> Self {
                self.wrapping_add(other)
            }
            fn negative(self) -> bool {
                self < 0
            }
            fn over_unsigned(self, divisor: Self) -> Option<Self> {
                (self as $unsigned)
                    .checked_div(divisor as $unsigned)
                    .map(|quotient| quotient as $signed)
            }
            fn rest_unsigned(self, divisor: Self) -> Option<Self> {
                (self as $unsigned)
                    .checked_rem(divisor as $unsigned)
                    .map(|rest| rest as $signed)
            }
            fn compare_unsigned(self, other: Self) -> std::cmp::Ordering {
                (self as $unsigned).cmp(&(other as $unsigned))
            }
            fn highest(self) -> Self {
                if self == 0 {
                    0
                } else {
                    ((1 as $unsigned) << (<$unsigned>::BITS - 1 - self.leading_zeros())) as $signed
                }
            }
            fn lowest(self) -> Self {
                self & self.wrapping_neg()
            }
        }
    };
}

whole!(i32, u32);
whole!(i64, u64);

/// `/` of whole numbers (JLS 15.17.2).
///
/// # Errors
///
/// [`Refused::ToJava`] for a divisor of zero.
#[inline(always)]
pub fn div<T: Whole>(dividend: T, divisor: T) -> Result<T, Refused> {
    dividend.over(divisor).ok_or(Refused::ToJava)
}

/// `%` of whole numbers (JLS 15.17.3).
///
/// # Errors
///
/// [`Refused::ToJava`] for a divisor of zero.
#[inline(always)]
pub fn rem<T: Whole>(dividend: T, divisor: T) -> Result<T, Refused> {
    dividend.rest(divisor).ok_or(Refused::ToJava)
}

/// `Math.floorDiv`: rounds towards negative infinity.
///
/// # Errors
///
/// [`Refused::ToJava`] for a divisor of zero.
pub fn floor_div<T: Whole>(dividend: T, divisor: T) -> Result<T, Refused> {
    let quotient = div(dividend, divisor)?;
    let rest = rem(dividend, divisor)?;
    let below = rest != T::default() && rest.negative() != divisor.negative();
    Ok(if below { quotient.less_one() } else { quotient })
}

/// `Math.floorMod`: has the sign of the divisor.
///
/// # Errors
///
/// [`Refused::ToJava`] for a divisor of zero.
pub fn floor_mod<T: Whole>(dividend: T, divisor: T) -> Result<T, Refused> {
    let rest = rem(dividend, divisor)?;
    let below = rest != T::default() && rest.negative() != divisor.negative();
    Ok(if below { rest.plus(divisor) } else { rest })
}

/// `Integer.divideUnsigned`, `Long.divideUnsigned`.
///
/// # Errors
///
/// [`Refused::ToJava`] for a divisor of zero.
pub fn divide_unsigned<T: Whole>(dividend: T, divisor: T) -> Result<T, Refused> {
    dividend.over_unsigned(divisor).ok_or(Refused::ToJava)
}

/// `Integer.remainderUnsigned`, `Long.remainderUnsigned`.
///
/// # Errors
///
/// [`Refused::ToJava`] for a divisor of zero.
pub fn remainder_unsigned<T: Whole>(dividend: T, divisor: T) -> Result<T, Refused> {
    dividend.rest_unsigned(divisor).ok_or(Refused::ToJava)
}

/// `Integer.compareUnsigned`, `Long.compareUnsigned`.
pub fn compare_unsigned<T: Whole>(a: T, b: T) -> i32 {
    a.compare_unsigned(b) as i32
}

/// `Integer.compare`, `Long.compare`, `Boolean.compare`.
pub fn compare<T: Ord>(a: T, b: T) -> i32 {
    a.cmp(&b) as i32
}

/// `Integer.highestOneBit`, `Long.highestOneBit`.
pub fn highest_one_bit<T: Whole>(value: T) -> T {
    value.highest()
}

/// `Integer.lowestOneBit`, `Long.lowestOneBit`.
pub fn lowest_one_bit<T: Whole>(value: T) -> T {
    value.lowest()
}

/// `Math.toIntExact`.
///
/// # Errors
///
/// [`Refused::ToJava`] for what no `int` is.
pub fn to_int_exact(value: i64) -> Result<i32, Refused> {
    i32::try_from(value).map_err(|_| Refused::ToJava)
}

/// `Math.multiplyHigh`: the upper half of the product.
pub fn multiply_high(a: i64, b: i64) -> i64 {
    ((i128::from(a) * i128::from(b)) >> 64) as i64
}

/// `Long.hashCode`.
pub fn hash_i64(value: i64) -> i32 {
    (value ^ ((value as u64) >> 32) as i64) as i32
}

/// `Float.intBitsToFloat`.
pub fn float_of(bits: i32) -> f32 {
    f32::from_bits(bits as u32)
}

/// `Double.longBitsToDouble`.
pub fn double_of(bits: i64) -> f64 {
    f64::from_bits(bits as u64)
}

macro_rules! fraction {
    ($type:ident, $bits:ident, $signed:ident, $nan:literal, $round_to:ident,
     $min:ident, $max:ident, $round:ident, $signum:ident, $compare:ident,
     $canonical:ident, $raw:ident) => {
        /// `Math.min`: a NaN if there is one, and `-0.0` below `0.0`.
        #[inline]
        pub fn $min(a: $type, b: $type) -> $type {
            if a.is_nan() {
                a
            } else if a == 0.0 && b == 0.0 {
                if a.is_sign_negative() { a } else { b }
            } else if a <= b {
                a
            } else {
                b
            }
        }

        /// `Math.max`: a NaN if there is one, and `0.0` above `-0.0`.
        #[inline]
        pub fn $max(a: $type, b: $type) -> $type {
            if a.is_nan() {
                a
            } else if a == 0.0 && b == 0.0 {
                if a.is_sign_negative() { b } else { a }
            } else if a >= b {
                a
            } else {
                b
            }
        }

        /// `Math.round`: halves go up, a NaN is zero, and what is too large is the largest.
        #[inline]
        pub fn $round(value: $type) -> $round_to {
            // The difference is exact where it counts: there, the value is below 2 to the
            // number of bits of a fraction.
            let below = value.floor();
            (if value - below >= 0.5 { below + 1.0 } else { below }) as $round_to
        }

        /// `Math.signum`: zeros and NaN stay.
        pub fn $signum(value: $type) -> $type {
            if value == 0.0 || value.is_nan() {
                value
            } else {
                $type::copysign(1.0, value)
            }
        }

        /// The order of `compare`: `-0.0` below `0.0`, and a NaN above everything.
        pub fn $compare(a: $type, b: $type) -> i32 {
            if a < b {
                -1
            } else if a > b {
                1
            } else {
                $canonical(a).cmp(&$canonical(b)) as i32
            }
        }

        /// Its bits, the same ones for every NaN.
        pub fn $canonical(value: $type) -> $signed {
            if value.is_nan() {
                $nan
            } else {
                value.to_bits() as $signed
            }
        }

        /// Its bits.
        ///
        /// # Errors
        ///
        /// [`Refused::ToJava`] for a NaN: which bits it has is the processor's matter.
        pub fn $raw(value: $type) -> Result<$signed, Refused> {
            if value.is_nan() {
                Err(Refused::ToJava)
            } else {
                Ok(value.to_bits() as $signed)
            }
        }
    };
}

fraction!(
    f32, u32, i32, 0x7fc0_0000, i32, min_f32, max_f32, round_f32, signum_f32, compare_f32,
    bits_f32, raw_bits_f32
);
fraction!(
    f64, u64, i64, 0x7ff8_0000_0000_0000, i64, min_f64, max_f64, round_f64, signum_f64,
    compare_f64, bits_f64, raw_bits_f64
);

/// `Float.hashCode`.
pub fn hash_f32(value: f32) -> i32 {
    bits_f32(value)
}

/// `Double.hashCode`.
pub fn hash_f64(value: f64) -> i32 {
    hash_i64(bits_f64(value))
}

/// How deep calls may go: Java's stack is larger, and says when it is full.
#[derive(Clone, Copy)]
pub struct Stack {
    start: usize,
    depth: u32,
}

impl Stack {
    const DEEPEST: u32 = 3_000;
    const MOST_BYTES: usize = 128 << 10;

    /// At the first call.
    #[must_use]
    pub fn new() -> Self {
        let here = 0_u8;
        Stack {
            start: std::ptr::from_ref(&here) as usize,
            depth: 0,
        }
    }

    /// In a method that was called by another.
    ///
    /// # Errors
    ///
    /// [`Refused::ToJava`] where calls are too deep.
    #[inline(always)]
    pub fn deeper(self) -> Result<Self, Refused> {
        let here = 0_u8;
        let used = self.start.abs_diff(std::ptr::from_ref(&here) as usize);
        if self.depth >= Self::DEEPEST || used > Self::MOST_BYTES {
            return Err(Refused::ToJava);
        }
        Ok(Stack {
            start: self.start,
            depth: self.depth + 1,
        })
    }
}

impl Default for Stack {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Values that the documentation of `java.lang.Math` names.
    #[test]
    fn fractions_are_as_in_java() {
        assert!(min_f64(f64::NAN, 1.0).is_nan() && min_f64(1.0, f64::NAN).is_nan());
        assert!(max_f32(f32::NAN, 1.0).is_nan() && max_f32(1.0, f32::NAN).is_nan());
        assert!(min_f64(0.0, -0.0).is_sign_negative() && min_f64(-0.0, 0.0).is_sign_negative());
        assert!(max_f64(0.0, -0.0).is_sign_positive() && max_f64(-0.0, 0.0).is_sign_positive());
        assert_eq!((round_f64(-2.5), round_f64(2.5), round_f64(f64::NAN)), (-2, 3, 0));
        assert_eq!(round_f64(0.499_999_999_999_999_94), 0);
        assert_eq!((round_f32(f32::INFINITY), round_f64(-1e30)), (i32::MAX, i64::MIN));
        assert_eq!(compare_f64(f64::NAN, f64::INFINITY), 1);
        assert_eq!(compare_f64(-0.0, 0.0), -1);
        assert!(signum_f64(-0.0).is_sign_negative());
    }

    #[test]
    fn whole_numbers_are_as_in_java() {
        assert_eq!(div(i32::MIN, -1), Ok(i32::MIN));
        assert_eq!(rem(i64::MIN, -1), Ok(0));
        assert_eq!(div(1, 0), Err(Refused::ToJava));
        assert_eq!((floor_div(-7, 2), floor_mod(-7, 2)), (Ok(-4), Ok(1)));
        assert_eq!((floor_div(7, -2), floor_mod(7, -2)), (Ok(-4), Ok(-1)));
        assert_eq!(divide_unsigned(-1, 2), Ok(i32::MAX));
        assert_eq!(highest_one_bit(-1_i64), i64::MIN);
        assert_eq!(5_i32.rotate_left(distance(-1)), i32::MIN | 2);
    }

    #[test]
    fn arrays_are_as_in_java() {
        assert_eq!(at(&[1, 2], 1), Ok(2));
        assert_eq!(at(&[1, 2], -1), Err(Refused::ToJava));
        assert_eq!(array::<i32>(-1), Err(Refused::ToJava));
        assert_eq!(copy_of(&[1, 2, 3], 1, 5), Ok(vec![2, 3, 0, 0]));
        assert_eq!(copy_of(&[1], 2, 3), Err(Refused::ToJava));
        let mut all = [1, 2, 3, 4];
        assert_eq!(copy_within(&mut all, 0, 1, 3), Ok(()));
        assert_eq!(all, [1, 1, 2, 3]);
        assert_eq!(copy(&[1], 0, &mut all, 4, 1), Err(Refused::ToJava));
    }
}
