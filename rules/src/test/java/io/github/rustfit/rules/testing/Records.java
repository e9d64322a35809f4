package io.github.rustfit.rules.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;

/** What many records promise alike. */
public final class Records {

  private Records() {}

  /** That amounts may all be zero, and that none of them may be less. */
  public static void refuseNegative(int amounts, Consumer<long[]> making) {
    assertThatCode(() -> making.accept(new long[amounts])).doesNotThrowAnyException();
    for (int i = 0; i < amounts; i++) {
      long[] given = new long[amounts];
      given[i] = -1;
      assertThatThrownBy(() -> making.accept(given))
          .as("-1 as amount %d", i)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** That each comes before all that follow it, whichever of two is asked. */
  public static <T extends Comparable<T>> void stand(List<T> inOrder) {
    for (int i = 0; i < inOrder.size(); i++) {
      for (int j = 0; j < inOrder.size(); j++) {
        assertThat(Integer.signum(inOrder.get(i).compareTo(inOrder.get(j))))
            .as("%s against %s", inOrder.get(i), inOrder.get(j))
            .isEqualTo(Integer.compare(i, j));
      }
    }
  }
}
