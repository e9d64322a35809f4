package io.github.rustfit.readers.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InOrderTest {

  @Test
  void results_come_in_the_order_of_the_tasks_and_few_are_under_way() {
    List<Integer> results = new ArrayList<>();
    AtomicInteger begun = new AtomicInteger();
    try (InOrder<Integer> tasks = new InOrder<>(3, results::add)) {
      for (int i = 0; i < 1000; i++) {
        int number = i;
        tasks.add(
            () -> {
              begun.incrementAndGet();
              Thread.yield();
              return number;
            });
        assertThat(begun.get() - results.size()).isBetween(0, 3);
      }
      tasks.finish();
    }
    assertThat(results).isEqualTo(IntStream.range(0, 1000).boxed().toList());
  }

  @Test
  void a_failure_reaches_the_caller_in_its_turn_and_the_rest_is_given_up() {
    List<Integer> results = new ArrayList<>();
    assertThatThrownBy(
            () -> {
              try (InOrder<Integer> tasks = new InOrder<>(4, results::add)) {
                tasks.add(() -> 1);
                tasks.add(
                    () -> {
                      throw new IllegalStateException("second");
                    });
                tasks.add(() -> 3);
                tasks.finish();
              }
            })
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("second");
    assertThat(results).containsExactly(1);
  }
}
