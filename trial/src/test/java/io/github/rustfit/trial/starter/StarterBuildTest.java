package io.github.rustfit.trial.starter;

import static io.github.rustfit.trial.starter.Methods.PRIVATE;
import static io.github.rustfit.trial.starter.Methods.STATIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A starter with seven signatures builds and tests as it was written; with bodies it is equal to
 * Java both through JNI and, where a JDK has it, through foreign functions; and a fault in a body
 * is seen. Component and file have names that break out of whatever lets them.
 */
class StarterBuildTest {

  private static final String COMPONENT =
      "größe\"]\n[dependencies]\nevil = \"1\" # */ {{slug}} \\u002a/ `x` $(touch evil)";

  private static final String JAVA =
      """
      package com.acme;

      class Stats {
        static long sumSquares(long[] values) {
          long sum = 0;
          for (long value : values) {
            sum += value * value;
          }
          return sum;
        }

        static void type(int[] match, int[] self, boolean[] crate) throws java.io.IOException {
          if (match.length > 50) {
            throw new java.io.IOException("long");
          }
          for (int i = 0; i < match.length; i++) {
            match[i] += self[i];
            crate[i] = !crate[i];
          }
        }

        private static String größe(
            String s, char c, boolean f, double d, float g, byte b, short t) {
          return f ? s + c + (char) b + (char) t + (d > g ? '>' : '<') : s;
        }

        static class In$ner {
          static boolean[] self(boolean[] flags, boolean flip) {
            boolean[] result = new boolean[flags.length];
            for (int i = 0; i < result.length; i++) {
              result[i] = flags[i] ^ flip;
            }
            return result;
          }
        }

        static double any(byte[] b, char[] c, short[] s, float[] f, double[] d, long n) {
          double sum = n;
          for (int i = 0; i < b.length; i++) {
            sum += b[i] * c[i] - s[i];
            f[i] = -f[i];
            d[i] = d[i] / 3;
          }
          return sum;
        }

        static short[] none() {
          return new short[] {1, -2};
        }

        static boolean less(int a, int b) {
          return a / b < 3;
        }
      }
      """;

  /** Arrays that the Java above only reads; of some methods it is known, of some it is not. */
  private static final Map<String, List<Integer>> READ =
      Map.of("type", List.of(1), "self", List.of(0), "any", List.of(0, 1, 2));

  private static final List<EntryMethod> METHODS =
      Stream.of(
              Methods.member(STATIC, "com.acme.Stats", "sumSquares", "long", "long[]"),
              Methods.member(
                  STATIC, "com.acme.Stats", "type", "void", "int[]", "int[]", "boolean[]"),
              Methods.member(
                  STATIC | PRIVATE,
                  "com.acme.Stats",
                  "größe",
                  "java.lang.String",
                  "java.lang.String",
                  "char",
                  "boolean",
                  "double",
                  "float",
                  "byte",
                  "short"),
              Methods.member(
                  STATIC, "com.acme.Stats$In$ner", "self", "boolean[]", "boolean[]", "boolean"),
              Methods.member(
                  STATIC,
                  "com.acme.Stats",
                  "any",
                  "double",
                  "byte[]",
                  "char[]",
                  "short[]",
                  "float[]",
                  "double[]",
                  "long"),
              Methods.member(STATIC, "com.acme.Stats", "none", "short[]"),
              Methods.member(STATIC, "com.acme.Stats", "less", "boolean", "int", "int"))
          .map(EntryMethod::of)
          .map(one -> one.onlyReading(READ.getOrDefault(one.member().method().name(), List.of())))
          .toList();

  /** Bodies by a hand that read the Java above. */
  private static final List<List<String>> BODIES =
      List.of(
          List.of(
              "stats_sum_squares",
              """
                  Ok(p1
                      .iter()
                      .fold(0, |sum: i64, v| sum.wrapping_add(v.wrapping_mul(*v))))
              """),
          List.of(
              "stats_type",
              """
                  if p1.len() > 50 || p2.len() < p1.len() || p3.len() < p1.len() {
                      return Err(Refused::ToJava);
                  }
                  for i in 0..p1.len() {
                      p1[i] = p1[i].wrapping_add(p2[i]);
                      p3[i] = !p3[i];
                  }
                  Ok(())
              """),
          List.of(
              "stats_gru00f6u00dfe",
              """
                  let mut text = p1.to_vec();
                  if p3 {
                      let sign = if p4 > f64::from(p5) { '>' } else { '<' };
                      text.extend([p2, p6 as u16, p7 as u16, sign as u16]);
                  }
                  Ok(text)
              """),
          List.of("stats_in_ner_self", "    Ok(p1.iter().map(|flag| flag ^ p2).collect())\n"),
          List.of(
              "stats_any",
              """
                  let n = p1.len();
                  if [p2.len(), p3.len(), p4.len(), p5.len()].iter().any(|other| *other < n) {
                      return Err(Refused::ToJava);
                  }
                  let mut sum = p6 as f64;
                  for i in 0..n {
                      sum += f64::from(i32::from(p1[i]) * i32::from(p2[i]) - i32::from(p3[i]));
                      p4[i] = -p4[i];
                      p5[i] /= 3.0;
                  }
                  Ok(sum)
              """),
          List.of("stats_none", "    Ok(vec![1, -2])\n"),
          List.of(
              "stats_less",
              """
                  if p2 == 0 {
                      return Err(Refused::ToJava);
                  }
                  Ok(p1.wrapping_div(p2) < 3)
              """));

  @TempDir Path root = Path.of("");
  private Path folder = Path.of("");

  @Test
  void a_starter_builds_untouched_and_is_equal_once_it_is_filled() throws Exception {
    assumeTrue(run(root, "cargo", "--version").status() == 0, "cargo is not here");
    StarterFolder starter = StarterFolder.of(root, COMPONENT);
    starter.write(METHODS);
    folder = starter.path();
    Files.createDirectories(folder.resolve("owner"));
    Files.createDirectories(folder.resolve("classes"));
    Files.writeString(folder.resolve("owner/Stats.java"), JAVA);
    javac(17, Path.of(System.getProperty("java.home")), "owner/Stats.java");

    Run tests = cargo("test", "--workspace");
    assertThat(tests.output()).contains("the_body_is_open ... ok", "7 passed");
    assertThat(tests.status()).as(tests.output()).isZero();
    build();
    assertThat(folder.resolve("evil")).doesNotExist();
    List<Way> ways = ways();
    for (Way way : ways) {
      javac(way.release(), way.jdk(), "@java/sources-" + way.release());
      Run open = differential(way);
      assertThat(open.status()).as(open.output()).isZero();
      assertThat(open.lines(" through " + way.name() + ": OPEN")).hasSize(METHODS.size());
      assertThat(open.output()).doesNotContain("EQUAL", "WARNING");
    }
    assertThat(differential(ways.get(0), "--complete").status()).isEqualTo(1);

    for (List<String> body : BODIES) {
      fill(body.get(0), body.get(1));
    }
    Run filled = cargo("test", "--lib");
    assertThat(filled.output()).contains("the_body_is_open ... FAILED", "7 failed");
    build();
    for (Way way : ways) {
      Run equal = differential(way, "--complete");
      assertThat(equal.status()).as(equal.output()).isZero();
      assertThat(equal.lines(" through " + way.name() + ": EQUAL in ")).hasSize(METHODS.size());
      assertThat(equal.output()).doesNotContain("OPEN", "WARNING", "FAULT");
    }
    Run whole = differential(ways.get(0), "--complete", "--leaves-nothing");
    assertThat(whole.status()).as(whole.output()).isZero();

    Files.createDirectories(folder.resolve("captured"));
    Files.write(folder.resolve("captured/one.rustfit-capture"), capture(5));
    Run real = differential(ways.get(0), "--complete", "--captured=captured");
    assertThat(real.status()).as(real.output()).isZero();
    assertThat(real.output())
        .contains(
            "sumSquares(long[]): 1 captured calls are tried first; 1 with null,",
            "type(int[], int[], boolean[]): 1 captured calls are tried first; 1 with null,",
            "none(): 0 captured calls are tried first\n");
    Files.write(folder.resolve("captured/two.rustfit-capture"), capture(6));
    Run impure = differential(ways.get(0), "--captured=captured");
    assertThat(impure.status()).isEqualTo(1);
    assertThat(impure.output())
        .contains("sumSquares(long[]): FAULT: Java gave 6 in the real run and 5 now");
    byte[] cut = Arrays.copyOf(capture(5), capture(5).length - 5);
    Files.write(folder.resolve("captured/two.rustfit-capture"), cut);
    Run broken = differential(ways.get(0), "--captured=captured");
    assertThat(broken.status()).isEqualTo(1);
    assertThat(broken.output())
        .contains(
            "two.rustfit-capture is no whole capture of this version (at byte " + cut.length + ":");

    seed("stats_sum_squares", "fold(0,", "fold((p1.len() / 100) as i64,");
    seed("stats_type", "p1[i].wrapping_add(p2[i])", "p1[i].saturating_add(p2[i])");
    seed("stats_any", "p4[i] = ", "p4[i + usize::from(n == 9)] = ");
    seed("stats_less", "if p2 == 0", "if p2 == 0 || p1 == 7");
    build();
    for (Way way : ways) {
      Run wrong = differential(way);
      assertThat(wrong.status()).as(wrong.output()).isEqualTo(1);
      assertThat(wrong.lines("sumSquares(long[]): FAULT: Java gives "))
          .as(wrong.output())
          .hasSize(1);
      assertThat(wrong.lines("type(int[], int[], boolean[]): FAULT: afterwards argument 1"))
          .as(wrong.output())
          .hasSize(1);
      assertThat(wrong.lines("long): FAULT: Rust panicked where Java gives "))
          .as(wrong.output())
          .hasSize(1);
      assertThat(wrong.lines("  smallest input of those that differ: "))
          .as(wrong.output())
          .hasSize(3);
      assertThat(wrong.lines(": EQUAL in ")).as(wrong.output()).hasSize(METHODS.size() - 3);
      assertThat(wrong.lines("less(int, int) through " + way.name() + ": EQUAL in ")).hasSize(1);
    }
    Run left = differential(ways.get(0), "--leaves-nothing");
    assertThat(left.lines("less(int, int): FAULT: Java gives "))
        .as(left.output())
        .hasSize(1)
        .allMatch(line -> line.endsWith(", and Rust leaves it to Java"));
  }

  @Test
  void an_array_that_is_not_copied_back_although_java_writes_to_it_is_seen() throws Exception {
    assumeTrue(run(root, "cargo", "--version").status() == 0, "cargo is not here");
    EntryMethod method =
        EntryMethod.of(
                Methods.member(
                    STATIC, "com.acme.Stats", "type", "void", "int[]", "int[]", "boolean[]"))
            .onlyReading(List.of(0, 1));
    StarterFolder starter = StarterFolder.of(root, COMPONENT);
    starter.write(List.of(method));
    folder = starter.path();
    Files.createDirectories(folder.resolve("owner"));
    Files.createDirectories(folder.resolve("classes"));
    Files.writeString(folder.resolve("owner/Stats.java"), JAVA);
    javac(17, Path.of(System.getProperty("java.home")), "owner/Stats.java");
    assertThat(folder.resolve("core/src/stats_type.rs"))
        .content()
        .contains("pub fn r#type(p1: &[i32], p2: &[i32], p3: &mut [bool])");
    fill("stats_type", "    p1[0] = p2[0];\n    Ok(())\n");
    assertThat(cargo("build", "--release").output())
        .contains("cannot assign to `p1[_]`, which is behind a `&` reference");
    seed("stats_type", "p1[0] = p2[0];", "if p2.len() < p1.len() { return Err(Refused::ToJava); }");
    seed(
        "stats_type",
        "Ok(())\n}\n\n",
        "p3[..p1.len()].iter_mut().for_each(|x| *x = !*x); Ok(())\n}\n\n");
    build();
    for (Way way : ways()) {
      javac(way.release(), way.jdk(), "@java/sources-" + way.release());
      Run wrong = differential(way);
      assertThat(wrong.status()).as(wrong.output()).isEqualTo(1);
      assertThat(wrong.output()).contains("FAULT: afterwards argument 1 is");
    }
  }

  /** 1² + 2² = 5; a call with null; one that throws as Java does; one with an array twice. */
  private static byte[] capture(long sum) throws IOException {
    CaptureFile file = new CaptureFile(2);
    DataOutputStream out = file.method("com.acme.Stats", "sumSquares", "([J)J", 1, 2);
    out.writeByte(3);
    out.writeByte(0);
    out.writeBytes("[J");
    out.writeInt(2);
    out.writeLong(1);
    out.writeLong(2);
    out.writeByte('J');
    out.writeLong(sum);
    out.writeByte(3);
    out.writeByte(1);
    out.writeByte('N');
    out.writeUTF("java.lang.NullPointerException");
    out = file.method("com.acme.Stats", "type", "([I[I[Z)V", 3, 2);
    for (int first : new int[] {51, 0}) {
      out.writeByte(3);
      out.writeByte(first > 50 ? 1 : 2);
      out.writeBytes("[I");
      out.writeInt(first);
      for (int i = 0; i < first; i++) {
        out.writeInt(i);
      }
      if (first > 50) {
        out.writeBytes("[I");
        out.writeInt(0);
      } else {
        out.writeByte('R');
        out.writeByte(0);
      }
      out.writeBytes("[Z");
      out.writeInt(1);
      out.writeBoolean(true);
      if (first > 50) {
        out.writeUTF("java.io.IOException");
      }
    }
    return file.bytes();
  }

  private record Way(String name, int release, Path jdk) {}

  /**
   * JNI on this JDK; foreign functions on a JDK that has them, if one is here or beside this one.
   */
  private static List<Way> ways() throws IOException {
    Path here = Path.of(System.getProperty("java.home"));
    List<Way> ways = new ArrayList<>();
    ways.add(new Way("Jni", 17, here));
    Optional<Path> newer = Runtime.version().feature() >= 22 ? Optional.of(here) : beside(here);
    newer.ifPresentOrElse(
        jdk -> ways.add(new Way("Ffm", 22, jdk)),
        () -> System.err.println("foreign functions are not tried: no JDK 22 or newer is here"));
    return ways;
  }

  private static Optional<Path> beside(Path jdk) throws IOException {
    try (Stream<Path> others = Files.list(jdk.toAbsolutePath().getParent())) {
      return others
          .filter(one -> Files.isExecutable(one.resolve("bin/javac")))
          .filter(one -> feature(one) >= 22)
          .sorted()
          .findFirst();
    }
  }

  private static int feature(Path jdk) {
    try {
      return Files.readAllLines(jdk.resolve("release")).stream()
          .filter(line -> line.matches("JAVA_VERSION=\"[0-9]+.*"))
          .mapToInt(line -> Integer.parseInt(line.replaceAll("^JAVA_VERSION=\"([0-9]+).*", "$1")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  private void fill(String module, String body) throws IOException {
    Path file = folder.resolve("core/src/" + module + ".rs");
    String text = Files.readString(file);
    String filled =
        text.replaceFirst("(?s)(    let _ = [^\n]+\n)?    Err\\(Refused::Open\\)\n", "@");
    assertThat(filled).contains("@");
    Files.writeString(file, filled.replace("@", body));
  }

  private void seed(String module, String right, String wrong) throws IOException {
    Path file = folder.resolve("core/src/" + module + ".rs");
    String text = Files.readString(file);
    assertThat(text).contains(right);
    Files.writeString(file, text.replace(right, wrong));
  }

  private void javac(int release, Path jdk, String sources) throws Exception {
    Run compiled =
        run(
            folder,
            jdk.resolve("bin/javac").toString(),
            "-Xlint:all",
            "-Werror",
            "--release",
            String.valueOf(release),
            "-encoding",
            "UTF-8",
            "-cp",
            "classes",
            "-d",
            sources.startsWith("@") ? "out" + release : "classes",
            sources);
    assertThat(compiled.status()).as(compiled.output()).isZero();
  }

  private void build() throws Exception {
    Run built = cargo("build", "--release");
    assertThat(built.status()).as(built.output()).isZero();
    assertThat(built.output()).doesNotContain("warning");
  }

  private Run cargo(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("cargo"));
    command.addAll(Arrays.asList(arguments));
    command.add("--offline");
    return run(folder, command.toArray(String[]::new));
  }

  private Run differential(Way way, String... arguments) throws Exception {
    String slug = Names.slug(COMPONENT);
    String library = System.mapLibraryName("rustfit_" + slug.replace('-', '_'));
    List<String> command =
        new ArrayList<>(
            List.of(
                way.jdk().resolve("bin/java").toString(),
                "-Drustfit." + slug + "=" + way.name(),
                "-Drustfit." + slug + ".library=target/release/" + library,
                "-Drustfit." + slug + ".folder=loaded"));
    command.addAll(
        way.release() < 22
            ? List.of("-Xcheck:jni")
            : List.of("--enable-native-access=ALL-UNNAMED"));
    String part = Names.packagePart(slug);
    command.addAll(
        List.of(
            "-cp",
            "out" + way.release() + System.getProperty("path.separator") + "classes",
            "rustfit." + part + ".Differential",
            "--cases=300"));
    command.addAll(Arrays.asList(arguments));
    return run(folder, command.toArray(String[]::new));
  }

  private record Run(int status, String output) {

    List<String> lines(String part) {
      return output.lines().filter(line -> line.contains(part)).toList();
    }
  }

  private static Run run(Path folder, String... command) throws InterruptedException {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.environment().put("RUST_BACKTRACE", "0");
      builder.environment().remove("CARGO_TARGET_DIR");
      Process process = builder.redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Run(process.waitFor(), output);
    } catch (IOException e) {
      return new Run(-1, String.valueOf(e.getMessage()));
    }
  }
}
