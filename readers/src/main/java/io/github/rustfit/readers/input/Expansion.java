package io.github.rustfit.readers.input;

import io.github.rustfit.readers.files.Causes;
import io.github.rustfit.readers.files.FileSearch;
import io.github.rustfit.readers.files.RelativePath;
import io.github.rustfit.rules.evidence.base.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Finds the files that a file name, a directory or a glob stands for. */
final class Expansion {
  private static final Pattern WILDCARD = Pattern.compile("[*?\\[{]");

  private final Path root;
  private final Limits limits;

  Expansion(Path root, Limits limits) {
    this.root = root.toAbsolutePath().normalize();
    this.limits = limits;
  }

  /** The files; a request that leads nowhere has a problem instead. Never throws. */
  Request expand(String text) {
    try {
      Path literal = literal(text);
      if (literal != null && (Files.exists(literal) || !WILDCARD.matcher(text).find())) {
        return literal(text, literal);
      }
      return glob(text);
    } catch (InvalidPathException | PatternSyntaxException e) {
      String message = "'" + printable(text) + "' is neither a path nor a valid glob.";
      return nothing(text, printable(text), message, "Correct the pattern.");
    } catch (IOException e) {
      return nothing(
          text,
          printable(text),
          "'" + printable(text) + "' cannot be searched: " + Causes.of(e) + ".",
          "Check the permissions of its folders.");
    }
  }

  private @Nullable Path literal(String text) {
    try {
      return root.resolve(text).normalize();
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private Request literal(String text, Path path) throws IOException {
    String label = RelativePath.of(root, path);
    if (Files.isDirectory(path)) {
      FileSearch.Found search =
          FileSearch.below(root, path, file -> true, limits.maxDepth(), limits.maxFiles());
      return new Request(text, label, search.files(), false, search.problems());
    }
    if (!Files.exists(path)) {
      return nothing(
          text,
          label,
          "The file or directory does not exist.",
          "Correct the path; it is taken relative to the project's root folder.");
    }
    return new Request(text, label, List.of(path), true, List.of());
  }

  private Request glob(String text) throws IOException {
    String pattern = text.replace('\\', '/');
    int wildcard = WILDCARD.matcher(pattern).results().findFirst().orElseThrow().start();
    int cut = pattern.lastIndexOf('/', wildcard) + 1;
    Path start = root.resolve(pattern.substring(0, cut)).normalize();
    String tail = pattern.substring(cut);
    String folder = RelativePath.of(root, start);
    String label = printable(folder.equals(".") ? tail : folder + "/" + tail);
    PathMatcher matcher = root.getFileSystem().getPathMatcher("glob:" + anyDepth(tail));
    int depth =
        tail.contains("**")
            ? limits.maxDepth()
            : Math.min(limits.maxDepth(), 1 + (int) tail.chars().filter(c -> c == '/').count());
    FileSearch.Found search =
        FileSearch.below(
            root, start, file -> matcher.matches(start.relativize(file)), depth, limits.maxFiles());
    if (search.files().isEmpty()) {
      return nothing(
          text,
          label,
          "The pattern matches no file: looked for '"
              + printable(tail)
              + "' below '"
              + folder
              + "'.",
          "Correct the pattern; it is taken relative to the project's root folder.");
    }
    return new Request(text, label, search.files(), true, search.problems());
  }

  /** As in Ant and Maven, {@code **}{@code /} also stands for no folder at all. */
  private static String anyDepth(String pattern) {
    return pattern.contains("{") ? pattern : pattern.replace("**/", "{,**/}");
  }

  private static Request nothing(String text, String label, String message, String remedy) {
    Problem problem = new Problem(label, 0, message, remedy);
    return new Request(text, label, List.of(), true, List.of(problem));
  }

  private static String printable(String text) {
    return RelativePath.printable(text);
  }
}
