package io.github.rustfit.readers.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;

/** A repository made by the {@code git} command, which is also the oracle. */
final class Git {

  static final long DAY = 86_400;

  /** When the newest commit of a test is made: 2026-01-01 UTC. */
  static final long NOW = 1_767_225_600;

  final Path folder;
  private String author = "Ann <Ann@Example.org>";

  Git(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    Assumptions.assumeTrue(installed(), "git is not installed");
  }

  static Git init(Path folder) throws IOException {
    Git git = new Git(folder);
    git.run("init", "-q", "-b", "main");
    return git;
  }

  private static boolean installed() {
    try {
      return new ProcessBuilder("git", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What git prints; no configuration but the repository's. */
  String run(String... arguments) throws IOException {
    return at(NOW, arguments);
  }

  private String at(long seconds, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("git", "-c", "protocol.file.allow=always"));
    // Nothing tidies up behind a test that deletes its folder.
    command.addAll(List.of("-c", "gc.auto=0", "-c", "maintenance.auto=false"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectErrorStream(true);
    int mail = author.indexOf('<');
    builder
        .environment()
        .putAll(
            Map.of(
                "GIT_CONFIG_GLOBAL",
                "/dev/null",
                "GIT_CONFIG_SYSTEM",
                "/dev/null",
                "GIT_AUTHOR_NAME",
                author.substring(0, mail).strip(),
                "GIT_AUTHOR_EMAIL",
                author.substring(mail + 1, author.length() - 1),
                "GIT_COMMITTER_NAME",
                "Platform",
                "GIT_COMMITTER_EMAIL",
                "noreply@example.org",
                "GIT_AUTHOR_DATE",
                seconds + " +0000",
                "GIT_COMMITTER_DATE",
                seconds + " +0000"));
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      assertThat(process.waitFor()).as("git %s: %s", List.of(arguments), out).isZero();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return out.strip();
  }

  Git by(String who) {
    author = who;
    return this;
  }

  Git write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  Git move(String from, String to) throws IOException {
    Path target = folder.resolve(to);
    Files.createDirectories(target.getParent());
    Files.move(folder.resolve(from), target);
    return this;
  }

  /** Commits everything, so many days before {@link #NOW}; gives the commit's id. */
  String commit(long daysAgo, String message) throws IOException {
    run("add", "-A");
    at(NOW - daysAgo * DAY, "commit", "-q", "--allow-empty", "-m", message);
    return run("rev-parse", "HEAD");
  }

  /** Shipped sources at these paths, as the reader of sources would find them. */
  static List<SourceFile> sources(String... paths) {
    List<SourceFile> files = new ArrayList<>();
    for (String path : paths) {
      files.add(
          new SourceFile(
              "app",
              path,
              "00",
              SourceFile.Role.MAIN,
              "p",
              1,
              new TreeSet<>(),
              List.of(),
              Collections.emptySortedSet(),
              Collections.emptySortedSet()));
    }
    return files;
  }
}
