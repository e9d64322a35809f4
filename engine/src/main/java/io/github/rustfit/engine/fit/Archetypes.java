package io.github.rustfit.engine.fit;

import static io.github.rustfit.rules.stats.Format.count;
import static io.github.rustfit.rules.stats.Format.number;

import io.github.rustfit.engine.ecosystem.HotCode;
import io.github.rustfit.engine.history.ComponentHistory;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.component.LineSamples;
import io.github.rustfit.rules.evidence.repository.OperationsFact;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.policy.Fleet;
import io.github.rustfit.rules.policy.Horizon;
import io.github.rustfit.rules.policy.Team;
import io.github.rustfit.rules.rule.Need;
import io.github.rustfit.rules.rule.RuleContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Recognises shapes by what a component imports and by what is declared. */
final class Archetypes {

  /** Imports that are a sign of a shape: package or class prefixes. */
  private static final Map<Archetype, List<String>> IMPORTS =
      Map.of(
          Archetype.NETWORK_SERVICE,
          List.of(
              "io.netty",
              "java.nio.channels.Selector",
              "java.nio.channels.ServerSocketChannel",
              "java.nio.channels.SocketChannel",
              "java.nio.channels.AsynchronousServerSocketChannel",
              "java.nio.channels.DatagramChannel",
              "java.net.ServerSocket",
              "java.net.DatagramSocket",
              "io.vertx.core.net",
              "io.grpc.netty",
              "reactor.netty"),
          Archetype.DATA_PIPELINE,
          List.of(
              "org.apache.spark",
              "org.apache.flink",
              "org.apache.beam",
              "org.apache.arrow",
              "org.apache.parquet",
              "org.apache.avro",
              "org.apache.orc",
              "org.apache.hadoop",
              "org.apache.commons.csv",
              "com.univocity.parsers",
              "java.util.zip.GZIPInputStream",
              "java.nio.MappedByteBuffer"),
          Archetype.SECURITY_INFRASTRUCTURE,
          List.of(
              "javax.crypto",
              "java.security.Signature",
              "java.security.KeyStore",
              "java.security.PublicKey",
              "java.security.PrivateKey",
              "javax.net.ssl.SSLEngine",
              "org.bouncycastle",
              "com.nimbusds.jose",
              "io.jsonwebtoken"),
          Archetype.EMBEDDED,
          List.of(
              "javacard",
              "com.pi4j",
              "com.fazecast.jSerialComm",
              "android",
              "jdk.dio",
              "org.eclipse.kura"),
          Archetype.WEB_API,
          List.of(
              "org.springframework.web.bind.annotation",
              "jakarta.ws.rs",
              "javax.ws.rs",
              "jakarta.persistence",
              "javax.persistence",
              "org.springframework.data",
              "org.hibernate",
              "org.jooq",
              "java.sql.Connection",
              "java.sql.DriverManager",
              "java.sql.PreparedStatement",
              "java.sql.ResultSet",
              "java.sql.Statement",
              "javax.sql"));

  /** Imports that a pure computation does not have. */
  private static final List<String> IMPURE =
      List.of(
          "java.io.File",
          "java.io.RandomAccessFile",
          "java.lang.foreign",
          "java.lang.invoke",
          "java.lang.reflect",
          "java.net",
          "java.nio.channels",
          "java.nio.file",
          "java.sql",
          "java.util.concurrent",
          "java.util.logging",
          "javax.sql",
          "javax.swing",
          "java.awt",
          "sun.misc");

  /** A component of one or two classes could be anything. */
  private static final int FEWEST_LINES_OF_PURE_CODE = 100;

  /** Memory of an instance below which it counts as embedded, in GiB. */
  private static final double SMALL_GIB = 0.25;

  /** One import is no shape where a recording could show a second sign and does not. */
  private static final int FEWEST_SIGNS = 2;

  /** Two kinds of library that belong together make a web API; one alone is used everywhere. */
  private static final int FEWEST_WEB_SIGNS = 2;

  /** More replicas than a web API of a few hundred requests a second takes. */
  private static final long MANY_REPLICAS = 10;

  /** Lines deleted or changed by lines that are there, from which young code is unsettled. */
  private static final double REDONE = 0.5;

  private static final long HALF_A_YEAR_SECONDS = 183L * 24 * 3600;

  private final RuleContext context;

  /** What the code imports that its CPU time passes through, or a large part of it. */
  private final SortedSet<String> imports;

  /** Classes on the stacks of its own samples. */
  private final Set<String> sampled;

  private Archetypes(RuleContext context) {
    this.context = context;
    this.imports = HotCode.of(context).of(context.imports());
    this.sampled = new HashSet<>();
    for (SourceFile file : context.sources()) {
      for (LineSamples.Sample sample :
          context.attribution().lines().within(file.path(), 1, Integer.MAX_VALUE)) {
        sample.key().stack().forEach(frame -> sampled.add(frame.className()));
      }
    }
  }

  static List<Likeness> of(RuleContext context) {
    return new Archetypes(context).found();
  }

  private List<Likeness> found() {
    List<Likeness> found = new ArrayList<>();
    for (Archetype archetype : Archetype.values()) {
      List<Fact> signs =
          switch (archetype) {
            case WASM_CANDIDATE -> pure();
            case PROTOTYPE -> prototype();
            case NO_SYSTEMS_EXPERIENCE -> inexperienced(context.policy().facts().team());
            case EMBEDDED -> embedded();
            case WEB_API -> webApi();
            case NETWORK_SERVICE -> network();
            default -> imported(archetype);
          };
      if (!signs.isEmpty()) {
        found.add(new Likeness(archetype, signs));
      }
    }
    return found;
  }

  private List<Fact> imported(Archetype archetype) {
    SortedMap<String, SortedSet<String>> hits = new TreeMap<>();
    for (String prefix : IMPORTS.getOrDefault(archetype, List.of())) {
      for (String imported : imports) {
        if (below(imported, prefix)) {
          hits.computeIfAbsent(prefix, p -> new TreeSet<>()).add(imported);
        }
      }
    }
    if (hits.isEmpty()) {
      return List.of();
    }
    Fact imports = Fact.repository("It imports " + String.join(", ", hits.keySet()) + ".");
    List<String> below =
        hits.keySet().stream()
            .filter(prefix -> sampled.stream().anyMatch(name -> below(name, prefix)))
            .toList();
    if (!below.isEmpty()) {
      return List.of(
          imports, Fact.measured("Its own samples pass through " + String.join(", ", below) + "."));
    }
    return hits.size() >= FEWEST_SIGNS || !context.has(Need.CPU_PROFILE)
        ? List.of(imports)
        : List.of();
  }

  private static boolean below(String imported, String prefix) {
    return imported.equals(prefix) || imported.startsWith(prefix + ".");
  }

  private List<Fact> webApi() {
    List<Fact> signs = imported(Archetype.WEB_API);
    long kinds =
        IMPORTS.getOrDefault(Archetype.WEB_API, List.of()).stream()
            .filter(prefix -> imports.stream().anyMatch(name -> below(name, prefix)))
            .map(prefix -> prefix.startsWith("java.sql.") ? "java.sql" : prefix)
            .distinct()
            .count();
    return kinds >= FEWEST_WEB_SIGNS ? signs : List.of();
  }

  private List<Fact> pure() {
    if (context.component().linesOfCode() < FEWEST_LINES_OF_PURE_CODE
        || imports.stream()
            .anyMatch(imported -> IMPURE.stream().anyMatch(prefix -> below(imported, prefix)))
        || imports.stream().anyMatch(imported -> foreign(imported))) {
      return List.of();
    }
    return List.of(
        Fact.repository(
            "It imports no thread, file, network, reflection or user-interface class, and no"
                + " library."));
  }

  /** Neither the platform's own nor the code base's. */
  private boolean foreign(String imported) {
    return !imported.startsWith("java.")
        && context.ownPackages().stream().noneMatch(own -> below(imported, own));
  }

  /** Many instances are a sign beside code that handles connections itself, never alone. */
  private List<Fact> network() {
    List<Fact> signs = new ArrayList<>(imported(Archetype.NETWORK_SERVICE));
    if (!signs.isEmpty()) {
      most(OperationsFact.Kind.MAX_REPLICAS, OperationsFact.Kind.REPLICAS)
          .filter(fact -> fact.number() >= MANY_REPLICAS)
          .ifPresent(
              fact ->
                  signs.add(Fact.repository("It is deployed in " + fact.number() + " replicas.")));
    }
    return signs;
  }

  private List<Fact> embedded() {
    List<Fact> signs = new ArrayList<>(imported(Archetype.EMBEDDED));
    Fleet fleet = context.policy().facts().fleet(context.component().name());
    if (fleet.memoryGiB().isPresent() && fleet.memoryGiB().getAsDouble() <= SMALL_GIB) {
      signs.add(Fact.declared("An instance has " + gib(fleet) + " of memory."));
    }
    facts(OperationsFact.Kind.PLATFORM)
        .map(OperationsFact::value)
        .filter(platform -> platform.startsWith("linux/arm/"))
        .findFirst()
        .ifPresent(
            platform -> signs.add(Fact.repository("An image is built for " + platform + ".")));
    return signs;
  }

  private Optional<OperationsFact> most(OperationsFact.Kind... kinds) {
    return facts(kinds).max(Comparator.comparingLong(OperationsFact::number));
  }

  private Stream<OperationsFact> facts(OperationsFact.Kind... kinds) {
    Set<OperationsFact.Kind> wanted = Set.of(kinds);
    return context.repository().operations().stream()
        .filter(file -> file.concerns(context.component().module()))
        .flatMap(file -> file.facts().stream())
        .filter(fact -> wanted.contains(fact.kind()));
  }

  private static String gib(Fleet fleet) {
    return number(fleet.memoryGiB().orElse(0)) + " GiB";
  }

  private List<Fact> prototype() {
    List<Fact> signs = new ArrayList<>();
    Optional<Horizon> horizon = context.policy().facts().horizon(context.component().name());
    if (horizon.isPresent() && horizon.get().years() < 1) {
      signs.add(Fact.declared("It is meant to live less than a year."));
    }
    ComponentHistory.of(context).flatMap(Archetypes::unsettled).ifPresent(signs::add);
    return signs;
  }

  /**
   * Age alone is no sign: every new repository is young. Its code must have been redone as well.
   */
  private static Optional<Fact> unsettled(ComponentHistory history) {
    long age = history.headSeconds() - history.firstSeconds();
    boolean redone =
        history.lines() > 0 && (double) history.linesDeleted() / history.lines() >= REDONE;
    return !history.shallow() && age < HALF_A_YEAR_SECONDS && redone
        ? Optional.of(
            Fact.repository(
                "Its first commit is less than 6 months old, and "
                    + count(history.linesDeleted())
                    + " lines were deleted or changed since, of "
                    + count(history.lines())
                    + " it has."))
        : Optional.empty();
  }

  private static List<Fact> inexperienced(Team team) {
    return team.systemsExperienced().isPresent() && team.systemsExperienced().getAsInt() == 0
        ? List.of(Fact.declared("Nobody in the team has experience in systems languages."))
        : List.of();
  }
}
