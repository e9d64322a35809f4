//! As much of JNI as is needed here, without a crate: its functions lie in a table, by the index
//! that the JNI Specification gives them (chapter 4). Arrays are copied, so that no collection of
//! garbage waits for a kernel.

#![allow(dead_code)]

use crate::boundary::{flag, given};
use kernels::Refused;
use std::cell::RefCell;
use std::ffi::c_void;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};

pub type Env = *mut *const *const c_void;
pub type Object = *mut c_void;

const GET_ARRAY_LENGTH: usize = 171;

/// What Java's arrays are made of.
pub trait Element: Copy {
    /// Index of `New<Type>Array`; those of `Get<Type>ArrayRegion` and `Set<Type>ArrayRegion`
    /// follow from it.
    const NEW: usize;
}

macro_rules! elements {
    ($($type:ty: $index:expr),*) => { $(impl Element for $type { const NEW: usize = $index; })* };
}

// The byte of u8 is a jboolean.
elements!(u8: 175, i8: 176, u16: 177, i16: 178, i32: 179, i64: 180, f32: 181, f64: 182);

/// How many buffers a thread keeps, and how large they may be: 64 MiB in all.
const MOST_KEPT: usize = 4;
const LARGEST_KEPT: usize = (16 << 20) / size_of::<u64>();

thread_local! {
    /// Buffers of calls before: pages that are new cost more than what is copied to them.
    static KEPT: RefCell<Vec<Vec<u64>>> = const { RefCell::new(Vec::new()) };
}

/// The elements of an array of Java's, in a buffer that is used again.
pub struct Values<T: Element> {
    words: Vec<u64>,
    length: usize,
    of: PhantomData<T>,
}

impl<T: Element> Values<T> {
    /// Room for as many elements, none of which is written yet.
    fn room(length: usize) -> Result<Self, Refused> {
        let needed = (length * size_of::<T>()).div_ceil(size_of::<u64>());
        let kept = KEPT.try_with(|kept| {
            let mut kept = kept.borrow_mut();
            let fits = (0..kept.len())
                .filter(|at| kept[*at].capacity() >= needed)
                .min_by_key(|at| kept[*at].capacity());
            fits.map(|at| kept.swap_remove(at))
        });
        let mut words = kept.ok().flatten().unwrap_or_default();
        words
            .try_reserve_exact(needed)
            .map_err(|_| Refused::ToJava)?;
        Ok(Self {
            words,
            length,
            of: PhantomData,
        })
    }
}

impl<T: Element> Deref for Values<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        // SAFETY: there is room for them, aligned for each of them, and `read` wrote them all.
        unsafe { std::slice::from_raw_parts(self.words.as_ptr().cast(), self.length) }
    }
}

impl<T: Element> DerefMut for Values<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        // SAFETY: as for `deref`, and nobody else has the buffer.
        unsafe { std::slice::from_raw_parts_mut(self.words.as_mut_ptr().cast(), self.length) }
    }
}

impl<T: Element> Drop for Values<T> {
    fn drop(&mut self) {
        let words = std::mem::take(&mut self.words);
        if words.capacity() <= LARGEST_KEPT {
            // A thread that ends keeps nothing.
            let _ = KEPT.try_with(|kept| {
                let mut kept = kept.borrow_mut();
                if kept.len() < MOST_KEPT {
                    kept.push(words);
                } else if let Some(least) = kept.iter_mut().min_by_key(|one| one.capacity()) {
                    if least.capacity() < words.capacity() {
                        *least = words;
                    }
                }
            });
        }
    }
}

/// # Safety
///
/// `env` is the one that the JVM passed to this call, and `F` the type of that function.
unsafe fn function<F: Copy>(env: Env, index: usize) -> F {
    const { assert!(size_of::<F>() == size_of::<*const c_void>()) };
    // SAFETY: the table holds a function at each index.
    unsafe { std::mem::transmute_copy(&*(*env).add(index)) }
}

/// What the work gives. Where it gives nothing, how it ended is written to the first element of
/// `status`, and `otherwise` is returned.
///
/// # Safety
///
/// `env` is the one that the JVM passed to this call, and `status` an array of `int`.
pub unsafe fn answer<T>(
    env: Env,
    status: Object,
    otherwise: T,
    work: impl FnOnce() -> Result<T, Refused>,
) -> T {
    match given(work) {
        Ok(result) => result,
        Err(told) => {
            // SAFETY: the caller vouches for it. One element is never too many.
            let _ = unsafe { write(env, status, &[told]) };
            otherwise
        }
    }
}

/// The elements of an array.
///
/// # Safety
///
/// `env` is the one that the JVM passed to this call, and `array` an array of this type or null.
pub unsafe fn read<T: Element>(env: Env, array: Object) -> Result<Values<T>, Refused> {
    type Length = unsafe extern "system" fn(Env, Object) -> i32;
    type Get<T> = unsafe extern "system" fn(Env, Object, i32, i32, *mut T);
    if array.is_null() {
        return Err(Refused::ToJava);
    }
    // SAFETY: the caller vouches for it; the whole array is asked for.
    unsafe {
        let length = function::<Length>(env, GET_ARRAY_LENGTH)(env, array);
        let count = usize::try_from(length).map_err(|_| Refused::ToJava)?;
        let mut values = Values::room(count)?;
        let data = values.words.as_mut_ptr().cast();
        function::<Get<T>>(env, T::NEW + 24)(env, array, 0, length, data);
        Ok(values)
    }
}

/// Writes to the elements of an array that is at least as long.
///
/// # Safety
///
/// As for [`read`].
pub unsafe fn write<T: Element>(env: Env, array: Object, values: &[T]) -> Result<(), Refused> {
    type Set<T> = unsafe extern "system" fn(Env, Object, i32, i32, *const T);
    let length = i32::try_from(values.len()).map_err(|_| Refused::ToJava)?;
    // SAFETY: the caller vouches for it.
    unsafe { function::<Set<T>>(env, T::NEW + 32)(env, array, 0, length, values.as_ptr()) };
    Ok(())
}

/// A new array of these elements; null where there is no memory, and then the JVM throws as soon
/// as this call returns.
///
/// # Safety
///
/// As for [`read`].
pub unsafe fn made<T: Element>(env: Env, values: &[T]) -> Result<Object, Refused> {
    type New = unsafe extern "system" fn(Env, i32) -> Object;
    let length = i32::try_from(values.len()).map_err(|_| Refused::ToJava)?;
    // SAFETY: the caller vouches for it.
    unsafe {
        let array = function::<New>(env, T::NEW)(env, length);
        if !array.is_null() {
            write(env, array, values)?;
        }
        Ok(array)
    }
}

/// [`read`] for booleans.
///
/// # Safety
///
/// As for [`read`].
pub unsafe fn read_flags(env: Env, array: Object) -> Result<Vec<bool>, Refused> {
    // SAFETY: the caller vouches for it.
    let bytes = unsafe { read::<u8>(env, array) }?;
    bytes.iter().copied().map(flag).collect()
}

/// [`write`] for booleans.
///
/// # Safety
///
/// As for [`read`].
pub unsafe fn write_flags(env: Env, array: Object, values: &[bool]) -> Result<(), Refused> {
    // SAFETY: the caller vouches for it.
    unsafe { write(env, array, &bytes(values)) }
}

/// [`made`] for booleans.
///
/// # Safety
///
/// As for [`read`].
pub unsafe fn made_flags(env: Env, values: &[bool]) -> Result<Object, Refused> {
    // SAFETY: the caller vouches for it.
    unsafe { made(env, &bytes(values)) }
}

fn bytes(flags: &[bool]) -> Vec<u8> {
    flags.iter().map(|flag| u8::from(*flag)).collect()
}
