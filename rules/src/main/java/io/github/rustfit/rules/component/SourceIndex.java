package io.github.rustfit.rules.component;

import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.evidence.source.SourceMethod;
import io.github.rustfit.rules.evidence.source.SourceType;
import io.github.rustfit.rules.evidence.source.TypeShape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
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

  /** What Kotlin puts behind the names of functions that take inline classes. */
  private static final Pattern MANGLED = Pattern.compile("-[\\w-]{7}$|-impl$");

  /** Methods of every enum that no source has (JLS 25, 8.9.3; the last is javac's). */
  private static final Set<String> OF_ENUMS = Set.of("values", "valueOf", "$values");

  private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.+)\\$\\d+");

  /** What names of generated classes add to the one that they were generated for. */
  private static final Pattern GENERATED =
      Pattern.compile(
          "(?:AutoValue_|AutoOneOf_|Immutable|Modifiable|Dagger)?(\\w+?)"
              + "(?:Impl|Builder|_Factory|_MembersInjector|_|__\\w+"
              + "|_Bean|_ClientProxy|_Subclass|_Observer_\\w+)?"); // the last four: Quarkus' ArC

  /**
   * What Spring, Quarkus and Hibernate put behind a class that they extend or call at run time:
   * code that is in no source, and has no lines.
   */
  private static final Pattern SPUN =
      Pattern.compile(
          "\\$\\$(?:SpringCGLIB|EnhancerBySpringCGLIB|FastClassBySpringCGLIB)\\$\\$"
              + "|\\$quarkusrestinvoker\\$|\\$HibernateProxy\\$");

  private record Declared(SourceFile file, SourceType type) {

    /** Whether it is Java; of other languages less is known. */
    boolean java() {
      return file.java();
    }

    /** Whether lines of code may call what Lombok writes into the class, at its annotations. */
    boolean lombok() {
      return file.imports().stream().anyMatch(name -> name.startsWith("lombok."));
    }

    boolean declares(String method) {
      return type.methods().stream().anyMatch(one -> one.name().equals(method));
    }

    boolean is(TypeShape.Kind kind) {
      return type.shape().map(shape -> shape.kind() == kind).orElse(false);
    }
  }

  /** All that declare a class, those of main code first; mostly one. */
  private final Map<String, List<Declared>> byBinaryName = new HashMap<>();

  /** Of classes that several files declare, those that frames fit and no other. */
  private final Map<String, Set<Declared>> decided = new HashMap<>();

  private final Map<String, SourceType> byCanonicalName = new HashMap<>();
  private final boolean contested;

  SourceIndex(Collection<SourceFile> sources) {
    sources.stream()
        .sorted(Comparator.comparing(SourceFile::role).thenComparing(Comparator.naturalOrder()))
        .forEach(
            file ->
                file.types()
                    .forEach(
                        type ->
                            byBinaryName
                                .computeIfAbsent(type.binaryName(), name -> new ArrayList<>(1))
                                .add(new Declared(file, type))));
    contested = byBinaryName.values().stream().anyMatch(all -> all.size() > 1);
    byBinaryName.values().stream()
        .map(all -> all.get(0).type())
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
    Declared declared = declared(frame);
    if (declared == null || !declared.type().binaryName().equals(frame.className())) {
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

  /** Whether a frame is of a class that only tests have. */
  boolean ofTests(Frame frame) {
    return frame.java()
        && fileOf(frame.className())
            .filter(file -> file.role() == SourceFile.Role.TEST)
            .isPresent();
  }

  /** The file that declares the class, or the class around it. */
  Optional<SourceFile> fileOf(String className) {
    List<Declared> all = declaring(className);
    Set<Declared> only = all.isEmpty() ? Set.of() : decidedOf(all);
    return only.size() == 1
        ? Optional.of(only.iterator().next().file())
        : all.stream().map(Declared::file).findFirst();
  }

  /**
   * The files that declare the frame's class, or the class around it, as far as its method and line
   * and those of the other {@linkplain #learn frames} cannot tell them apart; the first one stands
   * for all.
   */
  List<SourceFile> filesOf(Frame frame) {
    return candidates(frame).stream().map(Declared::file).distinct().toList();
  }

  /**
   * Whether frames have to be {@linkplain #learn learnt} first, since several files have a class.
   */
  boolean contested() {
    return contested;
  }

  /**
   * Takes note of a frame that was recorded: of a class that several modules hold, a JVM has one,
   * and the frames that fit only that tell which.
   */
  void learn(Frame frame) {
    List<Declared> all = declaring(frame.className());
    if (all.size() > 1) {
      List<Declared> best = best(frame, all);
      if (best.size() == 1) {
        decided
            .computeIfAbsent(all.get(0).type().binaryName(), name -> new LinkedHashSet<>())
            .add(best.get(0));
      }
    }
  }

  private Set<Declared> decidedOf(List<Declared> all) {
    return decided.getOrDefault(all.get(0).type().binaryName(), Set.of());
  }

  private List<Declared> candidates(Frame frame) {
    List<Declared> all = declaring(frame.className());
    if (all.size() < 2) {
      return all;
    }
    List<Declared> best = best(frame, all);
    if (best.size() > 1) {
      List<Declared> also = best.stream().filter(decidedOf(all)::contains).toList();
      return also.isEmpty() ? best : also;
    }
    return best;
  }

  /** Those with a method that the frame fits; otherwise those that it contradicts least. */
  private static List<Declared> best(Frame frame, List<Declared> all) {
    for (int fit = METHOD; fit > 0; fit--) {
      int wanted = fit;
      List<Declared> found = all.stream().filter(one -> fit(frame, one) == wanted).toList();
      if (!found.isEmpty()) {
        return found;
      }
    }
    return all;
  }

  private static final int METHOD = 2;

  private static int fit(Frame frame, Declared declared) {
    Place place = place(frame, declared);
    if (!place.resolved()) {
      return 0;
    }
    return declared.declares(place.method()) ? METHOD : 1;
  }

  /**
   * The place of a frame. A frame that does not fit the source keeps its own names, with line 0 and
   * {@code resolved = false}.
   */
  Place place(Frame frame) {
    Declared declared = declared(frame);
    return declared == null
        ? new Place(frame.className(), frame.method(), "", 0, generatedClass(frame.className()))
        : place(frame, declared);
  }

  /**
   * Whether the name of a class without source says that it was generated for one that the source
   * has, as MapStruct, AutoValue, Immutables, Dagger and Quarkus name theirs.
   */
  private boolean generatedClass(String className) {
    int dollar = className.indexOf('$');
    String top = dollar < 0 ? className : className.substring(0, dollar);
    int dot = top.lastIndexOf('.') + 1;
    Matcher name = GENERATED.matcher(top.substring(dot));
    return name.matches() && byBinaryName.containsKey(top.substring(0, dot) + name.group(1));
  }

  private static Place place(Frame frame, Declared declared) {
    String folded = frame.className().substring(declared.type().binaryName().length());
    if (declared.java() && FOREIGN.matcher(folded).find()) {
      return unresolved(frame, declared);
    }
    boolean lines = frame.line() > 0 && !(beyond(frame.line(), declared) && !declared.java());
    return lines ? byLine(frame, declared) : byName(frame, declared);
  }

  /** Code that was inlined from elsewhere has lines behind the file's last one (JSR 45). */
  private static boolean beyond(int line, Declared declared) {
    return declared.file().types().stream().noneMatch(type -> type.lastLine() >= line);
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
    Declared declared = declared(frame);
    return declared != null
        && declared.type().binaryName().equals(frame.className())
        && declared.type().methods().stream().noneMatch(m -> m.name().equals("values"));
  }

  /** Without a line, overloads cannot be told apart: the first in the file stands for all. */
  private static Place byName(Frame frame, Declared declared) {
    if (declared.java() && OWN_METHODS.matcher(frame.className()).find()) {
      return unresolved(frame, declared);
    }
    String method = written(frame.method());
    return declared.type().methods().stream()
        .filter(candidate -> candidate.name().equals(method))
        .findFirst()
        .map(found -> place(declared, declared.type(), found, found.firstLine()))
        .orElseGet(
            () ->
                generated(frame, declared)
                    ? implicit(frame, declared, declared.type().firstLine())
                    : unresolved(frame, declared));
  }

  /** Whether a method that the source does not write out may be one that compilers add. */
  private static boolean generated(Frame frame, Declared declared) {
    return !declared.java()
        || SPUN.matcher(frame.className()).find()
        || declared.lombok()
        || declared.is(TypeShape.Kind.RECORD)
        || (declared.is(TypeShape.Kind.ENUM) && OF_ENUMS.contains(frame.method()));
  }

  private static Place implicit(Frame frame, Declared declared, int line) {
    return new Place(
        declared.type().binaryName(), frame.method(), declared.file().path(), line, true);
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

  private static Place byLine(Frame frame, Declared declared) {
    int line = frame.line();
    SourceType type = innermost(declared.file(), line, declared.type());
    Optional<SourceMethod> method =
        type.methods().stream()
            .filter(candidate -> candidate.contains(line))
            .min(Comparator.comparingInt(m -> m.lastLine() - m.firstLine()));
    boolean written = declared.declares(frame.method());
    if (method.isPresent() && fits(frame, declared.type(), type, method.get())) {
      return place(declared, type, method.get(), line);
    }
    if (method.isPresent()) {
      boolean ofField = INITIALIZERS.contains(method.get().name());
      return ofField && !written && declared.lombok()
          ? implicit(frame, declared, line)
          : unresolved(frame, declared);
    }
    if (written && !INITIALIZERS.contains(frame.method())) {
      return line == declared.type().firstLine()
          ? byName(frame, declared) // a bridge: it has the line of its class
          : unresolved(frame, declared);
    }
    return declared.type().contains(line) || declared.lombok() || !declared.java()
        ? implicit(frame, declared, line)
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
        || (declared.binaryName().equals(at.binaryName())
            && method.name().equals(MANGLED.matcher(frame.method()).replaceFirst("")));
  }

  private static Place place(Declared declared, SourceType type, SourceMethod method, int line) {
    return new Place(type.binaryName(), method.name(), declared.file().path(), line, true);
  }

  private static Place unresolved(Frame frame, Declared declared) {
    return new Place(
        declared.type().binaryName(), frame.method(), declared.file().path(), 0, false);
  }

  private @Nullable Declared declared(Frame frame) {
    List<Declared> found = candidates(frame);
    return found.isEmpty() ? null : found.get(0);
  }

  /** The type itself, or the nearest type around it: names are cut at their {@code $}. */
  private List<Declared> declaring(String className) {
    String name = className;
    while (true) {
      List<Declared> found = byBinaryName.get(name);
      if (found != null) {
        return found;
      }
      int dollar = name.lastIndexOf('$');
      if (dollar <= 0) {
        return List.of();
      }
      name = name.substring(0, dollar);
    }
  }
}
