package pairs;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** {@code big-number-in-loop}: the total of an invoice: prices times amounts. */
final class BigNumberInLoop implements Pair {

  private final int[] amounts = Input.numbers(1000, 20);
  private final long[] cents =
      Arrays.stream(Input.numbers(1000, 100_000)).mapToLong(price -> price).toArray();
  private final List<BigDecimal> prices =
      Arrays.stream(cents).mapToObj(price -> BigDecimal.valueOf(price, 2)).toList();

  @Override
  public long before() {
    BigDecimal total = BigDecimal.ZERO;
    for (int i = 0; i < amounts.length; i++) {
      total = total.add(prices.get(i).multiply(BigDecimal.valueOf(amounts[i])));
    }
    return total.unscaledValue().longValue();
  }

  @Override
  public long after() {
    long total = 0;
    for (int i = 0; i < amounts.length; i++) {
      total += cents[i] * amounts[i];
    }
    return BigDecimal.valueOf(total, 2).unscaledValue().longValue();
  }
}
