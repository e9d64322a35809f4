package io.github.rustfit.trial.starter;

import static io.github.rustfit.rules.testing.Given.file;
import static io.github.rustfit.rules.testing.Given.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.component.Member;
import io.github.rustfit.rules.evidence.source.Signature;
import io.github.rustfit.rules.evidence.source.SourceMethod;
import io.github.rustfit.rules.evidence.source.SourceType;
import io.github.rustfit.trial.portability.Code;
import io.github.rustfit.trial.portability.StraightPort;
import io.github.rustfit.trial.portability.StraightPorts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A file of Java, starters of its methods, and the programs that build and run them. */
final class PortProject {

  private final Path root;
  private final String file;
  private final String java;
  private final List<Member> members = new ArrayList<>();
  private final Map<String, String> bodies = new LinkedHashMap<>();

  /**
   * @param root an empty folder
   * @param name the type in the package {@code com.acme} that the file declares
   */
  PortProject(Path root, String name, String java) throws Exception {
    this.root = root;
    this.file = "src/com/acme/" + name + ".java";
    this.java = java;
    Path source = root.resolve(file);
    Files.createDirectories(source.getParent());
    Files.writeString(source, java);
  }

  /**
   * A method of the file, by the line that begins with this.
   *
   * @param type binary name of its type
   */
  PortProject with(
      String type, int access, String head, String returns, String name, String... parameters) {
    List<String> lines = java.lines().toList();
    int first = 0;
    while (!lines.get(first).strip().startsWith(head)) {
      first++;
    }
    int indent = lines.get(first).indexOf(head);
    int last = first;
    while (!lines.get(last).equals(" ".repeat(indent) + "}")) {
      last++;
    }
    members.add(
        new Member(
            type,
            file,
            new SourceMethod(
                name,
                first + 1,
                last + 1,
                Optional.of(new Signature(access, returns, List.of(parameters))))));
    return this;
  }

  /** What the compiler's process says of the methods; bodies by machine are kept. */
  List<EntryMethod> judged() throws Exception {
    Map<String, List<SourceMethod>> types = new LinkedHashMap<>();
    members.forEach(
        one -> types.computeIfAbsent(one.className(), key -> new ArrayList<>()).add(one.method()));
    int lines = (int) java.lines().count();
    SourceType[] all =
        types.entrySet().stream()
            .map(one -> type(one.getKey(), 1, lines, one.getValue().toArray(SourceMethod[]::new)))
            .toArray(SourceType[]::new);
    Code code =
        new Code(
            root,
            StandardCharsets.UTF_8,
            List.of(file("app", file, "com.acme", all)),
            List.of(root.resolve("src")),
            List.of(),
            List::of);
    List<EntryMethod> methods = new ArrayList<>();
    members.forEach(one -> methods.add(EntryMethod.of(one)));
    List<StraightPort> ports =
        new StraightPorts(code)
            .of(
                methods.stream()
                    .map(one -> new StraightPorts.Wanted(one.member(), one.function()))
                    .toList());
    for (int i = 0; i < ports.size(); i++) {
      StraightPort port = ports.get(i);
      EntryMethod known =
          methods
              .get(i)
              .onlyReading(port.onlyRead())
              .calledOn(port.object().fields(), port.object().obstacles());
      methods.set(i, known);
      if (port.done()) {
        bodies.put(known.id(), port.code());
      }
    }
    return methods;
  }

  /** Straight ports, by the ids of methods. */
  Map<String, String> bodies() {
    return bodies;
  }

  /** Builds a starter, which has no warnings. */
  void build(Path folder) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "javac").toString();
    assertThat(Runs.run(folder, "cargo", "build", "--release", "--offline").orElseThrow())
        .doesNotContain("warning");
    assertThat(Runs.run(root, java, "-d", "classes", file)).isPresent();
    assertThat(
            Runs.run(folder, java, "-Werror", "-d", "out", "-cp", "../classes", "@java/sources-17"))
        .isPresent();
  }

  /** The command of the differential test. */
  static String[] differential(Path folder, String... options) {
    String name = folder.getFileName().toString();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(
        "-Drustfit."
            + name
            + ".library=target/release/"
            + System.mapLibraryName("rustfit_" + name));
    command.add("-Drustfit." + name + ".folder=loaded");
    command.add("-cp");
    command.add("out" + System.getProperty("path.separator") + "../classes");
    command.add("rustfit." + name + ".Differential");
    command.add("--cases=2000");
    command.addAll(List.of(options));
    return command.toArray(String[]::new);
  }

  /** Puts a body in the place of an open one. */
  static void fill(Path folder, String module, String body) throws Exception {
    Path rust = folder.resolve("core/src/" + module + ".rs");
    String text = Files.readString(rust);
    int start = text.indexOf("    let _ = ");
    int end = text.indexOf("Err(Refused::Open)", start) + "Err(Refused::Open)\n".length();
    Files.writeString(rust, text.substring(0, start) + body + text.substring(end));
  }
}
