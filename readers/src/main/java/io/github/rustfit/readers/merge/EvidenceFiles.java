package io.github.rustfit.readers.merge;

import io.github.rustfit.readers.codec.EvidenceFormatException;
import io.github.rustfit.readers.codec.EvidenceJson;
import io.github.rustfit.readers.files.Causes;
import io.github.rustfit.readers.files.RelativePath;
import io.github.rustfit.readers.input.FoundFiles;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Reads {@code evidence.json} of other builds. Nothing is thrown for bad input: what cannot be read
 * is left out as a whole and becomes a problem.
 */
public final class EvidenceFiles {

  /** The name under which goals write evidence, and the only one that is read in a folder. */
  public static final String NAME = "evidence.json";

  /** Bytes of one file; reading takes several times as much memory, which a build must have. */
  static final long MAX_BYTES = 512L << 20;

  private static final int HEAD_BYTES = 256;
  private static final String REMEDY =
      "Name " + NAME + " as rustfit:report or rustfit:check wrote it, unchanged.";

  private final Path root;

  /**
   * @param root the project's root folder: relative requests start here and problems name files
   *     relative to it
   */
  public EvidenceFiles(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /** Whether a file looks like evidence rather than like a recording or log. */
  public static boolean claims(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      String head = new String(in.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1).strip();
      return head.startsWith("{") && head.contains("\"schemaVersion\"");
    } catch (IOException e) {
      return false;
    }
  }

  /** The evidence files that a request stands for; those of a folder by their name. */
  public static List<Path> wanted(FoundFiles found) {
    return found.explicit()
        ? found.files()
        : found.files().stream().filter(file -> file.endsWith(NAME)).toList();
  }

  /**
   * Merges files with what is read here, as if their recordings and logs had been read here too.
   *
   * @param here what is known already; where a file has another content of a source, this one holds
   * @param requests files, folders and globs
   */
  public MergedEvidence read(Evidence here, Collection<String> requests) {
    List<Problem> errors = new ArrayList<>();
    SortedSet<Path> files = new TreeSet<>();
    for (String request : requests) {
      FoundFiles found = FoundFiles.of(root, request);
      errors.addAll(found.problems());
      List<Path> wanted = wanted(found);
      if (wanted.isEmpty() && found.problems().isEmpty()) {
        errors.add(new Problem(found.label(), 0, "The directory holds no " + NAME + ".", REMEDY));
      }
      files.addAll(wanted);
    }
    Union union = new Union(here);
    for (Path file : files) {
      String name = RelativePath.of(root, file);
      String failure = add(union, file, name);
      if (!failure.isEmpty()) {
        errors.add(new Problem(name, 0, failure, REMEDY));
      }
    }
    return new MergedEvidence(union.evidence().merge(Evidence.of(new TreeSet<>(errors))), errors);
  }

  /** Adds one file; why it could not be added, or an empty text. */
  private static String add(Union union, Path file, String name) {
    try {
      if (!Files.isRegularFile(file)) {
        return "It is not a regular file.";
      }
      if (Files.size(file) > MAX_BYTES) {
        return "It is larger than the " + MAX_BYTES + " bytes that evidence may have.";
      }
      try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
        union.add(name, EvidenceJson.read(in));
      }
      return "";
    } catch (EvidenceFormatException e) {
      return "It cannot be merged: " + e.getMessage();
    } catch (IOException e) {
      return "It cannot be read: " + Causes.of(e) + ".";
    } catch (OutOfMemoryError e) {
      return "There is not enough memory to read it; give Maven more, e.g. MAVEN_OPTS=-Xmx4g.";
    } catch (RuntimeException | StackOverflowError e) {
      return "It cannot be merged: its figures contradict each other (" + e.getMessage() + ").";
    }
  }
}
