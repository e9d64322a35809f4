//! `Embedding.product(float[], float[])`, src/main/java/io/github/rustfit/samples/prototype/search/Embedding.java:27, by hand.
//!
//! The sum stays in Java's order, or it would not be the same bits; so nothing can be added up side
//! by side, and the loop is as long as Java's.

use crate::Refused;

/// Numbers of an embedding.
const DIMENSIONS: usize = 128;

/// # Errors
///
/// [`Refused::ToJava`] for vectors that are too short, for which Java throws.
pub fn product(p1: &[f32], p2: &[f32]) -> Result<f32, Refused> {
    let (Some(a), Some(b)) = (p1.get(..DIMENSIONS), p2.get(..DIMENSIONS)) else {
        return Err(Refused::ToJava);
    };
    Ok(a.iter().zip(b).fold(0.0, |sum, (x, y)| sum + x * y))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By hand: 1 · 2 in each of 128 places.
    #[test]
    fn places_are_multiplied_and_added_up() {
        assert_eq!(product(&[1.0; 130], &[2.0; 128]), Ok(256.0));
    }

    #[test]
    fn vectors_that_are_too_short_are_left_to_java() {
        assert_eq!(product(&[1.0; 127], &[2.0; 128]), Err(Refused::ToJava));
    }
}
