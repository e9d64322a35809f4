package io.github.rustfit.rules.component;

import static io.github.rustfit.rules.testing.Given.allocation;
import static io.github.rustfit.rules.testing.Given.cpu;
import static io.github.rustfit.rules.testing.Given.file;
import static io.github.rustfit.rules.testing.Given.frame;
import static io.github.rustfit.rules.testing.Given.method;
import static io.github.rustfit.rules.testing.Given.profile;
import static io.github.rustfit.rules.testing.Given.samples;
import static io.github.rustfit.rules.testing.Given.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.stats.Share;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where work comes in, counted by hand; the leaf comes first. */
class ProgramEntriesTest {

  private static final List<SourceFile> SOURCES =
      List.of(
          file(
              "app",
              "Shop.java",
              "com.acme",
              type(
                  "com.acme.Shop",
                  1,
                  90,
                  method("main", 2, 9),
                  method("run", 11, 19),
                  method("get", 21, 29),
                  method("price", 31, 39),
                  method("doFilter", 41, 49))),
          file(
              "app",
              "ShopTest.java",
              SourceFile.Role.TEST,
              "com.acme",
              Set.of(),
              type("com.acme.ShopTest", 1, 20, method("sells", 5, 10))));
  private static final Components COMPONENTS = Components.of(SOURCES, List.of());

  private static final Frame MAIN = shop("main", 3);
  private static final Frame RUN = shop("run", 12);
  private static final Frame GET = shop("get", 22);
  private static final Frame PRICE = shop("price", 32);
  private static final Frame FILTER = shop("doFilter", 42);
  private static final Frame MAP = frame("java.util.HashMap", "get", 1);
  private static final Frame THREAD = frame("java.lang.Thread", "run", 840);
  private static final Frame REFLECTION = frame("java.lang.reflect.Method", "invoke", 5);
  private static final Frame TOMCAT =
      frame("org.apache.catalina.core.ApplicationFilterChain", "doFilter", 1);
  private static final Frame SPRING =
      frame("org.springframework.web.method.support.InvocableHandlerMethod", "doInvoke", 1);
  private static final Frame LIBRARY = frame("org.lib.Bus", "post", 1);

  private static Frame shop(String method, int line) {
    return frame("com.acme.Shop", method, line);
  }

  private static ProgramEntries of(ProfileSummary profile) {
    return Attribution.of(profile, SOURCES, COMPONENTS).programEntries();
  }

  private static String entry(Frame... stack) {
    ProgramEntries entries = of(profile(60, samples(10, cpu(stack))));
    assertThat(entries.all()).hasSize(1);
    ProgramEntry one = entries.all().get(0);
    return one.id() + ":" + one.place().line() + " < " + one.caller();
  }

  /** 40 + 25 + 15 of 100 samples come in, 20 are nobody's; 3 MiB of 4 are of the request. */
  @Test
  void what_comes_in_and_what_nobody_called_add_up() {
    ProfileSummary profile =
        profile(
            60,
            samples(30, cpu(PRICE, GET, SPRING, THREAD)),
            samples(10, cpu(MAP, PRICE, GET, SPRING, THREAD)),
            samples(25, cpu(PRICE, MAIN)),
            samples(15, cpu(PRICE, RUN, THREAD)),
            samples(20, cpu(MAP, SPRING, THREAD)),
            samples(3, allocation("byte[]", PRICE, GET, SPRING, THREAD)),
            samples(1, allocation("byte[]", MAP, SPRING, THREAD)));

    ProgramEntries entries = of(profile);

    assertThat(entries.all())
        .extracting(ProgramEntry::id)
        .containsExactly(
            "http:com.acme.Shop.get", "main:com.acme.Shop.main", "thread:com.acme.Shop.run");
    assertThat(entries.all()).extracting(one -> one.cpu().value()).containsExactly(0.4, 0.25, 0.15);
    assertThat(entries.all().get(0).allocation().value()).isCloseTo(0.75, within(1e-12));
    assertThat(entries.all().get(0).allocatedBytes()).isEqualTo(3L << 20);
    assertThat(entries.all().get(1).allocation().value()).isZero();
    assertThat(entries.cutCpu().value()).isZero();
    assertThat(entries.waits()).isEqualTo(ProgramEntries.Waits.NONE);
    assertThat(entries.all().get(0).waiting().known()).isFalse();
  }

  @Test
  void a_filter_that_hands_on_hides_no_handler_behind_it() {
    assertThat(entry(PRICE, GET, REFLECTION, SPRING, TOMCAT, FILTER, TOMCAT, THREAD))
        .isEqualTo("http:com.acme.Shop.get:22 < " + SPRING.className() + ".doInvoke");
    assertThat(entry(PRICE, FILTER, TOMCAT, THREAD))
        .isEqualTo("http:com.acme.Shop.doFilter:42 < " + TOMCAT.className() + ".doFilter");
    Frame proxy = frame("com.acme.Shop$$SpringCGLIB$$0", "get", 0);
    Frame aop = frame("org.springframework.aop.framework.CglibAopProxy", "intercept", 1);
    assertThat(entry(PRICE, GET, aop, proxy, SPRING, TOMCAT, FILTER, TOMCAT, THREAD))
        .startsWith("http:com.acme.Shop.get:2");
  }

  @Test
  void a_call_back_through_a_client_or_a_library_is_no_entry_point() {
    Frame client = frame("org.springframework.web.client.RestTemplate", "doExecute", 1);
    assertThat(entry(PRICE, client, GET, SPRING, THREAD)).startsWith("http:com.acme.Shop.get:");
    assertThat(entry(PRICE, LIBRARY, GET, SPRING, THREAD)).startsWith("http:com.acme.Shop.get:");
    assertThat(entry(PRICE, client, RUN, THREAD))
        .isEqualTo("thread:com.acme.Shop.run:12 < java.lang.Thread.run");
  }

  @ParameterizedTest
  @CsvSource({
    "org.springframework.kafka.listener.KafkaMessageListenerContainer$ListenerConsumer, run, message",
    "org.springframework.web.socket.handler.AbstractWebSocketHandler, handleMessage, message",
    "io.grpc.stub.ServerCalls$UnaryServerCallHandler, startCall, call",
    "java.util.TimerThread, mainLoop, job",
    "org.quartz.core.JobRunShell, run, job",
    "sun.net.httpserver.ServerImpl$Exchange, run, http",
    "org.apache.catalina.core.StandardContext, startInternal, other",
    "org.springframework.web.client.RestTemplate, doExecute, other",
    "org.lib.Bus, post, other",
    "java.util.concurrent.ThreadPoolExecutor, runWorker, thread",
    "org.junit.platform.commons.util.ReflectionUtils, invokeMethod, test",
    "org.openjdk.jmh.runner.BenchmarkHandler, call, benchmark",
    "com.acme.ShopTest, sells, test"
  })
  void what_calls_says_what_starts_the_work(String className, String method, String kind) {
    assertThat(entry(PRICE, GET, frame(className, method, 6), THREAD))
        .startsWith(kind + ":com.acme.Shop.get:22 < ");
  }

  @Test
  void a_request_that_a_test_makes_is_the_tests() {
    assertThat(entry(GET, SPRING, frame("com.acme.ShopTest", "sells", 6), THREAD))
        .startsWith("test:com.acme.Shop.get:");
  }

  @Test
  void main_and_run_count_where_nothing_but_the_jdk_is_above() {
    Frame loader = frame("org.springframework.boot.loader.launch.Launcher", "launch", 1);
    Frame start = frame("", "start_thread", 0);
    assertThat(entry(MAIN, REFLECTION, loader)).startsWith("main:com.acme.Shop.main:3");
    assertThat(entry(MAIN, start)).isEqualTo("main:com.acme.Shop.main:3 < ");
    assertThat(entry(RUN, start)).startsWith("thread:");
    assertThat(entry(GET, start)).startsWith("other:");
    assertThat(entry(MAIN, LIBRARY, THREAD)).startsWith("other:");
  }

  @Test
  void what_is_spun_for_a_lambda_is_called_by_the_method_it_was_written_in() {
    Frame spun = frame("com.acme.Shop$$Lambda/0x1", "run", 0);
    assertThat(entry(PRICE, shop("lambda$main$0", 5), spun, THREAD))
        .isEqualTo("thread:com.acme.Shop.main:5 < java.lang.Thread.run");
  }

  /** 30 of 40 samples are cut; of 10 among them the server's frame was kept. */
  @Test
  void a_cut_stack_tells_only_where_a_server_called() {
    ProgramEntries entries =
        of(
            profile(
                60,
                samples(10, cpu(PRICE, RUN, THREAD)),
                samples(20, cpu(PRICE, GET, LIBRARY, Frame.CUT)),
                samples(10, cpu(PRICE, GET, SPRING, Frame.CUT))));

    assertThat(entries.all())
        .extracting(one -> one.id() + " " + one.cpu().value())
        .containsExactly("http:com.acme.Shop.get 0.25", "thread:com.acme.Shop.run 0.25");
    assertThat(entries.cutCpu().value()).isEqualTo(0.5);
  }

  private static Map<SampleKey, Weight> waits(SampleKind kind, long count, Frame... stack) {
    return Map.of(new SampleKey(kind, List.of(stack), ""), Weight.of(count, 1_000_000));
  }

  /** 6 ms and 2 ms for locks are certain; the thread that parks may be idle and does not count. */
  @Test
  void waiting_counts_where_it_certainly_delays_work() {
    ProgramEntries entries =
        of(
            profile(
                60,
                samples(1, cpu(PRICE, GET, SPRING, THREAD)),
                waits(SampleKind.LOCK, 6, PRICE, GET, SPRING, THREAD),
                waits(SampleKind.LOCK, 2, PRICE, RUN, THREAD),
                waits(SampleKind.PARK, 90, PRICE, MAIN)));

    assertThat(entries.waits()).isEqualTo(ProgramEntries.Waits.EVENTS);
    assertThat(entries.all())
        .extracting(one -> one.id() + " " + one.waiting().value())
        .containsExactly("http:com.acme.Shop.get 0.75", "thread:com.acme.Shop.run 0.25");
  }

  @Test
  void waiting_by_the_wall_clock_goes_before_events() {
    Frame park = frame("jdk.internal.misc.Unsafe", "park", 0);
    Frame lock = frame("java.util.concurrent.locks.ReentrantLock", "lock", 1);
    ProgramEntries entries =
        of(
            profile(
                60,
                waits(SampleKind.WALL, 3, park, lock, PRICE, GET, SPRING, THREAD),
                waits(SampleKind.WALL, 1, park, lock, PRICE, RUN, THREAD),
                waits(SampleKind.LOCK, 50, PRICE, RUN, THREAD)));

    assertThat(entries.waits()).isEqualTo(ProgramEntries.Waits.WALL_CLOCK);
    assertThat(entries.all().get(0).waiting().value()).isEqualTo(0.75);
    assertThat(entries.all().get(0).cpu()).isEqualTo(Share.UNKNOWN);
  }

  @Test
  void lines_of_a_method_are_one_entry_point_at_the_line_with_most_samples() {
    ProgramEntries entries =
        of(
            profile(
                60,
                samples(3, cpu(PRICE, shop("get", 24), SPRING)),
                samples(5, cpu(PRICE, shop("get", 27), TOMCAT)),
                samples(1, cpu(PRICE, shop("get", 22), SPRING))));

    assertThat(entries.all())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.place().line()).isEqualTo(27);
              assertThat(one.caller()).isEqualTo(TOMCAT.className() + ".doFilter");
              assertThat(one.cpu()).isEqualTo(Share.wilson(9, 9));
            });
  }
}
