//! What every call from Java has in common.

use kernels::Refused;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Done: results and arrays hold what the kernel gave.
pub const OK: i32 = 0;
/// The kernel leaves this call to Java.
pub const TO_JAVA: i32 = 1;
/// The kernel panicked.
pub const PANICKED: i32 = 2;
/// The kernel has no body yet.
pub const OPEN: i32 = 3;

/// Does the work and says how it ended.
pub fn guarded(work: impl FnOnce() -> Result<(), Refused>) -> i32 {
    match given(work) {
        Ok(()) => OK,
        Err(status) => status,
    }
}

/// Does the work and gives its result, or a status that is not OK.
pub fn given<T>(work: impl FnOnce() -> Result<T, Refused>) -> Result<T, i32> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(Ok(result)) => Ok(result),
        Ok(Err(Refused::ToJava)) => Err(TO_JAVA),
        Ok(Err(Refused::Open)) => Err(OPEN),
        Err(payload) => {
            // Dropping what was thrown could panic again, outside of the guard.
            std::mem::forget(payload);
            Err(PANICKED)
        }
    }
}

/// A boolean of Java.
#[allow(dead_code)]
pub fn flag(byte: u8) -> Result<bool, Refused> {
    match byte {
        0 => Ok(false),
        1 => Ok(true),
        _ => Err(Refused::ToJava),
    }
}

/// The value of an array with one element, as which a value crosses that may change.
#[allow(dead_code)]
pub fn one<T>(values: &mut [T]) -> Result<&mut T, Refused> {
    values.first_mut().ok_or(Refused::ToJava)
}

/// Rows that lie behind each other, with these lengths.
#[allow(dead_code)]
pub fn rows<T: Copy>(values: &[T], lengths: &[i32]) -> Result<Vec<Vec<T>>, Refused> {
    let mut left = values;
    let mut rows = Vec::with_capacity(lengths.len());
    for length in lengths {
        let length = usize::try_from(*length).map_err(|_| Refused::ToJava)?;
        if length > left.len() {
            return Err(Refused::ToJava);
        }
        let (row, rest) = left.split_at(length);
        rows.push(row.to_vec());
        left = rest;
    }
    Ok(rows)
}

/// Writes rows back to where they came from; each must have the length that it had.
#[allow(dead_code)]
pub fn put_back<T: Copy>(
    rows: &[Vec<T>],
    lengths: &[i32],
    values: &mut [T],
) -> Result<(), Refused> {
    let mut at = 0;
    for (row, length) in rows.iter().zip(lengths) {
        let end = at + row.len();
        if usize::try_from(*length) != Ok(row.len()) || end > values.len() {
            return Err(Refused::ToJava);
        }
        values[at..end].copy_from_slice(row);
        at = end;
    }
    Ok(())
}

/// # Safety
///
/// `data` points to `length` values that nobody else uses while the slice is in use, or `length`
/// is 0.
#[allow(dead_code)]
pub unsafe fn slice<'a, T>(data: *mut T, length: i64) -> Result<&'a mut [T], Refused> {
    match usize::try_from(length) {
        Ok(0) => Ok(<&mut [T]>::default()),
        Ok(length) if !data.is_null() => {
            // SAFETY: the caller vouches for it.
            Ok(unsafe { std::slice::from_raw_parts_mut(data, length) })
        }
        _ => Err(Refused::ToJava),
    }
}

/// # Safety
///
/// As for [`slice`].
#[allow(dead_code)]
pub unsafe fn flags<'a>(data: *mut u8, length: i64) -> Result<&'a mut [bool], Refused> {
    // SAFETY: the caller vouches for it.
    let bytes = unsafe { slice(data, length) }?;
    for byte in bytes.iter() {
        flag(*byte)?;
    }
    // SAFETY: a bool is a byte that is 0 or 1 (The Rust Reference, Type layout), and all are.
    Ok(unsafe { &mut *(std::ptr::from_mut(bytes) as *mut [bool]) })
}

/// Where a result is, in memory of Rust's, and of how many values.
#[repr(C)]
pub struct Handed<T> {
    data: *mut T,
    length: i64,
}

/// Hands values over to Java, which gives them to [`take_back`] when it has copied them.
///
/// # Safety
///
/// `place` may be written to.
#[allow(dead_code)]
pub unsafe fn hand_over<T>(values: Vec<T>, place: *mut Handed<T>) -> Result<(), Refused> {
    // An array of Java has no more elements than this.
    let count = i32::try_from(values.len()).map_err(|_| Refused::ToJava)?;
    let data = Box::leak(values.into_boxed_slice()).as_mut_ptr();
    let length = i64::from(count);
    // SAFETY: the caller vouches for it.
    unsafe { *place = Handed { data, length } };
    Ok(())
}

/// # Safety
///
/// `data` and `length` come from [`hand_over`] and are given back once.
#[allow(dead_code)]
pub unsafe fn take_back<T>(data: *mut T, length: i64) {
    if let (false, Ok(length)) = (data.is_null(), usize::try_from(length)) {
        // SAFETY: the caller vouches for it.
        drop(unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(data, length)) });
    }
}
