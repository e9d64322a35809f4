package calibration;

/** A program that does the same operation again and again. */
public interface Kernel {

  /** Does it once; the result is the same in Java and in Rust. */
  long run();
}
