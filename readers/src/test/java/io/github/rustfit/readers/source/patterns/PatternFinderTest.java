package io.github.rustfit.readers.source.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.source.PatternMatch;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the pages do not show: where a match is said to be, and what looks alike but is not one. */
class PatternFinderTest {

  private static List<PatternMatch> matches(String code, String pattern) {
    return Snippet.of(code).find().matches().stream()
        .filter(match -> match.pattern().equals(pattern))
        .toList();
  }

  @Test
  void a_match_is_where_a_stack_trace_would_put_it() {
    String code =
        """
        import java.util.*;

        class Outer {
          static String once = String.format("a");
          String each = String.format("b");
          Outer() {
            String.format("c");
          }
          void run(Runnable r) {
            r = () -> String.format("d");
            new Thread() {
              public void run() {
                String.format("e");
              }
            };
            class Local {
              void in() {
                String.format("f");
              }
            }
          }
          record Nested(int x) {
            Nested {
              String.format("g");
            }
          }
          enum State {
            ON {
              void on() {
                String.format("h");
              }
            };
            static class Deep {
              {
                String.format("i");
              }
            }
          }
        }
        """;

    assertThat(matches(code, "string-format"))
        .extracting(match -> match.firstLine() + " " + match.className() + "." + match.method())
        .containsExactly(
            "5 Outer.<init>",
            "7 Outer.<init>",
            "10 Outer.run",
            "13 Outer.run",
            "18 Outer.run",
            "24 Outer$Nested.<init>",
            "30 Outer$State.<clinit>",
            "35 Outer$State$Deep.<init>");
  }

  @Test
  void the_lines_of_a_call_over_several_lines_are_all_told() {
    assertThat(
            matches(
                """
                String f(int a) {
                  return String
                      .format(
                          "%d",
                          a);
                }
                """,
                "string-format"))
        .singleElement()
        .satisfies(match -> assertThat(match.firstLine()).isEqualTo(3))
        .satisfies(match -> assertThat(match.lastLine()).isEqualTo(6));
  }

  /** Each statement stands in a loop, with the variables that it needs around it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "boxing-in-loop | Integer boxed = i;",
        "boxing-in-loop | total++;",
        "boxing-in-loop | numbers.add(i);",
        "boxing-in-loop | Long.valueOf(i);",
        "boxing-in-loop | this.total += i;",
        "boxed-map-key | byNumber.put(i, text);",
        "boxed-map-key | byText.merge(text, i, Integer::sum);",
        "big-number-in-loop | new BigDecimal(1.5);",
        "wrapper-per-element | Optional.of(text);",
        "string-concat-in-loop | text = text + i;",
        "regex-per-call | Pattern.compile(\"a+\");",
        "regex-per-call | text.replaceAll(\"a+\", \"b\");",
        "eager-log-argument | log.trace(String.format(\"%s\", text));",
        "charset-churn | text.getBytes(StandardCharsets.UTF_8);",
        "charset-churn | for (char c : text.toCharArray()) {}",
        "stream-in-loop | IntStream.range(0, i).sum();",
        "capturing-lambda-in-loop | run(() -> total);",
        "capturing-lambda-in-loop | run(text::length);",
        "key-set-lookup | for (String k : byText.keySet()) { byText.get(k); }",
        "list-search | numbers.contains(i);",
        "list-search | this.numbers.indexOf(i);",
        "list-search | new ArrayList<>(numbers).lastIndexOf(i);",
        "allocation-in-loop | Object lock = new Object();",
        "exception-control-flow | try { throw new IllegalStateException(); } catch"
            + " (IllegalStateException e) { i++; }",
        "expensive-object-per-call | SecureRandom random = new SecureRandom();",
        "expensive-object-per-call | javax = Cipher.getInstance(\"AES\");",
        "reflection-per-call | Class.forName(\"x\");",
        "thread-per-task | Executors.newFixedThreadPool(2);",
        "query-in-loop | connection.prepareStatement(\"select\");",
        "query-in-loop | restTemplate.getForObject(\"/\", String.class);",
        "unbuffered-io | raw.write(i);",
        "non-atomic-update | if (!shared.containsKey(text)) { shared.put(text, text); }",
        "modified-while-iterated | for (String k : byText.keySet()) { byText.remove(k); }",
        "ignored-error | file.delete();",
        "ignored-error | try { i++; } catch (Exception e) { log.warn(\"x\", e); }",
        "open-switch | switch (i) { case 1: i++; case 2: break; }",
        "int-overflow | int cut = (int) wide;",
        "identity-comparison | if (text == other) {}",
        "native-memory | ByteBuffer.allocateDirect(i);",
      })
  void it_is_found(String pattern, String statement) {
    assertThat(Snippet.of(LOOP.formatted(statement)).linesOf(pattern)).containsExactly(18);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "boxing-in-loop | int plain = i;",
        "boxing-in-loop | numbers.add(total);",
        "boxing-in-loop | numbers.remove(i);",
        "boxing-in-loop | Integer none = null;",
        "boxed-map-key | byText.get(text);",
        "boxed-map-key | byNumber.get(total);",
        "string-concat-in-loop | String here = text + i;",
        "regex-per-call | text.split(\",\");",
        "regex-per-call | text.split(\"\\\\.\");",
        "regex-per-call | text.matches(other);",
        "regex-per-call | text.replace(\"a\", \"b\");",
        "regex-per-call | pattern.split(text);",
        "eager-log-argument | log.debug(\"{}\", text);",
        "eager-log-argument | log.info(\"a\" + text);",
        "eager-log-argument | if (log.isDebugEnabled()) { log.debug(\"a\" + text); }",
        "eager-log-argument | log.debug(() -> \"a\" + text);",
        "string-format | throw new IllegalStateException(String.format(\"%s\", text));",
        "string-format | Example.format(text);",
        "charset-churn | text.equalsIgnoreCase(other);",
        "capturing-lambda-in-loop | run(() -> 1);",
        "capturing-lambda-in-loop | run(String::new);",
        "capturing-lambda-in-loop | each(a -> a + 1);",
        "key-set-lookup | for (String k : byText.keySet()) { byNumber.get(k); }",
        "list-search | byText.containsKey(text);",
        "list-search | text.contains(other);",
        "list-search | byText.keySet().contains(text);",
        "list-search | text.indexOf(other);",
        "allocation-in-loop | Object next = new StringBuilder(text + i);",
        "allocation-in-loop | throw new IllegalStateException();",
        "exception-control-flow | throw new IllegalStateException();",
        "expensive-object-per-call | this.mapper = new ObjectMapper();",
        "query-in-loop | byText.get(text);",
        "unbuffered-io | raw.write(bytes);",
        "unbuffered-io | buffered.write(i);",
        "shared-mutable-static | total += 1;",
        "non-atomic-update | seen = i;",
        "non-atomic-update | synchronized (this) { seen++; }",
        "modified-while-iterated | for (String k : byText.keySet()) { byText.remove(k); break; }",
        "modified-while-iterated | for (byte b : mine) { this.mine.add(b); }",
        "ignored-error | boolean done = file.delete();",
        "ignored-error | try { i++; } catch (Exception ignored) {}",
        "open-switch | switch (i) { case 1: i++; break; default: }",
        "int-overflow | long area = (long) i * i;",
        "int-overflow | long day = 24 * 60 * 60;",
        "identity-comparison | if (text.equals(other)) {}",
        "identity-comparison | if (total == i) {}",
        "native-memory | ByteBuffer.allocate(i);",
        "unclosed-resource | FileInputStream in = new FileInputStream(file); in.close();",
        "unclosed-resource | FileInputStream in = new FileInputStream(file); run(in);",
      })
  void it_is_not_found(String pattern, String statement) {
    assertThat(Snippet.of(LOOP.formatted(statement)).linesOf(pattern)).isEmpty();
  }

  private static final String LOOP =
      """
      Integer total = 0;
      volatile int seen;
      List<Integer> numbers;
      Map<Integer, String> byNumber;
      Map<String, Integer> byText;
      ConcurrentMap<String, String> shared;
      FileOutputStream raw;
      BufferedOutputStream buffered;
      Connection connection;
      File file;
      byte[] bytes;
      List<Byte> mine;
      Pattern pattern;
      ObjectMapper mapper;
      long wide;
      void loop(String text, String other, Logger log, int n, List<Byte> mine) throws Exception {
        for (int i = 0; i < n; i++) {
          %s
        }
      }
      """;

  private static final String PROGRAM =
      """
      %s void %s(String[] arguments) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        SecureRandom random = new SecureRandom();
        %s
      }
      """;

  /** What a program makes at its start is made once; the same lines of any other method are not. */
  @Test
  void what_main_makes_outside_of_loops_is_made_once() {
    Snippet main = Snippet.of(PROGRAM.formatted("public static", "main", ""));
    assertThat(main.linesOf("expensive-object-per-call")).isEmpty();
    assertThat(main.linesOf("thread-per-task")).isEmpty();

    Snippet other = Snippet.of(PROGRAM.formatted("static", "handle", ""));
    assertThat(other.linesOf("expensive-object-per-call")).containsExactly(2, 4);
    assertThat(other.linesOf("thread-per-task")).containsExactly(3);

    Snippet server =
        Snippet.of(
            PROGRAM.formatted(
                "static",
                "main",
                "serve(request -> new SecureRandom());\n"
                    + "while (true) { Executors.newFixedThreadPool(2); }"));
    assertThat(server.linesOf("expensive-object-per-call")).containsExactly(5);
    assertThat(server.linesOf("thread-per-task")).containsExactly(6);
  }

  @Test
  void annotations_are_not_the_place_of_a_method() {
    assertThat(
            Snippet.of("@Deprecated\npublic\nsynchronized void f() {\n}").linesOf("contended-lock"))
        .containsExactly(3);
  }

  @Test
  void a_class_of_that_name_in_another_package_is_another_class() {
    String own =
        """
        import com.acme.Pattern;
        class A {
          Object f() {
            return Pattern.compile("x+");
          }
        }
        """;

    assertThat(matches(own, "regex-per-call")).isEmpty();
    assertThat(matches(own.replace("com.acme", "java.util.regex"), "regex-per-call")).hasSize(1);
  }

  @Test
  void no_more_than_the_limit_is_kept_and_it_is_said() {
    String calls = "    String.format(\"x\");\n".repeat(PatternFinder.MOST + 1);
    PatternFinder.Result found = Snippet.of("void f() {\n" + calls + "}").find();

    assertThat(found.matches()).hasSize(PatternFinder.MOST);
    assertThat(found.cut()).isTrue();
  }

  /** The parser itself recurses into operators; blocks and calls are as deep as it can take. */
  @Test
  void depth_costs_heap_and_not_stack() throws Exception {
    String blocks = "{".repeat(1000) + "}".repeat(1000);
    String chain = "s" + ".trim()".repeat(2000);
    String sum = "s" + " + s".repeat(2000);
    String code =
        "void f(String s) { for (;;) { s = %s;\ns += %s; %s } }".formatted(sum, chain, blocks);
    int[] found = {0};
    Thread thread =
        new Thread(
            null, () -> found[0] = matches(code, "string-concat-in-loop").size(), "t", 64 << 20);
    thread.start();
    thread.join();

    assertThat(found[0]).isEqualTo(2);
  }

  /** Both streams hold in memory what was there already; the third reads a file. */
  @Test
  void a_stream_in_memory_is_no_file() {
    String code =
        """
        import java.io.ByteArrayInputStream;
        import java.io.ByteArrayOutputStream;
        import java.io.IOException;
        import java.io.InputStream;

        class Packer {
          byte[] f(ByteArrayOutputStream out) {
            return out.toByteArray();
          }
          byte[] g(ByteArrayInputStream in) {
            return in.readAllBytes();
          }
          byte[] h(InputStream in) throws IOException {
            return in.readAllBytes();
          }
        }
        """;
    assertThat(Snippet.of(code).linesOf("whole-file-read")).containsExactly(14);
  }
}
