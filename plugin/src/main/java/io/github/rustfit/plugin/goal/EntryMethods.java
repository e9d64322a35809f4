package io.github.rustfit.plugin.goal;

import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.engine.seam.Entry;
import io.github.rustfit.engine.seam.Seam;
import io.github.rustfit.plugin.analysis.AnalysisResult;
import io.github.rustfit.readers.yaml.Suggestion;
import io.github.rustfit.rules.component.Component;
import io.github.rustfit.rules.component.Components;
import io.github.rustfit.rules.component.Member;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.evidence.source.SourceMethod;
import io.github.rustfit.rules.evidence.source.SourceType;
import io.github.rustfit.trial.starter.EntryMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The methods of a component that a port could begin at, found by what users call them. */
final class EntryMethods {

  /** More candidates are not listed. */
  private static final int MOST = 12;

  private final String component;
  private final List<EntryMethod> all;

  private EntryMethods(String component, List<EntryMethod> all) {
    this.component = component;
    this.all = all;
  }

  /** All methods in the component's sources; of those of its boundary it is known what crosses. */
  static EntryMethods of(AnalysisResult result, ComponentAssessment assessed) {
    Component component = assessed.component();
    Components components =
        Components.of(result.evidence().sources(), result.assessment().policy().components());
    Map<Member, EntryMethod> methods = new TreeMap<>();
    for (SourceFile file : result.evidence().sources()) {
      if (file.role() == SourceFile.Role.MAIN
          && components.ofFile(file).filter(component::equals).isPresent()) {
        for (SourceType type : file.types()) {
          for (SourceMethod method : type.methods()) {
            if (!method.name().startsWith("<")) {
              Member member = new Member(type.binaryName(), file.path(), method);
              methods.put(member, EntryMethod.of(member));
            }
          }
        }
      }
    }
    for (Entry entry : assessed.seam().map(Seam::entries).orElse(List.of())) {
      methods.put(entry.member(), EntryMethod.of(entry));
    }
    return new EntryMethods(component.name(), new ArrayList<>(methods.values()));
  }

  /** The method with this id. */
  Optional<EntryMethod> withId(String id) {
    return all.stream().filter(method -> method.id().equals(id)).findFirst();
  }

  /**
   * The method that a user means by {@code Class#method}, with or without the package and the types
   * of the parameters.
   */
  EntryMethod named(String text) throws GoalException {
    String plain = text.replaceAll("\\s", "");
    int hash = plain.indexOf('#');
    if (hash <= 0 || hash == plain.length() - 1) {
      throw new GoalException(
          "rustfit: rustfit.entry is '"
              + text
              + "'; write Class#method, or Class#method(type,type) where it is overloaded.");
    }
    List<EntryMethod> found = all.stream().filter(method -> means(plain, method.id())).toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    if (found.isEmpty()) {
      Optional<String> meant =
          Suggestion.of(
              called(plain), all.stream().map(one -> called(one.id())).distinct().toList());
      throw new GoalException(
          "rustfit: there is no method '"
              + text
              + "' in the sources of "
              + component
              + "."
              + meant.map(one -> " Did you mean '" + one + "'?").orElse("")
              + candidates(all.stream().filter(EntryMethod::mayCross).toList()));
    }
    throw new GoalException(
        "rustfit: '"
            + text
            + "' could be one of "
            + found.size()
            + " methods: "
            + listed(found)
            + ". Name one with its class and the types of its parameters.");
  }

  private static String candidates(List<EntryMethod> flat) {
    return flat.isEmpty()
        ? " No method there takes and gives what crosses as it is."
        : " Methods there that take and give what crosses as it is: " + listed(flat) + ".";
  }

  private static String listed(List<EntryMethod> methods) {
    return methods.stream()
            .limit(MOST)
            .map(method -> method.id() + " (" + method.place() + ")")
            .collect(Collectors.joining(", "))
        + (methods.size() > MOST ? " and " + (methods.size() - MOST) + " more" : "");
  }

  /** {@code Class#method} as most people would write it. */
  private static String called(String id) {
    String name = id.substring(0, id.contains("(") ? id.indexOf('(') : id.length());
    return name.substring(name.lastIndexOf('.', name.indexOf('#')) + 1).replace('$', '.');
  }

  private static boolean means(String text, String id) {
    String canonical = id.replace('$', '.');
    String asked = text.replace('$', '.');
    if (!asked.contains("(")) {
      int types = canonical.indexOf('(');
      canonical = types < 0 ? canonical : canonical.substring(0, types);
    } else {
      asked = asked.replaceAll("\\b[a-z_][\\w]*[.](?=[^(]*\\))", "");
    }
    return canonical.equals(asked) || canonical.endsWith("." + asked);
  }
}
