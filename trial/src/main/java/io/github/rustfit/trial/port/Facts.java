package io.github.rustfit.trial.port;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import io.github.rustfit.trial.compiler.Compilation;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** What the compiler knows of each tree of the files that are looked at. */
final class Facts {

  private final Compilation compilation;
  private final Map<Tree, Element> elements = new IdentityHashMap<>();
  private final Map<Tree, TypeMirror> types = new IdentityHashMap<>();
  private final Map<Tree, CompilationUnitTree> files = new IdentityHashMap<>();
  private final Set<CompilationUnitTree> read = new HashSet<>();

  Facts(Compilation compilation) {
    this.compilation = compilation;
  }

  /** Learns a file. */
  void read(CompilationUnitTree unit) {
    if (!read.add(unit)) {
      return;
    }
    new TreePathScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
        if (tree != null) {
          files.put(tree, unit);
          TreePath path =
              getCurrentPath() == null ? new TreePath(unit) : new TreePath(getCurrentPath(), tree);
          learn(tree, path);
        }
        return super.scan(tree, nothing);
      }
    }.scan(unit, null);
  }

  private void learn(Tree tree, TreePath path) {
    Element element = compilation.trees().getElement(path);
    if (element != null) {
      elements.put(tree, element);
    }
    if (tree instanceof ExpressionTree) {
      TypeMirror type = compilation.trees().getTypeMirror(path);
      if (type != null) {
        types.put(tree, type);
      }
    }
  }

  /** What a name or declaration stands for. */
  Optional<Element> element(Tree tree) {
    return Optional.ofNullable(elements.get(plain(tree)));
  }

  /** The variable that a name or declaration stands for. */
  Optional<VariableElement> variable(Tree tree) {
    return element(tree).filter(VariableElement.class::isInstance).map(VariableElement.class::cast);
  }

  /** The type of an expression. */
  Optional<JavaType> type(Tree tree) {
    TypeMirror type = types.get(plain(tree));
    if (type == null) {
      return variable(tree).flatMap(one -> JavaType.of(one.asType()));
    }
    return JavaType.of(type);
  }

  /** What the compiler says of the type of an expression, for people. */
  String typeName(Tree tree) {
    TypeMirror type = types.get(plain(tree));
    return type == null ? "?" : type.toString().replaceAll("\\b[a-z_$][\\w$]*\\.", "");
  }

  Optional<CompilationUnitTree> file(Tree tree) {
    return Optional.ofNullable(files.get(tree));
  }

  /** Without brackets around it. */
  static Tree plain(Tree tree) {
    Tree inner = tree;
    while (inner instanceof ParenthesizedTree brackets) {
      inner = brackets.getExpression();
    }
    return inner;
  }
}
