package io.github.rustfit.trial.compiler;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Some files of the project with the types that the compiler gave them. */
public final class Compilation {

  /** A method with its source. */
  public record Source(ExecutableElement element, TreePath path, CompilationUnitTree unit) {

    /** Its declaration. */
    public MethodTree tree() {
      return (MethodTree) path.getLeaf();
    }
  }

  private final Trees trees;
  private final Elements elements;
  private final Types types;
  private final Map<ExecutableElement, Source> methods = new HashMap<>();

  /**
   * Compiles files, without annotation processors; what the compiler cannot resolve stays unknown.
   *
   * @param texts what stands in the place of some files' content, by their paths
   */
  public Compilation(Question question, Collection<String> files, Map<String, String> texts)
      throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IOException("this Java runtime has no compiler");
    }
    StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, Locale.ROOT, Charset.forName(question.charset()));
    List<String> options = new ArrayList<>(List.of("-proc:none", "-nowarn", "-Xmaxerrs", "1"));
    options.add("-classpath");
    options.add(String.join(File.pathSeparator, question.classPath()));
    if (!question.sourcePath().isEmpty()) {
      options.add("-sourcepath");
      options.add(String.join(File.pathSeparator, question.sourcePath()));
    }
    JavacTask task =
        (JavacTask)
            compiler.getTask(
                null, manager, ignored -> {}, options, null, sources(manager, files, texts));
    trees = Trees.instance(task);
    elements = task.getElements();
    types = task.getTypes();
    List<CompilationUnitTree> units = new ArrayList<>();
    task.parse().forEach(units::add);
    task.analyze();
    units.forEach(this::index);
  }

  private static List<JavaFileObject> sources(
      StandardJavaFileManager manager, Collection<String> files, Map<String, String> texts) {
    List<JavaFileObject> sources = new ArrayList<>();
    for (JavaFileObject file : manager.getJavaFileObjectsFromStrings(List.copyOf(files))) {
      String text = texts.get(file.getName());
      sources.add(text == null ? file : new InPlace(file, text));
    }
    return sources;
  }

  /** A file with another content. */
  private static final class InPlace extends SimpleJavaFileObject {

    private final String text;

    InPlace(JavaFileObject file, String text) {
      super(file.toUri(), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private void index(CompilationUnitTree unit) {
    new TreePathScanner<Void, Void>() {
      @Override
      public Void visitMethod(MethodTree tree, Void nothing) {
        if (trees.getElement(getCurrentPath()) instanceof ExecutableElement element) {
          methods.put(element, new Source(element, getCurrentPath(), unit));
        }
        return super.visitMethod(tree, nothing);
      }
    }.scan(unit, null);
  }

  /** The compiler's trees. */
  public Trees trees() {
    return trees;
  }

  /** The compiler's types. */
  public Types types() {
    return types;
  }

  /** The source of a method; empty unless its file is one of those that were compiled. */
  public Optional<Source> source(ExecutableElement method) {
    return Optional.ofNullable(methods.get(method));
  }

  /** The methods that have a name in a type, and the line that their declaration begins in. */
  public Optional<Source> find(Question.Method wanted) {
    return methods.values().stream()
        .filter(one -> one.element().getSimpleName().contentEquals(wanted.name()))
        .filter(one -> binaryName(owner(one.element())).equals(wanted.className()))
        .filter(one -> holds(one, wanted.line()))
        .findFirst();
  }

  private boolean holds(Source one, int line) {
    long start = trees.getSourcePositions().getStartPosition(one.unit(), one.tree());
    long end = trees.getSourcePositions().getEndPosition(one.unit(), one.tree());
    return start >= 0
        && one.unit().getLineMap().getLineNumber(start) <= line
        && line <= one.unit().getLineMap().getLineNumber(Math.max(start, end));
  }

  /** The line of a tree; 0 where the compiler made it. */
  public int line(CompilationUnitTree unit, Tree tree) {
    long start = trees.getSourcePositions().getStartPosition(unit, tree);
    return start < 0 ? 0 : (int) unit.getLineMap().getLineNumber(start);
  }

  /** The name of a type in class files. */
  public String binaryName(TypeElement type) {
    return elements.getBinaryName(type).toString();
  }

  /** The type that declares a method. */
  public static TypeElement owner(ExecutableElement method) {
    return (TypeElement) Objects.requireNonNull(method.getEnclosingElement());
  }
}
