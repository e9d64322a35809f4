package io.github.rustfit.capture.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.capture.AgentJar;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real JVMs, with a program whose calls are counted by hand below. */
class AgentTest {

  private static final String P = Jvm.PROGRAM + "#";

  @TempDir Path folder = Path.of("");

  static List<Jvm> jvms() throws Exception {
    return Jvm.all();
  }

  /**
   * By hand: state 5, table {1, 10, 100}: 5 mod 3 is 2, so 5 + 100 + 1 = 106, which is even; then
   * 106 mod 3 is 1, so 106 + 10 + 2 = 118. A call gives its state and 3.
   */
  @ParameterizedTest
  @MethodSource("jvms")
  void plain_fields_of_the_object_are_captured_as_they_were(Jvm jvm) throws Exception {
    Jvm.Run run =
        jvm.run(
            "busy", Jvm.agent(folder, "Program$Counter#next,Program$Square#doubled", "share=1"));
    assertThat(run.status()).as(run.err()).isZero();
    Capture capture = Capture.read(Jvm.captures(folder).get(0));
    Capture.Method next = capture.method(Jvm.PROGRAM + "$Counter#next(I)I");
    assertThat(next.fields()).containsExactly("table", "state", "name", "even");
    assertThat(next.in()).as("fields do not cross").isEqualTo(2 * 4);
    assertThat(next.strata()).as("3 + 3 elements").containsExactly(Map.entry(3, 2L));
    assertThat(next.captured()).hasSize(2);
    for (Capture.Call call : next.captured()) {
      boolean first = Integer.valueOf(1).equals(call.arguments().get(0));
      assertThat(call.arguments())
          .usingRecursiveComparison()
          .isEqualTo(
              first
                  ? Arrays.asList(1, new int[] {1, 10, 100}, 5L, "abc", false)
                  : Arrays.asList(2, new int[] {2, 10, 100}, 106L, "abc", true));
      assertThat(call.result()).isEqualTo(first ? 109 : 121);
    }
    assertThat(capture.notes())
        .anyMatch(
            note ->
                note.endsWith(
                    "Counter#next(I) is not static: of its object the fields table, state, name,"
                        + " even are captured, and no others"));
  }

  @ParameterizedTest
  @MethodSource("jvms")
  void counts_are_the_programs_own_and_captured_calls_are_what_it_made(Jvm jvm) throws Exception {
    Jvm.Run run =
        jvm.run(
            "busy",
            Jvm.agent(
                folder,
                "Program#sum,Program#fibonacci,Program#half,Program#all,Program#yes,Program#unit,"
                    + "Program#shorts,Program#listed,Program#over(long),Program#locked,Program$Inner#twice,"
                    + "Program$Square#applyAsLong,Program$Shape#doubled,Twin#plus",
                "share=1"));
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo("done" + System.lineSeparator());
    Capture capture = Capture.read(Jvm.captures(folder).get(0));
    Map<String, Capture.Method> methods = capture.methods();

    // 20,000 calls of a length of k mod 300, and one with null, which throws.
    Capture.Method sum = capture.method(P + "sum([JI)J");
    Map<Integer, Long> strata = new TreeMap<>();
    long elements = 0;
    for (int k = 0; k < 20_000; k++) {
      elements += k % 300;
      strata.merge(
          Integer.toBinaryString(k % 300).length() - (k % 300 == 0 ? 1 : 0), 1L, Long::sum);
    }
    strata.merge(0, 1L, Long::sum);
    assertThat(sum.calls()).isEqualTo(20_001);
    assertThat(sum.thrown()).isEqualTo(1);
    assertThat(sum.in()).isEqualTo(8 * elements + 4 * 20_001);
    assertThat(sum.out()).isEqualTo(8 * 20_000);
    assertThat(sum.strata()).isEqualTo(strata);
    assertThat(sum.captured()).hasSizeBetween(500, 64 * strata.size());
    for (Capture.Call call : sum.captured()) {
      int k = (Integer) call.arguments().get(1);
      if (call.arguments().get(0) == null) {
        assertThat(call.outcome()).isEqualTo(1);
        assertThat(call.result()).isEqualTo("java.lang.NullPointerException");
        continue;
      }
      long[] values = LongStream.range(0, k % 300).map(i -> k * 31L + i).toArray();
      assertThat((long[]) call.arguments().get(0)).isEqualTo(values);
      assertThat(call.result()).isEqualTo(k + Arrays.stream(values).sum());
    }

    // Calls of the recursion: 2 F(n+1) - 1 (its recurrence is c(n) = 1 + c(n-1) + c(n-2)).
    assertThat(capture.method(P + "fibonacci(I)I").calls()).isEqualTo(2 * 987 - 1);
    Capture.Method half = capture.method(P + "half(I)I");
    assertThat(half.calls()).isEqualTo(1000);
    assertThat(half.thrown()).isEqualTo(500);
    assertThat(half.out()).isEqualTo(2000);
    assertThat(half.captured())
        .hasSize(64)
        .allSatisfy(
            call ->
                assertThat(call.result())
                    .isEqualTo(
                        (Integer) call.arguments().get(0) % 2 == 0
                            ? (Object) ((Integer) call.arguments().get(0) / 2)
                            : "java.lang.IllegalStateException"));

    Capture.Method all =
        capture.method(
            P
                + "all(ZBCSIJFDLjava/lang/String;[Z[B[C[S[I[F[D[[I[ILjava/lang/String;)Ljava/lang/String;");
    // Scalars 30; "a?b" 6; arrays 2 + 1 + 4 + 2 + 8 + 4 + 8; the grid 12; the same array again 8.
    assertThat(all.in()).isEqualTo(30 + 6 + 29 + 12 + 8);
    assertThat(all.out()).isEqualTo(8);
    List<Object> arguments = all.captured().get(0).arguments();
    assertThat(arguments.subList(0, 9))
        .containsExactly(
            true, (byte) -3, '€', (short) -4, 5, 6L << 40, -0.0f, Double.NaN, "a\ud800b");
    assertThat((boolean[]) arguments.get(9)).containsExactly(true, false);
    assertThat((byte[]) arguments.get(10)).containsExactly(-1);
    assertThat((char[]) arguments.get(11)).containsExactly('x', '\uffff');
    assertThat((short[]) arguments.get(12)).containsExactly((short) -7);
    assertThat((int[]) arguments.get(13)).containsExactly(1, 2);
    assertThat((float[]) arguments.get(14)).containsExactly(1.5f);
    assertThat((double[]) arguments.get(15)).containsExactly(-2.5);
    assertThat((Object[]) arguments.get(16)).containsExactly(new int[] {1}, null, new int[] {2, 3});
    assertThat(arguments.get(17)).isSameAs(arguments.get(13));
    assertThat(arguments.get(18)).isNull();
    assertThat(all.captured().get(0).result()).isEqualTo("a\ud800b€");

    assertThat(capture.method(P + "yes(B)Z").captured().get(0).result()).isEqualTo(true);
    assertThat(capture.method(P + "unit(I)C").captured().get(0).result()).isEqualTo('€');
    assertThat(
            (short[]) capture.method(P + "shorts(Ljava/lang/String;)[S").captured().get(0).result())
        .containsExactly((short) 4, (short) -1);
    Capture.Method listed = capture.method(P + "listed(Ljava/util/List;[I)I");
    assertThat(listed.calls()).isEqualTo(1);
    assertThat(listed.captured()).isEmpty();
    assertThat(listed.whyNot()).contains("java.util.List");
    assertThat(methods).containsKey(P + "over(J)J").doesNotContainKey(P + "over(I)J");
    assertThat(capture.method(P + "locked(I)J").calls()).isEqualTo(2);
    assertThat(capture.method(P + "locked(I)J").thrown()).isZero();
    assertThat(capture.method(Jvm.PROGRAM + "$Inner#twice(I)I").calls()).isEqualTo(2);
    assertThat(capture.method(Jvm.PROGRAM + "$Square#applyAsLong(Ljava/lang/String;)J").calls())
        .isEqualTo(1);
    assertThat(capture.method(Jvm.PROGRAM + "$Shape#doubled(D)D").captured().get(0).result())
        .isEqualTo(18.0);
    assertThat(capture.method(Jvm.PROGRAM.replace("Program", "Twin") + "#plus(I)I").calls())
        .isEqualTo(2);
    assertThat(capture.notes())
        .anySatisfy(note -> assertThat(note).contains("Twin was loaded by several class loaders"))
        .anySatisfy(
            note ->
                assertThat(note).contains("Square#applyAsLong(Ljava/lang/String;) is not static"))
        .allSatisfy(note -> assertThat(run.err()).contains("rustfit: " + note));
    assertThat(capture.nanos()).isPositive();
  }

  @ParameterizedTest
  @MethodSource("jvms")
  void what_cannot_be_captured_is_said_and_the_program_goes_on(Jvm jvm) throws Exception {
    Jvm.Run run =
        jvm.run(
            "busy",
            Jvm.agent(
                folder,
                "Program#none,Program#over(short),Program#foreign,Program$Shape#area,Program$Square#<init>,"
                    + "a.b.Missing#x,java.lang.Math#abs,java.sql.Date#valueOf,Program#half"));
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo("done" + System.lineSeparator());
    List<String> notes = Capture.read(Jvm.captures(folder).get(0)).notes();
    assertThat(notes)
        .containsExactlyInAnyOrder(
            P + "none is not captured: the class has no such method",
            P + "over(short) is not captured: the class has no such method",
            P + "foreign is not captured: a native method has no code in Java",
            Jvm.PROGRAM
                + "$Shape#area is not captured: an abstract method has no code; name the classes"
                + " that implement it",
            Jvm.PROGRAM
                + "$Square#<init> is not captured: a constructor or initializer is no method that a"
                + " port could begin at",
            "class a.b.Missing was not loaded, so nothing of it is captured; before the name of a"
                + " nested class stands a $",
            "java.sql.Date#valueOf is not captured: the probe itself needs classes of the JDK",
            "java.lang.Math#abs is not captured: the probe itself needs classes of the JDK");
    assertThat(run.err().lines()).allMatch(line -> line.startsWith("rustfit: "));
  }

  @Test
  void limits_hold() throws Exception {
    Jvm jvm = Jvm.all().get(0);
    Jvm.Run run =
        jvm.run("large", Jvm.agent(folder, "Program#sum", "calls=5", "bytes=1000000", "share=1"));
    assertThat(run.status()).as(run.err()).isZero();
    Path file = Jvm.captures(folder).get(0);
    Capture.Method sum = Capture.read(file).method(P + "sum([JI)J");
    assertThat(sum.calls()).isEqualTo(601);
    // 160,000 bytes each: six are under a million, and five are allowed; two million elements
    // never.
    assertThat(sum.strata())
        .containsOnly(Map.entry(3, 300L), Map.entry(15, 300L), Map.entry(21, 1L));
    assertThat(sum.captured().stream().map(Capture.Call::size))
        .containsExactlyInAnyOrder(3, 3, 3, 3, 3, 15, 15, 15, 15, 15);
    assertThat(Files.size(file)).isLessThan(1_000_000);

    Files.delete(file);
    jvm.run("large", Jvm.agent(folder, "Program#sum", "calls=50", "bytes=700000", "share=1"));
    sum = Capture.read(Jvm.captures(folder).get(0)).method(P + "sum([JI)J");
    assertThat(sum.captured().stream().filter(call -> call.size() == 15)).hasSize(4);
    assertThat(sum.captured().stream().filter(call -> call.size() == 3)).hasSize(50);
  }

  @Test
  void where_no_time_is_left_for_copying_all_calls_are_counted_still() throws Exception {
    Jvm.Run run =
        Jvm.all().get(0).run("leaf", Jvm.agent(folder, "Program#over", "share=0.0000000001"));
    assertThat(run.out().strip()).isEqualTo("199999990000000");
    Capture.Method over = Capture.read(Jvm.captures(folder).get(0)).method(P + "over(I)J");
    assertThat(over.calls()).isEqualTo(20_000_000);
    assertThat(over.captured()).hasSizeLessThanOrEqualTo(64);
  }

  @Test
  void a_file_is_for_its_owner_and_not_for_git_and_whole_when_the_jvm_is_killed() throws Exception {
    Process process =
        Jvm.all()
            .get(0)
            .program("wait", Jvm.agent(folder, "Program#sum", "seconds=1"))
            .redirectErrorStream(true)
            .start();
    try (BufferedReader out = process.inputReader()) {
      assertThat(out.readLine()).isEqualTo("ready");
      process.outputWriter().append("\n").flush();
      assertThat(out.readLine()).isEqualTo("100");
      while (!Files.isDirectory(folder.resolve("captured")) || calls() < 100) {
        Thread.sleep(20);
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(calls()).isEqualTo(100);
    Path file = Jvm.captures(folder).get(0);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
    assertThat(file.resolveSibling(".gitignore")).hasContent("*");
    assertThat(Files.readAllBytes(file))
        .startsWith(
            "rustfit-capture 2\nmay hold personal data; not for commits or reports\n".getBytes());
    assertThat(file.getFileName().toString()).startsWith("capture-" + process.pid() + "-");
  }

  private long calls() throws Exception {
    List<Path> files = Jvm.captures(folder);
    return files.isEmpty() ? 0 : Capture.read(files.get(0)).method(P + "sum([JI)J").calls();
  }

  @ParameterizedTest
  @MethodSource("jvms")
  void a_running_jvm_is_captured_for_a_while_twice_and_left_as_it_was(Jvm jvm) throws Exception {
    Process process = jvm.program("wait").redirectErrorStream(true).start();
    try (BufferedReader out = process.inputReader()) {
      assertThat(out.readLine()).isEqualTo("ready");
      calls(process, out, 100);
      Path jar = Jvm.jar(folder);
      for (int round = 1; round <= 2; round++) {
        String options = Jvm.options(folder, "Program#sum").toString();
        ask(jvm, process, jar, options);
        ask(jvm, process, jar, "another, which may not begin");
        ask(jvm, process, jar, AgentJar.STOP + "another, which may not end it");
        calls(process, out, 200 * round);
        ask(jvm, process, jar, AgentJar.STOP + options);
        calls(process, out, 200 * round + 100);
        List<Path> files = Jvm.captures(folder);
        assertThat(files).hasSize(round);
        Capture.Method sum = Capture.read(files.get(round - 1)).method(P + "sum([JI)J");
        assertThat(sum.calls()).isEqualTo(100);
        assertThat(sum.captured()).hasSize(100);
      }
      process.outputWriter().append("x").flush();
      assertThat(process.waitFor()).isZero();
    } finally {
      process.destroyForcibly();
    }
    assertThat(Jvm.captures(folder)).hasSize(2);
  }

  private static void calls(Process process, BufferedReader out, int sum) throws Exception {
    process.outputWriter().append("\n").flush();
    String line = out.readLine();
    while (line.startsWith("rustfit: ") || line.startsWith("WARNING: ")) {
      line = out.readLine();
    }
    assertThat(line).isEqualTo(String.valueOf(sum));
  }

  private static void ask(Jvm jvm, Process process, Path jar, String options) throws Exception {
    Process jcmd =
        new ProcessBuilder(
                jvm.home().resolve("bin/jcmd").toString(),
                String.valueOf(process.pid()),
                "JVMTI.agent_load",
                '"' + jar.toString() + '"',
                '"' + options + '"')
            .redirectErrorStream(true)
            .start();
    String answer = new String(jcmd.getInputStream().readAllBytes());
    assertThat(answer).contains("return code: 0");
  }

  @Test
  void an_agent_that_cannot_begin_or_write_says_so_and_the_program_runs() throws Exception {
    Jvm jvm = Jvm.all().get(0);
    Jvm.Run without = jvm.run("busy", "-javaagent:" + Jvm.jar(folder) + "=" + folder.resolve("no"));
    assertThat(without.status()).isZero();
    assertThat(without.out()).startsWith("done");
    assertThat(without.err()).contains("rustfit: nothing is captured: java.nio.file.NoSuchFile");
    Jvm.Run wrong = jvm.run("busy", Jvm.agent(folder, "Program"));
    assertThat(wrong.out()).startsWith("done");
    assertThat(wrong.err()).contains("is no method: write package.Type#method");
    Files.writeString(folder.resolve("captured"), "a file");
    Jvm.Run blocked = jvm.run("busy", Jvm.agent(folder, "Program#half"));
    assertThat(blocked.status()).isZero();
    assertThat(blocked.out()).startsWith("done");
    assertThat(blocked.err()).contains("rustfit: the captured calls cannot be written to ");
  }
}
