package io.github.rustfit.engine.fold;

import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.Labels;
import io.github.rustfit.rules.evidence.base.Problem;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Takes evidence of several programs apart. */
final class ByProgram {

  private final Evidence evidence;
  private final Map<String, Labels> byDigest = new HashMap<>();
  private final Map<String, Labels> byPath = new HashMap<>();

  private ByProgram(Evidence evidence) {
    this.evidence = evidence;
    for (Input input : evidence.inputs()) {
      Labels program = program(input.labels());
      byDigest.putIfAbsent(input.sha256(), program);
      byPath.put(input.path(), program);
      byPath.put(input.file(), program);
    }
  }

  static SortedMap<Labels, Evidence> of(Evidence evidence) {
    return new ByProgram(evidence).parts();
  }

  private static Labels program(Labels labels) {
    return Labels.NONE.with("service", labels.service()).with("version", labels.version());
  }

  private SortedMap<Labels, Evidence> parts() {
    SortedSet<Labels> programs = new TreeSet<>(byPath.values());
    for (SortedSet<String> keys : keys()) {
      keys.forEach(key -> programs.add(of(key)));
    }
    SortedMap<Labels, Evidence> parts = new TreeMap<>();
    programs.forEach(program -> parts.put(program, part(program)));
    return parts;
  }

  private List<SortedSet<String>> keys() {
    return List.of(
        new TreeSet<>(evidence.profiles().keySet()),
        new TreeSet<>(evidence.recordedGcs().keySet()),
        new TreeSet<>(evidence.gcLogs().keySet()));
  }

  private Labels of(String key) {
    return byDigest.getOrDefault(evidence.inputsOf(List.of(key)).first(), Labels.NONE);
  }

  private Evidence part(Labels program) {
    SortedSet<Input> inputs = new TreeSet<>(evidence.inputs());
    inputs.removeIf(input -> !program(input.labels()).equals(program));
    SortedSet<Problem> problems = new TreeSet<>(evidence.problems());
    problems.removeIf(one -> !byPath.getOrDefault(one.where(), program).equals(program));
    return new Evidence(
        inputs,
        only(program, evidence.profiles()),
        only(program, evidence.gcLogs()),
        only(program, evidence.gcRuns()),
        only(program, evidence.recordedGcs()),
        evidence.sources(),
        problems,
        evidence.repository(),
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
    return Collections.unmodifiableSortedMap(own);
  }
}
