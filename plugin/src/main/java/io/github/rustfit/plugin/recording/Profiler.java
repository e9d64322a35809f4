package io.github.rustfit.plugin.recording;

import java.util.Locale;

/** What records a profile. */
public enum Profiler {
  /** The JDK's Flight Recorder. */
  JFR,
  /** async-profiler, whose library this plugin brings along. */
  ASYNC_PROFILER;

  /**
   * The one of that name.
   *
   * @throws RecordingException if there is none
   */
  public static Profiler of(String name) throws RecordingException {
    return switch (name.strip().toLowerCase(Locale.ROOT)) {
      case "jfr" -> JFR;
      case "async-profiler" -> ASYNC_PROFILER;
      default ->
          throw new RecordingException(
              "rustfit.profiler is '" + name + "'. Write jfr or async-profiler.");
    };
  }
}
