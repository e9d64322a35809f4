package io.github.rustfit.readers.codec;

import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.LineCounts;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.gc.GcCpuTimes;
import io.github.rustfit.rules.evidence.gc.GcDetails;
import io.github.rustfit.rules.evidence.gc.GcIncident;
import io.github.rustfit.rules.evidence.gc.GcIncidents;
import io.github.rustfit.rules.evidence.gc.GcRunPart;
import io.github.rustfit.rules.evidence.gc.GcRuns;
import io.github.rustfit.rules.evidence.gc.GcSetup;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.gc.LiveBasis;
import io.github.rustfit.rules.evidence.gc.Metaspace;
import io.github.rustfit.rules.evidence.gc.MutatorUtilisation;
import io.github.rustfit.rules.evidence.gc.PauseHistogram;
import io.github.rustfit.rules.evidence.gc.PauseTotal;
import io.github.rustfit.rules.evidence.gc.RunHistory;
import io.github.rustfit.rules.evidence.gc.SafepointTotals;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.Launcher;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.RecordingFacts;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.evidence.repository.FixClass;
import io.github.rustfit.rules.evidence.repository.FixCommit;
import io.github.rustfit.rules.evidence.repository.FolderHistory;
import io.github.rustfit.rules.evidence.repository.History;
import io.github.rustfit.rules.evidence.repository.OperationsFact;
import io.github.rustfit.rules.evidence.repository.OperationsFile;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.evidence.source.MechanismUse;
import io.github.rustfit.rules.evidence.source.PatternMatch;
import io.github.rustfit.rules.evidence.source.Signature;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.evidence.source.SourceMethod;
import io.github.rustfit.rules.evidence.source.SourceType;
import io.github.rustfit.rules.evidence.source.TypeShape;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Evidence of every shape, the same for the same seed. */
final class RandomEvidence {
  private static final List<String> NAMES =
      List.of(
          "",
          "a",
          "com.acme.Cache$Entry",
          "lambda$get$0",
          "\u00e9\u4e2d",
          "\ud83d\ude00",
          "\ud800",
          "\"\\\n\t\u0000",
          "[]",
          "a/b");

  private final Random random;

  private RandomEvidence(long seed) {
    random = new Random(seed);
  }

  static Evidence of(long seed) {
    return new RandomEvidence(seed).evidence();
  }

  private Evidence evidence() {
    return new Evidence(
        new TreeSet<>(some(this::input)),
        new TreeMap<>(keyed(this::profile)),
        new TreeMap<>(keyed(this::gc)),
        new TreeMap<>(keyed(() -> some(this::part))),
        new TreeMap<>(keyed(this::gc)),
        new TreeSet<>(some(this::source)),
        new TreeSet<>(some(() -> new Problem(name(), number(9), "m" + name(), "r" + name()))),
        repository());
  }

  private RepositoryEvidence repository() {
    SortedMap<String, History> histories = new TreeMap<>();
    some(this::commits).forEach(history -> histories.put(history.head(), history));
    return new RepositoryEvidence(histories, new TreeSet<>(some(this::operations)));
  }

  private OperationsFile operations() {
    OperationsFile.Kind[] kinds = OperationsFile.Kind.values();
    return new OperationsFile(
        kinds[number(kinds.length)],
        name(),
        name(),
        "d" + name(),
        new TreeSet<>(some(this::operationsFact)));
  }

  private OperationsFact operationsFact() {
    OperationsFact.Kind[] kinds = OperationsFact.Kind.values();
    long number = random.nextBoolean() ? OperationsFact.NONE : amount();
    return new OperationsFact(kinds[number(kinds.length)], name(), name(), number, number(99));
  }

  private History commits() {
    return new History(
        "h" + name(),
        random.nextLong(),
        random.nextBoolean(),
        random.nextBoolean() ? History.ALL : random.nextLong(),
        new TreeMap<>(keyed(this::folder)),
        new TreeMap<>(keyed(() -> (long) number(9))));
  }

  private FolderHistory folder() {
    return new FolderHistory(
        number(9),
        random.nextLong(),
        random.nextLong(),
        number(99),
        number(99),
        number(99),
        new TreeMap<>(keyed(() -> (long) number(9))),
        new TreeSet<>(
            some(
                () ->
                    new FixCommit(
                        "0123456789ab" + name(),
                        random.nextLong(),
                        new TreeSet<>(some(() -> FixClass.values()[number(8)]))))));
  }

  private Input input() {
    Input.Status status = Input.Status.values()[number(3)];
    String problem = status == Input.Status.READ ? "" : "p" + name();
    return new Input(name(), name(), name(), status, problem, lines());
  }

  private LineCounts lines() {
    List<Long> first = some(() -> (long) number(99));
    return new LineCounts(number(1000), number(1000), first.size() + number(9), first);
  }

  private GcRunPart part() {
    long first = number(1000);
    return new GcRunPart(
        random.nextBoolean(),
        number(1000) - 1,
        first,
        first + number(1000),
        number(1000),
        random.nextBoolean(),
        random.nextBoolean(),
        number(1000),
        new GcRunPart.Ids(number(64), random.nextLong()),
        new GcRunPart.Ids(number(64), random.nextLong()),
        number(1000) - 1,
        number(1000) - 1,
        number(9) - 1,
        number(9) - 1,
        random.nextBoolean(),
        random.nextBoolean(),
        random.nextBoolean());
  }

  private ProfileSummary profile() {
    Map<SampleKind, Long> observed = new EnumMap<>(SampleKind.class);
    Map<SampleKey, Weight> samples = new HashMap<>();
    for (SampleKind kind : SampleKind.values()) {
      if (random.nextBoolean()) {
        observed.put(kind, amount());
        for (int i = number(30); i > 0; i--) {
          List<Frame> stack = new ArrayList<>();
          for (int depth = number(6); depth > 0; depth--) {
            stack.add(new Frame(name(), name(), number(3)));
          }
          samples.put(new SampleKey(kind, stack, name()), new Weight(amount(), amount(), amount()));
        }
      }
    }
    return new ProfileSummary(
        amount(),
        observed,
        samples,
        tally(),
        tally(),
        new TreeSet<>(some(this::name)),
        new TreeSet<>(some(() -> number(64))),
        facts());
  }

  private RecordingFacts facts() {
    Map<SampleKind, Long> thresholds = new EnumMap<>(SampleKind.class);
    some(() -> thresholds.put(SampleKind.values()[number(SampleKind.values().length)], amount()));
    return new RecordingFacts(
        tally(),
        tally(),
        tally(),
        thresholds,
        new TreeSet<>(some(this::amount)),
        new TreeSet<>(some(this::amount)),
        new TreeSet<>(some(() -> Launcher.values()[number(Launcher.values().length)])));
  }

  private GcSummary gc() {
    long observed = number(1000);
    return new GcSummary(
        new TreeSet<>(some(this::name)),
        new TreeSet<>(some(this::name)),
        observed + number(1000),
        observed,
        pauses(),
        totals(),
        amount(),
        amount(),
        tally(),
        tally(),
        amount(),
        amount(),
        details());
  }

  private GcDetails details() {
    TreeMap<GcIncident, Tally> counts = new TreeMap<>();
    some(() -> counts.put(GcIncident.values()[number(10)], new Tally(amount(), 1 + number(99))));
    TreeMap<Long, Long> worst = new TreeMap<>();
    some(() -> worst.put(100L + number(99), (long) number(100)));
    return GcDetails.builder()
        .kinds(totals())
        .concurrent(totals())
        .incidents(new GcIncidents(counts, totals(), total(), number(9) - 1))
        .safepoints(new SafepointTotals(amount(), pauses(), pauses(), totals()))
        .cpu(new GcCpuTimes(Long.MAX_VALUE, amount(), amount(), amount(), amount(), amount()))
        .metaspace(new Metaspace(amount(), amount(), amount()))
        .promotion(tally())
        .utilisation(new MutatorUtilisation(worst))
        .setup(
            new GcSetup(
                new TreeSet<>(some(this::amount)),
                new TreeSet<>(some(this::amount)),
                new TreeSet<>(some(this::amount)),
                new TreeSet<>(some(() -> number(64))),
                new TreeSet<>(some(this::amount)),
                new TreeSet<>(some(this::name))))
        .runs(new GcRuns(5 + number(9), some(this::history)))
        .build();
  }

  private RunHistory history() {
    RunHistory.Builder builder = new RunHistory.Builder();
    some(
        () ->
            builder.pause(
                number(1 << 30), amount() / 8, name(), name(), number(9) - 1, amount(), amount()));
    some(
        () ->
            builder.live(
                LiveBasis.values()[number(LiveBasis.values().length)], number(1 << 30), amount()));
    RunHistory run = builder.build(1 + number(9), name(), amount(), amount());
    return new RunHistory(
        name(), run.number(), name(), run.nanos(), amount(), run.pauses(), run.live());
  }

  private PauseHistogram pauses() {
    PauseHistogram.Builder pauses = new PauseHistogram.Builder();
    some(() -> pauses.add(random.nextLong() >>> (4 + random.nextInt(60))));
    return pauses.build();
  }

  private TreeMap<String, PauseTotal> totals() {
    TreeMap<String, PauseTotal> totals = new TreeMap<>();
    some(() -> totals.put(name(), total()));
    return totals;
  }

  private PauseTotal total() {
    long nanos = amount();
    return new PauseTotal(amount(), nanos, nanos / (1 + number(3)));
  }

  private SourceFile source() {
    return new SourceFile(
        name(),
        name(),
        name(),
        SourceFile.Role.values()[number(2)],
        name(),
        number(1000),
        new TreeSet<>(some(this::name)),
        some(this::type),
        new TreeSet<>(some(this::pattern)),
        new TreeSet<>(some(this::mechanism)));
  }

  private MechanismUse mechanism() {
    MechanismUse.Mechanism[] mechanisms = MechanismUse.Mechanism.values();
    return new MechanismUse(mechanisms[number(mechanisms.length)], 1 + number(99));
  }

  private PatternMatch pattern() {
    int first = 1 + number(100);
    return new PatternMatch(name(), first, first + number(9), name(), name(), name());
  }

  private SourceMethod method() {
    int first = 1 + number(100);
    return new SourceMethod(name(), first, first + number(9), maybe(this::signature));
  }

  private Signature signature() {
    return new Signature(number(0x10000), name(), some(this::name));
  }

  private SourceType type() {
    return new SourceType(name(), number(9), number(9), some(this::method), maybe(this::shape));
  }

  private TypeShape shape() {
    return new TypeShape(
        TypeShape.Kind.values()[number(5)],
        name(),
        some(this::name),
        some(() -> new TypeShape.Field(number(0x10000), name())));
  }

  private <T> Optional<T> maybe(Supplier<T> one) {
    return random.nextBoolean() ? Optional.of(one.get()) : Optional.empty();
  }

  private Tally tally() {
    return random.nextBoolean() ? Tally.UNKNOWN : new Tally(amount(), 1 + amount() / 2);
  }

  /** Small more often than large, at times the largest. */
  private long amount() {
    return random.nextInt(20) == 0 ? Long.MAX_VALUE : random.nextLong() >>> (1 + number(62));
  }

  private <T> Map<String, T> keyed(Supplier<T> value) {
    Map<String, T> map = new HashMap<>();
    some(() -> map.put("sha" + number(5), value.get()));
    return map;
  }

  private <T> List<T> some(Supplier<T> item) {
    List<T> items = new ArrayList<>();
    for (int i = number(5); i > 0; i--) {
      items.add(item.get());
    }
    return items;
  }

  private int number(int below) {
    return random.nextInt(below);
  }

  private String name() {
    return NAMES.get(number(NAMES.size()));
  }
}
