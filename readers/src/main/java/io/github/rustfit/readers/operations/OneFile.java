package io.github.rustfit.readers.operations;

import io.github.rustfit.readers.files.Sha256;
import io.github.rustfit.readers.yaml.YamlFile;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.repository.OperationsFact;
import io.github.rustfit.rules.evidence.repository.OperationsFile;
import io.github.rustfit.rules.evidence.repository.OperationsFile.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** One file that may be a file of operations. */
final class OneFile {

  private static final String TEMPLATE = "{{";

  private final Path file;
  private final String path;
  private final String module;
  private final byte[] bytes;
  private final Templates templates;
  private final List<Problem> problems;

  OneFile(
      Path file,
      String path,
      String module,
      byte[] bytes,
      Templates templates,
      List<Problem> problems) {
    this.file = file;
    this.path = path;
    this.module = module;
    this.bytes = bytes;
    this.templates = templates;
    this.problems = problems;
  }

  /**
   * What it says; empty when it is another kind of file.
   *
   * @throws IOException only when the storage fails
   */
  Optional<OperationsFile> read() throws IOException {
    String text = new String(bytes, StandardCharsets.UTF_8);
    Optional<Kind> named = FileKinds.named(path);
    if (named.isEmpty() && !FileKinds.manifests(text)) {
      return Optional.empty();
    }
    Kind kind = named.orElse(Kind.KUBERNETES);
    Facts facts = new Facts();
    if (bytes.length > OperationsFiles.MAX_BYTES) {
      problems.add(
          new Problem(
              path,
              0,
              "The file is larger than 1 MiB, the most that is read.",
              "Split it, or move it out of the project's folder if it is no file of operations."));
      unread(kind, text, facts);
    } else if (kind == Kind.KUBERNETES || kind == Kind.COMPOSE) {
      manifests(kind, text, facts);
    } else {
      undecodable(text);
      plain(kind, text.startsWith("\ufeff") ? text.substring(1) : text, facts);
    }
    return Optional.of(new OperationsFile(kind, module, path, sha256(), facts.all()));
  }

  private void plain(Kind kind, String text, Facts facts) {
    switch (kind) {
      case DOCKERFILE -> {
        List<Problem> found = new ArrayList<>();
        facts.addAll(DockerfileReader.read(path, text, found));
        problems.addAll(found);
      }
      case CI -> CiReader.read(text, facts);
      default -> {
        int line = 0;
        for (String one : text.lines().toList()) {
          JvmOptions.add(facts, "Maven", one, ++line);
        }
      }
    }
  }

  /**
   * Documents before a mistake are kept. Braces of a template are YAML at times, and quoted ones
   * always; only where they stop the parser is it taken for a template.
   */
  private void manifests(Kind kind, String text, Facts facts) {
    YamlFile file = YamlFile.read(path, bytes);
    boolean template = !file.problems().isEmpty() && text.contains(TEMPLATE);
    file.documents()
        .forEach(
            document -> {
              YamlNode root = YamlNode.root(document);
              if (kind == Kind.COMPOSE) {
                ComposeReader.read(path, root, facts);
              } else {
                KubernetesReader.read(root, facts);
              }
            });
    if (template) {
      templates.add(path);
    } else {
      file.problems().stream().limit(OperationsFiles.MOST_PROBLEMS).forEach(problems::add);
    }
    if (!file.problems().isEmpty()) {
      unread(kind, text, facts);
    }
  }

  private static void unread(Kind kind, String text, Facts facts) {
    if (kind == Kind.COMPOSE || (kind == Kind.KUBERNETES && FileKinds.runsContainers(text))) {
      facts.add(OperationsFact.Kind.UNREAD, "", "", 0);
    }
  }

  private void undecodable(String text) {
    int at = text.indexOf('\uFFFD');
    boolean written = Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes);
    if (at >= 0 && !written) {
      problems.add(
          new Problem(
              path,
              1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count(),
              "The file is not UTF-8 text; unknown characters were replaced.",
              "Save the file as UTF-8 text."));
    }
  }

  /** Of the whole file, however much of it was read. */
  private String sha256() throws IOException {
    if (bytes.length <= OperationsFiles.MAX_BYTES) {
      return Sha256.hex(bytes);
    }
    MessageDigest digest = Sha256.start();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
