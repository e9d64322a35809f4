package io.github.rustfit.plugin.goal;

import static io.github.rustfit.rules.stats.Format.percent;

import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.engine.seam.Entry;
import io.github.rustfit.engine.seam.Portability;
import io.github.rustfit.engine.seam.Seam;
import io.github.rustfit.plugin.analysis.AnalysisResult;
import io.github.rustfit.readers.yaml.Suggestion;
import io.github.rustfit.trial.starter.EntryMethod;
import io.github.rustfit.trial.starter.StarterException;
import io.github.rustfit.trial.starter.StarterFolder;
import io.github.rustfit.trial.starter.StarterReport;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code starter}: begins a port of a component at the boundary that the report found. */
public final class StarterGoal {

  private final Setup setup;
  private final String wanted;
  private final String entry;
  private final String directory;
  private final String body;

  /**
   * What is to be begun, as the user wrote it.
   *
   * @param component name of the component
   * @param entry {@code Class#method}, with types where it is overloaded; null or blank for all
   *     methods of the boundary
   * @param directory where starters are, relative to the root; null or blank for {@code rust}
   * @param body {@code port} or {@code open}; null or blank for the first
   */
  public StarterGoal(
      Setup setup,
      @Nullable String component,
      @Nullable String entry,
      @Nullable String directory,
      @Nullable String body) {
    this.setup = setup;
    this.wanted = JudgeOptions.stripped(component);
    this.entry = JudgeOptions.stripped(entry);
    String named = JudgeOptions.stripped(directory);
    this.directory = named.isEmpty() ? "rust" : named;
    this.body = JudgeOptions.stripped(body);
  }

  /** Runs it. */
  public void run() throws GoalException {
    begin();
  }

  /**
   * What was begun.
   *
   * @param component its name
   * @param folder where
   * @param all methods that are in it
   * @param chosen those of this run
   * @param result what the analysis read and said
   */
  record Begun(
      String component,
      StarterFolder folder,
      List<EntryMethod> all,
      List<EntryMethod> chosen,
      AnalysisResult result) {}

  /** Runs it, and says what was begun. */
  Begun begin() throws GoalException {
    Path root = starters();
    Bodies.Choice choice = Bodies.Choice.named(body);
    AnalysisResult result =
        AnalysisRun.of(
                setup,
                entry.isEmpty() ? MissingRecording.FAIL : MissingRecording.WARN,
                setup.limits())
            .run()
            .result();
    ComponentAssessment component = component(result.assessment().components());
    String name = component.component().name();
    EntryMethods methods = EntryMethods.of(result, component);
    List<EntryMethod> chosen = entry.isEmpty() ? ofSeam(component) : List.of(methods.named(entry));
    try {
      StarterFolder folder = StarterFolder.of(root, name);
      Map<String, EntryMethod> wanted = withEarlier(folder, methods, chosen);
      Bodies.Known known =
          Bodies.of(choice, setup.code(result), List.copyOf(wanted.values()), setup.log());
      known.methods().forEach(one -> wanted.put(one.id(), one));
      List<EntryMethod> flat = new ArrayList<>();
      List<String> refused = new ArrayList<>();
      for (EntryMethod one : chosen) {
        EntryMethod judged = wanted.getOrDefault(one.id(), one);
        if (judged.obstacles().isEmpty()) {
          flat.add(judged);
        } else {
          refused.add(judged.refusal());
        }
      }
      if (flat.isEmpty()) {
        throw new GoalException(
            "rustfit: nothing was written for "
                + name
                + ", as no method that a port would begin at crosses as it is.\n  "
                + String.join("\n  ", refused)
                + "\nDo in Java what is said there first, or name another method with"
                + " rustfit.entry."
                + suggestion(component, wanted));
      }
      List<EntryMethod> all = crossing(folder, wanted.values());
      StarterReport report = folder.write(all, known.ports());
      known.say(report, setup.log());
      say(name, report, flat);
      refused.forEach(line -> setup.log().warn("rustfit: left out: " + line + "."));
      return new Begun(name, StarterFolder.of(root, name), all, flat, result);
    } catch (StarterException e) {
      throw new GoalException("rustfit: " + e.getMessage(), e);
    }
  }

  /** Those that cross; of earlier ones that do not any more that is said. */
  private List<EntryMethod> crossing(StarterFolder folder, Collection<EntryMethod> wanted) {
    List<EntryMethod> all = new ArrayList<>();
    for (EntryMethod one : wanted) {
      if (one.obstacles().isEmpty()) {
        all.add(one);
      } else if (folder.entries().contains(one.id())) {
        noLonger(one.id());
      }
    }
    return all;
  }

  private void noLonger(String id) {
    setup
        .log()
        .warn(
            "rustfit: "
                + id
                + " was begun before, and is no longer there or no longer crosses as it"
                + " is: it is taken out of the lists of the starter, its files stay.");
  }

  /** The method that the report found to be the readiest, where a port can begin at it. */
  private static String suggestion(
      ComponentAssessment component, Map<String, EntryMethod> refused) {
    return component
        .seam()
        .flatMap(Seam::portability)
        .flatMap(Portability::kernel)
        .filter(kernel -> EntryMethod.of(kernel).mayCross())
        .filter(kernel -> !refused.containsKey(EntryMethod.of(kernel).id()))
        .map(
            kernel ->
                " The report names one: -Drustfit.entry="
                    + kernel.member().className()
                    + "#"
                    + kernel.member().method().name()
                    + ".")
        .orElse("");
  }

  private Path starters() throws GoalException {
    if (wanted.isEmpty()) {
      throw new GoalException(
          "rustfit: say which component: -Drustfit.component=<name>, as the report names it.");
    }
    try {
      return setup.root().resolve(directory).normalize();
    } catch (InvalidPathException e) {
      throw new GoalException(
          "rustfit: rustfit.starterDirectory is '" + directory + "', which is no path here.", e);
    }
  }

  private ComponentAssessment component(List<ComponentAssessment> all) throws GoalException {
    Map<String, ComponentAssessment> named = new LinkedHashMap<>();
    all.forEach(one -> named.put(one.component().name(), one));
    ComponentAssessment found = named.get(wanted);
    if (found == null) {
      throw new GoalException(
          "rustfit: there is no component '"
              + wanted
              + "'."
              + Suggestion.of(wanted, named.keySet())
                  .map(meant -> " Did you mean '" + meant + "'?")
                  .orElse("")
              + " There are: "
              + String.join(", ", named.keySet())
              + ".");
    }
    return found;
  }

  private List<EntryMethod> ofSeam(ComponentAssessment component) throws GoalException {
    String name = component.component().name();
    Optional<Seam> seam = component.seam();
    if (seam.isEmpty()) {
      throw new GoalException(
          "rustfit: no boundary was looked for in "
              + name
              + ": "
              + component.cpuSamples()
              + " samples of CPU are its own, "
              + percent(component.cpu())
              + ", and it takes "
              + percent(Seam.HOT.value())
              + " of a profile with samples enough. Record it under load, or name a method with"
              + " rustfit.entry.");
    }
    List<Entry> entries = seam.get().entries();
    if (entries.isEmpty()) {
      throw new GoalException(
          "rustfit: " + name + ": " + seam.get().text() + " Name a method with rustfit.entry.");
    }
    for (Entry one : entries) {
      if (one.callsOut() >= Seam.CALLS_OUT.value()) {
        setup
            .log()
            .warn(
                "rustfit: "
                    + one.text()
                    + ": other components take "
                    + percent(one.callsOut())
                    + " of the CPU below it; what it calls there would have to come along.");
      }
    }
    return entries.stream().map(EntryMethod::of).toList();
  }

  /** What was begun before stays in, and in its place, so that names stay. */
  private Map<String, EntryMethod> withEarlier(
      StarterFolder folder, EntryMethods methods, List<EntryMethod> chosen) {
    Map<String, EntryMethod> all = new LinkedHashMap<>();
    for (String id : folder.entries()) {
      methods
          .withId(id)
          .filter(EntryMethod::mayCross)
          .ifPresentOrElse(method -> all.put(id, method), () -> noLonger(id));
    }
    chosen.stream().filter(EntryMethod::mayCross).forEach(method -> all.put(method.id(), method));
    return all;
  }

  private void say(String name, StarterReport report, List<EntryMethod> flat) {
    GoalLog log = setup.log();
    String open =
        flat.stream()
            .filter(method -> report.open().contains(method.id()))
            .map(method -> method.id() + " (" + method.place() + ")")
            .collect(Collectors.joining(", "));
    log.info(
        "rustfit: the starter of "
            + name
            + " is in "
            + report.folder()
            + ": "
            + report.created().size()
            + " files new, "
            + report.updated().size()
            + " written anew, "
            + report.unchanged()
            + " as they were. "
            + (open.isEmpty() ? "" : "Bodies to write: " + open + ". ")
            + "README.md there has three commands, CONTRACT.md says what a body owes.");
    report
        .offered()
        .forEach(
            file ->
                log.warn(
                    "rustfit: you changed "
                        + file
                        + ", so it stays; what would be there now is beside it, in "
                        + file
                        + ".new."));
    if (!report.deleted().isEmpty()) {
      log.warn(
          "rustfit: deleted there, and not written again: "
              + String.join(", ", report.deleted())
              + ". Delete their lines in .rustfit-starter to get them back.");
    }
    if (!report.left().isEmpty()) {
      log.warn(
          "rustfit: these belong to nothing any more, and stay: "
              + String.join(", ", report.left())
              + ". Delete them unless you need them.");
    }
  }
}
