package io.github.rustfit.readers.codec;

import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.gc.LiveBasis;
import io.github.rustfit.rules.evidence.gc.MutatorUtilisation;
import io.github.rustfit.rules.evidence.gc.PauseHistogram;
import io.github.rustfit.rules.evidence.gc.RunHistory;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.repository.History;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.evidence.trial.Gain;
import io.github.rustfit.rules.evidence.trial.TakeBack;
import io.github.rustfit.rules.evidence.trial.Trial;
import io.github.rustfit.rules.evidence.trial.TrialFigures;
import io.github.rustfit.rules.evidence.trial.TrialMachine;
import io.github.rustfit.rules.evidence.trial.TrialOutputs;
import io.github.rustfit.rules.evidence.tuning.Aim;
import io.github.rustfit.rules.evidence.tuning.TunedCode;
import io.github.rustfit.rules.evidence.tuning.TunedConfiguration;
import io.github.rustfit.rules.evidence.tuning.TunedHeap;
import io.github.rustfit.rules.evidence.tuning.Tuning;
import io.github.rustfit.rules.evidence.tuning.TuningCost;
import io.github.rustfit.rules.evidence.tuning.TuningMachine;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Evidence of every shape, the same for the same seed: each component of each record gets a value
 * of its type, hostile names and the largest numbers among them. Nothing here lists what evidence
 * consists of, so a figure that is added is covered; what a record refuses is drawn again.
 */
final class RandomRecords {

  private static final List<String> NAMES =
      List.of(
          "",
          "a",
          "com.acme.Cache$Entry",
          "lambda$get$0",
          "\u00e9\u4e2d",
          "\ud83d\ude00",
          "\"\\\n\t\u0000",
          "[]",
          "a/b");

  private static final int TRIES = 10_000;

  private final Random random;

  /** Records of which nearly nothing that is drawn fits together. */
  private final Map<Class<?>, Supplier<Object>> built = new HashMap<>();

  private RandomRecords(long seed) {
    random = new Random(seed);
    built.put(PauseHistogram.class, this::pauses);
    built.put(RunHistory.class, this::run);
    built.put(MutatorUtilisation.class, this::utilisation);
    built.put(Gain.class, this::gain);
    built.put(Trial.class, this::trial);
    built.put(Tuning.class, this::tuning);
  }

  static Evidence evidence(long seed) {
    return new RandomRecords(seed).one(Evidence.class);
  }

  private <T> T one(Class<T> type) {
    return type.cast(value(type));
  }

  private Object value(Type type) {
    return type instanceof ParameterizedType generic
        ? collection(
            (Class<?>) generic.getRawType(),
            generic.getActualTypeArguments()[0],
            generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1])
        : simple((Class<?>) type);
  }

  private Object simple(Class<?> type) {
    Supplier<Object> builder = built.get(type);
    if (builder != null) {
      return builder.get();
    }
    if (type.isRecord()) {
      return record(type);
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[number(type.getEnumConstants().length)];
    }
    return switch (type.getSimpleName()) {
      case "String" -> NAMES.get(number(NAMES.size()));
      case "boolean", "Boolean" -> random.nextBoolean();
      case "int", "Integer" -> number(10) == 0 ? -1 : number(9) == 0 ? number(1 << 30) : number(9);
      case "long", "Long" -> number(20) == 0 ? -1 : amount();
      default -> throw new AssertionError("no value for " + type);
    };
  }

  private Object collection(Class<?> type, Type first, Type last) {
    if (type == Optional.class) {
      return random.nextBoolean() ? Optional.of(value(first)) : Optional.empty();
    }
    if (type == List.class) {
      return some(() -> value(first));
    }
    if (type == SortedSet.class || type == Set.class) {
      List<Object> items = some(() -> value(first));
      return type == Set.class ? new HashSet<>(items) : new TreeSet<>(items);
    }
    Map<Object, Object> map = new HashMap<>();
    some(() -> map.put(value(first), value(last)));
    return type == SortedMap.class ? new TreeMap<>(map) : map;
  }

  private Object record(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    for (int tries = 0; tries < TRIES; tries++) {
      Map<String, Object> values = new LinkedHashMap<>();
      for (RecordComponent component : components) {
        values.put(component.getName(), value(component.getGenericType()));
      }
      if (type == ProfileSummary.class) {
        values.put("observed", observed(values));
      } else if (type == RepositoryEvidence.class) {
        values.put("histories", byHead(values));
      }
      try {
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values.values().toArray());
      } catch (InvocationTargetException refused) {
        if (!(refused.getCause() instanceof IllegalArgumentException)) {
          throw new AssertionError(refused);
        }
      } catch (ReflectiveOperationException impossible) {
        throw new AssertionError(impossible);
      }
    }
    throw new AssertionError(type + " refuses everything: it has to be built");
  }

  private Object gain() {
    double low = (1 + number(100)) / 64.0;
    return new Gain(low, low + number(10), low + 10 + number(10));
  }

  private Object trial() {
    boolean equal = random.nextBoolean();
    TrialOutputs outputs = new TrialOutputs(1 + number(9), number(9), true, equal ? "" : "differs");
    return new Trial(
        "shop",
        "a.B#" + NAMES.get(number(NAMES.size())),
        Trial.Port.values()[number(3)],
        "2026-11-" + (10 + number(20)),
        new TrialMachine("cpu", 1 + number(9), "Linux", "25", "1.95", "Ffm"),
        outputs,
        equal ? Optional.of(one(TrialFigures.class)) : Optional.empty(),
        new TreeMap<>(Map.of("A.java", NAMES.get(number(NAMES.size())))),
        NAMES.get(number(NAMES.size())),
        new TakeBack(number(3), number(3) / 4.0, number(9)),
        new TreeSet<>(some(() -> NAMES.get(number(NAMES.size())))));
  }

  private Object tuning() {
    List<TunedConfiguration> all = new ArrayList<>();
    all.add(tuned("present", TunedConfiguration.Result.PRESENT));
    some(() -> number(9)).stream()
        .distinct()
        .forEach(
            i ->
                all.add(
                    tuned(
                        "other " + i,
                        TunedConfiguration.Result.values()[
                            1 + number(TunedConfiguration.Result.values().length - 1)])));
    return new Tuning(
        "2026-11-" + (10 + number(20)),
        one(TuningMachine.class),
        one(Aim.class),
        one(String.class),
        new Tuning.Noise(
            number(30),
            number(100) / 64.0,
            number(100) / 64.0,
            number(100) / 64.0,
            one(String.class)),
        one(TunedHeap.class),
        one(TunedCode.class),
        all.get(number(all.size())).name(),
        all);
  }

  private TunedConfiguration tuned(String name, TunedConfiguration.Result result) {
    return new TunedConfiguration(
        name,
        one(String.class),
        one(String.class),
        some(() -> one(String.class)),
        one(String.class),
        one(String.class),
        result,
        random.nextBoolean() ? Optional.of(one(Gain.class)) : Optional.empty(),
        one(TuningCost.class),
        one(String.class));
  }

  private Object pauses() {
    PauseHistogram.Builder pauses = new PauseHistogram.Builder();
    some(() -> add(pauses, random.nextLong() >>> (4 + random.nextInt(60))));
    return pauses.build();
  }

  private static boolean add(PauseHistogram.Builder pauses, long nanos) {
    pauses.add(nanos);
    return true;
  }

  private Object utilisation() {
    TreeMap<Long, Long> worst = new TreeMap<>();
    some(() -> worst.put(100L + number(99), (long) number(100)));
    return new MutatorUtilisation(worst);
  }

  private Object run() {
    RunHistory.Builder builder = new RunHistory.Builder();
    for (int i = number(5); i > 0; i--) {
      builder.pause(
          number(1 << 30),
          amount() / 8,
          one(String.class),
          one(String.class),
          number(9) - 1,
          amount(),
          amount());
      builder.live(one(LiveBasis.class), number(1 << 30), amount());
    }
    RunHistory run = builder.build(1 + number(9), one(String.class), amount(), amount());
    return new RunHistory(
        one(String.class),
        run.number(),
        one(String.class),
        run.nanos(),
        amount(),
        run.pauses(),
        run.live());
  }

  /** Samples are only of kinds that were observed. */
  private Object observed(Map<String, Object> profile) {
    Map<Object, Object> observed = new HashMap<>(map(profile, "observed"));
    for (Object key : map(profile, "samples").keySet()) {
      observed.putIfAbsent(((SampleKey) key).kind(), amount());
    }
    return observed;
  }

  /** Each by its head. */
  private static Object byHead(Map<String, Object> repository) {
    Map<Object, Object> histories = new TreeMap<>();
    for (Object history : map(repository, "histories").values()) {
      histories.put(((History) history).head(), history);
    }
    return histories;
  }

  private static Map<?, ?> map(Map<String, Object> parts, String name) {
    return (Map<?, ?>) Objects.requireNonNull(parts.get(name), name);
  }

  /** Small more often than large, at times the largest. */
  private long amount() {
    return number(20) == 0 ? Long.MAX_VALUE : random.nextLong() >>> (1 + number(62));
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
}
