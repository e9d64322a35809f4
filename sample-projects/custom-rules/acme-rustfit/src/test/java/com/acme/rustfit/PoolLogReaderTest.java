package com.acme.rustfit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.rustfit.readers.input.InputReaders;
import io.github.rustfit.readers.input.Inputs;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As the plugin reads: found on the class path, asked beside the built-in readers. */
class PoolLogReaderTest {

  private static final SampleKey IN_BOOKING =
      new SampleKey(
          SampleKind.LOCK, List.of(new Frame("com.acme.orders.booking.Booking", "book", 31)), "");

  @TempDir Path folder;

  private Evidence reading(String log) throws IOException {
    Files.writeString(folder.resolve("pool.log"), log);
    InputReaders readers = InputReaders.load(getClass().getClassLoader());
    assertEquals(List.of(), readers.problems());
    return new Inputs(folder, readers.readers()).read(List.of("pool.log")).evidence();
  }

  private static ProfileSummary only(Evidence evidence) {
    assertEquals(1, evidence.profiles().size());
    return evidence.profiles().values().iterator().next();
  }

  @Test
  void waits_at_the_same_line_add_up() throws IOException {
    Evidence evidence =
        reading(
            """
            # acme-pool 1
            com.acme.orders.booking.Booking#book:31 waited 2500 us
            com.acme.orders.booking.Booking#book:31 waited 500 us
            """);

    Input input = evidence.inputs().first();
    assertEquals("acme-pool", input.kind());
    assertEquals(Input.Status.READ, input.status());
    Weight waited = Weight.of(2_500_000).merge(Weight.of(500_000));
    assertEquals(Map.of(IN_BOOKING, waited), only(evidence).samples());
  }

  @Test
  void a_damaged_line_ends_the_reading_and_keeps_what_stands_before() throws IOException {
    Evidence evidence =
        reading(
            """
            # acme-pool 1
            com.acme.orders.booking.Booking#book:31 waited 2500 us
            com.acme.orders.booking.Booking#book:31 wai""");

    Input input = evidence.inputs().first();
    assertEquals(Input.Status.PARTIAL, input.status());
    assertTrue(input.problem().startsWith("Line 3 tells of no wait"), input.problem());
    assertEquals(Map.of(IN_BOOKING, Weight.of(2_500_000)), only(evidence).samples());
  }

  @Test
  void another_text_is_not_claimed() throws IOException {
    Evidence evidence = reading("# acme-pool 12\n");

    assertEquals(Input.Status.FAILED, evidence.inputs().first().status());
    assertTrue(evidence.inputs().first().problem().contains("acme-pool, capture, collapsed, gc-log, jfr"));
  }
}
