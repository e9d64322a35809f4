package io.github.rustfit.readers.history;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;

/**
 * Looks up single names. The library reads all packed names at once, which are hundreds of
 * megabytes in repositories whose every build has a tag; here they are passed over one by one.
 */
final class Refs {

  /** Where git looks for a name, in this order ({@code gitrevisions(7)}). */
  private static final List<String> PLACES =
      List.of(
          "%s",
          "refs/%s", "refs/tags/%s", "refs/heads/%s", "refs/remotes/%s", "refs/remotes/%s/HEAD");

  private static final String SYMBOLIC = "ref: ";
  private static final int MOST_STEPS = 5;
  private static final int MOST_BYTES = 4096;

  private final Repository repository;
  private final Path own;
  private final Path common;

  Refs(Repository repository) throws IOException {
    this.repository = repository;
    this.own = repository.getDirectory().toPath();
    this.common = common(own);
  }

  /** Of a linked work tree, the repository that it is of. */
  private static Path common(Path own) throws IOException {
    Path pointer = own.resolve("commondir");
    return Files.isRegularFile(pointer) && Files.size(pointer) < MOST_BYTES
        ? own.resolve(Files.readString(pointer).strip()).normalize()
        : own;
  }

  /** Whether names lie in files here, and not in tables that have an index. */
  private boolean inFiles() {
    return !Files.isDirectory(common.resolve("reftable"));
  }

  /** The checked-out commit; empty before the first one. */
  Optional<ObjectId> head() throws IOException {
    return exact(Constants.HEAD);
  }

  /** The checked-out branch; empty where a commit is checked out, or names are in tables. */
  String branch() throws IOException {
    Path file = own.resolve(Constants.HEAD);
    if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
      return "";
    }
    String text = Files.readString(file, StandardCharsets.UTF_8).strip();
    String target = text.startsWith(SYMBOLIC) ? text.substring(SYMBOLIC.length()).strip() : "";
    return target.startsWith(Constants.R_HEADS) && inFiles()
        ? target.substring(Constants.R_HEADS.length())
        : "";
  }

  /** What a name of a branch or tag means; empty if there is no such name. */
  Optional<ObjectId> find(String name) throws IOException {
    List<String> places = PLACES.stream().map(place -> place.formatted(name)).toList();
    if (!inFiles()) {
      Ref ref = repository.findRef(name);
      return Optional.ofNullable(ref == null ? null : ref.getObjectId());
    }
    Map<String, ObjectId> packed = packed(places);
    for (String place : places) {
      Optional<ObjectId> found = loose(place, MOST_STEPS);
      if (found.isPresent()) {
        return found;
      }
      if (packed.containsKey(place)) {
        return Optional.ofNullable(packed.get(place));
      }
    }
    return Optional.empty();
  }

  private Optional<ObjectId> exact(String name) throws IOException {
    if (!inFiles()) {
      Ref ref = repository.exactRef(name);
      return Optional.ofNullable(ref == null ? null : ref.getObjectId());
    }
    Optional<ObjectId> found = loose(name, MOST_STEPS);
    return found.isPresent() ? found : Optional.ofNullable(packed(List.of(name)).get(name));
  }

  private Optional<ObjectId> loose(String name, int steps) throws IOException {
    boolean valid = name.equals(Constants.HEAD) || Repository.isValidRefName("x/" + name);
    Path file = own.resolve(valid ? name : "none");
    if (!Files.isRegularFile(file)) {
      file = common.resolve(valid ? name : "none");
    }
    if (!valid || steps == 0 || !Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
      return Optional.empty();
    }
    String text = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
    if (text.startsWith(SYMBOLIC)) {
      String target = text.substring(SYMBOLIC.length()).strip();
      Optional<ObjectId> found = loose(target, steps - 1);
      return found.isPresent() ? found : Optional.ofNullable(packed(List.of(target)).get(target));
    }
    String id = text.split("\\s", 2)[0];
    return ObjectId.isId(id) ? Optional.of(ObjectId.fromString(id)) : Optional.empty();
  }

  /** Those of the names that are packed. */
  private Map<String, ObjectId> packed(List<String> names) throws IOException {
    Map<String, ObjectId> found = new HashMap<>();
    Path file = common.resolve(Constants.PACKED_REFS);
    if (!Files.isRegularFile(file)) {
      return found;
    }
    byte[] line = new byte[MOST_BYTES];
    int length = 0;
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        for (int i = 0; i < read; i++) {
          if (buffer[i] == '\n') {
            take(line, length, names, found);
            length = 0;
          } else if (length < line.length) {
            line[length++] = buffer[i];
          }
        }
      }
    }
    take(line, length, names, found);
    return found;
  }

  private static void take(
      byte[] line, int length, List<String> names, Map<String, ObjectId> found) {
    int start = Constants.OBJECT_ID_STRING_LENGTH + 1;
    if (length <= start || line[0] == '#' || line[0] == '^' || line[start - 1] != ' ') {
      return;
    }
    for (String name : names) {
      if (name.length() <= length - start && equals(line, start, length, name)) {
        String id = new String(line, 0, start - 1, StandardCharsets.ISO_8859_1);
        if (ObjectId.isId(id)) {
          found.putIfAbsent(name, ObjectId.fromString(id));
        }
      }
    }
  }

  private static boolean equals(byte[] line, int start, int length, String name) {
    byte last = line[length - 1];
    int end = last == '\r' ? length - 1 : length;
    if (line[end - 1] != (byte) name.charAt(name.length() - 1)) {
      return false; // most names end differently, so that nothing is made of them
    }
    return new String(line, start, end - start, StandardCharsets.UTF_8).equals(name);
  }
}
