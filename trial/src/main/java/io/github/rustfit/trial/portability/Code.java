package io.github.rustfit.trial.portability;

import io.github.rustfit.rules.evidence.source.SourceFile;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

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
}
