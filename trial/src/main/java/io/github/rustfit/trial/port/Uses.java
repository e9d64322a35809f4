package io.github.rustfit.trial.port;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** How one method uses its variables. */
final class Uses extends TreeScanner<@Nullable Void, @Nullable Void> {

  /** Two arrays that change places: {@code t = a; a = b; b = t;}. */
  record Swap(VariableElement first, VariableElement second, VariableElement between) {}

  private final Facts facts;
  private final Set<VariableElement> reassigned = new HashSet<>();
  private final Map<VariableElement, List<ExpressionTree>> sources = new LinkedHashMap<>();
  private final Map<VariableElement, Tree> scopes = new HashMap<>();
  private final Map<VariableElement, EnhancedForLoopTree> loops = new HashMap<>();
  private final Map<Tree, Swap> swaps = new IdentityHashMap<>();
  private final Map<Tree, Tree> partsOfSwaps = new IdentityHashMap<>();
  private final Map<VariableElement, Integer> mentions = new HashMap<>();
  private final List<MethodInvocationTree> calls = new ArrayList<>();
  private Tree scope;

  private Uses(Facts facts, Tree scope) {
    this.facts = facts;
    this.scope = scope;
  }

  /** Of a method, or of any other tree. */
  static Uses of(Facts facts, Tree tree) {
    Mentions counted = new Mentions(facts);
    counted.scan(tree, null);
    Uses uses = new Uses(facts, tree);
    uses.mentions.putAll(counted.counts);
    if (tree instanceof MethodTree method) {
      uses.scan(method.getParameters(), null);
      uses.scan(method.getBody(), null);
    } else {
      uses.scan(tree, null);
    }
    return uses;
  }

  /** Whether a variable gets another value after its declaration. */
  boolean reassigned(VariableElement variable) {
    return reassigned.contains(variable);
  }

  /** What a variable of an array is given, its initial value included. */
  List<ExpressionTree> sources(VariableElement variable) {
    return sources.getOrDefault(variable, List.of());
  }

  /** All that are declared in it. */
  Set<VariableElement> variables() {
    return scopes.keySet();
  }

  /** The statement that a variable is declared in and lives for. */
  Optional<Tree> scope(VariableElement variable) {
    return Optional.ofNullable(scopes.get(variable));
  }

  /** The loop whose variable it is. */
  Optional<EnhancedForLoopTree> loop(VariableElement variable) {
    return Optional.ofNullable(loops.get(variable));
  }

  /** The exchange that begins with a statement. */
  Optional<Swap> swap(Tree statement) {
    return Optional.ofNullable(swaps.get(statement));
  }

  /** Whether a statement is done by the exchange before it. */
  boolean partOfSwap(Tree statement) {
    return partsOfSwaps.containsKey(statement);
  }

  List<MethodInvocationTree> calls() {
    return calls;
  }

  private static final class Mentions extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final Facts facts;
    private final Map<VariableElement, Integer> counts = new HashMap<>();

    Mentions(Facts facts) {
      this.facts = facts;
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void nothing) {
      facts.variable(tree).ifPresent(one -> counts.merge(one, 1, Integer::sum));
      return null;
    }
  }

  @Override
  public @Nullable Void visitBlock(BlockTree tree, @Nullable Void nothing) {
    Tree outer = scope;
    scope = tree;
    statements(tree.getStatements());
    scope = outer;
    return null;
  }

  @Override
  public @Nullable Void visitCase(CaseTree tree, @Nullable Void nothing) {
    scan(tree.getExpressions(), nothing);
    if (tree.getStatements() != null) {
      statements(tree.getStatements());
    } else {
      scan(tree.getBody(), nothing);
    }
    return null;
  }

  @Override
  public @Nullable Void visitForLoop(ForLoopTree tree, @Nullable Void nothing) {
    Tree outer = scope;
    scope = tree;
    super.visitForLoop(tree, nothing);
    scope = outer;
    return null;
  }

  @Override
  public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void nothing) {
    Tree outer = scope;
    scope = tree;
    super.visitEnhancedForLoop(tree, nothing);
    facts.variable(tree.getVariable()).ifPresent(one -> loops.put(one, tree));
    scope = outer;
    return null;
  }

  private void statements(List<? extends StatementTree> statements) {
    for (int i = 0; i < statements.size(); i++) {
      Optional<Swap> swap = i + 2 < statements.size() ? swapAt(statements, i) : Optional.empty();
      if (swap.isPresent()) {
        swaps.put(statements.get(i), swap.get());
        reassigned.add(swap.get().first());
        reassigned.add(swap.get().second());
        if (statements.get(i) instanceof VariableTree) {
          scopes.put(swap.get().between(), scope);
        }
        partsOfSwaps.put(statements.get(i + 1), statements.get(i));
        partsOfSwaps.put(statements.get(i + 2), statements.get(i));
        i += 2;
      } else {
        scan(statements.get(i), null);
      }
    }
  }

  private Optional<Swap> swapAt(List<? extends StatementTree> statements, int at) {
    List<VariableElement> first = copied(statements.get(at));
    List<VariableElement> second = copied(statements.get(at + 1));
    List<VariableElement> third = copied(statements.get(at + 2));
    if (first.isEmpty() || second.isEmpty() || third.isEmpty()) {
      return Optional.empty();
    }
    VariableElement between = first.get(0);
    VariableElement a = first.get(1);
    VariableElement b = second.get(1);
    boolean exchange =
        second.get(0).equals(a)
            && third.get(0).equals(b)
            && third.get(1).equals(between)
            && !a.equals(b)
            && !between.equals(a)
            && !between.equals(b);
    // The one between is a name for nothing else: all its mentions are in exchanges.
    int own = statements.get(at) instanceof VariableTree ? 1 : 2;
    boolean onlyHere = mentions.getOrDefault(between, 0) == own;
    return exchange && onlyHere ? Optional.of(new Swap(a, b, between)) : Optional.empty();
  }

  /** Variables of arrays, if a statement gives one of them the other. */
  private List<VariableElement> copied(StatementTree statement) {
    Optional<VariableElement> to = Optional.empty();
    Optional<VariableElement> from = Optional.empty();
    if (statement instanceof VariableTree declaration && declaration.getInitializer() != null) {
      to = facts.variable(declaration);
      from = name(declaration.getInitializer());
    } else if (statement instanceof ExpressionStatementTree expression
        && expression.getExpression() instanceof AssignmentTree assignment) {
      to = name(assignment.getVariable());
      from = name(assignment.getExpression());
    }
    if (to.isEmpty() || from.isEmpty() || !to.get().asType().toString().endsWith("]")) {
      return List.of();
    }
    return List.of(to.get(), from.get());
  }

  private Optional<VariableElement> name(ExpressionTree tree) {
    Tree plain = Facts.plain(tree);
    return plain instanceof IdentifierTree ? facts.variable(plain) : Optional.empty();
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
    Optional<VariableElement> variable = facts.variable(tree);
    variable.ifPresent(one -> scopes.put(one, scope));
    if (tree.getInitializer() != null) {
      variable.ifPresent(one -> given(one, tree.getInitializer()));
    }
    scan(tree.getInitializer(), nothing);
    return null;
  }

  private void given(VariableElement variable, ExpressionTree value) {
    sources.computeIfAbsent(variable, one -> new ArrayList<>()).add(value);
  }

  @Override
  public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void nothing) {
    name(tree.getVariable())
        .ifPresent(
            one -> {
              reassigned.add(one);
              given(one, tree.getExpression());
            });
    return super.visitAssignment(tree, nothing);
  }

  @Override
  public @Nullable Void visitCompoundAssignment(
      CompoundAssignmentTree tree, @Nullable Void nothing) {
    name(tree.getVariable()).ifPresent(reassigned::add);
    return super.visitCompoundAssignment(tree, nothing);
  }

  @Override
  public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void nothing) {
    switch (tree.getKind()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
          name(tree.getExpression()).ifPresent(reassigned::add);
      default -> {}
    }
    return super.visitUnary(tree, nothing);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void nothing) {
    calls.add(tree);
    return super.visitMethodInvocation(tree, nothing);
  }
}
