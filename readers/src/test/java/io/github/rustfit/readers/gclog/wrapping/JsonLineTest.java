package io.github.rustfit.readers.gclog.wrapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonLineTest {

  private final JsonLine json = new JsonLine();

  @Test
  void escapes_are_what_json_says_they_are() {
    assertThat(others("{\"k\":\"a\\\"b\\\\c\\n\\u0041\\/\"}")).containsExactly("a\"b\\c\nA/");
  }

  /** What is no JSON must not end in an exception: a file is asked for its kind by this. */
  @Test
  void escapes_that_are_cut_take_what_follows() {
    // 1"bc is read as 0x10bc, which is no letter of a log.
    assertThat(others("{\"k\":\"a\\u1\"bc\", \"d\"}")).containsExactly("a?", "d");
    assertThat(others("{\"k\":\"a\\u00")).containsExactly("a\u0000");
    assertThat(others("{\"k\":\"a\\")).containsExactly("a\\");
    assertThat(others("{\"k\":\"")).containsExactly("");
    assertThat(others("\"")).containsExactly("");
  }

  /** With room for the rest of the line in each of 20,000 strings this was 2.4 GB. */
  @Test
  void a_document_on_one_line_takes_room_in_proportion_to_its_length() {
    byte[] line = ("{" + "\"key\":\"va\",".repeat(20_000) + "}").getBytes(StandardCharsets.UTF_8);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    json.parse(line, 0, line.length); // loads classes
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    json.parse(line, 0, line.length);
    long allocated = threads.getThreadAllocatedBytes(thread) - before;
    // An empty array takes 16 bytes, a String 24: a few objects for each string of the line.
    assertThat(allocated).isLessThan(40_000L * 200);
  }

  private List<String> others(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    json.parse(bytes, 0, bytes.length);
    return json.others().stream().map(one -> new String(one, StandardCharsets.UTF_8)).toList();
  }
}
