package io.github.rustfit.trial.compiler;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * How far methods reach: the compiler looks at the files of the methods, then at those of what they
 * call, and so on until nothing is missing or it is too much.
 */
final class Reach {

  /** What takes more along than that is no part that can be moved. */
  private static final int MOST_METHODS = 300;

  /** Files that are compiled at once, at most. */
  private static final int MOST_FILES = 400;

  private static final int MOST_ROUNDS = 8;

  /** Obstacles that are told of one method. */
  private static final int MOST_OBSTACLES = 100;

  private final Question question;
  private final Set<String> files = new TreeSet<>();
  private final Set<String> wanted = new TreeSet<>();

  Reach(Question question) {
    this.question = question;
  }

  /** An answer for each method of the question, in its order. */
  List<Answer> answers() throws IOException {
    for (Question.Method method : question.methods()) {
      Optional.ofNullable(question.sources().get(method.className())).ifPresent(files::add);
    }
    List<Answer> answers = List.of();
    for (int round = 0; round < MOST_ROUNDS && !files.isEmpty(); round++) {
      wanted.clear();
      Compilation compilation = new Compilation(question, files, Map.of());
      TypeSorts sorts = new TypeSorts(compilation, question);
      Map<ExecutableElement, BodyScan> scans = new HashMap<>();
      List<Answer> these = new ArrayList<>();
      for (Question.Method method : question.methods()) {
        these.add(answer(compilation, sorts, scans, method));
      }
      answers = these;
      if (!files.addAll(wanted) || files.size() > MOST_FILES) {
        break;
      }
    }
    return answers.isEmpty()
        ? question.methods().stream().map(one -> Answer.NOT_FOUND).toList()
        : answers;
  }

  private Answer answer(
      Compilation compilation,
      TypeSorts sorts,
      Map<ExecutableElement, BodyScan> scans,
      Question.Method method) {
    Optional<Compilation.Source> first = compilation.find(method);
    if (first.isEmpty()) {
      return Answer.NOT_FOUND;
    }
    Set<ExecutableElement> seen = new LinkedHashSet<>();
    Deque<Compilation.Source> open = new ArrayDeque<>();
    seen.add(first.get().element());
    open.add(first.get());
    List<Obstacle> obstacles = new ArrayList<>();
    Set<String> classes = new TreeSet<>();
    boolean loop = false;
    boolean whole = true;
    while (!open.isEmpty()) {
      Compilation.Source source = open.poll();
      classes.add(compilation.binaryName(Compilation.owner(source.element())));
      BodyScan scan =
          scans.computeIfAbsent(source.element(), one -> BodyScan.of(compilation, sorts, source));
      loop |= scan.loop();
      obstacles.addAll(scan.obstacles());
      for (ExecutableElement called : scan.calls()) {
        if (!seen.add(called)) {
          continue;
        }
        Optional<Compilation.Source> next = compilation.source(called);
        if (next.isEmpty()) {
          whole &= !missing(compilation, called);
        } else if (seen.size() <= MOST_METHODS) {
          open.add(next.get());
        } else {
          whole = false;
        }
      }
    }
    return new Answer(true, loop, seen.size(), whole, List.copyOf(classes), first(obstacles));
  }

  private static List<Obstacle> first(Collection<Obstacle> all) {
    return all.stream().limit(MOST_OBSTACLES).toList();
  }

  /**
   * Whether code is not looked at yet; what the compiler itself adds, such as the constructor of a
   * record, is no code.
   */
  private boolean missing(Compilation compilation, ExecutableElement called) {
    TypeElement owner = Compilation.owner(called);
    String file = question.sources().get(compilation.binaryName(owner));
    if (file == null || files.contains(file)) {
      return false;
    }
    wanted.add(file);
    return true;
  }
}
