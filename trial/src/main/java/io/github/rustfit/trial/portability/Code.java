package io.github.rustfit.trial.portability;

import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.evidence.source.SourceType;
import io.github.rustfit.trial.compiler.Question;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The code of a project, as a compiler needs it.
 *
 * @param root the folder that paths of sources are relative to
 * @param charset of the sources
 * @param sources what is known of the sources
 * @param roots folders that hold them by package
 * @param classes folders with what was compiled of them; those that do not exist are left out
 * @param archives jars that they need, asked for only where something is compiled
 */
public record Code(
    Path root,
    Charset charset,
    Collection<SourceFile> sources,
    List<Path> roots,
    List<Path> classes,
    Supplier<List<Path>> archives) {

  public Code {
    sources = List.copyOf(sources);
    roots = List.copyOf(roots);
    classes = List.copyOf(classes);
  }

  /** What is asked of the compiler about some methods. */
  Question question(List<Question.Method> methods) {
    List<Path> there = classes.stream().filter(Files::isDirectory).toList();
    return new Question(
        charset.name(),
        Stream.concat(there.stream(), archives.get().stream()).map(Path::toString).toList(),
        there.isEmpty() ? roots.stream().map(Path::toString).toList() : List.of(),
        files(true),
        List.copyOf(extended()),
        methods);
  }

  /** Files of shipped types, by the types' binary names. */
  Map<String, String> files(boolean absolute) {
    Map<String, String> files = new TreeMap<>();
    for (SourceFile file : sources) {
      if (file.java() && file.role() == SourceFile.Role.MAIN) {
        String path = absolute ? root.resolve(file.path()).toString() : file.path();
        file.types().forEach(type -> files.putIfAbsent(type.binaryName(), path));
      }
    }
    return files;
  }

  private TreeSet<String> extended() {
    TreeSet<String> names = new TreeSet<>();
    for (SourceFile file : sources) {
      for (SourceType type : file.types()) {
        type.shape()
            .ifPresent(
                shape -> {
                  names.add(bare(shape.superclass()));
                  shape.interfaces().forEach(name -> names.add(bare(name)));
                });
      }
    }
    return names;
  }

  /** A type without its arguments. */
  private static String bare(String type) {
    int arguments = type.indexOf('<');
    return arguments < 0 ? type : type.substring(0, arguments);
  }
}
