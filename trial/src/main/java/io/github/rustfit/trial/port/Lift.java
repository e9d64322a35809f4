package io.github.rustfit.trial.port;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import io.github.rustfit.trial.compiler.Compilation;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * Writes methods that are called on an object as static ones that take its fields: a field becomes
 * a parameter of the same name, one that is a number and changes an array with one element, and
 * each call on the object passes them on. Lines stay where they are.
 */
final class Lift {

  private final Compilation compilation;
  private final Receivers receivers;
  private final Compilation.Source entry;
  private final SourcePositions positions;
  private final Map<VariableElement, String> names = new HashMap<>();

  /** What to write at places of the text, and up to where it stands in the place of that. */
  private final TreeMap<Long, Edit> edits = new TreeMap<>();

  private record Edit(long end, String text) {}

  Lift(Compilation compilation, Receivers receivers, Compilation.Source entry) {
    this.compilation = compilation;
    this.receivers = receivers;
    this.entry = entry;
    this.positions = compilation.trees().getSourcePositions();
  }

  /** The text of the file with these methods; empty where it cannot be written so. */
  Optional<String> text() throws IOException {
    String text = entry.unit().getSourceFile().getCharContent(true).toString();
    names();
    for (ExecutableElement method : receivers.methods()) {
      Optional<Compilation.Source> source = compilation.source(method);
      if (source.isEmpty() || !head(source.get(), text)) {
        return Optional.empty();
      }
      new Body(text).scan(new TreePath(source.get().path(), source.get().tree().getBody()), null);
    }
    StringBuilder lifted = new StringBuilder();
    long at = 0;
    for (Map.Entry<Long, Edit> edit : edits.entrySet()) {
      if (edit.getKey() < at) {
        return Optional.empty();
      }
      lifted.append(text, (int) at, edit.getKey().intValue()).append(edit.getValue().text());
      at = edit.getValue().end();
    }
    return Optional.of(lifted.append(text, (int) at, text.length()).toString());
  }

  /** A field keeps its name unless a variable of the file has it, too. */
  private void names() {
    Set<String> taken = new HashSet<>();
    new TreePathScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
        Element element = compilation.trees().getElement(getCurrentPath());
        if (!(element instanceof VariableElement field && receivers.fields().contains(field))) {
          taken.add(tree.getName().toString());
        }
        return super.visitVariable(tree, nothing);
      }
    }.scan(new TreePath(entry.unit()), null);
    for (VariableElement field : receivers.fields()) {
      String name = field.getSimpleName().toString();
      while (!taken.add(name)) {
        name += "_";
      }
      names.put(field, name);
    }
  }

  private String value(VariableElement field) {
    return names.get(field) + (receivers.changes(field) ? "[0]" : "");
  }

  private boolean head(Compilation.Source source, String text) {
    MethodTree tree = source.tree();
    Tree returns = tree.getReturnType();
    if (returns == null || !tree.getTypeParameters().isEmpty() || source.element().isVarArgs()) {
      return false;
    }
    long type = positions.getStartPosition(source.unit(), returns);
    edits.put(type, new Edit(type, "static "));
    String parameters =
        receivers.fields(source.element()).stream()
            .map(
                field ->
                    field.asType() + (receivers.changes(field) ? "[] " : " ") + names.get(field))
            .collect(Collectors.joining(", "));
    if (parameters.isEmpty()) {
      return true;
    }
    List<? extends VariableTree> own = tree.getParameters();
    long at =
        own.isEmpty()
            ? bracket(text, positions.getEndPosition(source.unit(), returns))
            : positions.getEndPosition(source.unit(), own.get(own.size() - 1));
    if (at < 0) {
      return false;
    }
    edits.put(at, new Edit(at, (own.isEmpty() ? "" : ", ") + parameters));
    return true;
  }

  /** Behind the first opening bracket that stands in no comment. */
  private static long bracket(String text, long from) {
    for (int i = (int) from; i < text.length(); i++) {
      if (text.startsWith("/*", i)) {
        i = text.indexOf("*/", i) + 1;
      } else if (text.startsWith("//", i)) {
        i = text.indexOf('\n', i);
      } else if (text.charAt(i) == '(') {
        return i + 1L;
      }
    }
    return -1;
  }

  /** Names of fields, and calls on the object. */
  private final class Body extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final String text;

    Body(String text) {
      this.text = text;
    }

    private long start(Tree tree) {
      return positions.getStartPosition(entry.unit(), tree);
    }

    private long end(Tree tree) {
      return positions.getEndPosition(entry.unit(), tree);
    }

    private void named(Tree tree) {
      Element element = compilation.trees().getElement(getCurrentPath());
      if (element instanceof VariableElement field && names.containsKey(field)) {
        edits.put(start(tree), new Edit(end(tree), value(field)));
      } else if (element instanceof ExecutableElement method
          && receivers.methods().contains(method)) {
        edits.put(start(tree), new Edit(end(tree), method.getSimpleName().toString()));
      }
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void nothing) {
      named(tree);
      return super.visitIdentifier(tree, nothing);
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void nothing) {
      if (Facts.plain(tree.getExpression()) instanceof IdentifierTree name
          && name.getName().contentEquals("this")) {
        named(tree);
        return null;
      }
      return super.visitMemberSelect(tree, nothing);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void nothing) {
      Element element = compilation.trees().getElement(getCurrentPath());
      if (element instanceof ExecutableElement method && receivers.methods().contains(method)) {
        String passed =
            receivers.fields(method).stream().map(names::get).collect(Collectors.joining(", "));
        long close = end(tree) - 1;
        if (!passed.isEmpty() && text.charAt((int) close) == ')') {
          edits.put(close, new Edit(close, (tree.getArguments().isEmpty() ? "" : ", ") + passed));
        }
      }
      return super.visitMethodInvocation(tree, nothing);
    }
  }
}
