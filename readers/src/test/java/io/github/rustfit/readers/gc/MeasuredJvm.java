package io.github.rustfit.readers.gc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * A run of {@link GarbageProgram} with every selection of a log, and a recording.
 *
 * @param folder with the outputs
 * @param printed what the program said
 * @param events that the settings of the recording have without a threshold, by the JDK's own file
 */
record MeasuredJvm(Path folder, Properties printed, Set<String> events) {

  static final Path THIS_JDK = Path.of(System.getProperty("java.home"));

  static final long HEAP = 128L << 20;
  static final long INITIAL = 64L << 20;
  static final long REGION = 1L << 20;

  /** An option with which Shenandoah stops the world for {@code System.gc()}. */
  static final String STOPS_WHEN_ASKED = "-XX:-ExplicitGCInvokesConcurrent";

  /** Which tags {@link GcFacts} names a log has, by its selection. */
  static final Map<String, Set<String>> SELECTIONS = selections();

  private static final int UNSUPPORTED = 1;

  /**
   * A collector of a JDK.
   *
   * @param name as {@code GcSummary} has it
   */
  record Subject(Path home, int jdk, String name, List<String> options) {
    @Override
    public String toString() {
      return "JDK " + jdk + " " + name;
    }
  }

  private static Map<String, Set<String>> selections() {
    Map<String, Set<String>> selections = new LinkedHashMap<>();
    selections.put("gc", Set.of("gc"));
    selections.put("gc*", Set.of("gc", "gc*"));
    selections.put("gc*,safepoint", Set.of("gc", "gc*", "safepoint"));
    selections.put("gc*,gc+jni=debug", Set.of("gc", "gc*", "gc+jni=debug"));
    return selections;
  }

  /** Every collector of this JDK; with {@code -Drustfit.jdks=all} of all that are installed. */
  static Stream<Subject> subjects() throws IOException {
    List<Subject> subjects = new ArrayList<>();
    for (Path home : jdks()) {
      int jdk = feature(home);
      subject(subjects, home, jdk, "Serial", "-XX:+UseSerialGC");
      subject(subjects, home, jdk, "Parallel", "-XX:+UseParallelGC");
      // The old generation is marked for certain when a fifth of the heap is kept.
      subject(
          subjects,
          home,
          jdk,
          "G1",
          "-XX:+UseG1GC",
          "-XX:G1HeapRegionSize=1m",
          "-XX:InitiatingHeapOccupancyPercent=10");
      if (jdk < 24) {
        subject(subjects, home, jdk, "ZGC", "-XX:+UseZGC");
      }
      if (jdk >= 21) {
        String[] options =
            jdk < 23
                ? new String[] {"-XX:+UseZGC", "-XX:+ZGenerational"}
                : new String[] {"-XX:+UseZGC"};
        subject(subjects, home, jdk, "Generational ZGC", options);
      }
      subject(subjects, home, jdk, "Shenandoah", shenandoah());
      // Its pauses say that they are full, their collections do not.
      subject(subjects, home, jdk, "Shenandoah", shenandoah(STOPS_WHEN_ASKED));
      if (jdk >= 25) {
        subject(
            subjects,
            home,
            jdk,
            "Generational Shenandoah",
            shenandoah("-XX:ShenandoahGCMode=generational"));
      }
      subject(
          subjects,
          home,
          jdk,
          "Epsilon",
          "-XX:+UnlockExperimentalVMOptions",
          "-XX:+UseEpsilonGC",
          "-Xmx1g");
    }
    return subjects.stream();
  }

  private static void subject(
      List<Subject> subjects, Path home, int jdk, String name, String... options) {
    subjects.add(new Subject(home, jdk, name, List.of(options)));
  }

  private static String[] shenandoah(String... more) {
    return Stream.concat(
            Stream.of(
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:+UseShenandoahGC",
                "-XX:ShenandoahRegionSize=1m"),
            Stream.of(more))
        .toArray(String[]::new);
  }

  private static List<Path> jdks() throws IOException {
    if (!allJdks()) {
      return List.of(THIS_JDK);
    }
    Set<Path> homes = new TreeSet<>(Set.of(THIS_JDK.toRealPath()));
    try (Stream<Path> beside = Files.list(THIS_JDK.resolveSibling(""))) {
      for (Path home : beside.toList()) {
        if (Files.isExecutable(home.resolve("bin/java"))
            && Files.isRegularFile(home.resolve("lib/modules"))
            && Files.isRegularFile(home.resolve("lib/jfr/default.jfc"))) {
          homes.add(home.toRealPath());
        }
      }
    }
    return List.copyOf(homes);
  }

  static boolean allJdks() {
    return System.getProperty("rustfit.jdks", "").equals("all");
  }

  private static int feature(Path home) throws IOException {
    Properties release = new Properties();
    try (InputStream in = Files.newInputStream(home.resolve("release"))) {
      release.load(in);
    }
    return Runtime.Version.parse(release.getProperty("JAVA_VERSION", "").replace("\"", ""))
        .feature();
  }

  /** Runs one; empty when this build of the JDK does not have the collector. */
  static Optional<MeasuredJvm> run(Subject subject, String settings, Path folder)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(subject.home().resolve("bin/java").toString());
    command.addAll(List.of("-Xms" + INITIAL, "-Xmx" + HEAP));
    command.addAll(subject.options());
    for (String selection : SELECTIONS.keySet()) {
      command.add("-Xlog:" + selection + ":file=" + name(selection) + "::filecount=0");
    }
    command.add("-Xlog:jfr+startup=error");
    command.add("-XX:StartFlightRecording:filename=recording.jfr,settings=" + settings);
    command.addAll(List.of("-cp", classes().toString(), GarbageProgram.class.getName()));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    int code = process.waitFor();
    String out = Files.readString(folder.resolve("out"), UTF_8);
    if (code == UNSUPPORTED && out.contains("Error occurred during initialization of VM")) {
      return Optional.empty();
    }
    if (code != 0) {
      throw new IOException(subject + " ended with " + code + ": " + out);
    }
    Properties printed = new Properties();
    try (InputStream in = Files.newInputStream(folder.resolve("out"))) {
      printed.load(in);
    }
    return Optional.of(new MeasuredJvm(folder, printed, events(subject.home(), settings)));
  }

  /** Name of the log of a selection. */
  static String name(String selection) {
    return selection.replaceAll("[^a-z]", "-") + ".log";
  }

  Path log(String selection) {
    return folder.resolve(name(selection));
  }

  Path recording() {
    return folder.resolve("recording.jfr");
  }

  long figure(String name) {
    return Long.parseLong(printed.getProperty(name));
  }

  private static Path classes() {
    try {
      return Path.of(
          GarbageProgram.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<String> events(Path home, String settings) throws IOException {
    try (InputStream in = Files.newInputStream(home.resolve("lib/jfr/" + settings + ".jfc"))) {
      NodeList events =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(in)
              .getElementsByTagName("event");
      return Stream.iterate(0, i -> i + 1)
          .limit(events.getLength())
          .map(i -> (Element) events.item(i))
          .filter(event -> setting(event, "enabled").equals("true"))
          .filter(event -> setting(event, "threshold").matches("|0 .*"))
          .map(event -> event.getAttribute("name"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (org.xml.sax.SAXException | javax.xml.parsers.ParserConfigurationException e) {
      throw new IOException(e);
    }
  }

  private static String setting(Element event, String name) {
    NodeList settings = event.getElementsByTagName("setting");
    for (int i = 0; i < settings.getLength(); i++) {
      Element setting = (Element) settings.item(i);
      if (setting.getAttribute("name").equals(name)) {
        return setting.getTextContent().strip();
      }
    }
    return "";
  }
}
