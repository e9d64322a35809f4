package io.github.rustfit.cli;

import io.github.rustfit.cli.project.FolderProject;
import io.github.rustfit.plugin.goal.GoalException;
import io.github.rustfit.plugin.goal.InputOptions;
import io.github.rustfit.plugin.goal.JudgeOptions;
import io.github.rustfit.plugin.goal.Places;
import io.github.rustfit.plugin.goal.Setup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What all commands take that look at a project. */
final class ProjectOptions {

  @Option(
      names = "--root",
      paramLabel = "FOLDER",
      defaultValue = ".",
      description = "The project's folder; the working directory by default.")
  private Path root = Path.of(".");

  @Option(
      names = "--sources",
      paramLabel = "FOLDERS",
      split = ",",
      description =
          "Folders with sources, relative to the project's; without them those of pom.xml,"
              + " settings.gradle, build.sbt, and every src/<set>/<language>.")
  private List<String> sources = new ArrayList<>();

  @Option(
      names = "--class-path",
      paramLabel = "JARS",
      split = ",",
      description =
          "Jars that the program runs with, folders of them, or the one jar or war that holds them:"
              + " libraries get their names by it.")
  private List<String> classPath = new ArrayList<>();

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "Encoding of the sources; what pom.xml says, or UTF-8, by default.")
  private @Nullable String encoding;

  @Option(
      names = "--recordings",
      paramLabel = "FILES",
      split = ",",
      description =
          "Recordings: files, folders and globs. Without them rustfit/ and the folders that builds"
              + " write to, target/rustfit/ or build/rustfit/, are looked into.")
  private List<String> recordings = new ArrayList<>();

  @Option(
      names = "--gc-logs",
      paramLabel = "FILES",
      split = ",",
      description = "GC logs: files, folders and globs.")
  private List<String> gcLogs = new ArrayList<>();

  @Option(
      names = "--evidence",
      paramLabel = "FILES",
      split = ",",
      description = "Evidence that other builds of the same commit wrote.")
  private List<String> evidence = new ArrayList<>();

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description =
          "Looks only at what comes after this time: since the start of the JVM (90s, 5m), or by"
              + " the clock with its offset.")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      description = "Looks only at what comes before this time.")
  private @Nullable String to;

  @Option(
      names = "--skip-startup",
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "BOOLEAN",
      description = "Leaves out what was before compiling had died down.")
  private @Nullable Boolean skipStartup;

  @Option(
      names = "--labels",
      paramLabel = "NAME=VALUE,…",
      description =
          "Of which program all recordings and logs are: service=orders,version=1.4; labels are"
              + " service, version, environment, team, commit, host and start.")
  private @Nullable String labels;

  @Option(
      names = "--label-paths",
      paramLabel = "PATTERN",
      description =
          "The same by the end of each path: {service}/{version}/{date}/{host}.jfr; * stands for"
              + " anything within a name.")
  private @Nullable String labelPaths;

  @Option(
      names = "--label-list",
      paramLabel = "FILE",
      description =
          "The same by a CSV file: a line of names, path and any of the labels, and a line for each"
              + " input, folder or archive.")
  private @Nullable String labelList;

  @Option(
      names = "--hosts",
      paramLabel = "HOW",
      description = "What becomes of the names of hosts: keep, hash or drop.")
  private @Nullable String hosts;

  @Option(
      names = "--history",
      arity = "0..1",
      defaultValue = "true",
      fallbackValue = "true",
      paramLabel = "BOOLEAN",
      description = "Whether to read the history of the git repository; it is by default.")
  private boolean history = true;

  @Option(
      names = {"-o", "--output-directory"},
      paramLabel = "FOLDER",
      description =
          "Where the results are written; target/rustfit, or build/rustfit with Gradle, by default.")
  private @Nullable Path output;

  @Option(
      names = "--cache",
      paramLabel = "FOLDER",
      description =
          "Where is kept what was read of sources and history; cache in the folder of the results"
              + " by default.")
  private @Nullable String cache;

  @Option(
      names = "--extensions",
      paramLabel = "JARS",
      split = ",",
      description = "Jars with rules, readers and policies of your own.")
  private List<Path> extensions = new ArrayList<>();

  /** What a goal takes. */
  Setup setup(JudgeOptions judging, Terminal terminal) throws GoalException {
    FolderProject project = FolderProject.of(root, sources, encoding).runWith(classPath);
    Path folder = output == null ? project.outputFolder() : output.toAbsolutePath().normalize();
    return new Setup(
        project,
        Places.of(project.root(), folder, cache),
        new InputOptions(
            recordings,
            gcLogs,
            evidence,
            InputOptions.part(from, to, skipStartup),
            InputOptions.labels(labels, labelPaths, labelList, hosts),
            history),
        judging,
        new Setup.Tool(Extensions.of(extensions), Version.current(), terminal));
  }

  /** The same for a goal that looks at sources. */
  Setup withSources(JudgeOptions judging, Terminal terminal) throws GoalException {
    Setup setup = setup(judging, terminal);
    if (!setup.worthwhile()) {
      throw new GoalException(
          "rustfit: no sources are in "
              + setup.workspace().root()
              + ": nothing was looked at. Run in the project's folder, or name it with --root, or"
              + " its sources with --sources.");
    }
    return setup;
  }
}
