package io.github.rustfit.plugin.analysis;

import io.github.rustfit.readers.classpath.Archive;
import io.github.rustfit.readers.source.SourceRoot;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is read of the project itself.
 *
 * @param sourceRoots source roots of all modules
 * @param charset encoding of the sources
 * @param classPath archives on the class path of what was recorded, asked for when a library must
 *     be named
 * @param history whether to read the git history of the sources
 * @param cache folder that keeps what was read of sources and history; empty for none
 * @param read whether to read sources, history and files of operations at all; without, the
 *     evidence of other builds must hold them
 */
public record Checkout(
    List<SourceRoot> sourceRoots,
    Charset charset,
    Supplier<List<Archive>> classPath,
    boolean history,
    Optional<Path> cache,
    boolean read) {

  public Checkout {
    sourceRoots = List.copyOf(sourceRoots);
  }

  /** These sources without their history, every file of them read anew. */
  public static Checkout of(List<SourceRoot> sourceRoots, Charset charset) {
    return new Checkout(sourceRoots, charset, List::of, false, Optional.empty(), true);
  }

  /** The same with its git history, or without. */
  public Checkout withHistory(boolean read) {
    return new Checkout(sourceRoots, charset, classPath, read, cache, this.read);
  }

  /** The same, naming libraries by these archives. */
  public Checkout naming(Supplier<List<Archive>> archives) {
    return new Checkout(sourceRoots, charset, archives, history, cache, read);
  }

  /** The same, keeping in this folder what was read of sources and history. */
  public Checkout cachingIn(Path folder) {
    return new Checkout(sourceRoots, charset, classPath, history, Optional.of(folder), read);
  }

  /** The same, read or left to the evidence of other builds. */
  Checkout reading(boolean whether) {
    return new Checkout(sourceRoots, charset, classPath, history, cache, whether);
  }
}
