package io.github.rustfit.readers.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events of a producer that nobody has heard of, written by the JDK itself. */
class ForeignSamplesTest {

  @Name("vendor.StackSample")
  private static final class Sample extends Event {}

  @Name("vendor.OrderReceived")
  private static final class Order extends Event {}

  @Test
  void samples_are_named_and_a_programs_own_events_are_not(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("own.jfr");
    try (Recording recording = new Recording()) {
      recording.start();
      for (int i = 0; i < 3; i++) {
        new Sample().commit();
        new Order().commit();
      }
      recording.stop();
      recording.dump(file);
    }

    assertThat(Recordings.read(file).profile().facts().sampling().unread())
        .isEqualTo(Map.of("vendor.StackSample", 3L));
  }
}
