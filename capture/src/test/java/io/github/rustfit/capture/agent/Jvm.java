package io.github.rustfit.capture.agent;

import io.github.rustfit.capture.AgentJar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A JVM that runs {@code Program}. */
record Jvm(Path home) {

  static final String PROGRAM = "io.github.rustfit.capture.program.Program";

  /** The one that runs this test and each other one that is installed beside it or for all. */
  static List<Jvm> all() throws IOException {
    SortedSet<Path> homes = new TreeSet<>();
    Path here = Path.of(System.getProperty("java.home")).toRealPath();
    homes.add(here);
    for (Path folder : List.of(here.getParent(), Path.of("/usr/lib/jvm"))) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> others = Files.list(folder)) {
          for (Path other : others.toList()) {
            if (Files.isExecutable(other.resolve("bin/java"))) {
              homes.add(other.toRealPath());
            }
          }
        }
      }
    }
    return homes.stream().map(Jvm::new).toList();
  }

  /** How a program ended and what it said. */
  record Run(int status, String out, String err) {}

  /** The option that captures, with files in a folder. */
  static String agent(Path folder, String methods, String... more) throws IOException {
    return "-javaagent:" + jar(folder) + "=" + options(folder, methods, more);
  }

  static Path jar(Path folder) throws IOException {
    return Files.write(folder.resolve(AgentJar.NAME), AgentJar.bytes());
  }

  static Path options(Path folder, String methods, String... more) throws IOException {
    return Files.writeString(
        folder.resolve("options"),
        "methods="
            + methods
                .replace("Program", PROGRAM)
                .replace("Twin", PROGRAM.replace("Program", "Twin"))
            + "\nplace="
            + folder.resolve("captured")
            + "\n"
            + String.join("\n", more));
  }

  ProcessBuilder program(String mode, String... options) {
    List<String> command = new ArrayList<>(List.of(home.resolve("bin/java").toString()));
    command.addAll(List.of(options));
    command.add("-cp");
    command.add(
        Path.of(Jvm.class.getProtectionDomain().getCodeSource().getLocation().getPath())
            .toString());
    command.addAll(List.of(PROGRAM, mode));
    return new ProcessBuilder(command);
  }

  Run run(String mode, String... options) throws IOException, InterruptedException {
    Path err = Files.createTempFile("program", ".err");
    try {
      Process process = program(mode, options).redirectError(err.toFile()).start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Run(process.waitFor(), out, Files.readString(err));
    } finally {
      Files.delete(err);
    }
  }

  static List<Path> captures(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("captured"))) {
      return files.filter(file -> file.toString().endsWith(Options.ENDING)).sorted().toList();
    }
  }
}
