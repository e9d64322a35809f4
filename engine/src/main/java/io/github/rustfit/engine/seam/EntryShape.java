package io.github.rustfit.engine.seam;

import java.util.Locale;

/** What a native part would be, the smallest first. */
public enum EntryShape {
  /** A library in the same process, called through the Foreign Function and Memory API. */
  FFI_KERNEL("FFI kernel"),
  /** A module without system calls, run inside the JVM or at the edge. */
  WEBASSEMBLY_MODULE("WebAssembly module"),
  /** A program that is started for each job. */
  CLI("command-line program"),
  /** A process beside the JVM, reached over a local socket or shared memory. */
  SIDECAR("sidecar"),
  /** A service of its own, reached over the network. */
  SERVICE("service");

  private final String text;

  EntryShape(String text) {
    this.text = text;
  }

  /** A few words for people. */
  public String text() {
    return text;
  }

  /** The name in {@code report.json}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
