package io.github.rustfit.plugin.recording;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A JVM of its own, which runs {@link BusyProgram}; closing ends it. */
record ForkedJvm(Path home, Process process) implements AutoCloseable {

  static final Path THIS_JDK = Path.of(System.getProperty("java.home"));

  /** What its program is given. */
  static final String ARGUMENT = "busy";

  /** Starts one and waits until its program runs. */
  static ForkedJvm start(Path home, String... options) throws IOException {
    return running(home, ARGUMENT, options);
  }

  /** Starts one whose program waits. */
  static ForkedJvm idle() throws IOException {
    return running(THIS_JDK, "idle");
  }

  private static ForkedJvm running(Path home, String argument, String... options)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/java").toString());
    command.add("-Xmx64m");
    command.addAll(List.of(options));
    command.add("-cp");
    command.add(classes(BusyProgram.class).toString());
    command.add(BusyProgram.class.getName());
    command.add(argument);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    if (process.inputReader().readLine() == null) {
      throw new IOException("no JVM: " + command);
    }
    return new ForkedJvm(home, process);
  }

  /** The folder that a class was compiled to. */
  static Path classes(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** This JDK, and all JDKs 17 and newer that are installed beside it. */
  static List<Path> jdks() throws IOException {
    List<Path> jdks = new ArrayList<>(List.of(THIS_JDK));
    try (Stream<Path> beside = Files.list(THIS_JDK.resolveSibling(""))) {
      for (Path home : beside.sorted().toList()) {
        if (Files.isExecutable(home.resolve("bin/jcmd"))
            && Files.isRegularFile(home.resolve("lib/modules"))
            && jdks.stream().noneMatch(jdk -> same(jdk, home))) {
          jdks.add(home);
        }
      }
    }
    return jdks;
  }

  /** Waits until it has worked for so long from now on, however long that takes on this machine. */
  void work(Duration processorTime) throws InterruptedException {
    Duration until = worked().plus(processorTime);
    while (process.isAlive() && worked().compareTo(until) < 0) {
      Thread.sleep(20);
    }
  }

  private Duration worked() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Lets its program end as programs do. */
  void end() throws IOException {
    process.getOutputStream().close();
  }

  String pid() {
    return String.valueOf(process.pid());
  }

  /** What its own JDK's {@code jcmd} says of it. */
  String jcmd(String... command) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(pid()));
    arguments.addAll(List.of(command));
    return tool("jcmd", arguments.toArray(String[]::new));
  }

  /** What a tool of its JDK prints. */
  String tool(String name, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin").resolve(name).toString());
    command.addAll(List.of(arguments));
    Process tool = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(tool.getInputStream().readAllBytes());
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  private static boolean same(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException e) {
      return false;
    }
  }
}
