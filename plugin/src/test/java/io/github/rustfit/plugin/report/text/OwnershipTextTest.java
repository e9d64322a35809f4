package io.github.rustfit.plugin.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.assessment.Unattributed;
import io.github.rustfit.rules.component.LibraryShare;
import io.github.rustfit.rules.component.Ownership;
import io.github.rustfit.rules.component.ProgramEntries;
import io.github.rustfit.rules.stats.Share;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnershipTextTest {

  private static Share share(double value) {
    return new Share(value, value, value, 1000);
  }

  private static LibraryShare part(String name, double value) {
    return new LibraryShare(name, share(value));
  }

  private static String ours(double nobody, double tests) {
    return OwnershipText.ours(
        new Unattributed(share(nobody), share(tests), Ownership.UNKNOWN, ProgramEntries.UNKNOWN));
  }

  @Test
  void what_belongs_to_nobody_is_told_apart_from_tests() {
    assertThat(ours(0.25, 0.15))
        .endsWith(
            "25.0 % belong to no component: 15.0 % are of tests, and on the other stacks is no class of"
                + " the source.");
    assertThat(ours(0.25, 0.25)).endsWith("25.0 % belong to no component: 25.0 % are of tests.");
    assertThat(ours(0.25, 0))
        .isEqualTo(
            "75.0 % of the CPU samples belong to this code base, JDK and library code that it calls"
                + " included; 25.0 % belong to no component: no class of the source is on their"
                + " stacks.");
  }

  /** Figures by hand: 0.9 + 37 + 62.1 = 100; 41 + 2.1 of Tomcat's request threads. */
  @Test
  void own_code_what_it_calls_and_the_threads_of_the_rest_are_told_apart() {
    Ownership ownership =
        new Ownership(
            share(0.009),
            share(0.37),
            List.of(part("org.apache.tomcat", 0.621)),
            List.of(),
            List.of(
                part("org.apache.tomcat.util.threads.TaskThread$WrappingRunnable.run", 0.41),
                part("com.acme.vendor.Pump.run", 0.19),
                part("org.apache.tomcat.util.net.SocketProcessorBase.run", 0.021)),
            List.of(part("http-nio-8080-exec-#", 0.621)));
    assertThat(
            OwnershipText.ours(
                new Unattributed(share(0.621), share(0), ownership, ProgramEntries.UNKNOWN)))
        .isEqualTo(
            "0.9 % of the CPU samples are in own code, 37.0 % in the JDK and libraries that it called;"
                + " 62.1 % belong to no component: no class of the source is on their stacks. Their"
                + " threads: Tomcat request threads 43.1 %, com.acme.vendor.Pump.run 19.0 %.");
  }

  private static String elsewhere(double nobody) {
    Ownership ownership =
        new Ownership(
            share(0.01),
            share(0.01),
            List.of(part("io.netty", 0.637), part("io.vertx", 0.097), part("jakarta.ws", 0.006)),
            List.of(),
            List.of(),
            List.of());
    return OwnershipText.elsewhere(
        new Unattributed(share(nobody), share(0), ownership, ProgramEntries.UNKNOWN));
  }

  @Test
  void what_is_hot_is_named_by_its_libraries_only_where_most_is_not_of_own_code() {
    assertThat(elsewhere(0.98))
        .isEqualTo(
            "Mostly what no own code called: io.netty 63.7 %, io.vertx 9.7 % of the CPU samples.");
    assertThat(elsewhere(0.45)).isEmpty();
    assertThat(
            OwnershipText.elsewhere(
                new Unattributed(share(0.98), share(0), Ownership.UNKNOWN, ProgramEntries.UNKNOWN)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "org.apache.tomcat.util.net.NioEndpoint$Poller.run, Tomcat poller",
    "org.apache.tomcat.util.net.NioEndpoint$SocketProcessor.doRun, Tomcat request threads",
    "io.netty.util.concurrent.SingleThreadEventExecutor$4.run, Netty event loops",
    "io.netty.util.concurrent.FastThreadLocalRunnable.run, Netty and Vert.x threads",
    "com.acme.Main.main, com.acme.Main.main",
    "native code, native code"
  })
  void threads_of_well_known_frameworks_have_names(String entry, String name) {
    assertThat(ThreadGroups.of(entry)).isEqualTo(name);
  }
}
