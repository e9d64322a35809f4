package io.github.rustfit.trial.port;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import io.github.rustfit.trial.compiler.Question;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * Whether a table is only read: its elements could be written by whoever gets hold of it. In its
 * own file every mention is looked at; of other files, where it is not private, those that name it
 * and do more than read an element or its length make it unsafe.
 */
final class Tables {

  private final Facts facts;
  private final Map<ExecutableElement, Routine> routines;
  private final Question question;

  Tables(Facts facts, Map<ExecutableElement, Routine> routines, Question question) {
    this.facts = facts;
    this.routines = routines;
    this.question = question;
  }

  /** Refuses a table that may be written to. */
  void check(VariableElement table, CompilationUnitTree unit, Tree at) {
    Mentions mentions = new Mentions(table);
    mentions.scan(unit, null);
    if (mentions.unsafe != null) {
      throw new Refused(at, "the table " + table + ", which " + mentions.unsafe);
    }
    if (!hidden(table)) {
      others(table, Path.of(unit.getSourceFile().toUri()), at);
    }
  }

  private static boolean hidden(VariableElement table) {
    for (Element one = table; one != null; one = one.getEnclosingElement()) {
      if (one.getModifiers().contains(Modifier.PRIVATE)) {
        return true;
      }
    }
    return false;
  }

  private void others(VariableElement table, Path own, Tree at) {
    String name = Pattern.quote(table.getSimpleName().toString());
    Pattern mention = Pattern.compile("\\b" + name + "\\b(?!\\s*(?:\\.\\s*length\\b|\\())");
    Pattern read =
        Pattern.compile(
            "\\b"
                + name
                + "\\b\\s*(?:\\[[^\\[\\]]*(?:\\[[^\\[\\]]*][^\\[\\]]*)*]\\s*)+"
                + "(?!\\s*(?:\\+\\+|--|=[^=]|[-+*/%&|^]=|<<=|>>=|>>>=|[\\[.]))");
    Set<String> files = new LinkedHashSet<>(question.sources().values());
    for (String file : files) {
      Path path = Path.of(file);
      if (path.equals(own)) {
        continue;
      }
      String text;
      try {
        text = Files.readString(path, Charset.forName(question.charset()));
      } catch (IOException e) {
        continue; // what cannot be read does not compile either
      }
      if (text.contains(table.getSimpleName())
          && mention.matcher(read.matcher(text).replaceAll("")).find()) {
        throw new Refused(
            at,
            "the table "
                + table
                + ", which "
                + path.getFileName()
                + " may write to; make it private, or pass it");
      }
    }
  }

  private final class Mentions extends TreeScanner<@Nullable Void, @Nullable Void> {

    private final VariableElement table;

    /** Whether a copy shares nothing with it. */
    private final boolean flat;

    private final Map<Tree, Boolean> fine = new IdentityHashMap<>();
    private @Nullable String unsafe;

    Mentions(VariableElement table) {
      this.table = table;
      this.flat = !table.asType().toString().endsWith("[][]");
    }

    private boolean is(@Nullable Tree tree) {
      return tree != null
          && (Facts.plain(tree) instanceof IdentifierTree
              || Facts.plain(tree) instanceof MemberSelectTree)
          && facts.variable(tree).filter(table::equals).isPresent();
    }

    private Tree base(Tree tree) {
      Tree base = Facts.plain(tree);
      while (base instanceof ArrayAccessTree access) {
        base = Facts.plain(access.getExpression());
      }
      return base;
    }

    private void allow(Tree tree) {
      fine.put(base(tree), true);
    }

    private void target(Tree tree) {
      if (is(base(tree))) {
        unsafe = "is written to";
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
    public @Nullable Void visitArrayAccess(ArrayAccessTree tree, @Nullable Void nothing) {
      if (facts.type(tree).filter(type -> type.sort().value()).isPresent()) {
        allow(tree);
      }
      return super.visitArrayAccess(tree, nothing);
    }

    @Override
    public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void nothing) {
      if (facts
          .variable(tree.getVariable())
          .filter(v -> v.asType().getKind().isPrimitive())
          .isPresent()) {
        allow(tree.getExpression());
      }
      return super.visitEnhancedForLoop(tree, nothing);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void nothing) {
      Optional<Element> called = facts.element(tree);
      for (int i = 0; i < tree.getArguments().size(); i++) {
        Routine routine = called.map(routines::get).orElse(null);
        if (routine != null
            && i < routine.parameters().size()
            && !routine.written(i)
            && !routine.source().element().getReturnType().toString().endsWith("]")) {
          allow(tree.getArguments().get(i));
        }
      }
      if (called.isPresent()
          && called.get() instanceof ExecutableElement method
          && copies(method)) {
        tree.getArguments().forEach(this::allow);
      }
      if (tree.getMethodSelect() instanceof MemberSelectTree select
          && flat
          && select.getIdentifier().contentEquals("clone")) {
        allow(select.getExpression());
      }
      return super.visitMethodInvocation(tree, nothing);
    }

    /** A name for it in a method that comes along: a write through that is refused there. */
    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
      Optional<VariableElement> variable = facts.variable(tree);
      if (tree.getInitializer() != null
          && variable.isPresent()
          && routines.values().stream()
              .anyMatch(one -> one.uses().variables().contains(variable.get()))) {
        allow(tree.getInitializer());
      }
      return super.visitVariable(tree, nothing);
    }

    private boolean copies(ExecutableElement method) {
      String owner = Objects.toString(method.getEnclosingElement());
      String name = method.getSimpleName().toString();
      return flat
          && owner.equals("java.util.Arrays")
          && Set.of("copyOf", "copyOfRange", "equals", "hashCode").contains(name);
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void nothing) {
      if (tree.getIdentifier().contentEquals("length")) {
        allow(tree.getExpression());
      }
      if (is(tree) && !fine.containsKey(tree)) {
        unsafe = "is passed on by another name";
      }
      return super.visitMemberSelect(tree, nothing);
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void nothing) {
      if (is(tree) && !fine.containsKey(tree)) {
        unsafe = "is passed on by another name";
      }
      return null;
    }
  }
}
