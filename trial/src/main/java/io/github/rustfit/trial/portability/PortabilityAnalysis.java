package io.github.rustfit.trial.portability;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.engine.seam.Blocker;
import io.github.rustfit.engine.seam.Entry;
import io.github.rustfit.engine.seam.Portability;
import io.github.rustfit.engine.seam.Seam;
import io.github.rustfit.rules.component.Member;
import io.github.rustfit.trial.compiler.Answer;
import io.github.rustfit.trial.compiler.Obstacle;
import io.github.rustfit.trial.compiler.Question;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Says of each component with a hot part what stands between that part and a port, by the JDK's own
 * compiler. Which part: of the methods with a loop of their own and enough CPU the readiest; of
 * equally ready ones that have at least half of the most CPU, the one with fewest places.
 */
public final class PortabilityAnalysis {

  /** Methods of a component that are looked at. */
  private static final int MOST_KERNELS = 12;

  private static final int MOST_SECONDS = 120;

  private final Code code;
  private final int mostSeconds;

  /** Of this code. */
  public PortabilityAnalysis(Code code) {
    this(code, MOST_SECONDS);
  }

  PortabilityAnalysis(Code code, int mostSeconds) {
    this.code = code;
    this.mostSeconds = mostSeconds;
  }

  /** The same assessment, with what was found in the boundaries of its components. */
  public Assessment of(Assessment assessment) {
    List<Entry> all =
        assessment.components().stream().flatMap(one -> kernels(one).stream()).toList();
    Map<Entry, Answer> answers = new IdentityHashMap<>();
    String because = "";
    if (!all.isEmpty()) {
      try {
        List<Answer> found =
            new CompilerRun(mostSeconds).ask(question(all.stream().map(Entry::member).toList()));
        for (int i = 0; i < found.size(); i++) {
          answers.put(all.get(i), found.get(i));
        }
      } catch (IOException e) {
        because = String.valueOf(e.getMessage());
      }
    }
    List<ComponentAssessment> components = new ArrayList<>();
    for (ComponentAssessment one : assessment.components()) {
      Optional<Seam> seam = one.seam();
      components.add(
          seam.isEmpty()
              ? one
              : one.with(
                  seam.get()
                      .with(
                          because.isEmpty() || kernels(one).isEmpty()
                              ? best(one, answers)
                              : Portability.none(because))));
    }
    return assessment.withComponents(components);
  }

  /**
   * The source files that a method needs: its own, and those of the methods that it calls, as far
   * as the compiler finds them.
   */
  public SortedSet<String> needed(Member method) {
    SortedSet<String> needed = new TreeSet<>(Set.of(method.file()));
    try {
      Map<String, String> files = code.files(false);
      for (Answer answer : new CompilerRun(mostSeconds).ask(question(List.of(method)))) {
        answer.classes().stream()
            .map(name -> files.getOrDefault(name, ""))
            .filter(file -> !file.isEmpty())
            .forEach(needed::add);
      }
    } catch (IOException e) {
      // Its own file is known.
    }
    return needed;
  }

  /** Bodies of threads and programs run for as long as these do: nobody ports them as a part. */
  private static List<Entry> kernels(ComponentAssessment one) {
    return one.seam().stream()
        .flatMap(seam -> seam.kernels().stream())
        .filter(entry -> !entry.loop() && entry.member().file().endsWith(".java"))
        .limit(MOST_KERNELS)
        .toList();
  }

  private Portability best(ComponentAssessment one, Map<Entry, Answer> answers) {
    List<Entry> kernels = kernels(one);
    if (!kernels.isEmpty()
        && kernels.stream()
            .noneMatch(entry -> answers.getOrDefault(entry, Answer.NOT_FOUND).found())) {
      return Portability.none(
          "the compiler found none of its hot methods in the source that is here");
    }
    List<Portability> found =
        kernels.stream()
            .filter(entry -> answers.getOrDefault(entry, Answer.NOT_FOUND).loop())
            .map(entry -> portability(one, entry, answers.getOrDefault(entry, Answer.NOT_FOUND)))
            .toList();
    Optional<Portability.Grade> readiest =
        found.stream().map(Portability::grade).min(Comparator.naturalOrder());
    List<Portability> equal =
        found.stream().filter(each -> readiest.equals(Optional.of(each.grade()))).toList();
    double most = equal.stream().mapToDouble(Portability::share).max().orElse(0);
    return equal.stream()
        .filter(each -> each.share() >= most / 2)
        .min(
            Comparator.<Portability>comparingInt(each -> each.blockers().size())
                .thenComparing(each -> -each.share())
                .thenComparing(each -> each.kernel().map(Entry::member).orElseThrow()))
        .orElseGet(() -> Portability.none(Portability.NO_LOOP));
  }

  private Portability portability(ComponentAssessment one, Entry entry, Answer answer) {
    Map<String, String> files = code.files(false);
    return new Portability(
        Optional.of(entry),
        entry.share() * one.cpu().value(),
        answer.methods(),
        answer.whole(),
        answer.obstacles().stream().map(found -> blocker(found, files)).toList(),
        "");
  }

  private static Blocker blocker(Obstacle found, Map<String, String> files) {
    return new Blocker(
        Blocker.Kind.valueOf(found.kind().name()),
        found.what(),
        files.getOrDefault(found.className(), ""),
        found.line(),
        found.method());
  }

  private Question question(List<Member> methods) {
    return code.question(
        methods.stream()
            .map(
                member ->
                    new Question.Method(
                        member.className(), member.method().name(), member.method().firstLine()))
            .toList());
  }
}
