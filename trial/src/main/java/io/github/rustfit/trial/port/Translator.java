package io.github.rustfit.trial.port;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import io.github.rustfit.trial.compiler.Compilation;
import io.github.rustfit.trial.compiler.Question;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Ports methods with all that they call, or says why not. */
public final class Translator {

  /** What takes more along than that is no part that can be moved. */
  private static final int MOST_METHODS = 300;

  private static final int MOST_ROUNDS = 10;

  private static final int MOST_REFUSALS = 100;

  private final Question question;
  private final List<String> functions;
  private final Set<String> files = new TreeSet<>();
  private final Set<String> wanted = new TreeSet<>();
  private Optional<Lifted> lifted = Optional.empty();

  /**
   * A method that is called on an object, written as a static one.
   *
   * @param file its file
   * @param text what stands there instead
   * @param receiver the fields that are its last parameters
   * @param onlyRead places of its own parameters, whose arrays are never written to
   */
  private record Lifted(String file, String text, Receiver receiver, List<Integer> onlyRead) {}

  /**
   * Asks for ports.
   *
   * @param functions for each method of the question what its function is called
   */
  public Translator(Question question, List<String> functions) {
    this.question = question;
    this.functions = List.copyOf(functions);
  }

  /** A port for each method of the question, in its order. */
  public List<Port> ports() throws IOException {
    for (Question.Method method : question.methods()) {
      Optional.ofNullable(question.sources().get(method.className())).ifPresent(files::add);
    }
    List<Port> ports = new ArrayList<>();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      wanted.clear();
      ports.clear();
      Compilation compilation = files.isEmpty() ? null : new Compilation(question, files, texts());
      Facts facts = compilation == null ? null : new Facts(compilation);
      for (int i = 0; i < question.methods().size(); i++) {
        Question.Method method = question.methods().get(i);
        ports.add(
            compilation == null || facts == null
                ? notFound(method)
                : tried(compilation, facts, method, functions.get(i)));
      }
      if (!files.addAll(wanted)) {
        break;
      }
    }
    return ports;
  }

  private Map<String, String> texts() {
    return lifted.map(one -> Map.of(one.file(), one.text())).orElse(Map.of());
  }

  private static Port notFound(Question.Method method) {
    return Port.refused(method.className(), method.line(), "a method whose source is not here");
  }

  /** One port; a fault of ours in one is none of the others. */
  private Port tried(
      Compilation compilation, Facts facts, Question.Method method, String function) {
    try {
      return port(compilation, facts, method, function);
    } catch (RuntimeException | IOException e) {
      return Port.refused(
          method.className(), method.line(), "a fault of rustfit's own, please report it: " + e);
    }
  }

  private Port port(Compilation compilation, Facts facts, Question.Method method, String function)
      throws IOException {
    Optional<Compilation.Source> first = compilation.find(method);
    if (first.isEmpty()) {
      return notFound(method);
    }
    return first.get().element().getModifiers().contains(Modifier.STATIC)
        ? ofStatic(compilation, facts, method, function)
        : ofObject(compilation, first.get(), method, function);
  }

  /** One that is called on an object is ported as a static one that takes the fields. */
  private Port ofObject(
      Compilation compilation, Compilation.Source source, Question.Method method, String function)
      throws IOException {
    Receivers receivers = Receivers.of(compilation, source, called -> want(compilation, called));
    Receiver receiver = receivers.receiver();
    List<Integer> onlyRead =
        ArrayReads.of(compilation, source, called -> want(compilation, called));
    String file = Objects.requireNonNull(question.sources().get(method.className()));
    Optional<String> text =
        receiver.obstacles().isEmpty()
            ? new Lift(compilation, receivers, source).text()
            : Optional.empty();
    if (text.isEmpty()) {
      List<Refusal> why =
          receiver.obstacles().isEmpty()
              ? List.of(new Refusal(method.className(), method.line(), "a method of an object"))
              : receiver.obstacles();
      return new Port("", 0, why, onlyRead, receiver);
    }
    Translator translator = new Translator(question.only(method), List.of(function));
    translator.lifted = Optional.of(new Lifted(file, text.get(), receiver, onlyRead));
    Port port = translator.ports().get(0);
    return new Port(port.code(), port.methods(), port.refusals(), onlyRead, receiver);
  }

  private Port ofStatic(
      Compilation compilation, Facts facts, Question.Method method, String function) {
    Optional<Compilation.Source> first = compilation.find(method);
    if (first.isEmpty()) {
      return notFound(method);
    }
    List<Refusal> refusals = new ArrayList<>();
    Map<ExecutableElement, Routine> routines = new LinkedHashMap<>();
    Map<ExecutableElement, Set<ExecutableElement>> calls = new LinkedHashMap<>();
    Deque<Compilation.Source> open = new ArrayDeque<>(List.of(first.get()));
    while (!open.isEmpty() && routines.size() <= MOST_METHODS) {
      Compilation.Source source = open.poll();
      if (routines.containsKey(source.element())) {
        continue;
      }
      facts.read(source.unit());
      Routine routine = new Routine(source, facts);
      routines.put(source.element(), routine);
      Set<ExecutableElement> called = new HashSet<>();
      for (MethodInvocationTree call : routine.uses().calls()) {
        facts
            .element(call)
            .filter(ExecutableElement.class::isInstance)
            .map(ExecutableElement.class::cast)
            .filter(one -> one.getModifiers().contains(Modifier.STATIC))
            .ifPresent(called::add);
      }
      calls.put(source.element(), called);
      called.forEach(
          one -> compilation.source(one).ifPresentOrElse(open::add, () -> want(compilation, one)));
      tables(compilation, facts, source.tree());
    }
    if (routines.size() > MOST_METHODS) {
      return new Port(
          "",
          0,
          List.of(
              new Refusal(
                  method.className(),
                  method.line(),
                  "more than " + MOST_METHODS + " methods that it calls")),
          List.of(),
          Receiver.NONE);
    }
    routines.values().forEach(one -> one.recursive(reaches(one.element(), one.element(), calls)));
    routines
        .values()
        .forEach(
            one ->
                one.deep(
                    one.recursive()
                        || routines.values().stream()
                            .anyMatch(
                                other ->
                                    other.recursive()
                                        && reaches(one.element(), other.element(), calls))));
    return written(compilation, facts, routines, first.get(), function, refusals);
  }

  private Port written(
      Compilation compilation,
      Facts facts,
      Map<ExecutableElement, Routine> routines,
      Compilation.Source first,
      String function,
      List<Refusal> refusals) {
    Module module = new Module(compilation, question, facts, routines);
    Routine entry = Objects.requireNonNull(routines.get(first.element()));
    List<Integer> onlyRead =
        lifted
            .map(one -> lifted(one, entry.parameters().size()))
            .orElseGet(
                () -> ArrayReads.of(compilation, first, called -> want(compilation, called)));
    entry.onlyRead(onlyRead);
    entry.cells(
        lifted
            .map(one -> one.receiver().fields().stream().filter(Receiver.Field::changes).count())
            .orElse(0L));
    String code =
        new Translation(
                module,
                routines,
                entry,
                function,
                refused -> {
                  if (refusals.size() < MOST_REFUSALS) {
                    refusals.add(refusal(compilation, facts, refused, first));
                  }
                })
            .text();
    module
        .passedRowThatChanges()
        .map(row -> new Refused(row, "a row of an array that was passed, which gets another array"))
        .ifPresent(one -> refusals.add(refusal(compilation, facts, one, first)));
    return new Port(
        refusals.isEmpty() ? code : "", routines.size(), refusals, onlyRead, Receiver.NONE);
  }

  /** Arrays that are only read, among the parameters of a method and the fields behind them. */
  private static List<Integer> lifted(Lifted method, int parameters) {
    List<Integer> read = new ArrayList<>(method.onlyRead());
    List<Receiver.Field> fields = method.receiver().fields();
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).type().endsWith("[]") && !fields.get(i).written()) {
        read.add(parameters - fields.size() + i);
      }
    }
    return read;
  }

  private static Refusal refusal(
      Compilation compilation, Facts facts, Refused refused, Compilation.Source first) {
    Tree at = refused.at();
    return facts
        .file(at)
        .flatMap(
            unit ->
                unit.getTypeDecls().stream()
                    .map(type -> facts.element(type))
                    .flatMap(Optional::stream)
                    .filter(TypeElement.class::isInstance)
                    .findFirst()
                    .map(
                        type ->
                            new Refusal(
                                compilation.binaryName((TypeElement) type),
                                compilation.line(unit, at),
                                refused.reason())))
        .orElseGet(
            () ->
                new Refusal(
                    compilation.binaryName(Compilation.owner(first.element())),
                    0,
                    refused.reason()));
  }

  private void want(Compilation compilation, ExecutableElement method) {
    want(compilation, Compilation.owner(method));
  }

  private void want(Compilation compilation, TypeElement owner) {
    String file = question.sources().get(compilation.binaryName(owner));
    if (file != null && !files.contains(file)) {
      wanted.add(file);
    }
  }

  /** Files of tables that a method reads. */
  private void tables(Compilation compilation, Facts facts, Tree method) {
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
        if (tree != null) {
          Optional<Element> named = facts.element(tree);
          if (named.isPresent()
              && named.get().getKind() == javax.lang.model.element.ElementKind.FIELD
              && named.get().getModifiers().contains(Modifier.STATIC)
              && named.get().getEnclosingElement() instanceof TypeElement owner) {
            want(compilation, owner);
          }
        }
        return super.scan(tree, nothing);
      }
    }.scan(method, null);
  }

  private static boolean reaches(
      ExecutableElement from,
      ExecutableElement to,
      Map<ExecutableElement, Set<ExecutableElement>> calls) {
    Set<ExecutableElement> seen = new HashSet<>();
    Deque<ExecutableElement> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      for (ExecutableElement next : calls.getOrDefault(open.poll(), Set.of())) {
        if (next.equals(to)) {
          return true;
        }
        if (seen.add(next)) {
          open.add(next);
        }
      }
    }
    return false;
  }
}
