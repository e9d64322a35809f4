package io.github.rustfit.plugin.recording;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The Flight Recorder's settings for rustfit, a resource of this plugin. */
final class RecordingSettings {

  /** Its name, and that of the file that is made of it. */
  static final String NAME = "rustfit.jfc";

  private RecordingSettings() {}

  /** Its text. */
  static byte[] bytes() {
    try (InputStream in = RecordingSettings.class.getResourceAsStream(NAME)) {
      if (in == null) {
        throw new IllegalStateException("rustfit's own resource " + NAME + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("rustfit's own resource " + NAME + " cannot be read", e);
    }
  }
}
