package io.github.rustfit.engine.fold;

import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.Labels;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Takes evidence of several versions of services apart, by the labels of its inputs. */
public final class Programs {

  private final Evidence evidence;
  private final Labels home;
  private final Map<String, Labels> byDigest = new HashMap<>();
  private final Map<String, Labels> byPath = new HashMap<>();

  private Programs(Evidence evidence, Labels ofFile) {
    this.evidence = evidence;
    for (Input input : evidence.inputs()) {
      Labels program = program(input.labels());
      byDigest.putIfAbsent(input.sha256(), program);
      byPath.put(input.path(), program);
      byPath.put(input.file(), program);
    }
    this.home = home(ofFile);
  }

  /**
   * The parts, by labels of which only service and version are set. What is no input's, as sources
   * and what a repository says, is of the file's own service; where nobody says that, of the one
   * service that all inputs are of.
   *
   * @param ofFile labels of the file that it was read from
   */
  public static SortedMap<Labels, Evidence> of(Evidence evidence, Labels ofFile) {
    return new Programs(evidence, ofFile).parts();
  }

  private static Labels program(Labels labels) {
    return Labels.NONE.with("service", labels.service()).with("version", labels.version());
  }

  private Labels home(Labels ofFile) {
    if (!ofFile.service().isEmpty()) {
      return program(ofFile);
    }
    Set<Labels> programs = new TreeSet<>(byPath.values());
    Set<String> services = programs.stream().map(Labels::service).collect(Collectors.toSet());
    if (services.size() != 1) {
      return program(ofFile);
    }
    Labels only = Labels.NONE.with("service", services.iterator().next());
    return programs.size() == 1 ? programs.iterator().next() : only;
  }

  private SortedMap<Labels, Evidence> parts() {
    SortedSet<Labels> programs = new TreeSet<>(byPath.values());
    for (Set<String> keys :
        List.of(
            evidence.profiles().keySet(),
            evidence.recordedGcs().keySet(),
            evidence.gcLogs().keySet(),
            evidence.gcRuns().keySet())) {
      keys.forEach(key -> programs.add(of(key)));
    }
    programs.add(home);
    SortedMap<Labels, Evidence> parts = new TreeMap<>();
    for (Labels program : programs) {
      Evidence part = part(program);
      if (!part.equals(Evidence.EMPTY)) {
        parts.put(program, part);
      }
    }
    return parts;
  }

  private Labels of(String key) {
    return byDigest.getOrDefault(evidence.inputsOf(List.of(key)).first(), home);
  }

  private Evidence part(Labels program) {
    boolean atHome = program.equals(home);
    SortedSet<Input> inputs = new TreeSet<>(evidence.inputs());
    inputs.removeIf(input -> !program(input.labels()).equals(program));
    SortedSet<Problem> problems = new TreeSet<>(evidence.problems());
    problems.removeIf(one -> !byPath.getOrDefault(one.where(), home).equals(program));
    return new Evidence(
        inputs,
        only(program, evidence.profiles()),
        only(program, evidence.gcLogs()),
        only(program, evidence.gcRuns()),
        only(program, evidence.recordedGcs()),
        atHome ? evidence.sources() : Collections.emptySortedSet(),
        problems,
        atHome ? evidence.repository() : RepositoryEvidence.EMPTY,
        only(program, evidence.folds()));
  }

  private <V> SortedMap<String, V> only(Labels program, SortedMap<String, V> all) {
    SortedMap<String, V> own = new TreeMap<>();
    all.forEach(
        (key, value) -> {
          if (of(key).equals(program)) {
            own.put(key, value);
          }
        });
    return own;
  }
}
