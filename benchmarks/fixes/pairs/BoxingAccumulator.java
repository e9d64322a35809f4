package pairs;

/** {@code boxing-in-loop}: a sum in a variable of a wrapper type, as people write it by accident. */
final class BoxingAccumulator implements Pair {

  private final int[] values = Input.numbers(5000, 1_000_000);

  @Override
  public long before() {
    Long sum = 0L;
    for (int value : values) {
      if (value % 3 != 0) {
        sum += value;
      }
    }
    return sum;
  }

  @Override
  public long after() {
    long sum = 0;
    for (int value : values) {
      if (value % 3 != 0) {
        sum += value;
      }
    }
    return sum;
  }
}
