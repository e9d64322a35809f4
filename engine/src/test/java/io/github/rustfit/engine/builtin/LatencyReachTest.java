package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.testing.Given.MILLI;
import static io.github.rustfit.rules.testing.Given.SECOND;
import static io.github.rustfit.rules.testing.Given.frame;
import static io.github.rustfit.rules.testing.Given.gc;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.policy.Assumption;
import io.github.rustfit.rules.policy.ThreePoint;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.testing.Declared;
import io.github.rustfit.rules.testing.Situation;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Expected figures were computed apart from the code, by Wilson's and Amdahl's formulas. */
class LatencyReachTest {

  private static final Frame SERVER = frame("sun.net.httpserver.ServerImpl$Exchange", "run", 0);
  private static final Frame WORKER = frame("java.lang.Thread", "run", 0);
  private static final List<Frame> READ =
      List.of(
          frame("", "__poll", 0),
          frame("sun.nio.ch.Net", "poll", 0),
          frame("sun.nio.ch.NioSocketImpl", "park", 0),
          frame("sun.nio.ch.NioSocketImpl", "implRead", 0),
          frame("java.net.Socket$SocketInputStream", "read", 0));
  private static final List<Frame> QUERY =
      Stream.concat(
              READ.stream(),
              Stream.of(
                  frame("org.postgresql.core.VisibleBufferedInputStream", "read", 0),
                  frame("org.postgresql.jdbc.PgPreparedStatement", "executeQuery", 0)))
          .toList();

  private static SampleKey wall(List<Frame> below, Frame... own) {
    return key(SampleKind.WALL, below, own);
  }

  private static SampleKey key(SampleKind kind, List<Frame> below, Frame... own) {
    return new SampleKey(kind, Stream.concat(below.stream(), Stream.of(own)).toList(), "");
  }

  private static Situation missed() {
    return new Situation()
        .serviceLevel(Situation.p99(100, 150, 20, 20))
        .gc(gc("Generational ZGC", 600, 0, 0));
  }

  private static Outcome judge(Situation situation) {
    return new LatencyReach().judge(situation.context());
  }

  /** 7,500 wait for the database, 1,000 compute in the component, 1,500 beside it. */
  @Test
  void no_where_the_database_is_waited_for_and_its_place_and_shares_are_named() {
    Outcome outcome =
        judge(
            missed()
                .sampled(7500, wall(QUERY, Situation.IN_REST, SERVER))
                .sampled(1000, wall(List.of(), Situation.IN_HOT, SERVER))
                .sampled(1500, wall(List.of(), Situation.IN_REST, SERVER)));

    assertThat(outcome.answer()).isEqualTo(Answer.NO);
    assertThat(outcome.facts().get(0).text())
        .isEqualTo(
            "74–76 % of the time of service is waiting, 75.0 % for the database, first of all in"
                + " Rest.run (Rest.java:7), 75.0 % (10,000 wall clock samples): replacing the CPU of this"
                + " component could take at most 10.8 % of the time of service, and p99 would be at"
                + " best 135.8 ms against 100.0 ms.");
    assertThat(outcome.facts().get(1).text())
        .startsWith(
            "With the code 0.15× to 8.00× as fast, p99 of 150.0 ms becomes 135.8 ms at best and");
  }

  /** By hand: with 90 % of all and a gain of 1.8 to 2.2, 75 ms become 38 and 45.4 ms at most. */
  @Test
  void yes_where_all_of_it_computes_and_the_measured_gain_suffices_at_its_near_end() {
    Situation computing =
        new Situation()
            .serviceLevel(Situation.p99(60, 75, 20, 20))
            .gc(gc("Generational ZGC", 600, 0, 0))
            .sampled(9000, wall(List.of(), Situation.IN_HOT, SERVER))
            .sampled(1000, wall(List.of(), Situation.IN_REST, SERVER));

    assertThat(judge(computing).onGain()).isTrue();
    assertThat(judge(computing.facts(gain(1.8, 2.2))).answer()).isEqualTo(Answer.YES);
    assertThat(judge(computing.facts(gain(1.0, 2.2))).onGain()).isTrue();
    assertThat(judge(computing.facts(gain(1.0, 1.1))).answer()).isEqualTo(Answer.NO);
  }

  private static io.github.rustfit.rules.policy.DeclaredFacts gain(double near, double far) {
    return new Declared()
        .assuming(Map.of(Assumption.KERNEL_SPEED_UP, new ThreePoint(near, (near + far) / 2, far)))
        .facts();
  }

  @Test
  void idle_pool_threads_and_threads_that_accept_or_wait_for_others_to_end_do_not_count() {
    Frame accept = frame("sun.nio.ch.NioSocketImpl", "accept", 0);
    Frame join = frame("java.lang.Thread", "join", 0);
    Frame wait = frame("java.lang.Object", "wait", 0);
    Situation computing =
        new Situation()
            .serviceLevel(Situation.p99(60, 75, 20, 20))
            .gc(gc("Generational ZGC", 600, 0, 0))
            .facts(gain(1.8, 2.2))
            .sampled(9000, wall(List.of(), Situation.IN_HOT, SERVER))
            .sampled(1000, wall(List.of(), Situation.IN_REST, SERVER))
            .sampled(90_000, wall(List.of(frame("jdk.internal.misc.Unsafe", "park", 0)), WORKER))
            .sampled(90_000, wall(List.of(accept), Situation.IN_REST, WORKER))
            .sampled(90_000, wall(List.of(wait, join), Situation.IN_REST));

    assertThat(judge(computing).answer()).isEqualTo(Answer.YES);
  }

  /** Decision 8: the read of a loop of one's own is that of an answer or of the next request. */
  @Test
  void a_read_in_the_applications_own_loop_is_undecidable_and_never_a_no() {
    Situation reading =
        missed()
            .sampled(50_000, wall(READ, Situation.IN_REST, WORKER))
            .sampled(2000, wall(List.of(), Situation.IN_HOT, WORKER));

    Outcome outcome = judge(reading);
    assertThat(outcome.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(outcome.onGain()).isFalse();
    assertThat(outcome.wouldDecide().get(0)).contains("no stack tells which of it is idleness");
  }

  @Test
  void the_same_read_below_a_server_is_a_wait_of_the_request() {
    Situation reading =
        missed()
            .sampled(50_000, wall(READ, Situation.IN_REST, SERVER))
            .sampled(2000, wall(List.of(), Situation.IN_HOT, SERVER));

    assertThat(judge(reading).answer()).isEqualTo(Answer.NO);
    assertThat(judge(reading).facts().get(0).text())
        .contains("for the network, first of all in Rest.run");
  }

  private static final List<Frame> PARKED =
      List.of(
          frame("jdk.internal.misc.Unsafe", "park", 0),
          frame("java.util.concurrent.locks.LockSupport", "park", 0),
          frame("java.util.concurrent.locks.AbstractQueuedSynchronizer", "acquire", 0),
          frame("java.util.concurrent.locks.ReentrantLock", "lock", 0));
  private static final List<Frame> ENTERING =
      List.of(frame("", "__futex_abstimed_wait_common", 0), frame("", "ObjectMonitor::enter", 0));

  /** The holder waits for the database, so faster code releases the lock no sooner. */
  @Test
  void no_where_a_lock_is_waited_for_whose_holders_wait() {
    for (List<Frame> below : List.of(PARKED, ENTERING)) {
      Outcome outcome =
          judge(
              missed()
                  .sampled(8000, wall(below, Situation.IN_REST, WORKER))
                  .sampled(1000, wall(QUERY, Situation.IN_REST, WORKER))
                  .sampled(1000, wall(List.of(), Situation.IN_HOT, WORKER)));
      assertThat(outcome.answer()).isEqualTo(Answer.NO);
      assertThat(outcome.facts().get(0).text())
          .contains("80.0 % for locks, first of all in Rest.run (Rest.java:7), 80.0 %");
    }
  }

  /** By hand: a holder that computes in the component is done 6.5 times as soon at best. */
  @Test
  void a_lock_that_the_component_holds_while_it_computes_goes_with_it() {
    for (List<Frame> below : List.of(PARKED, ENTERING)) {
      Outcome outcome =
          judge(
              missed()
                  .sampled(8000, wall(below, Situation.IN_HOT, WORKER))
                  .sampled(2000, wall(List.of(), Situation.IN_HOT, WORKER)));
      assertThat(outcome.answer()).isEqualTo(Answer.UNKNOWN);
      assertThat(outcome.wouldDecide()).anySatisfy(one -> assertThat(one).contains("lock"));
    }
  }

  /** The other thread may compute in this very component, so it is no reason against it. */
  @Test
  void a_wait_for_another_threads_result_decides_nothing() {
    List<Frame> join =
        List.of(
            frame("jdk.internal.misc.Unsafe", "park", 0),
            frame("java.util.concurrent.FutureTask", "get", 0));
    Situation joining =
        missed()
            .sampled(8000, wall(join, Situation.IN_REST, SERVER))
            .sampled(8000, wall(List.of(), Situation.IN_HOT, WORKER));

    assertThat(judge(joining).answer()).isEqualTo(Answer.UNKNOWN);
  }

  /** A server that wakes its selector up does not select. */
  @Test
  void waking_a_selector_up_is_no_event_loop() {
    Frame wakeup = frame("sun.nio.ch.EPollSelectorImpl", "wakeup", 0);
    Situation computing =
        new Situation()
            .serviceLevel(Situation.p99(60, 75, 20, 20))
            .gc(gc("Generational ZGC", 600, 0, 0))
            .facts(gain(1.8, 2.2))
            .sampled(9000, wall(List.of(wakeup), Situation.IN_HOT, SERVER));

    assertThat(judge(computing).answer()).isEqualTo(Answer.YES);
  }

  @Test
  void behind_an_event_loop_requests_wait_unseen_so_that_nothing_passes() {
    Frame loop = frame("io.netty.channel.nio.NioEventLoop", "run", 0);
    Situation computing =
        new Situation()
            .serviceLevel(Situation.p99(60, 75, 20, 20))
            .gc(gc("Generational ZGC", 600, 0, 0))
            .facts(gain(1.8, 2.2))
            .sampled(9000, wall(List.of(), Situation.IN_HOT, loop));

    assertThat(judge(computing).answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(judge(computing).wouldDecide().get(0)).contains("event loop");
  }

  /** 180 s of waits beside 60 s of CPU in 600 s on four processors: at least 75 % waits. */
  @Test
  void events_give_a_lower_bound_of_waiting_that_can_refuse_and_never_pass() {
    assertThat(judge(events(9000, 4)).answer()).isEqualTo(Answer.NO);
    assertThat(judge(events(9000, 4)).facts().get(0).text())
        .startsWith(
            "At least 75.0 % of the time of service is waiting, 75.0 % for the database, first of"
                + " all in Rest.run (Rest.java:7), 75.0 % (events of waiting, and the CPU that the process"
                + " used): replacing the CPU of this component could take at most 20.2 %");
    Outcome little = judge(events(100, 4));
    assertThat(little.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(little.wouldDecide().get(0)).contains("asprof -e wall");
  }

  /** The ready threads of a busy machine wait as well, and that would go with the work. */
  @Test
  void events_on_a_busy_machine_tell_nothing() {
    assertThat(judge(events(9000, 0)).wouldDecide().get(0)).contains("asprof -e wall");
  }

  /** By hand: 2 events of 400 s in a recording of 10 minutes are possible, of 700 s are not. */
  @Test
  void more_waiting_than_its_events_can_have_lasted_is_no_measurement() {
    assertThat(judge(waited(400)).answer()).isEqualTo(Answer.NO);
    assertThat(judge(waited(700)).answer()).isEqualTo(Answer.UNKNOWN);
  }

  private static Situation waited(long seconds) {
    SampleKey key = key(SampleKind.SOCKET, QUERY, Situation.IN_REST, SERVER);
    return missed()
        .cpuSamples(8000, 2000)
        .recording(
            profile -> {
              Map<SampleKey, io.github.rustfit.rules.evidence.profile.Weight> all =
                  new java.util.HashMap<>(profile.samples());
              all.put(key, io.github.rustfit.rules.evidence.profile.Weight.of(2, seconds * SECOND));
              return of(ProfileSummary.ofSamples(600 * SECOND, all), 4);
            });
  }

  private static Situation events(long count, int cores) {
    return missed()
        .cpuSamples(8000, 2000)
        .sampled(count, key(SampleKind.SOCKET, QUERY, Situation.IN_REST, SERVER))
        .recording(profile -> of(profile, cores));
  }

  /** A process that used 60 s of CPU in 600 s; on a machine of no processors that is known. */
  private static ProfileSummary of(ProfileSummary profile, int cores) {
    return new ProfileSummary(
        profile.recordedNanos(),
        profile.observed(),
        profile.samples(),
        new Tally((cores == 0 ? 600 : 60) * SECOND, 600 * SECOND),
        new Tally(0, 600 * SECOND),
        profile.jvmVersions(),
        new TreeSet<>(List.of(cores == 0 ? 1 : cores)),
        profile.facts());
  }

  @Test
  void nothing_is_asked_of_a_target_that_is_met() {
    assertThat(judge(new Situation().serviceLevel(Situation.p99(100, 90, 20, 20))).answer())
        .isEqualTo(Answer.YES);
  }

  @Test
  void without_wall_clock_samples_it_asks_for_them_and_without_a_gc_log_for_that() {
    assertThat(judge(missed()).wouldDecide()).singleElement().asString().contains("asprof -e wall");
    Situation noLog =
        new Situation()
            .serviceLevel(Situation.p99(100, 150, 20, 20))
            .sampled(9000, wall(QUERY, Situation.IN_REST, SERVER))
            .sampled(1000, wall(List.of(), Situation.IN_HOT, SERVER));
    assertThat(judge(noLog).wouldDecide()).singleElement().asString().contains("GC log");
  }

  /** Pauses of 80 ms each second hit 23 % of such requests: without them 70 ms could be left. */
  @Test
  void pauses_that_late_requests_meet_may_be_all_that_is_too_long() {
    Situation paused =
        missed()
            .gc(gc("G1", 600, 600, 80 * MILLI))
            .sampled(9000, wall(QUERY, Situation.IN_REST, SERVER))
            .sampled(1000, wall(List.of(), Situation.IN_HOT, SERVER));

    assertThat(judge(paused).answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(judge(paused).wouldDecide())
        .anySatisfy(one -> assertThat(one).contains("collector with short pauses first"));
  }

  @Test
  void every_outcome_says_under_what_assumption_it_projects() {
    Outcome outcome =
        judge(
            missed()
                .sampled(9000, wall(QUERY, Situation.IN_REST, SERVER))
                .sampled(1000, wall(List.of(), Situation.IN_HOT, SERVER)));
    assertThat(outcome.facts())
        .extracting(Fact::text)
        .anySatisfy(
            text -> assertThat(text).contains("if a late request is made up as the average"));
  }
}
