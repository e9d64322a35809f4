//! The kernels: plain Rust, which knows nothing of Java. CONTRACT.md says what each owes.

#![forbid(unsafe_code)]

{{modules}}
/// Why a kernel gives no result. Java then runs its own code on the arguments as they were.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The body is not written yet.
    Open,
    /// Java has to do this call: it throws an exception, or the kernel does not do such arguments.
    ToJava,
}
