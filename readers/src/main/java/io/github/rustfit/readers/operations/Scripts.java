package io.github.rustfit.readers.operations;

import java.util.regex.Pattern;

/** Commands by which scripts tell what they build. */
final class Scripts {

  static final Pattern BUILDS_RUST =
      Pattern.compile(
          "\\bcargo\\s+(\\+\\S+\\s+)?(build|test|install|check|clippy|zigbuild|chef)\\b"
              + "|\\brustup\\s+\\S|\\bcross\\s+build\\b");

  static final Pattern BUILDS_NATIVE_IMAGE =
      Pattern.compile(
          "\\bnative-image\\s+-|\\bnative-image\\s+\\S+|native:compile|-Pnative\\b"
              + "|\\bnativeCompile\\b");

  static final Pattern RUNS_JLINK = Pattern.compile("\\bjlink\\s+(-|\\\\)|jlink:jlink");

  private Scripts() {}
}
