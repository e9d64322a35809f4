package io.github.rustfit.trial.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events that this JVM makes, so that their number is known. */
class EventsTest {

  @TempDir Path folder = Path.of("");

  /** A unit of work. */
  @Name("com.acme.Placed")
  static final class Placed extends Event {}

  private void record(String file, int events) throws Exception {
    try (Recording recording = new Recording()) {
      recording.enable(Placed.class);
      recording.start();
      for (int i = 0; i < events; i++) {
        new Placed().commit();
      }
      recording.dump(folder.resolve(file));
    }
  }

  @Test
  void those_of_a_name_are_counted_in_all_recordings_of_a_run() throws Exception {
    record("one.jfr", 7);
    record("two.jfr", 4);

    assertThat(Events.count(folder, "com.acme.Placed")).isEqualTo(11);
    assertThatExceptionOfType(Runner.Failed.class)
        .isThrownBy(() -> Events.count(folder, "com.acme.Paid"))
        .withMessage("its recording has no event com.acme.Paid");
  }

  @Test
  void without_a_recording_or_with_a_broken_one_there_is_no_number() throws Exception {
    assertThatExceptionOfType(Runner.Failed.class)
        .isThrownBy(() -> Events.count(folder, "com.acme.Placed"))
        .withMessageStartingWith("it left no recording in which events com.acme.Placed");

    Files.writeString(folder.resolve("cut.jfr"), "FLR");
    assertThatExceptionOfType(Runner.Failed.class)
        .isThrownBy(() -> Events.count(folder, "com.acme.Placed"))
        .withMessageStartingWith("its recording cannot be read: ");
  }
}
