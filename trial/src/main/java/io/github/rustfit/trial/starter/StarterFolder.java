package io.github.rustfit.trial.starter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a component's starter. What a person changed there is never overwritten, and what a
 * person deleted does not come back; nothing is written through a link.
 */
public final class StarterFolder {

  private final Path folder;
  private final String component;
  private final Optional<Manifest> before;

  private StarterFolder(Path folder, String component, Optional<Manifest> before) {
    this.folder = folder;
    this.component = component;
    this.before = before;
  }

  /**
   * Looks at the folder of a component.
   *
   * @param root the folder of all starters
   * @throws StarterException if it is another component's or its list of files is damaged
   */
  public static StarterFolder of(Path root, String component) throws StarterException {
    Path folder = root.resolve(Names.slug(component));
    Path file = folder.resolve(Manifest.NAME);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return new StarterFolder(folder, component, Optional.empty());
    }
    Manifest manifest;
    try {
      manifest = Manifest.parse(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException | IllegalArgumentException e) {
      throw new StarterException(
          file
              + " cannot be read: "
              + e.getMessage()
              + ". Restore it; without it, all files of the folder count as yours.",
          e);
    }
    if (!manifest.component().equals(Text.comment(component))) {
      throw new StarterException(
          folder
              + " holds the starter of '"
              + manifest.component()
              + "'. Set rustfit.starterDirectory for that of '"
              + component
              + "'.");
    }
    return new StarterFolder(folder, component, Optional.of(manifest));
  }

  /** The name of a component as a folder's or a file's, which no other component has. */
  public static String slug(String component) {
    return Names.slug(component);
  }

  /** Where it is. */
  public Path path() {
    return folder;
  }

  /** Ids of the methods that are in it already, in the order in which they came. */
  public List<String> entries() {
    return before.map(Manifest::entries).orElse(List.of());
  }

  /** Modules of kernels whose body is a straight port by machine that nobody changed since. */
  public List<String> straightPorts() {
    return before.map(Manifest::ports).orElseGet(TreeMap::new).keySet().stream()
        .filter(this::straightPort)
        .toList();
  }

  /** Whether the body of a module is a straight port by machine that nobody changed since. */
  public boolean straightPort(String module) {
    Optional<String> written = before.map(Manifest::ports).map(all -> all.get(module));
    Path file = folder.resolve(CoreCrate.file(module));
    try {
      return written.isPresent()
          && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          && Names.sha256(Files.readAllBytes(file)).equals(written.get());
    } catch (IOException e) {
      return false;
    }
  }

  /** Writes the starter of these methods, all bodies open. */
  StarterReport write(List<EntryMethod> methods) throws StarterException {
    return write(methods, Map.of());
  }

  /**
   * What the methods are called in the starter.
   *
   * @param methods as for {@link #write}
   */
  public List<StarterKernel> kernels(List<EntryMethod> methods) {
    List<FlatMethod> flat = methods.stream().flatMap(one -> one.flat().stream()).toList();
    Layout layout = new Layout(component, Kernel.of(flat), Map.of());
    return layout.kernels().stream()
        .map(
            kernel ->
                new StarterKernel(
                    kernel.method().id(),
                    kernel.method().text(),
                    kernel.bindingName(),
                    kernel.module(),
                    layout.slug(),
                    layout.part(),
                    layout.library()))
        .toList();
  }

  /**
   * SHA-256 of the code of the port: the crates of the kernels and of the boundary, and what cargo
   * is told for all of them.
   */
  public String crateDigest() throws StarterException {
    SortedMap<String, String> digests = new TreeMap<>();
    for (String place : List.of("core", "ffi")) {
      Path sources = folder.resolve(place);
      try (Stream<Path> files = Files.walk(sources, 8)) {
        for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
          String name = folder.relativize(file).toString().replace('\\', '/');
          if (name.endsWith(".rs") || name.endsWith(".toml")) {
            String text = Files.readString(file, StandardCharsets.UTF_8).replace("\r\n", "\n");
            digests.put(name, Names.sha256(bytes(text)));
          }
        }
        // What cargo builds them with decides how fast they are.
        for (String name : List.of("Cargo.toml", ".cargo/config.toml")) {
          Path file = folder.resolve(name);
          if (Files.isRegularFile(file)) {
            String text = Files.readString(file, StandardCharsets.UTF_8).replace("\r\n", "\n");
            digests.put(name, Names.sha256(bytes(text)));
          }
        }
      } catch (IOException | UncheckedIOException e) {
        throw new StarterException(sources + " cannot be read: " + e.getMessage() + ".", e);
      }
    }
    return Names.sha256(bytes(digests.toString()));
  }

  /**
   * Writes the starter of these methods.
   *
   * @param methods methods that cross as they are, those that were there before first
   * @param bodies straight ports by machine, by the ids of their methods; others' bodies are open
   * @throws IllegalArgumentException for a method that does not cross
   */
  public StarterReport write(List<EntryMethod> methods, Map<String, String> bodies)
      throws StarterException {
    List<FlatMethod> flat = new ArrayList<>();
    Map<String, String> ported = new HashMap<>();
    for (EntryMethod method : methods) {
      FlatMethod one =
          method.flat().orElseThrow(() -> new IllegalArgumentException(method.refusal()));
      flat.add(one);
      Optional.ofNullable(bodies.get(method.id())).ifPresent(body -> ported.put(one.id(), body));
    }
    Layout layout = new Layout(component, Kernel.of(flat), ported);
    SortedMap<String, String> files = Starter.files(layout);
    SortedMap<String, String> ports = new TreeMap<>();
    for (Kernel kernel : layout.kernels()) {
      if (layout.body(kernel).isPresent()) {
        String body = Objects.requireNonNull(files.get(CoreCrate.file(kernel.module())));
        ports.put(kernel.module(), Names.sha256(bytes(body)));
      }
    }
    SortedMap<String, String> digests =
        new TreeMap<>(before.map(Manifest::digests).orElseGet(TreeMap::new));
    List<String> left = digests.keySet().stream().filter(name -> !files.containsKey(name)).toList();
    Writing writing = new Writing(digests);
    List<String> open = new ArrayList<>();
    List<String> yours = new ArrayList<>();
    try {
      for (Map.Entry<String, String> file : files.entrySet()) {
        writing.write(file.getKey(), file.getValue());
      }
      for (int i = 0; i < methods.size(); i++) {
        Kernel kernel = layout.kernels().get(i);
        String name = CoreCrate.file(kernel.module());
        Path body = folder.resolve(name);
        if (Files.isRegularFile(body)) {
          byte[] written = bytes(Objects.requireNonNull(files.get(name)));
          if (!Arrays.equals(Files.readAllBytes(body), written)) {
            yours.add(methods.get(i).id());
          } else if (layout.body(kernel).isEmpty()) {
            open.add(methods.get(i).id());
          }
        }
      }
      put(
          Manifest.NAME,
          bytes(
              new Manifest(
                      Text.comment(component),
                      methods.stream().map(EntryMethod::id).toList(),
                      ports,
                      digests)
                  .text()));
    } catch (IOException e) {
      throw new StarterException(
          folder
              + " cannot be written: "
              + e.getMessage()
              + ". Check permissions and free space, or set rustfit.starterDirectory.",
          e);
    }
    return new StarterReport(
        folder,
        writing.created,
        writing.updated,
        writing.unchanged,
        writing.offered,
        writing.deleted,
        left,
        open,
        yours);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Decides of each file, and keeps account. */
  private final class Writing {

    private final SortedMap<String, String> digests;
    private final List<String> created = new ArrayList<>();
    private final List<String> updated = new ArrayList<>();
    private final List<String> offered = new ArrayList<>();
    private final List<String> deleted = new ArrayList<>();
    private int unchanged;

    Writing(SortedMap<String, String> digests) {
      this.digests = digests;
    }

    void write(String name, String text) throws IOException {
      byte[] wanted = bytes(text);
      String digest = Names.sha256(wanted);
      String known = digests.get(name);
      Path file = folder.resolve(name);
      if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        if (known == null) {
          put(name, wanted);
          digests.put(name, digest);
          created.add(name);
        } else {
          deleted.add(name);
        }
        return;
      }
      byte[] there = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
      if (Arrays.equals(there, wanted)) {
        digests.put(name, digest);
        unchanged++;
      } else if (Names.sha256(there).equals(known)) {
        put(name, wanted);
        digests.put(name, digest);
        updated.add(name);
      } else if (digest.equals(known)) {
        unchanged++; // It is the person's, and there is nothing new to offer.
      } else {
        put(name + ".new", wanted);
        digests.put(name, digest);
        offered.add(name);
      }
    }
  }

  /** Writes a file that is seen when it is complete. */
  private void put(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Path parent = Objects.requireNonNull(file.getParent());
    for (@Nullable Path above = parent;
        above != null && !above.equals(folder.getParent());
        above = above.getParent()) {
      if (Files.isSymbolicLink(above)) {
        throw new IOException(above + " is a link, and nothing is written through links");
      }
    }
    Files.createDirectories(parent);
    // Not a temporary file of the JDK's, which only its owner could read.
    Path part = parent.resolve("." + file.getFileName() + ".part");
    Files.deleteIfExists(part);
    try {
      Files.write(part, content, StandardOpenOption.CREATE_NEW);
      try {
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
