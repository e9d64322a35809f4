package io.github.rustfit.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which port is meant, as every command about ports takes it. */
final class PortOptions {

  @Option(
      names = "--component",
      paramLabel = "NAME",
      description = "The component that is ported, as the report names it.")
  @Nullable String component;

  @Option(
      names = "--entry",
      paramLabel = "METHOD",
      description =
          "A method, Class#method, or Class#method(type,type) where it is overloaded; all of"
              + " the boundary that the report found by default.")
  @Nullable String entry;

  @Option(
      names = "--starter-directory",
      paramLabel = "FOLDER",
      description = "Where starters are, relative to the project's folder; rust by default.")
  @Nullable String directory;

  @Option(
      names = "--body",
      paramLabel = "BODY",
      description =
          "What a body is at first: port, a straight port by machine where one can be had, or open;"
              + " port by default.")
  @Nullable String body;
}
