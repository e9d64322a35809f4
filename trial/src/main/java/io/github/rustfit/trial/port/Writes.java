package io.github.rustfit.trial.port;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Who writes to which array, by a fixed point over all methods that are ported. */
final class Writes {

  private final Facts facts;
  private final Map<ExecutableElement, Routine> routines;
  private final Map<VariableElement, Routine> owners = new HashMap<>();
  private final Map<Tree, Effects> effects = new IdentityHashMap<>();
  private final Map<VariableElement, Set<VariableElement>> roots = new HashMap<>();

  Writes(Facts facts, Map<ExecutableElement, Routine> routines) {
    this.facts = facts;
    this.routines = routines;
    boolean news = true;
    while (news) {
      news = false;
      effects.clear();
      for (Routine routine : routines.values()) {
        for (VariableElement written : of(routine.source().tree().getBody()).written()) {
          Optional<Integer> index = routine.index(written);
          news |= index.isPresent() && routine.write(index.get());
        }
      }
    }
    effects.clear();
  }

  private Optional<Routine> owner(VariableElement variable) {
    if (owners.isEmpty()) {
      routines.values().forEach(one -> one.uses(owners));
    }
    return Optional.ofNullable(owners.get(variable));
  }

  /** What an expression or statement changes. */
  Effects of(@Nullable Tree tree) {
    if (tree == null) {
      return new Effects(Set.of(), Set.of());
    }
    Effects known = effects.get(tree);
    if (known == null) {
      Scan scan = new Scan();
      scan.scan(tree, null);
      known = new Effects(scan.assigned, scan.written);
      effects.put(tree, known);
    }
    return known;
  }

  /** What several change together. */
  Effects of(Collection<? extends @Nullable Tree> trees) {
    Effects all = new Effects(new HashSet<>(), new HashSet<>());
    for (Tree tree : trees) {
      Effects one = of(tree);
      all.assigned().addAll(one.assigned());
      all.written().addAll(one.written());
    }
    return all;
  }

  /** Whether an expression makes a new array; otherwise it is a name for one that is there. */
  static boolean fresh(Tree tree) {
    Tree plain = Facts.plain(tree);
    if (plain instanceof ConditionalExpressionTree choice) {
      return fresh(choice.getTrueExpression()) && fresh(choice.getFalseExpression());
    }
    return plain instanceof NewArrayTree || plain instanceof MethodInvocationTree;
  }

  /** The variables whose arrays an expression may be, or may be a part of. */
  Set<VariableElement> roots(Tree tree) {
    Tree plain = Facts.plain(tree);
    if (plain instanceof ArrayAccessTree access) {
      return roots(access.getExpression());
    }
    if (plain instanceof ConditionalExpressionTree choice) {
      Set<VariableElement> both = new LinkedHashSet<>(roots(choice.getTrueExpression()));
      both.addAll(roots(choice.getFalseExpression()));
      return both;
    }
    if (plain instanceof IdentifierTree || plain instanceof MemberSelectTree) {
      return facts.variable(plain).map(this::roots).orElse(Set.of());
    }
    return Set.of();
  }

  /** The same of a variable. */
  Set<VariableElement> roots(VariableElement variable) {
    Set<VariableElement> known = roots.get(variable);
    if (known != null) {
      return known;
    }
    Set<VariableElement> found = new LinkedHashSet<>();
    Set<VariableElement> seen = new HashSet<>();
    follow(variable, found, seen);
    roots.put(variable, found);
    return found;
  }

  private void follow(
      VariableElement variable, Set<VariableElement> found, Set<VariableElement> seen) {
    if (!seen.add(variable)) {
      return;
    }
    Optional<Routine> owner = owner(variable);
    if (owner.isEmpty()
        || variable.getKind() == ElementKind.PARAMETER
        || variable.getKind() == ElementKind.FIELD) {
      found.add(variable);
      return;
    }
    Optional<EnhancedForLoopTree> loop = owner.get().uses().loop(variable);
    List<ExpressionTree> sources =
        loop.isPresent()
            ? List.of(loop.get().getExpression())
            : owner.get().uses().sources(variable);
    if (sources.isEmpty()) {
      found.add(variable);
    }
    for (ExpressionTree source : sources) {
      if (fresh(source)) {
        found.add(variable);
      } else {
        follow(source, found, seen);
      }
    }
  }

  private void follow(Tree tree, Set<VariableElement> found, Set<VariableElement> seen) {
    Tree plain = Facts.plain(tree);
    if (plain instanceof ArrayAccessTree access) {
      follow(access.getExpression(), found, seen);
    } else if (plain instanceof ConditionalExpressionTree choice) {
      follow(choice.getTrueExpression(), found, seen);
      follow(choice.getFalseExpression(), found, seen);
    } else if (plain instanceof IdentifierTree || plain instanceof MemberSelectTree) {
      facts.variable(plain).ifPresent(one -> follow(one, found, seen));
    }
  }

  /** The places of arguments whose arrays a call writes to. */
  Function<Integer, Boolean> writes(MethodInvocationTree call) {
    Optional<ExecutableElement> called =
        facts
            .element(call)
            .filter(ExecutableElement.class::isInstance)
            .map(ExecutableElement.class::cast);
    if (called.isEmpty()) {
      return index -> true;
    }
    Routine routine = routines.get(called.get());
    if (routine != null) {
      return index -> index < routine.parameters().size() && routine.written(index);
    }
    String name = called.get().getSimpleName().toString();
    return switch (name) {
      case "arraycopy" -> index -> index == 2;
      case "fill", "sort" -> index -> index == 0;
      default -> index -> false;
    };
  }

  private final class Scan extends TreeScanner<@Nullable Void, @Nullable Void> {

    private final Set<VariableElement> assigned = new LinkedHashSet<>();
    private final Set<VariableElement> written = new LinkedHashSet<>();

    private void target(ExpressionTree target) {
      Tree plain = Facts.plain(target);
      if (plain instanceof ArrayAccessTree access) {
        written.addAll(roots(access));
      } else {
        facts.variable(plain).ifPresent(assigned::add);
      }
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void nothing) {
      target(tree.getVariable());
      return super.visitAssignment(tree, nothing);
    }

    @Override
    public @Nullable Void visitCompoundAssignment(
        CompoundAssignmentTree tree, @Nullable Void nothing) {
      target(tree.getVariable());
      return super.visitCompoundAssignment(tree, nothing);
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void nothing) {
      switch (tree.getKind()) {
        case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
            target(tree.getExpression());
        default -> {}
      }
      return super.visitUnary(tree, nothing);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void nothing) {
      Function<Integer, Boolean> writes = writes(tree);
      for (int i = 0; i < tree.getArguments().size(); i++) {
        if (writes.apply(i)) {
          written.addAll(roots(tree.getArguments().get(i)));
        }
      }
      return super.visitMethodInvocation(tree, nothing);
    }
  }
}
