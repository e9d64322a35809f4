//! The body of the sample's port, with a boundary and a clock that are not rustfit's.

use std::panic::catch_unwind;

/// As the body knows it.
#[derive(Debug, PartialEq, Eq)]
pub enum Refused {
    ToJava,
}

#[path = "../../../../sample-projects/edge-worker/rust/edge-worker-image/core/src/thumbnailer_thumbnail.rs"]
pub mod body;

/// The length of the thumbnail, or -1.
///
/// # Safety
///
/// The picture may be read, and so many bytes of `out` be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn thumbnail(
    picture: *const i8,
    length: i64,
    width: i32,
    quality: i32,
    out: *mut i8,
    most: i64,
) -> i64 {
    // SAFETY: the caller vouches for it.
    let picture = unsafe { std::slice::from_raw_parts(picture, length as usize) };
    match catch_unwind(|| body::thumbnail(picture, length as i32, width, quality)) {
        Ok(Ok(made)) if made.len() as i64 <= most => {
            // SAFETY: the caller vouches for it.
            unsafe { std::ptr::copy_nonoverlapping(made.as_ptr(), out, made.len()) };
            made.len() as i64
        }
        _ => -1,
    }
}
