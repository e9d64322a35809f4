//! In place of `{{method}}`,
//! {{place}}.
//!
//! CONTRACT.md says what the body owes to its caller, and when it is right.

use crate::Refused;

/// The body is open.
///
/// # Errors
///
/// [`Refused::ToJava`] where Java has to do the call, as it does where it throws an exception.
{{signature}} {
{{use}}    Err(Refused::Open)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Fails as soon as there is a body: write tests of the body in its place.
    #[test]
    fn the_body_is_open() {
{{open}}    }
}
