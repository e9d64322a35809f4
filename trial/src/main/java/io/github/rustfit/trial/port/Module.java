package io.github.rustfit.trial.port;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import io.github.rustfit.trial.compiler.Compilation;
import io.github.rustfit.trial.compiler.Question;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** What the methods of one port share. */
final class Module {

  private final Compilation compilation;
  private final Question question;
  private final Facts facts;
  private final Map<ExecutableElement, Routine> routines;
  private final Writes writes;
  private final Items items;
  private final Map<CompilationUnitTree, String> texts = new HashMap<>();

  Module(
      Compilation compilation,
      Question question,
      Facts facts,
      Map<ExecutableElement, Routine> routines) {
    this.compilation = compilation;
    this.question = question;
    this.facts = facts;
    this.routines = routines;
    this.writes = new Writes(facts, routines);
    this.items = new Items(compilation, facts, new Tables(facts, routines, question), new Naming());
  }

  Facts facts() {
    return facts;
  }

  Writes writes() {
    return writes;
  }

  Items items() {
    return items;
  }

  /** Whether a row of an array gets another one anywhere. */
  boolean rowsChange() {
    return !rowsThatChange().isEmpty();
  }

  /** Whether an array is made whose rows are null until they get one. */
  boolean rowsAreNull() {
    boolean[] found = new boolean[1];
    for (Routine routine : routines.values()) {
      new TreeScanner<@Nullable Void, @Nullable Void>() {
        @Override
        public @Nullable Void visitNewArray(NewArrayTree tree, @Nullable Void nothing) {
          int dimensions = tree.getDimensions().size();
          Optional<JavaType> type = facts.type(tree);
          for (int i = 0; i < dimensions; i++) {
            type = type.flatMap(JavaType::element);
          }
          found[0] |= dimensions > 0 && type.filter(JavaType::isArray).isPresent();
          return super.visitNewArray(tree, nothing);
        }
      }.scan(routine.source().tree(), null);
    }
    return found[0];
  }

  /** Where a row of an array that was passed gets another one. */
  Optional<Tree> passedRowThatChanges() {
    return rowsThatChange().stream()
        .filter(
            row ->
                writes.roots(row).stream().anyMatch(one -> one.getKind() == ElementKind.PARAMETER))
        .findFirst();
  }

  private List<Tree> rowsThatChange() {
    List<Tree> found = new ArrayList<>();
    for (Routine routine : routines.values()) {
      new TreeScanner<@Nullable Void, @Nullable Void>() {
        @Override
        public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void nothing) {
          Tree target = Facts.plain(tree.getVariable());
          if (target instanceof ArrayAccessTree
              && facts.type(target).filter(JavaType::isArray).isPresent()) {
            found.add(target);
          }
          return super.visitAssignment(tree, nothing);
        }
      }.scan(routine.source().tree(), null);
    }
    return found;
  }

  /** A method that comes along. */
  Optional<Routine> routine(ExecutableElement method) {
    return Optional.ofNullable(routines.get(method));
  }

  /** Whether the project's source declares it. */
  boolean ofProject(ExecutableElement method) {
    TypeElement owner = Objects.requireNonNull((TypeElement) method.getEnclosingElement());
    return question.sources().containsKey(compilation.binaryName(owner));
  }

  /** The source of a tree; empty where there is none. */
  String source(Tree tree) {
    Optional<CompilationUnitTree> unit = facts.file(tree);
    if (unit.isEmpty()) {
      return "";
    }
    long start = compilation.trees().getSourcePositions().getStartPosition(unit.get(), tree);
    long end = compilation.trees().getSourcePositions().getEndPosition(unit.get(), tree);
    String text = text(unit.get());
    return start < 0 || end < start || end > text.length()
        ? ""
        : text.substring((int) start, (int) end);
  }

  /** Comments in lines of their own before a statement. */
  String commentBefore(Tree tree) {
    Optional<CompilationUnitTree> unit = facts.file(tree);
    if (unit.isEmpty()) {
      return "";
    }
    long start = compilation.trees().getSourcePositions().getStartPosition(unit.get(), tree);
    return start < 0 ? "" : Comments.before(text(unit.get()), (int) start);
  }

  private String text(CompilationUnitTree unit) {
    return texts.computeIfAbsent(
        unit,
        one -> {
          try {
            return one.getSourceFile().getCharContent(true).toString();
          } catch (IOException e) {
            return "";
          }
        });
  }

  /** The line of a tree. */
  int line(Tree tree) {
    return facts.file(tree).map(unit -> compilation.line(unit, tree)).orElse(0);
  }
}
