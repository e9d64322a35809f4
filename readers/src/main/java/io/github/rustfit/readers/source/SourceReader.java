package io.github.rustfit.readers.source;

import com.github.javaparser.ParseResult;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithName;
import io.github.rustfit.readers.files.Causes;
import io.github.rustfit.readers.files.RelativePath;
import io.github.rustfit.readers.files.Sha256;
import io.github.rustfit.readers.source.cache.Reading;
import io.github.rustfit.readers.source.cache.SourceCache;
import io.github.rustfit.readers.source.outline.Language;
import io.github.rustfit.readers.source.outline.Outline;
import io.github.rustfit.readers.source.patterns.PatternFinder;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.source.MechanismUse;
import io.github.rustfit.rules.evidence.source.PatternMatch;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.evidence.source.SourceType;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Reads one source file, or takes from the cache what was read of the same bytes before. Whatever
 * the file holds, the outcome is data.
 */
final class SourceReader {

  /** Larger files are generated or hostile, and their syntax trees take gigabytes. */
  static final int MAX_BYTES = 4 << 20;

  private final Path root;
  private final SourceRoot sources;
  private final Charset charset;
  private final Optional<SourceCache> cache;
  private final List<Reading.Remark> remarks = new ArrayList<>();

  /** Whether the next reading of the same bytes would give the same. */
  private boolean repeatable = true;

  SourceReader(Path root, SourceRoot sources, Charset charset, Optional<SourceCache> cache) {
    this.root = root;
    this.sources = sources;
    this.charset = charset;
    this.cache = cache;
  }

  /**
   * What was read of a file.
   *
   * @param files the file, or nothing when its bytes could not be had
   * @param problems what is missing and why
   */
  record Result(List<SourceFile> files, List<Problem> problems) {}

  /** Reads the file. */
  Result read(Path file) {
    String path = RelativePath.of(root, file);
    byte[] bytes;
    try {
      long size = Files.size(file);
      if (size > MAX_BYTES) {
        remark(0, "The file is too large (" + size + " bytes) and was not read.", SPLIT);
        return new Result(List.of(), problems(path, remarks));
      }
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      remark(0, "It cannot be read: " + Causes.of(e) + ".", "Check its permissions.");
      return new Result(List.of(), problems(path, remarks));
    }
    String digest = Sha256.hex(bytes);
    String key = key(digest, path);
    Reading reading = cache.flatMap(kept -> kept.get(key)).orElse(null);
    if (reading == null) {
      Reading fresh = reading(path, file, bytes);
      if (repeatable) {
        cache.ifPresent(kept -> kept.put(key, fresh));
      }
      reading = fresh;
    }
    SourceFile source =
        new SourceFile(
            sources.module(),
            path,
            digest,
            sources.role(),
            reading.packageName(),
            reading.linesOfCode(),
            reading.imports(),
            reading.types(),
            reading.patterns(),
            reading.mechanisms());
    return new Result(List.of(source), problems(path, reading.remarks()));
  }

  private static final String SPLIT = "Exclude generated code of this size, or split it.";

  /** All that a reading depends on beside the code that reads. */
  private String key(String digest, String path) {
    return String.join(
        "/",
        digest,
        sources.role().name(),
        charset.name(),
        GeneratedCode.byPlace(path) ? "generated" : "written",
        path.substring(path.lastIndexOf('/') + 1));
  }

  private static List<Problem> problems(String path, List<Reading.Remark> remarks) {
    return remarks.stream()
        .map(one -> new Problem(path, one.line(), one.message(), one.remedy()))
        .toList();
  }

  private Reading reading(String path, Path file, byte[] bytes) {
    SourceText text = SourceText.of(bytes, charset);
    if (text.undecodableLine() > 0) {
      remark(
          text.undecodableLine(),
          "The file is not valid " + charset.name() + "; unknown characters were replaced.",
          "Set project.build.sourceEncoding to its encoding or convert the file.");
    }
    Optional<Language> language = Language.of(path);
    if (language.isPresent()) {
      return outline(path, text.text(), language.get());
    }
    CodeText code = CodeText.of(text.text());
    Parsed parsed = parse(path, file, text.text(), code);
    return new Reading(
        parsed.packageName,
        code.lines(),
        parsed.imports,
        parsed.types,
        parsed.patterns,
        parsed.mechanisms,
        remarks);
  }

  /** Patterns, mechanisms, signatures and shapes are looked for in Java alone. */
  private Reading outline(String path, String text, Language language) {
    Outline outline = Outline.of(text, language, path.substring(path.lastIndexOf('/') + 1));
    return new Reading(
        outline.packageName(),
        outline.linesOfCode(),
        outline.imports(),
        outline.types(),
        Collections.emptySortedSet(),
        Collections.emptySortedSet(),
        remarks);
  }

  private record Parsed(
      String packageName,
      SortedSet<String> imports,
      List<SourceType> types,
      SortedSet<PatternMatch> patterns,
      SortedSet<MechanismUse> mechanisms) {
    static Parsed only(String packageName) {
      return new Parsed(
          packageName,
          Collections.emptySortedSet(),
          List.of(),
          Collections.emptySortedSet(),
          Collections.emptySortedSet());
    }
  }

  private Parsed parse(String path, Path file, String text, CodeText code) {
    if (file.endsWith("module-info.java")) {
      return Parsed.only("");
    }
    int deep = Nesting.tooDeep(code.tokens());
    if (deep > 0) {
      remark(
          deep,
          "Its code is nested too deeply here to be parsed in a bounded time.",
          "Exclude it if a tool wrote it, or split it; its types and imports are missing here.");
      return Parsed.only(Nesting.packageName(code.tokens()));
    }
    try {
      ParseResult<CompilationUnit> result = Grammar.parse(text, code);
      CompilationUnit unit = result.getResult().orElse(null);
      String packageName =
          unit == null
              ? ""
              : unit.getPackageDeclaration().map(NodeWithName::getNameAsString).orElse("");
      if (unit == null || !result.isSuccessful()) {
        remark(result);
        return Parsed.only(packageName);
      }
      String name = path.substring(path.lastIndexOf('/') + 1, path.length() - ".java".length());
      SortedSet<String> imports = new TreeSet<>();
      for (ImportDeclaration one : unit.getImports()) {
        imports.add(one.getNameAsString() + (one.isAsterisk() ? ".*" : ""));
      }
      boolean shipped = sources.role() == SourceFile.Role.MAIN;
      FullNames names = new FullNames();
      MechanismFinder mechanisms = new MechanismFinder(unit);
      Trees.walk(
          unit,
          node -> {
            names.look(node);
            if (shipped) {
              mechanisms.look(node);
            }
          });
      imports.addAll(names.found());
      return new Parsed(
          packageName,
          imports,
          TypeReader.types(unit, packageName, name, shipped),
          patterns(unit, packageName, path, text),
          shipped ? mechanisms.found() : Collections.emptySortedSet());
    } catch (StackOverflowError e) {
      repeatable = false;
      remark(0, "Its code is nested too deeply to be parsed.", "Split long expressions.");
    } catch (OutOfMemoryError e) {
      repeatable = false;
      remark(0, "There was not enough memory to parse it.", "Set MAVEN_OPTS=-Xmx4g.");
    } catch (RuntimeException | Error e) {
      repeatable = false;
      String what = "The parser failed on it with " + e.getClass().getName() + ".";
      remark(0, what, "Please report it.");
    }
    return Parsed.only("");
  }

  /** Code that only tests, or that a tool wrote, is nobody's to improve. */
  private SortedSet<PatternMatch> patterns(
      CompilationUnit unit, String packageName, String path, String text) {
    if (sources.role() != SourceFile.Role.MAIN || GeneratedCode.is(unit, path, text)) {
      return Collections.emptySortedSet();
    }
    String name = path.substring(path.lastIndexOf('/') + 1, path.length() - ".java".length());
    PatternFinder.Result found;
    try {
      found = PatternFinder.find(unit, packageName, name);
    } catch (RuntimeException | StackOverflowError e) {
      repeatable = false;
      String what = "Looking for patterns in it failed with " + e.getClass().getName() + ".";
      remark(0, what, "Please report it; its types and imports were read.");
      found = PatternFinder.Result.NONE;
    }
    if (found.cut()) {
      String what = "Only " + PatternFinder.MOST + " of its matches of patterns were kept.";
      remark(0, what, "Exclude it if a tool wrote it, or split it.");
    }
    return found.matches();
  }

  private void remark(ParseResult<CompilationUnit> result) {
    int line = 0;
    String message = "unknown reason";
    if (!result.getProblems().isEmpty()) {
      com.github.javaparser.Problem first = result.getProblem(0);
      line =
          first
              .getLocation()
              .flatMap(location -> location.getBegin().getRange())
              .map(range -> range.begin.line)
              .orElse(0);
      message = first.getMessage().lines().findFirst().orElse(message);
    }
    int expectations = message.indexOf(", expected");
    message = expectations > 0 ? message.substring(0, expectations) : message;
    remark(
        line,
        "It does not parse as Java: " + RelativePath.printable(message) + ".",
        "Correct it if it is meant to compile; its types and imports are missing here.");
  }

  private void remark(int line, String message, String remedy) {
    remarks.add(new Reading.Remark(line, message, remedy));
  }
}
