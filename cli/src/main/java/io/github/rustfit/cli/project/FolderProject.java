package io.github.rustfit.cli.project;

import io.github.rustfit.plugin.goal.GoalException;
import io.github.rustfit.plugin.goal.Workspace;
import io.github.rustfit.readers.classpath.Archive;
import io.github.rustfit.readers.source.SourceRoot;
import io.github.rustfit.rules.evidence.source.SourceFile.Role;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A project known by its folder; no build tool is asked, and nothing of it is run. */
public final class FolderProject implements Workspace {

  /** Where build tools compile Java to, if not to {@code target/classes}. */
  private static final Map<Build.Tool, String> CLASSES =
      Map.of(Build.Tool.GRADLE, "build/classes/java/main");

  private final Path root;
  private final Build build;
  private final List<SourceRoot> sources;
  private final Charset charset;
  private final List<Archive> classPath;

  private FolderProject(
      Path root, Build build, List<SourceRoot> sources, Charset charset, List<Archive> classPath) {
    this.root = root;
    this.build = build;
    this.sources = sources;
    this.charset = charset;
    this.classPath = classPath;
  }

  /**
   * The same project, whose program runs with these archives.
   *
   * @param names jars and folders of jars, relative to the root
   * @throws GoalException if one is neither
   */
  public FolderProject runWith(List<String> names) throws GoalException {
    return new FolderProject(root, build, sources, charset, ClassPathFiles.of(root, names));
  }

  /**
   * The project in a folder.
   *
   * @param folder its root
   * @param sources folders with sources, relative to the root; empty for those of its build files
   *     and of the usual layout
   * @param encoding of the sources; null or blank for what the build says, or UTF-8
   * @throws GoalException if a folder or the encoding is none
   */
  public static FolderProject of(Path folder, List<String> sources, @Nullable String encoding)
      throws GoalException {
    Path root = folder.toAbsolutePath().normalize();
    if (!Files.isDirectory(root)) {
      throw new GoalException(
          "rustfit: " + root + " is no folder; name the project's with --root.");
    }
    Build build = Build.at(root);
    return new FolderProject(
        root,
        build,
        sources.isEmpty() ? roots(build) : named(root, sources),
        charset(build, encoding),
        List.of());
  }

  private static List<SourceRoot> roots(Build build) {
    List<SourceRoot> roots = new ArrayList<>();
    for (Module module : build.modules()) {
      Map<Path, Role> own = new LinkedHashMap<>();
      if (build.tool() == Build.Tool.MAVEN) {
        for (String name : MavenBuild.sourceDirectories(module.folder())) {
          existing(module.folder(), name).ifPresent(folder -> own.put(folder, Role.MAIN));
        }
      }
      roots.addAll(SourceSets.roots(build.tool(), module, own));
    }
    return roots;
  }

  private static Optional<Path> existing(Path parent, String name) {
    try {
      Path folder =
          parent.resolve(name.replace("${project.basedir}/", "").replace("${basedir}/", ""));
      return Optional.of(folder.normalize()).filter(Files::isDirectory);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static List<SourceRoot> named(Path root, List<String> names) throws GoalException {
    List<SourceRoot> roots = new ArrayList<>();
    for (String name : names) {
      Path folder =
          existing(root, name)
              .orElseThrow(
                  () ->
                      new GoalException(
                          "rustfit: --sources names '"
                              + name
                              + "', which is no folder below "
                              + root
                              + "."));
      Path module = moduleOf(folder);
      Role role = Optional.ofNullable(SourceSets.of(module).get(folder)).orElse(Role.MAIN);
      roots.add(new SourceRoot(Folders.name(module), folder, role));
    }
    return roots;
  }

  /** The folder above {@code src/<set>/<language>}; another folder is its own module. */
  private static Path moduleOf(Path folder) {
    Path set = folder.getParent();
    Path src = set == null ? null : set.getParent();
    Path module = src == null ? null : src.getParent();
    return src != null && module != null && Folders.name(src).equals("src") ? module : folder;
  }

  private static Charset charset(Build build, @Nullable String encoding) throws GoalException {
    try {
      return encoding == null || encoding.isBlank()
          ? build.charset().orElse(StandardCharsets.UTF_8)
          : Charset.forName(encoding.strip());
    } catch (IllegalArgumentException e) {
      throw new GoalException(
          "rustfit: --encoding is '" + encoding + "', which no JDK knows; use UTF-8 or another.",
          e);
    }
  }

  /** Where results go unless the user says otherwise. */
  public Path outputFolder() {
    return outputFolder(root, build.tool());
  }

  /** The same of a folder whose sources nobody asks for. */
  public static Path outputFolder(Path root) {
    return outputFolder(root, Build.tool(root));
  }

  private static Path outputFolder(Path folder, Build.Tool tool) {
    return folder.resolve(tool.output()).resolve("rustfit");
  }

  @Override
  public Path root() {
    return root;
  }

  @Override
  public String coordinates() {
    return build.coordinates();
  }

  @Override
  public String name() {
    return build.name().isEmpty() ? Folders.name(root) : build.name();
  }

  @Override
  public String scm() {
    return build.scm();
  }

  @Override
  public Charset charset() {
    return charset;
  }

  @Override
  public List<SourceRoot> sourceRoots() {
    return sources;
  }

  @Override
  public List<Archive> classPath() {
    return classPath;
  }

  @Override
  public List<Path> classFolders() {
    List<Path> folders = new ArrayList<>();
    for (Module module : build.modules()) {
      folders.add(module.folder().resolve(CLASSES.getOrDefault(build.tool(), "target/classes")));
    }
    return folders;
  }

  @Override
  public List<Path> defaultPlaces() {
    List<Path> places = new ArrayList<>();
    places.add(root.resolve("rustfit"));
    places.add(outputFolder());
    for (Module module : build.modules()) {
      Path place = outputFolder(module.folder(), build.tool());
      if (!places.contains(place)) {
        places.add(place);
      }
    }
    return places;
  }

  /** No build tool was asked what it wrote. */
  @Override
  public Optional<String> leftOver(String path) {
    return Optional.empty();
  }

  @Override
  public List<String> leftOut() {
    return build.tool() == Build.Tool.MAVEN ? MavenBuild.leftOut(root, build.modules()) : List.of();
  }

  @Override
  public List<String> unrecorded() {
    return List.of();
  }
}
