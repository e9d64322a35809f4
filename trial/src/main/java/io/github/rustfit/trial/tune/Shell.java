package io.github.rustfit.trial.tune;

import io.github.rustfit.trial.process.Watched;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A configuration as a command of the system's shell, with a log for each JVM that it starts. */
public final class Shell {

  /** Where the options of a JVM go. */
  static final String OPTIONS = "@{jvm}";

  /** Where the launcher of the JVM goes. */
  static final String LAUNCHER = "@{java}";

  /** The variable that holds an executable, with its options, for a command without a launch. */
  static final String IMAGE = "RUSTFIT_IMAGE";

  private static final boolean WINDOWS = File.separatorChar == '\\';

  private Shell() {}

  /** The program with a configuration's options, to be run once. */
  static Watched run(
      TunePlan.Code code,
      Jdk jdk,
      List<String> options,
      Path folder,
      boolean recorded,
      Watched.Until until) {
    List<String> own = new ArrayList<>(List.of(log(folder)));
    if (recorded) {
      own.add("-XX:StartFlightRecording=settings=profile,filename=" + folder + File.separator);
    }
    List<String> all = Options.with(options, own);
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("JAVA_HOME", jdk.home().toString());
    environment.put(
        "PATH",
        jdk.home().resolve("bin") + File.pathSeparator + System.getenv().getOrDefault("PATH", ""));
    if (code.image().isPresent()) {
      return image(code, code.image().get(), options, folder, environment, until);
    }
    String command =
        code.command()
            .replace(LAUNCHER, quoted(jdk.java().toString()))
            .replace(OPTIONS, all.stream().map(Shell::quoted).collect(Collectors.joining(" ")));
    if (!code.command().contains(OPTIONS)) {
      environment.put(
          "JAVA_TOOL_OPTIONS", all.stream().map(Shell::spaced).collect(Collectors.joining(" ")));
    }
    return new Watched(
        words(command), code.folder(), folder.resolve("said.txt"), environment, until);
  }

  /**
   * The program as an executable in the place of its launch; a command that hides the launch finds
   * it in a variable. Of the options it takes those that native-image's executables know.
   */
  private static Watched image(
      TunePlan.Code code,
      Path image,
      List<String> options,
      Path folder,
      Map<String, String> environment,
      Watched.Until until) {
    String words =
        Stream.concat(Stream.of(image.toString()), options.stream().filter(Shell::ofAnImage))
            .map(Shell::quoted)
            .collect(Collectors.joining(" "));
    environment.put(IMAGE, words);
    String command = Launch.of(code.command()).map(one -> one.with(words)).orElse(code.command());
    return new Watched(
        words(command.replace(OPTIONS, "")),
        code.folder(),
        folder.resolve("said.txt"),
        environment,
        until);
  }

  /** Sizes of the heap, which executables of native-image take like a JVM. */
  static boolean ofAnImage(String option) {
    return option.matches("-Xm[xsn].*");
  }

  /** A command of the system's shell as words. */
  public static List<String> words(String command) {
    return WINDOWS ? List.of("cmd", "/c", command) : List.of("/bin/sh", "-c", command);
  }

  /** The pattern of a JVM's log, whose name holds the JVM's process. */
  private static String log(Path folder) {
    return "-Xlog:gc*,safepoint:file=" + folder.resolve("gc-%p.log") + ":uptime,level,tags";
  }

  /** A word that the shell takes as it is. */
  public static String quoted(String word) {
    if (word.matches("[A-Za-z0-9_@%+=:,./*-]*") && !word.contains("*")) {
      return word;
    }
    return WINDOWS ? '"' + word + '"' : "'" + word.replace("'", "'\\''") + "'";
  }

  /** A word of {@code JAVA_TOOL_OPTIONS}, where blanks part words and quotes hold them. */
  private static String spaced(String word) {
    return word.chars().noneMatch(Character::isWhitespace)
        ? word
        : word.indexOf('\'') < 0 ? "'" + word + "'" : '"' + word + '"';
  }
}
