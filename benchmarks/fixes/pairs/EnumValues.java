package pairs;

/** {@code enum-values}: codes of a protocol, turned into constants. */
final class EnumValues implements Pair {

  private enum Kind {
    OPEN,
    CLOSE,
    READ,
    WRITE,
    SEEK,
    SYNC,
    LOCK,
    UNLOCK
  }

  private static final Kind[] KINDS = Kind.values();
  private final int[] codes = Input.numbers(5000, 8);

  @Override
  public long before() {
    long[] counts = new long[8];
    for (int code : codes) {
      counts[kind(code).ordinal()]++;
    }
    return sum(counts);
  }

  private static Kind kind(int code) {
    return Kind.values()[code];
  }

  @Override
  public long after() {
    long[] counts = new long[8];
    for (int code : codes) {
      counts[KINDS[code].ordinal()]++;
    }
    return sum(counts);
  }

  private static long sum(long[] counts) {
    long sum = 0;
    for (long count : counts) {
      sum = 31 * sum + count;
    }
    return sum;
  }
}
