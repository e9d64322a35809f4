package io.github.rustfit.trial.port;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import io.github.rustfit.trial.compiler.Question;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Says of each static method below a source root whether it is ported, and why not. */
final class PortTry {

  private PortTry() {}

  public static void main(String[] args) throws Exception {
    Map<String, String> sources = new TreeMap<>();
    List<Question.Method> methods = new ArrayList<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Path> files;
    try (Stream<Path> all = Files.walk(Path.of(args[0]))) {
      files = all.filter(one -> one.toString().endsWith(".java")).sorted().toList();
    }
    for (Path file : files) {
      var manager = compiler.getStandardFileManager(null, null, null);
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  x -> {},
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjects(file));
      CompilationUnitTree unit = task.parse().iterator().next();
      String pkg = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
      new TreeScanner<Void, String>() {
        @Override
        public Void visitClass(ClassTree tree, String outer) {
          String name = outer + tree.getSimpleName();
          sources.put(name, file.toString());
          for (var member : tree.getMembers()) {
            if (member instanceof MethodTree method
                && method.getModifiers().getFlags().contains(Modifier.STATIC)
                && method.getBody() != null
                && !method.getName().contentEquals("main")) {
              int line =
                  (int)
                      unit.getLineMap()
                          .getLineNumber(
                              Trees.instance(task)
                                  .getSourcePositions()
                                  .getStartPosition(unit, method));
              methods.add(new Question.Method(name, method.getName().toString(), line));
            }
          }
          for (var member : tree.getMembers()) {
            if (member instanceof ClassTree) {
              scan(member, name + "$");
            }
          }
          return null;
        }
      }.scan(unit, pkg);
    }
    Question question =
        new Question("UTF-8", List.of(), List.of(args[0]), sources, List.of(), methods);
    List<Port> ports =
        new Translator(question, methods.stream().map(one -> "run").toList()).ports();
    for (int i = 0; i < ports.size(); i++) {
      Port port = ports.get(i);
      Question.Method method = methods.get(i);
      System.out.println(
          (port.done() ? "PORTED  " : "REFUSED ")
              + method.className()
              + "#"
              + method.name()
              + " ("
              + port.methods()
              + " methods)"
              + (port.done() ? "" : ": " + port.refusals().size() + ": " + port.refusals().get(0)));
      if (args.length > 1 && port.done()) {
        Files.writeString(
            Path.of(args[1], "p" + i + ".rs"), "// " + method + "\n" + PortText.HEAD + port.code());
      }
    }
  }
}
