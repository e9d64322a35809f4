package io.github.rustfit.rules.component;

import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.evidence.source.SourceMethod;
import io.github.rustfit.rules.evidence.source.SourceType;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Maps frames to the source: inner, local and anonymous classes, lambdas, hidden classes and other
 * generated names lead to the method that a developer wrote.
 */
final class SourceIndex {

  /** Parts of them have no line of their own in the source: {@code super()}, default ones. */
  private static final Set<String> INITIALIZERS = Set.of("<init>", "<clinit>");

  /**
   * Classes whose methods are not those of the type around them: anonymous and local ones, which
   * carry a number (JLS 25, 13.1), and what implements a lambda.
   */
  private static final Pattern OWN_METHODS = Pattern.compile("(?<!\\$)\\$\\d|\\$\\$Lambda");

  /** What only Kotlin and Scala compilers put into classes: their code is in no Java source. */
  private static final Pattern FOREIGN =
      Pattern.compile("\\$(?:Companion|DefaultImpls|WhenMappings)(?:\\$|$)|\\$\\$anonfun|\\$$");

  private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.+)\\$\\d+");

  private record Declared(SourceFile file, SourceType type) {}

  private final Map<String, Declared> byBinaryName = new HashMap<>();
  private final Map<String, SourceType> byCanonicalName = new HashMap<>();

  SourceIndex(Collection<SourceFile> sources) {
    sources.stream()
        .sorted()
        .forEach(
            file ->
                file.types()
                    .forEach(
                        type ->
                            byBinaryName.putIfAbsent(type.binaryName(), new Declared(file, type))));
    byBinaryName.values().stream()
        .map(Declared::type)
        .sorted()
        .forEach(type -> byCanonicalName.putIfAbsent(canonical(type.binaryName()), type));
  }

  private static String canonical(String binaryName) {
    return binaryName.replace('$', '.');
  }

  /** The type with that canonical name, such as {@code com.acme.Cache.Entry}. */
  Optional<SourceType> type(String canonicalName) {
    return Optional.ofNullable(byCanonicalName.get(canonicalName));
  }

  /**
   * The method that a frame is a call of; empty when it is of a lambda's body, of a class without a
   * name or of what the source does not have. Without a line, an overloaded method cannot be told.
   */
  Optional<Member> member(Frame frame) {
    Declared declared = byBinaryName.get(frame.className());
    if (declared == null) {
      return Optional.empty();
    }
    List<SourceMethod> named =
        declared.type().methods().stream()
            .filter(method -> method.name().equals(frame.method()))
            .filter(method -> frame.line() == 0 || method.contains(frame.line()))
            .toList();
    return named.size() == 1
        ? Optional.of(new Member(frame.className(), declared.file().path(), named.get(0)))
        : Optional.empty();
  }

  /** The file that declares the class, or the class around it. */
  Optional<SourceFile> fileOf(String className) {
    return Optional.ofNullable(declared(className)).map(Declared::file);
  }

  /**
   * The place of a frame. A frame that does not fit the source keeps its own names, with line 0 and
   * {@code resolved = false}.
   */
  Place place(Frame frame) {
    Declared declared = declared(frame.className());
    if (declared == null) {
      return new Place(frame.className(), frame.method(), "", 0, false);
    }
    String folded = frame.className().substring(declared.type().binaryName().length());
    if (FOREIGN.matcher(folded).find()) {
      return unresolved(frame, declared);
    }
    return frame.line() == 0 ? byName(frame, declared) : byLine(frame, declared);
  }

  /** Whether the frame's class is one that the JVM spins for a lambda or a method reference. */
  static boolean spunForLambda(Frame frame) {
    return frame.className().contains("$$Lambda");
  }

  /** Whether the frame is the {@code values()} that javac writes for an enum (JLS 25, 8.9.3). */
  boolean generatedValues(Frame frame) {
    if (!frame.method().equals("values")) {
      return false;
    }
    Declared declared = declared(frame.className());
    return declared != null
        && declared.type().binaryName().equals(frame.className())
        && declared.type().methods().stream().noneMatch(m -> m.name().equals("values"));
  }

  /** Without a line, overloads cannot be told apart: the first in the file stands for all. */
  private Place byName(Frame frame, Declared declared) {
    if (OWN_METHODS.matcher(frame.className()).find()) {
      return unresolved(frame, declared);
    }
    String method = written(frame.method());
    return declared.type().methods().stream()
        .filter(candidate -> candidate.name().equals(method))
        .findFirst()
        .map(found -> place(declared, declared.type(), found, found.firstLine()))
        .orElseGet(() -> unresolved(frame, declared));
  }

  /** The method that a lambda's body was written in, as javac names it; else the name itself. */
  private static String written(String method) {
    Matcher lambda = LAMBDA.matcher(method);
    if (!lambda.matches()) {
      return method;
    }
    return switch (lambda.group(1)) {
      case "new" -> "<init>";
      case "static" -> "<clinit>";
      default -> lambda.group(1);
    };
  }

  private Place byLine(Frame frame, Declared declared) {
    int line = frame.line();
    SourceType type = innermost(declared.file(), line, declared.type());
    Optional<SourceMethod> method =
        type.methods().stream()
            .filter(candidate -> candidate.contains(line))
            .min(Comparator.comparingInt(m -> m.lastLine() - m.firstLine()));
    if (method.isPresent()) {
      return fits(frame, declared.type(), type, method.get())
          ? place(declared, type, method.get(), line)
          : unresolved(frame, declared);
    }
    boolean generatedHere =
        INITIALIZERS.contains(frame.method())
            || declared.type().methods().stream().noneMatch(m -> m.name().equals(frame.method()));
    boolean implicit = declared.type().contains(line) && generatedHere;
    return implicit
        ? new Place(
            declared.type().binaryName(), frame.method(), declared.file().path(), line, true)
        : unresolved(frame, declared);
  }

  /** Nested types are folded into {@code fallback} unless one of them contains the line. */
  private static SourceType innermost(SourceFile file, int line, SourceType fallback) {
    return file.types().stream()
        .filter(type -> type.contains(line))
        .min(
            Comparator.<SourceType>comparingInt(type -> type.lastLine() - type.firstLine())
                .thenComparing(type -> !type.equals(fallback)))
        .orElse(fallback);
  }

  /** Whether the method at the line can be the one that the frame names. */
  private static boolean fits(
      Frame frame, SourceType declared, SourceType at, SourceMethod method) {
    boolean folded = !frame.className().equals(declared.binaryName());
    boolean generated = frame.method().contains("$");
    return folded
        || generated
        || (declared.binaryName().equals(at.binaryName()) && method.name().equals(frame.method()));
  }

  private static Place place(Declared declared, SourceType type, SourceMethod method, int line) {
    return new Place(type.binaryName(), method.name(), declared.file().path(), line, true);
  }

  private static Place unresolved(Frame frame, Declared declared) {
    return new Place(
        declared.type().binaryName(), frame.method(), declared.file().path(), 0, false);
  }

  /** The type itself, or the nearest type around it: names are cut at their {@code $}. */
  private @Nullable Declared declared(String className) {
    String name = className;
    while (true) {
      Declared found = byBinaryName.get(name);
      if (found != null) {
        return found;
      }
      int dollar = name.lastIndexOf('$');
      if (dollar <= 0) {
        return null;
      }
      name = name.substring(0, dollar);
    }
  }
}
