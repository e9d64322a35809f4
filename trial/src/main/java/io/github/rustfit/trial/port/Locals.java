package io.github.rustfit.trial.port;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** The variables of one method: their names, and how they are kept. */
final class Locals {

  /**
   * What another name stands for.
   *
   * @param base the name that it begins with
   * @param indices the rows that it takes of it, as Rust
   */
  record Alias(Tree base, List<String> indices) {}

  private final Routine routine;
  private final Writes writes;
  private final Facts facts;
  private final boolean entry;
  private final Naming naming = new Naming();
  private final Map<VariableElement, Storage> storages = new HashMap<>();
  private final Map<VariableElement, Alias> aliases = new HashMap<>();
  private final Set<VariableElement> copied = new HashSet<>();

  Locals(Routine routine, Writes writes, Facts facts, boolean entry) {
    this.routine = routine;
    this.writes = writes;
    this.facts = facts;
    this.entry = entry;
    naming.take("stack");
  }

  Routine routine() {
    return routine;
  }

  boolean entry() {
    return entry;
  }

  /** The name of a variable; two that have the same in Java, one after the other, have it here. */
  String name(VariableElement variable) {
    String java = variable.getSimpleName().toString();
    return naming.of(java, Naming.snake(java));
  }

  /** A name that no variable of the method has. */
  String temporary(String wanted) {
    for (VariableElement one : routine.parameters()) {
      name(one);
    }
    routine.uses().variables().stream()
        .sorted((a, b) -> a.getSimpleName().toString().compareTo(b.getSimpleName().toString()))
        .forEach(this::name);
    return naming.unused(wanted);
  }

  /** Whether a name in Rust is a variable's. */
  boolean hides(String name) {
    for (VariableElement one : routine.parameters()) {
      if (name(one).equals(name)) {
        return true;
      }
    }
    return routine.uses().variables().stream().anyMatch(one -> name(one).equals(name));
  }

  void alias(VariableElement variable, Alias alias) {
    aliases.put(variable, alias);
  }

  Optional<Alias> alias(VariableElement variable) {
    return Optional.ofNullable(aliases.get(variable));
  }

  /** Whether an array of its own may be a copy of one that has another name in Java. */
  boolean copied(VariableElement variable) {
    return copied.contains(variable);
  }

  /** How a variable is kept. */
  Storage storage(VariableElement variable, Tree at) {
    Storage known = storages.get(variable);
    if (known == null) {
      known = find(variable, at);
      storages.put(variable, known);
    }
    return known;
  }

  private Storage find(VariableElement variable, Tree at) {
    JavaType type = type(variable, at);
    if (type.sort().value()) {
      return Storage.VALUE;
    }
    Optional<Integer> parameter = routine.index(variable);
    if (parameter.isPresent()) {
      if (routine.uses().reassigned(variable)) {
        throw new Refused(at, variable + " is a parameter that gets another array");
      }
      return type.isArray()
              && (entry ? !routine.onlyRead(parameter.get()) : routine.written(parameter.get()))
          ? Storage.UNIQUE
          : Storage.SHARED;
    }
    if (!type.isArray()) {
      throw new Refused(at, variable + ", a text that is no parameter");
    }
    Optional<EnhancedForLoopTree> loop = routine.uses().loop(variable);
    if (loop.isPresent()) {
      return row(variable, loop.get(), loop.get().getExpression(), at);
    }
    List<ExpressionTree> sources = routine.uses().sources(variable);
    long fresh = sources.stream().filter(Writes::fresh).count();
    if (fresh == sources.size()) {
      return Storage.OWNED;
    }
    if (fresh > 0) {
      // Nobody tells a copy from the array as long as neither is written to.
      Effects all = writes.of(routine.source().tree().getBody());
      Set<VariableElement> names = new HashSet<>(writes.roots(variable));
      names.add(variable);
      if (names.stream().anyMatch(all.written()::contains)) {
        throw new Refused(
            at, variable + " is a name for an array that has another, and for a new one");
      }
      copied.add(variable);
      return Storage.OWNED;
    }
    Tree scope = routine.uses().scope(variable).orElse(at);
    Set<VariableElement> roots = writes.roots(variable);
    Effects effects = writes.of(declaredOn(variable, scope));
    if (!effects.changesAny(roots)) {
      return Storage.SHARED;
    }
    if (effects.assignsAny(roots)) {
      throw new Refused(
          at, variable + " is a second name for an array whose variable gets another");
    }
    if (sources.size() > 1 || routine.uses().reassigned(variable) || roots.size() > 1) {
      throw new Refused(at, variable + " is a name for several arrays, of which one is written");
    }
    return unique(variable, scope, roots) ? Storage.UNIQUE : Storage.ALIAS;
  }

  /** The statements of a block from the one on that declares a variable: it lives in no other. */
  private List<? extends Tree> declaredOn(VariableElement variable, Tree scope) {
    if (scope instanceof BlockTree block) {
      for (int i = 0; i < block.getStatements().size(); i++) {
        Tree statement = block.getStatements().get(i);
        if (statement instanceof VariableTree
            && facts.variable(statement).filter(variable::equals).isPresent()) {
          return block.getStatements().subList(i, block.getStatements().size());
        }
      }
    }
    return List.of(scope);
  }

  private Storage row(
      VariableElement variable, EnhancedForLoopTree loop, ExpressionTree of, Tree at) {
    if (routine.uses().reassigned(variable)) {
      throw new Refused(at, variable + " is a row of an array, and gets another");
    }
    Set<VariableElement> roots = writes.roots(of);
    Effects effects = writes.of(loop.getStatement());
    if (effects.assignsAny(roots)) {
      throw new Refused(at, variable + " is a row of an array whose variable gets another");
    }
    if (!effects.changesAny(roots) && !Writes.fresh(of)) {
      return Storage.SHARED;
    }
    return Storage.ALIAS;
  }

  /** Whether nothing else of the array is named where the variable lives, once it is declared. */
  private boolean unique(VariableElement variable, Tree scope, Set<VariableElement> roots) {
    boolean[] found = new boolean[2];
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
        if (facts.variable(tree).filter(variable::equals).isPresent()) {
          found[0] = true;
          return null;
        }
        return super.visitVariable(tree, nothing);
      }

      @Override
      public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void nothing) {
        facts
            .variable(tree)
            .filter(one -> !one.equals(variable))
            .filter(one -> !one.asType().getKind().isPrimitive())
            .filter(one -> writes.roots(one).stream().anyMatch(roots::contains))
            .ifPresent(one -> found[1] |= found[0]);
        return null;
      }
    }.scan(scope, null);
    return !found[1];
  }

  JavaType type(VariableElement variable, Tree at) {
    return JavaType.of(variable.asType())
        .orElseThrow(() -> new Refused(at, variable + ", a " + shortName(variable)));
  }

  private static String shortName(VariableElement variable) {
    return variable.asType().toString().replaceAll("\\b[a-z_$][\\w$]*\\.", "");
  }

  /** Whether a variable has to be declared so that it, or what it holds, may change. */
  boolean mutable(VariableElement variable, Tree at) {
    if (routine.uses().reassigned(variable)) {
      return true;
    }
    return storage(variable, at) == Storage.OWNED
        && writes.of(routine.source().tree().getBody()).written().contains(variable);
  }

  /** Whether it is a variable of a method. */
  static boolean local(VariableElement variable) {
    return variable.getKind() != ElementKind.FIELD
        && variable.getKind() != ElementKind.ENUM_CONSTANT;
  }
}
