package io.github.rustfit.plugin.goal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where results go.
 *
 * @param output the folder of the results
 * @param cache the folder that keeps what was read
 */
public record Places(Path output, Path cache) {

  /**
   * @param cache relative to the root; null or blank for {@code cache} in the folder of the results
   * @throws GoalException if it is no path
   */
  public static Places of(Path root, Path output, @Nullable String cache) throws GoalException {
    try {
      return new Places(
          output,
          cache == null || cache.isBlank() ? output.resolve("cache") : root.resolve(cache.strip()));
    } catch (InvalidPathException e) {
      throw new GoalException(
          "rustfit: rustfit.cache is '" + cache + "', which is no path here; name a folder.", e);
    }
  }
}
