package io.github.rustfit.engine.seam;

import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.evidence.source.SourceType;
import io.github.rustfit.rules.evidence.source.TypeShape;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What of the system around it the source of a component names. */
final class Isolation {

  private static final Pattern IMPURE =
      Pattern.compile(
          "java\\.(?:io|net|sql|rmi|awt|nio\\.(?:file|channels)|lang\\.(?:reflect|invoke|foreign)"
              + "|util\\.(?:concurrent|logging|zip))\\b.*|(?:javax|jakarta|sun|jdk|com\\.sun)\\..*");

  private static final Pattern NETWORK =
      Pattern.compile(
          "java\\.net\\.(?!UR[IL]\\b|URLDecoder|URLEncoder|.*Exception).*"
              + "|java\\.nio\\.channels\\.(?:Asynchronous)?(?:Server)?"
              + "(?:Socket|Datagram|Multicast|Network)Channel|java\\.nio\\.channels\\.Select.*"
              + "|(?:io\\.netty|io\\.grpc|org\\.apache\\.kafka"
              + "|(?:javax|jakarta)\\.(?:servlet|ws\\.rs))\\..*");

  private Isolation() {}

  /**
   * What keeps it from running without threads, system calls and reflection, sorted; imported
   * exceptions do not.
   */
  static SortedSet<String> impurities(Collection<SourceFile> sources, SortedSet<String> imports) {
    SortedSet<String> found = new TreeSet<>();
    imports.stream()
        .filter(name -> !name.endsWith("Exception") && IMPURE.matcher(name).matches())
        .forEach(found::add);
    if (methods(sources).anyMatch(access -> Modifier.isSynchronized(access))) {
      found.add("synchronized");
    }
    if (methods(sources).anyMatch(access -> Modifier.isNative(access))) {
      found.add("native");
    }
    if (sources.stream()
        .flatMap(file -> file.types().stream())
        .map(SourceType::shape)
        .flatMap(Optional::stream)
        .flatMap(shape -> shape.fields().stream())
        .map(TypeShape.Field::type)
        .anyMatch(type -> type.startsWith("java.lang.Thread"))) {
      found.add("java.lang.Thread");
    }
    return found;
  }

  private static Stream<Integer> methods(Collection<SourceFile> sources) {
    return sources.stream()
        .flatMap(file -> file.types().stream())
        .flatMap(type -> type.methods().stream())
        .flatMap(method -> method.signature().stream())
        .map(signature -> signature.access());
  }

  /** Whether it talks to other machines itself. */
  static boolean network(SortedSet<String> imports) {
    return imports.stream().anyMatch(name -> NETWORK.matcher(name).matches());
  }

  /** The first of many names, for people. */
  static String some(Collection<String> names) {
    List<String> first = names.stream().limit(3).toList();
    return String.join(", ", first) + (names.size() > 3 ? ", …" : "");
  }
}
