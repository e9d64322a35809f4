package io.github.rustfit.engine.patterns;

/**
 * A pattern of code that tends to hold a defect.
 *
 * @param id its id, also the name of its page
 * @param title a few words
 * @param precision how often a match is worth a look
 * @param rust what Rust's compiler does about it
 * @param speaks whether the class can speak for Rust at all: data races, native memory and
 *     reference counts; what a Java compiler or checker prevents as well never does
 * @param remedy the cheaper guard in Java
 */
public record DefectPattern(
    String id, String title, Precision precision, Rust rust, boolean speaks, String remedy)
    implements SourcePattern {

  /** What Rust does about a class of defects. */
  public enum Rust {
    /** Safe Rust does not compile. */
    PREVENTED("Rust prevents it"),
    /** Some of it does not compile, some does. */
    PARTLY("Rust prevents part of it");

    private final String text;

    Rust(String text) {
      this.text = text;
    }

    /** As a clause. */
    public String text() {
      return text;
    }
  }
}
