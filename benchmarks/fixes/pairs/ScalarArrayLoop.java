package pairs;

/** {@code scalar-array-loop}: the sum of what is positive. */
final class ScalarArrayLoop implements Pair {

  private final int[] values = Input.numbers(20_000, 2000);

  ScalarArrayLoop() {
    for (int i = 0; i < values.length; i++) {
      values[i] -= 1000;
    }
  }

  @Override
  public long before() {
    int sum = 0;
    for (int i = 0; i < values.length; i++) {
      if (values[i] > 0) {
        sum += values[i];
      }
    }
    return sum;
  }

  @Override
  public long after() {
    int sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] & ~(values[i] >> 31);
    }
    return sum;
  }
}
