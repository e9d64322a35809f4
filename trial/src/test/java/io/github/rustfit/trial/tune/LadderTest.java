package io.github.rustfit.trial.tune;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.tuning.Aim;
import io.github.rustfit.rules.testing.GcBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is worth a try, by the ladder of docs/how-to/tune.md. */
class LadderTest {

  private static final long MIB = 1 << 20;
  private static final Jdk OLD = new Jdk(Path.of("/17"), 17, "17.0.9");
  private static final Jdk MIDDLE = new Jdk(Path.of("/21"), 21, "21.0.9");
  private static final Jdk NEW = new Jdk(Path.of("/25"), 25, "25.0.1");

  private static TunePlan plan(Aim aim, Jdk... jdks) {
    return new TunePlan(
        new TunePlan.Code("", "java @{jvm} Job", Path.of("."), Optional.empty()),
        List.of("-Xmx1g"),
        List.of(jdks),
        new TunePlan.Counting(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
        new TunePlan.Goal(aim, Long.MAX_VALUE, Double.POSITIVE_INFINITY),
        new TunePlan.Measuring(
            Duration.ofMinutes(30), Optional.empty(), Optional.empty(), false, false),
        List.of(),
        Path.of("/work"));
  }

  private static Ladder ladder(TunePlan plan, double collectorShare, boolean all, String... rules) {
    GcSummary log =
        GcBuilder.gc()
            .collector("G1")
            .nanos(1_000_000_000, 1_000_000_000)
            .heap(1024 * MIB, 200 * MIB)
            .build();
    return new Ladder(
        plan, new Facts(plan.goal().aim(), log, collectorShare, Set.of(rules), 2, 8192 * MIB, all));
  }

  private static List<String> names(List<Configuration> all) {
    return all.stream().map(Configuration::name).toList();
  }

  @Test
  void the_likeliest_come_first_on_the_present_and_the_newest_jvm() {
    List<String> names = names(ladder(plan(Aim.CPU, OLD, MIDDLE, NEW), 0.2, false).jvms());

    assertThat(names.subList(0, 3))
        .containsExactly("ParallelGC on 17", "ParallelGC on 25", "ZGC on 17");
    assertThat(names)
        .contains("as it is on 21", "as it is on 25", "Shenandoah on 25")
        .doesNotContain("G1 on 17", "as it is on 17");
    assertThat(names.indexOf("ParallelGC on 21")).isGreaterThan(names.indexOf("SerialGC on 25"));
    assertThat(names).doesNotHaveDuplicates();
  }

  @Test
  void generational_zgc_is_asked_for_where_it_is_not_the_default() {
    List<Configuration> all = ladder(plan(Aim.LATENCY, OLD, MIDDLE, NEW), 0.2, false).jvms();

    assertThat(all.get(0).name()).isEqualTo("ZGC on 17");
    for (Configuration one : all) {
      if (one.name().startsWith("ZGC")) {
        assertThat(one.options().contains("-XX:+ZGenerational")).isEqualTo(one.jdk() == MIDDLE);
        assertThat(one.options()).contains("-Xmx1g", "-XX:+UseZGC");
      }
    }
  }

  @Test
  void where_nothing_is_collected_low_pause_collectors_are_not_tried_unless_named() {
    assertThat(names(ladder(plan(Aim.CPU, OLD), 0.001, false).jvms()))
        .containsExactly("ParallelGC", "SerialGC");
    assertThat(names(ladder(plan(Aim.CPU, OLD), 0.001, false, "low-pause-collector").jvms()))
        .contains("ZGC");
    assertThat(names(ladder(plan(Aim.CPU, OLD), 0.001, true).jvms())).contains("ZGC");
  }

  /** 200 MiB are live: 1.5, 2 and 3 times that, and a quarter of the limit of 1 GiB. */
  @Test
  void heaps_follow_what_is_live_where_memory_counts() {
    TunePlan plan = plan(Aim.MEMORY, NEW);
    List<Configuration> options = ladder(plan, 0.2, false).options(Ladder.present(plan));

    assertThat(names(options))
        .contains(
            "present, heap 300 MiB",
            "present, heap 400 MiB",
            "present, heap 600 MiB",
            "present, heap 256 MiB",
            "present, compact headers",
            "present, first tier");
    assertThat(options.get(0).options()).containsExactly("-Xms300m", "-Xmx300m");
  }

  /** Three quarters of 8 GiB are the most that a heap gets. */
  @Test
  void no_heap_is_larger_than_the_machine_allows() {
    TunePlan plan = plan(Aim.CPU, NEW);
    assertThat(names(ladder(plan, 0.2, false).options(Ladder.present(plan))))
        .contains("present, heap 2048 MiB", "present, heap 4096 MiB")
        .noneMatch(name -> name.contains("8192"));
  }

  @Test
  void a_cache_is_trained_before_it_is_used() {
    TunePlan plan = plan(Aim.START_UP, NEW);
    Configuration cache =
        ladder(plan, 0.2, false).options(Ladder.present(plan)).stream()
            .filter(one -> one.name().endsWith("AOT cache"))
            .findFirst()
            .orElseThrow();
    assertThat(cache.training().orElseThrow().options())
        .containsExactly("-Xmx1g", "-XX:AOTCacheOutput=/work/app-25.aot");
    assertThat(cache.training().orElseThrow().file()).isEqualTo(Path.of("/work/app-25.aot"));
    assertThat(cache.options()).contains("-XX:AOTCache=/work/app-25.aot");
  }

  @Test
  void what_was_good_by_itself_is_put_together() {
    TunePlan plan = plan(Aim.MEMORY, NEW);
    Configuration present = Ladder.present(plan);
    List<Configuration> options = ladder(plan, 0.2, false).options(present);
    Configuration both = Ladder.together(present, List.of(options.get(0), options.get(4)));

    assertThat(both.name()).isEqualTo("present, heap 300 MiB, compact headers");
    assertThat(both.options())
        .containsExactly("-Xms300m", "-Xmx300m", "-XX:+UseCompactObjectHeaders");
  }

  /** A cache fits the options of the run that made it: headers of objects are stored in it. */
  @Test
  void a_cache_is_made_anew_for_options_that_it_is_used_with() {
    TunePlan plan = plan(Aim.START_UP, NEW);
    Configuration present = Ladder.present(plan);
    List<Configuration> good =
        ladder(plan, 0.2, false).options(present).stream()
            .filter(one -> one.name().matches(".*(AOT cache|compact headers)"))
            .toList();
    Configuration both = Ladder.together(present, good);

    assertThat(good).hasSize(2);
    assertThat(both.options())
        .containsExactlyInAnyOrder(
            "-Xmx1g", "-XX:+UseCompactObjectHeaders", "-XX:AOTCache=/work/together-app-25.aot");
    assertThat(both.training().orElseThrow().options())
        .containsExactlyInAnyOrder(
            "-Xmx1g",
            "-XX:+UseCompactObjectHeaders",
            "-XX:AOTCacheOutput=/work/together-app-25.aot");
  }
}
