import io.github.rustfit.readers.source.JavaSources;
import io.github.rustfit.readers.source.SourceRoot;
import io.github.rustfit.rules.component.Member;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.evidence.source.SourceMethod;
import io.github.rustfit.rules.evidence.source.SourceType;
import io.github.rustfit.trial.portability.Code;
import io.github.rustfit.trial.portability.StraightPort;
import io.github.rustfit.trial.portability.StraightPorts;
import io.github.rustfit.trial.starter.EntryMethod;
import io.github.rustfit.trial.starter.StarterFolder;
import io.github.rustfit.trial.starter.StarterKernel;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Seeds faults into straight ports and has the starters' own differential test look for them.
 *
 * <p>{@code <repository> <folder> <mutants per kernel> <results> [<kernel>...]}; with {@code
 * -Dagain=<results>} the mutants of that file that survived, and no others, are tried again.
 */
final class PortFaults {

  /** As many as {@code rustfit:trial} makes. */
  private static final int CASES = Integer.getInteger("cases", 20_000);

  private static final long SEED = Long.getLong("seed", 18);

  /** A differential test waits half a minute for one call; nobody waits that long for a mutant. */
  private static final int PATIENCE = 15;

  private final Path repository;
  private final Path folder;
  private final Map<String, String> equivalent;

  private PortFaults(Path repository, Path folder) throws IOException {
    this.repository = repository;
    this.folder = folder;
    this.equivalent =
        Files.readAllLines(repository.resolve("benchmarks/port-faults/equivalent.csv")).stream()
            .map(line -> line.split(",", 3))
            .collect(Collectors.toMap(line -> line[0] + "," + line[1], line -> line[2]));
  }

  /** A method of {@code kernels.txt}: a root of sources, a class and a method. */
  private record Wanted(String root, String className, String method, String length) {

    String name() {
      return className.substring(className.lastIndexOf('.') + 1) + "." + method;
    }
  }

  private record Begun(Wanted wanted, Path own, Path starter, StarterKernel kernel, Path classes) {

    Path body() {
      return starter.resolve("core/src/" + kernel.module() + ".rs");
    }
  }

  /** How a differential test ended. */
  private record Ended(String outcome, String note, long millis) {}

  public static void main(String[] args) throws Exception {
    Path repository = Path.of(args[0]).toRealPath();
    Path folder = Files.createDirectories(Path.of(args[1])).toRealPath();
    int most = Integer.parseInt(args[2]);
    Path results = Path.of(args[3]);
    List<String> only = List.of(args).subList(4, args.length);
    String again = System.getProperty("again", "");
    Collection<String> wantedAgain = new TreeSet<>();
    if (!again.isEmpty()) {
      for (String line : Files.readAllLines(Path.of(again))) {
        String[] fields = line.split(",", 6);
        if (fields.length > 4 && (fields[4].equals("survived") || fields[4].equals("left"))) {
          wantedAgain.add(fields[0] + " " + fields[1]);
        }
      }
    }
    new PortFaults(repository, folder).all(most, results, only, wantedAgain);
  }

  private void all(int most, Path results, List<String> only, Collection<String> again)
      throws Exception {
    List<String> rows = new ArrayList<>(List.of("kernel,mutant,line,operator,outcome,note"));
    for (String line :
        Files.readAllLines(repository.resolve("benchmarks/port-faults/kernels.txt"))) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] words = line.trim().split(" +");
      Wanted wanted = new Wanted(words[0], words[1], words[2], words.length > 3 ? words[3] : "");
      if (!only.isEmpty() && !only.contains(wanted.name())) {
        continue;
      }
      if (!again.isEmpty() && again.stream().noneMatch(one -> one.startsWith(wanted.name() + " "))) {
        continue;
      }
      rows.addAll(kernel(wanted, most, again));
      Files.write(results, rows);
    }
  }

  private List<String> kernel(Wanted wanted, int most, Collection<String> again) throws Exception {
    Begun begun = begin(wanted);
    String right = Files.readString(begun.body());
    List<String> rows = new ArrayList<>();
    if (!build(begun).isEmpty()) {
      throw new IOException(wanted.name() + " does not build: " + build(begun));
    }
    Ended plain = differential(begun, 300);
    if (!plain.outcome().equals("survived")) {
      throw new IOException(wanted.name() + " differs without a fault: " + plain);
    }
    System.out.println(wanted.name() + ": " + plain.millis() + " ms, " + plain.note());
    List<Mutants.Mutant> mutants = inTurn(Mutants.of(right), SEED + wanted.name().hashCode());
    int counted = 0;
    for (Mutants.Mutant mutant : mutants) {
      if (counted >= most) {
        break;
      }
      String id = mutant.from() + " -> " + mutant.to() + " @" + mutant.column();
      if (!again.isEmpty() && !again.contains(wanted.name() + " " + field(id + ":" + mutant.line()))) {
        continue;
      }
      Files.writeString(begun.body(), mutant.text());
      String said = build(begun);
      Ended ended;
      if (!said.isEmpty()) {
        ended = new Ended("not compiled", said, 0);
      } else {
        ended = differential(begun, PATIENCE + plain.millis() * 3 / 1000);
        counted++;
      }
      String why = equivalent.get(wanted.name() + "," + field(id + ":" + mutant.line()));
      if (ended.outcome().equals("survived")) {
        ended = new Ended(why == null ? "survived" : "equivalent", why == null ? "" : why, 0);
      }
      rows.add(
          String.join(
              ",",
              wanted.name(),
              field(id + ":" + mutant.line()),
              String.valueOf(mutant.line()),
              mutant.operator(),
              ended.outcome(),
              field(ended.note())));
      if (!List.of("caught", "not compiled", "equivalent").contains(ended.outcome())) {
        System.out.println(
            "  " + mutant.operator() + " line " + mutant.line() + ": " + id + ": " + ended.outcome()
                + " " + ended.note() + "\n      " + mutant.shown());
      }
    }
    Files.writeString(begun.body(), right);
    System.out.println(
        "  "
            + rows.stream()
                .map(row -> row.split(",")[4])
                .collect(Collectors.groupingBy(one -> one, Collectors.counting())));
    return rows;
  }

  /** In an order by chance, but one operator after the other, so that none is drowned. */
  private static List<Mutants.Mutant> inTurn(List<Mutants.Mutant> all, long seed) {
    List<Mutants.Mutant> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(seed));
    Map<String, Deque<Mutants.Mutant>> byOperator = new LinkedHashMap<>();
    shuffled.forEach(
        one -> byOperator.computeIfAbsent(one.operator(), key -> new ArrayDeque<>()).add(one));
    List<Mutants.Mutant> turns = new ArrayList<>();
    while (turns.size() < all.size()) {
      byOperator.values().stream().filter(one -> !one.isEmpty()).forEach(one -> turns.add(one.poll()));
    }
    return turns;
  }

  /** A field of the file; commas and line breaks would end it. */
  private static String field(String text) {
    return text.replace(',', ';').replace('\n', ' ').replaceAll("\\s+", " ").strip();
  }

  private Begun begin(Wanted wanted) throws Exception {
    Path root = repository.resolve(wanted.root());
    List<SourceFile> sources =
        new ArrayList<>(
            new JavaSources(repository)
                .read(List.of(new SourceRoot("kernels", root, SourceFile.Role.MAIN)))
                .sources());
    Path own = folder.resolve(wanted.name());
    Path classes = Files.createDirectories(own.resolve("classes"));
    Member member = member(sources, wanted);
    String said =
        run(
            repository,
            own.resolve("javac.said"),
            120,
            javaTool("javac"),
            "-nowarn",
            "-proc:none",
            "-d",
            classes.toString(),
            "-sourcepath",
            root.toString(),
            repository.resolve(member.file()).toString());
    if (!said.equals("0")) {
      throw new IOException(wanted.name() + " does not compile: " + own.resolve("javac.said"));
    }
    EntryMethod method = EntryMethod.of(member);
    Code code =
        new Code(
            repository, StandardCharsets.UTF_8, sources, List.of(root), List.of(classes), List::of);
    StraightPort port =
        new StraightPorts(code)
            .of(List.of(new StraightPorts.Wanted(member, method.function())))
            .get(0);
    if (!port.done()) {
      throw new IOException(wanted.name() + " has no straight port: " + port.refusals());
    }
    EntryMethod known = method.onlyReading(port.onlyRead());
    StarterFolder starter = StarterFolder.of(own.resolve("rust"), "faults");
    starter.write(List.of(known), Map.of(known.id(), port.code()));
    Begun begun =
        new Begun(wanted, own, starter.path(), starter.kernels(List.of(known)).get(0), classes);
    String compiled =
        run(
            starter.path(),
            own.resolve("javac-starter.said"),
            120,
            javaTool("javac"),
            "-nowarn",
            "-proc:none",
            "-d",
            own.resolve("out").toString(),
            "-cp",
            classes.toString(),
            "@java/sources-17");
    if (!compiled.equals("0")) {
      throw new IOException(wanted.name() + ": " + own.resolve("javac-starter.said"));
    }
    return begun;
  }

  private static Member member(List<SourceFile> sources, Wanted wanted) throws IOException {
    for (SourceFile file : sources) {
      for (SourceType type : file.types()) {
        if (type.binaryName().equals(wanted.className())) {
          for (SourceMethod method : type.methods()) {
            if (method.name().equals(wanted.method())) {
              return new Member(wanted.className(), file.path(), method);
            }
          }
        }
      }
    }
    throw new IOException(wanted.name() + " is not there");
  }

  private static String javaTool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  /** What the compiler says first; empty where it builds. */
  private String build(Begun begun) throws Exception {
    Path said = begun.own().resolve("cargo.said");
    String status =
        run(
            begun.starter(),
            said,
            300,
            "cargo",
            "build",
            "--release",
            "--offline",
            "--quiet",
            "--color",
            "never",
            "-p",
            "rustfit-" + begun.kernel().library().replaceFirst("^rustfit_", "").replace('_', '-')
                + "-ffi");
    return status.equals("0")
        ? ""
        : Files.readAllLines(said).stream()
            .filter(line -> line.startsWith("error"))
            .findFirst()
            .orElse("error");
  }

  private Ended differential(Begun begun, long patience) throws Exception {
    Path said = begun.own().resolve("differential.said");
    StarterKernel kernel = begun.kernel();
    List<String> command =
        new ArrayList<>(
            List.of(
                javaTool("java"),
                "-XX:TieredStopAtLevel=1",
                
                "-Drustfit." + kernel.key() + ".library="
                    + begun.starter().resolve(
                        "target/release/" + System.mapLibraryName(kernel.library())),
                "-Drustfit." + kernel.key() + ".folder=" + begun.own().resolve("loaded"),
                "-cp",
                begun.own().resolve("out") + File.pathSeparator + begun.classes(),
                "rustfit." + kernel.part() + ".Differential",
                "--complete",
                "--leaves-nothing",
                "--cases=" + CASES));
    if (!begun.wanted().length().isEmpty()) {
      command.add("--length=" + begun.wanted().length());
    }
    long start = System.nanoTime();
    String status = run(begun.starter(), said, patience, command.toArray(String[]::new));
    long millis = (System.nanoTime() - start) / 1_000_000;
    List<String> lines = Files.readAllLines(said);
    if (status.equals("timeout")) {
      return new Ended("timeout", "", millis);
    }
    for (String line : lines) {
      if (line.contains(": EQUAL in ")) {
        String counts = line.replaceFirst(".*: EQUAL in ", "");
        return new Ended("survived", counts, millis);
      }
      if (line.contains(", and Rust leaves it to Java")) {
        return new Ended("left", "", millis);
      }
      if (line.contains(": FAULT: ")) {
        return new Ended("caught", "", millis);
      }
    }
    // A crash is seen, too: rustfit:trial says that the test came to no end.
    return new Ended(status.equals("2") ? "broken" : "caught", "status " + status, millis);
  }

  private static String run(Path place, Path said, long seconds, String... command)
      throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(place.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().remove("CARGO_TARGET_DIR");
    Process process = builder.start();
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      return "timeout";
    }
    return String.valueOf(process.exitValue());
  }
}
