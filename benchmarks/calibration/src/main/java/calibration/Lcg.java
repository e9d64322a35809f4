package calibration;

/** Knuth's linear congruential generator (MMIX), upper 31 bits: the same inputs in both languages. */
public final class Lcg {

  private long state;

  /** Starts there. */
  public Lcg(long seed) {
    state = seed;
  }

  /** A number from 0 to below the bound. */
  public int below(int bound) {
    state = state * 6364136223846793005L + 1442695040888963407L;
    return (int) ((state >>> 33) % bound);
  }
}
