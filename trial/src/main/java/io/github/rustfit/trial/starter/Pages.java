package io.github.rustfit.trial.starter;

import java.util.Map;

/** README.md and CONTRACT.md. */
final class Pages {

  private Pages() {}

  static void write(Layout layout, Map<String, String> files) {}
}
