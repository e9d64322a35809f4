//! In place of `{{method}}`,
//! {{place}}.
//!
//! A straight port by machine: Java's semantics, line by line. It can prove a gain, not refute one.
//! It is yours to write anew; CONTRACT.md says what the body owes to its caller.
{{code}}