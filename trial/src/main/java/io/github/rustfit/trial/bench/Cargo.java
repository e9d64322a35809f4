package io.github.rustfit.trial.bench;

import io.github.rustfit.trial.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rust's build tool, as it is installed. */
final class Cargo {

  /** The first release with edition 2024. */
  private static final int OLDEST_MINOR = 85;

  private static final Duration QUICK = Duration.ofSeconds(60);
  private static final Duration BUILD = Duration.ofMinutes(10);
  private static final Pattern VERSION = Pattern.compile("rustc (1)\\.([0-9]{1,5})\\.(\\S+).*");

  private final Path workspace;
  private final Path work;
  private final String rustc;

  private Cargo(Path workspace, Path work, String rustc) {
    this.workspace = workspace;
    this.work = work;
    this.rustc = rustc;
  }

  /**
   * Looks for it.
   *
   * @param workspace the folder of the starter
   * @param work takes what programs say
   * @throws TrialException if it is not there or too old
   */
  static Cargo of(Path workspace, Path work) throws TrialException {
    String get =
        " Install Rust by https://rustup.rs, or with the system's packages, and run the goal again."
            + " What is to be built is prepared in "
            + workspace
            + ".";
    Command.Ended said;
    try {
      new Command(List.of("cargo", "--version"), workspace, work.resolve("cargo.said"), QUICK)
          .run();
      said =
          new Command(List.of("rustc", "--version"), workspace, work.resolve("rustc.said"), QUICK)
              .run();
    } catch (IOException e) {
      throw new TrialException(
          "no Rust was found: cargo or rustc cannot be run (" + e.getMessage() + ")." + get, e);
    }
    String line = said.lines().isEmpty() ? "" : said.lines().get(0);
    Matcher version = VERSION.matcher(line);
    if (said.status() != 0 || !version.matches()) {
      throw new TrialException("rustc does not say its version: '" + line + "'." + get);
    }
    if (Integer.parseInt(version.group(2)) < OLDEST_MINOR) {
      throw new TrialException(
          "'" + line + "' is too old: 1." + OLDEST_MINOR + " or newer is needed." + get);
    }
    return new Cargo(workspace, work, "1." + version.group(2) + "." + version.group(3));
  }

  /** Version of the compiler. */
  String rustc() {
    return rustc;
  }

  /** Builds the workspace for release, from nothing but what is there. */
  void build() throws TrialException {
    Path said = work.resolve("cargo-build.said");
    Command.Ended ended;
    try {
      ended =
          new Command(
                  List.of("cargo", "build", "--release", "--offline", "--color", "never"),
                  workspace,
                  said,
                  BUILD)
              .run();
    } catch (IOException e) {
      throw new TrialException("cargo build: " + e.getMessage() + ". What it said: " + said, e);
    }
    if (ended.status() != 0) {
      throw new TrialException(
          "the port does not build. The compiler says (all of it: "
              + said
              + "):\n"
              + ended.lines().stream()
                  .dropWhile(line -> !line.startsWith("error"))
                  .limit(20)
                  .map(line -> "    " + line)
                  .collect(Collectors.joining("\n")));
    }
  }

  /** The library that Java loads. */
  Path library(String name) throws TrialException {
    return built(System.mapLibraryName(name));
  }

  /** The program that times kernels alone. */
  Path nativeBench() throws TrialException {
    boolean windows = System.getProperty("os.name", "").startsWith("Windows");
    return built(windows ? "native.exe" : "native");
  }

  private Path built(String name) throws TrialException {
    String target = System.getenv().getOrDefault("CARGO_TARGET_DIR", "target");
    Path file = workspace.resolve(target).resolve("release").resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new TrialException(
          "cargo built no "
              + file
              + ". If a configuration of cargo sets another target, unset it for this folder.");
    }
    return file;
  }
}
