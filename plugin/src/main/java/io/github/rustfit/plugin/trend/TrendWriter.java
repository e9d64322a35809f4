package io.github.rustfit.plugin.trend;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Renders a trend as one file: UTF-8, {@code \n}, no clock, no host, no locale. */
public interface TrendWriter {

  /** Name of the file, e.g. {@code trend.json}. */
  String fileName();

  /**
   * Writes the whole file and flushes; the stream stays open.
   *
   * @throws IOException if the stream fails
   */
  void write(TrendReport report, OutputStream out) throws IOException;

  /** Every writer, that of the page last. */
  static List<TrendWriter> all() {
    return List.of(new TrendJson(), new TrendHtml());
  }
}
