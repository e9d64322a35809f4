package io.github.rustfit.readers.gclog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.rules.evidence.base.Input;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Logs of both styles say the same in every wrapping. By hand: three pauses, 10, 20 and 30 ms, one
 * of them a full collection.
 */
class GcWrappingsTest {

  private static final String UNIFIED =
      """
      [0.010s][info][gc] Using G1
      [1.000s][info][gc,start] GC(0) Pause Young (Normal) (G1 Evacuation Pause)
      [1.010s][info][gc] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 24M->4M(256M) 10.000ms
      [2.020s][info][gc] GC(1) Pause Young (Normal) (G1 Evacuation Pause) 24M->4M(256M) 20.000ms
      [2.021s][info][safepoint] Safepoint "G1CollectForAllocation", Time since last: 1 ns, Reaching safepoint: 1 ns, At safepoint: 2 ns, Total: 3 ns
      [3.030s][info][gc] GC(2) Pause Full (System.gc()) 24M->4M(256M) 30.000ms
      """;

  private static final String LEGACY =
      """
      1.000: [GC (Allocation Failure) [PSYoungGen: 100K->20K(200K)] 100K->30K(400K), 0.0100000 secs] [Times: user=0.04 sys=0.01, real=0.01 secs]
      2.000: [GC
      Desired survivor size 357892096 bytes, new threshold 7 (max 15)
       [PSYoungGen: 120K->20K(200K)] 130K->40K(400K), 0.0200000 secs]
      3.000: [Full GC (System.gc()) [PSYoungGen: 90K->0K(200K)] 120K->80K(400K), 0.0300000 secs]
      """;

  static Stream<Map.Entry<String, UnaryOperator<String>>> wrappings() {
    Map<String, UnaryOperator<String>> all = new LinkedHashMap<>();
    String stamp = "2026-11-28T19:00:00.123456789Z ";
    all.put("as it is", line -> line);
    all.put("kubectl logs --timestamps", line -> stamp + line);
    all.put("kubectl logs --prefix", line -> "[pod/shop-6f9c-x2x/app] " + line);
    all.put("kubectl logs both", line -> "[pod/shop-6f9c-x2x/app] " + stamp + line);
    all.put("CRI", line -> stamp + "stdout F " + line);
    all.put("compose", line -> "app-1  | " + line);
    all.put("compose 1, coloured", line -> "\u001b[36mapp_1  |\u001b[0m " + line);
    all.put("compose --timestamps", line -> "app-1  | " + stamp + line);
    all.put("swarm", line -> "web.1.abc123@node-1    | " + line);
    all.put("stern", line -> "shop-6f9c-x2x app " + line);
    all.put("journalctl", line -> "Nov 28 19:00:00 host-1 shop[1234]: " + line);
    all.put(
        "journalctl -o short-iso", line -> "2026-11-28T19:00:00+0000 host-1 shop[1234]: " + line);
    all.put("syslog", line -> "<14>1 2026-11-28T19:00:00Z host-1 shop 1234 - - " + line);
    all.put("heroku", line -> "2026-11-28T19:00:00.123456+00:00 app[web.1]: " + line);
    all.put(
        "docker JSON",
        line ->
            "{\"log\":"
                + json(line + "\n")
                + ",\"stream\":\"stdout\",\"time\":\""
                + stamp.strip()
                + "\"}");
    all.put(
        "journalctl -o json",
        line ->
            "{\"_PID\":\"17\",\"__REALTIME_TIMESTAMP\":\"1795892400123456\",\"MESSAGE\":"
                + json(line)
                + "}");
    all.put(
        "fluentd",
        line -> "{\"kubernetes\":{\"pod_name\":\"shop-1\"},\"message\":" + json(line) + "}");
    all.put("pretty JSON", line -> "    \"message\" : " + json(line) + ",");
    all.put("quoted", line -> "\"" + line.replace("\"", "\"\"") + "\"");
    all.put(
        "CSV", line -> "2026-11-28T19:00:00.000Z,host-1,\"" + line.replace("\"", "\"\"") + "\"");
    all.put("TSV", line -> "2026-11-28T19:00:00.000Z\thost-1\t" + line);
    all.put("compose of JSON", line -> "app-1  | {\"level\":\"info\",\"msg\":" + json(line) + "}");
    return all.entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("wrappings")
  void says_the_same(Map.Entry<String, UnaryOperator<String>> wrapping) {
    for (String log : List.of(UNIFIED, LEGACY)) {
      String wrapped =
          log.lines().map(wrapping.getValue()).collect(Collectors.joining("\n", "", "\n"));
      assertRight(wrapped, wrapping.getKey());
    }
  }

  @Test
  void a_heading_names_the_field_that_holds_the_message() {
    for (String log : List.of(UNIFIED, LEGACY)) {
      String rows =
          log.lines()
              .map(line -> "shop-1;17;\"" + line.replace("\"", "\"\"") + "\"")
              .collect(Collectors.joining("\n", "Host;Thread;Message\n", "\n"));
      assertRight(rows, "heading");
    }
  }

  @Test
  void a_field_may_hold_many_lines() {
    for (String log : List.of(UNIFIED, LEGACY)) {
      assertRight("{\"log\":" + json(log) + "}\n", "JSON");
      assertRight("time,message\n1,\"" + log.replace("\"", "\"\"") + "\"\n", "CSV");
    }
  }

  @Test
  void several_writers_are_told_apart() {
    List<String> one = UNIFIED.lines().toList();
    List<String> other = UNIFIED.replace(".000ms", ".001ms").lines().toList();
    StringBuilder both = new StringBuilder();
    for (int i = 0; i < one.size(); i++) {
      both.append("app-1  | ").append(one.get(i)).append('\n');
      both.append("db-1   | checkpoint complete\n");
      both.append("app-2  | ").append(other.get(i)).append('\n');
    }
    Reading reading = Logs.read(both.toString());
    assertThat(reading.problem()).isEmpty();
    assertThat(reading.gc().pauses().count()).isEqualTo(6);
    assertThat(reading.gc().pauses().totalNanos()).isEqualTo(120_003_000L);
    assertThat(reading.gc().wallNanos()).isEqualTo(2 * 3_030_000_000L);
    assertThat(reading.gc().details().runs().count()).isEqualTo(2);
  }

  @Test
  void files_that_tail_shows_are_told_apart() {
    Reading reading =
        Logs.read(
            "==> a.log <==\n"
                + UNIFIED
                + "\n==> b.log <==\n"
                + UNIFIED.replace("0.000ms", "0.001ms"));
    assertThat(reading.problem()).isEmpty();
    assertThat(reading.gc().pauses().count()).isEqualTo(6);
  }

  @Test
  void jvms_that_do_not_say_who_they_are_are_partial_and_every_pause_counts() {
    List<String> one = UNIFIED.lines().toList();
    List<String> other = UNIFIED.replace(".000ms", ".001ms").lines().toList();
    StringBuilder both = new StringBuilder();
    for (int i = 0; i < one.size(); i++) {
      both.append(one.get(i)).append('\n').append(other.get(i)).append('\n');
    }
    Reading reading = Logs.read(both.toString());
    assertThat(reading.status()).isEqualTo(Input.Status.PARTIAL);
    assertThat(reading.problem()).contains("mixes the lines of several JVMs from line ");
    assertThat(reading.gc().pauses().totalNanos()).isEqualTo(120_003_000L);
    // and the start of one of them, which no number of a collection tells from the other's
    assertThat(reading.gc().wallNanos()).isLessThanOrEqualTo(2 * 3_030_000_000L + 10_000_000);
  }

  private static void assertRight(String log, String what) {
    byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
    assertThat(new GcLogReader().claims(bytes)).as(what).isTrue();
    Reading reading = Logs.read(bytes);
    assertThat(reading.problem()).as(what + "\n" + log).isEmpty();
    assertThat(reading.gc().pauses().count()).as(what).isEqualTo(3);
    assertThat(reading.gc().pauses().totalNanos()).as(what).isEqualTo(60_000_000L);
    assertThat(reading.gc().fullCollections()).as(what).isEqualTo(1);
    assertThat(reading.gc().wallNanos() / 1_000_000).as(what).isBetween(2_029L, 3_030L);
  }

  private static String json(String text) {
    return "\""
        + text.replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace(">", "\\u003e")
        + "\"";
  }
}
