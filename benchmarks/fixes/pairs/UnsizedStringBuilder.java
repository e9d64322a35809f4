package pairs;

/** {@code unsized-string-builder}: lines of a hundred numbers. */
final class UnsizedStringBuilder implements Pair {

  private final int[] values = Input.numbers(100, 1_000_000);

  @Override
  public long before() {
    long sum = 0;
    for (int i = 0; i < 100; i++) {
      sum += line(values).length();
    }
    return sum;
  }

  private static String line(int[] values) {
    StringBuilder line = new StringBuilder();
    for (int value : values) {
      line.append(value).append(';');
    }
    return line.toString();
  }

  @Override
  public long after() {
    long sum = 0;
    for (int i = 0; i < 100; i++) {
      sum += sized(values).length();
    }
    return sum;
  }

  private static String sized(int[] values) {
    StringBuilder line = new StringBuilder(8 * values.length);
    for (int value : values) {
      line.append(value).append(';');
    }
    return line.toString();
  }
}
