package io.github.rustfit.plugin;

import io.github.rustfit.plugin.goal.GoalException;
import io.github.rustfit.plugin.goal.InputOptions;
import io.github.rustfit.plugin.goal.JudgeOptions;
import io.github.rustfit.plugin.goal.Places;
import io.github.rustfit.plugin.goal.Setup;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Component;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.jspecify.annotations.Nullable;

/** What all goals that look at the whole reactor have in common. */
@SuppressWarnings("NullAway.Init") // Maven injects the parameters before it calls execute()
abstract class AbstractReactorMojo extends AbstractMojo {

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Component private ProjectDependenciesResolver dependencies;

  @Parameter(defaultValue = "${plugin.version}", readonly = true)
  private @Nullable String version;

  /** Skips the goal. On the command line it wins over what the POM says. */
  @Parameter(property = "rustfit.skip", defaultValue = "false")
  private boolean skip;

  /**
   * Recordings: files, directories and globs, relative to the root project, separated by commas; a
   * file whose own name has commas is taken whole. Without them {@code rustfit/} at the root and
   * {@code target/rustfit/} of each module are looked into.
   */
  @Parameter(property = "rustfit.recordings")
  private @Nullable List<String> recordings;

  /** GC logs: files, directories and globs, as for {@code recordings}. */
  @Parameter(property = "rustfit.gcLogs")
  private @Nullable List<String> gcLogs;

  /**
   * Evidence that other builds of the same commit wrote: files, directories and globs, relative to
   * the root project. It counts as if their recordings and logs had been read here.
   */
  @Parameter(property = "rustfit.evidence")
  private @Nullable List<String> evidence;

  /**
   * Looks only at what comes after this time: since the start of the JVM ({@code 90s}, {@code 5m},
   * {@code 1.5h}), or by the clock with its offset ({@code 2026-11-29T20:15:00Z}). Recordings and
   * GC logs are cut alike.
   */
  @Parameter(property = "rustfit.from")
  private @Nullable String from;

  /** Looks only at what comes before this time; as for {@code from}. */
  @Parameter(property = "rustfit.to")
  private @Nullable String to;

  /**
   * Leaves out what was before compiling had died down, where recordings tell when that was.
   * Without it {@code recording.skipStartUp} in the policy decides.
   */
  @Parameter(property = "rustfit.skipStartup")
  private @Nullable Boolean skipStartup;

  /**
   * Of which program all recordings and logs are: {@code service=orders,version=1.4,team=payments};
   * labels are service, version, environment, team, commit, host and start.
   */
  @Parameter(property = "rustfit.labels")
  private @Nullable String labels;

  /**
   * Of which program each is, by the end of its path: <code>{service}/{version}/{date}/{host}.jfr
   * </code>; {@code *} stands for anything within a name.
   */
  @Parameter(property = "rustfit.labelPaths")
  private @Nullable String labelPaths;

  /**
   * A CSV file that says it for each, relative to the root project: a line of names, path and any
   * of the labels, and a line for each input, folder or archive.
   */
  @Parameter(property = "rustfit.labelList")
  private @Nullable String labelList;

  /**
   * What becomes of the names of hosts: {@code keep}, {@code hash} (a digest by which they are told
   * apart) or {@code drop}.
   */
  @Parameter(property = "rustfit.hosts", defaultValue = "keep")
  private @Nullable String hosts;

  /** Whether to read the history of the git repository that holds the sources. */
  @Parameter(property = "rustfit.history", defaultValue = "true")
  private boolean history;

  /**
   * Where the results are written. Without it {@code target/rustfit} of the project whose POM Maven
   * was started with, whatever {@code -pl} selects.
   */
  @Parameter(property = "rustfit.outputDirectory")
  private @Nullable File outputDirectory;

  /**
   * Where is kept what was read of sources and history, so that only what changed is read again.
   * Without it {@code cache} in the folder of the results, which {@code mvn clean} deletes. It can
   * be moved, shared by builds at the same time and deleted at any time; relative paths start at
   * the root project.
   */
  @Parameter(property = "rustfit.cache")
  private @Nullable String cache;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skipped()) {
      getLog().info("rustfit: skipped, because rustfit.skip is set.");
      return;
    }
    Reactor reactor = new Reactor(session, project);
    MojoExecution bound = boundExecution();
    if (bound == null) {
      if (reactor.atTop()) {
        work(reactor);
      } else {
        getLog().debug("rustfit: the whole reactor is analysed in its top project.");
      }
    } else if (reactor.parentOfOthers()) {
      getLog()
          .info(
              "rustfit: "
                  + bound.getGoal()
                  + " is for the projects that inherit it: this one has neither code nor modules.");
    } else if (reactor.othersAreBuilt()) {
      EndOfBuild.of(session).remove(bound);
      work(reactor);
    } else {
      getLog().info("rustfit: " + bound.getGoal() + " runs when every module is built.");
      EndOfBuild.of(session).put(bound, project, getLog(), () -> work(reactor));
    }
  }

  /**
   * The execution that binds the goal to a phase of this module; null where the user or the site
   * asks for it.
   */
  @Nullable MojoExecution boundExecution() {
    return null;
  }

  private void work(Reactor reactor) throws MojoExecutionException, MojoFailureException {
    try {
      Setup setup = setup(reactor);
      if (worthwhile(setup)) {
        run(setup);
      } else {
        getLog().info("rustfit: no Java sources here, nothing to analyse.");
      }
    } catch (GoalException e) {
      if (e.isFinding()) {
        throw new MojoFailureException(e.getMessage(), e);
      }
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }

  /** Whether there is anything to do here. */
  boolean worthwhile(Setup setup) {
    return !setup.workspace().sourceRoots().isEmpty();
  }

  /** Does the goal's work, once a build, where it is {@link #worthwhile}. */
  abstract void run(Setup setup) throws GoalException;

  /** How the user wants it to be judged. */
  JudgeOptions judging() {
    return JudgeOptions.NONE;
  }

  /** Whether the user wants the goal skipped; the command line wins over the POM. */
  final boolean skipped() {
    return Skip.wanted(session, skip);
  }

  /** Whether this project is the one that Maven was started for, and there is anything to read. */
  final boolean applicable() {
    Reactor reactor = new Reactor(session, project);
    try {
      return !skipped() && reactor.atTop() && worthwhile(setup(reactor));
    } catch (GoalException e) {
      return true; // the goal says what is wrong
    }
  }

  private Setup setup(Reactor reactor) throws GoalException {
    Path output = outputDirectory == null ? reactor.outputFolder() : outputDirectory.toPath();
    return new Setup(
        new MavenWorkspace(
            reactor, new ClassPaths(session, dependencies), boundExecution() != null),
        Places.of(reactor.root(), output, cache),
        new InputOptions(
            cleaned(recordings),
            cleaned(gcLogs),
            cleaned(evidence),
            InputOptions.part(from, to, skipStartup),
            InputOptions.labels(labels, labelPaths, labelList, hosts),
            history),
        judging(),
        new Setup.Tool(
            getClass().getClassLoader(), version == null ? "" : version, new LogOfMaven(getLog())));
  }

  static List<String> cleaned(@Nullable List<String> requests) {
    return requests == null
        ? List.of()
        : requests.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
  }
}
