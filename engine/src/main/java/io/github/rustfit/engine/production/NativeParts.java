package io.github.rustfit.engine.production;

import io.github.rustfit.rules.component.Attribution;
import io.github.rustfit.rules.component.Component;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.evidence.trial.Trial;
import io.github.rustfit.rules.stats.Format;
import io.github.rustfit.rules.stats.Share;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The native parts of a program.
 *
 * @param parts by component and name; those that recordings show, and those about which something
 *     was agreed
 * @param memory what the process held outside of the heap
 * @param unseen components of which recordings cannot show what they use in native code, with why,
 *     as a clause
 * @param problems the same by recording, as its digest, in a sentence
 */
public record NativeParts(
    List<NativePart> parts,
    ProcessMemory memory,
    SortedMap<String, String> unseen,
    SortedMap<String, String> problems) {

  private static final int MOST_PARTS = 1_000;

  /** None. */
  public static final NativeParts NONE =
      new NativeParts(
          List.of(),
          new ProcessMemory(0, 0, Collections.emptySortedMap()),
          Collections.emptySortedMap(),
          Collections.emptySortedMap());

  public NativeParts {
    parts = List.copyOf(parts);
    unseen = Collections.unmodifiableSortedMap(new TreeMap<>(unseen));
    problems = Collections.unmodifiableSortedMap(new TreeMap<>(problems));
  }

  /** What a part is known by. */
  private record Key(String component, String name, boolean binding) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return Comparator.comparing(Key::component)
          .thenComparing(Key::name)
          .thenComparing(Key::binding)
          .compare(this, other);
    }
  }

  /**
   * What CPU samples of a recording can show.
   *
   * @param counts whether time in native code is counted
   * @param frames whether native frames are shown
   */
  private record Sight(boolean counts, boolean frames) {}

  /** Those that evidence shows. */
  public static NativeParts of(Evidence evidence, Attribution attribution) {
    ProfileSummary all = evidence.profile();
    return new Search(attribution)
        .parts(
            evidence.overlap().counted(evidence.profiles()),
            evidence.repository().trials(),
            ProcessMemory.of(all.facts().process(), evidence.gc()));
  }

  /** Goes through the samples of all recordings. */
  private static final class Search {

    private final Attribution attribution;
    private final Map<Key, NativeUse> uses = new TreeMap<>();
    private final Map<List<Frame>, Optional<NativeStack>> known = new HashMap<>();
    private final SortedMap<String, String> unseen = new TreeMap<>();
    private final SortedMap<String, String> problems = new TreeMap<>();
    private Weight cpu = Weight.ZERO;
    private boolean anyShown;
    private boolean anyCpu;

    Search(Attribution attribution) {
      this.attribution = attribution;
    }

    NativeParts parts(
        SortedMap<String, ProfileSummary> recordings,
        Collection<Trial> trials,
        ProcessMemory memory) {
      boolean malloc =
          recordings.values().stream().anyMatch(one -> one.recorded(SampleKind.NATIVE_MEMORY));
      recordings.forEach(this::add);
      uses.values().removeIf(use -> !use.certain());
      SortedMap<String, List<Trial>> byEntry = new TreeMap<>();
      trials.forEach(
          one ->
              byEntry
                  .computeIfAbsent(one.component() + "\n" + one.entry(), key -> new ArrayList<>())
                  .add(one));
      List<NativePart> parts = new ArrayList<>();
      uses.forEach(
          (key, use) -> {
            if (malloc) {
              use.memoryRecorded();
            }
            List<List<Trial>> own =
                byEntry.values().stream().filter(one -> isOf(key, one.get(0))).toList();
            // Two methods whose bindings differ in a number alone are not told apart.
            List<Trial> of = own.size() == 1 ? own.get(0) : List.of();
            parts.add(part(key, use, of, memory));
            if (own.size() == 1) {
              byEntry.remove(of.get(0).component() + "\n" + of.get(0).entry());
            }
          });
      byEntry.values().stream()
          .filter(one -> Condition.agreed(one).agreed())
          .forEach(one -> parts.add(part(key(one.get(0)), new NativeUse(), one, memory)));
      parts.sort(Comparator.comparing(NativePart::component).thenComparing(NativePart::name));
      return new NativeParts(
          parts.subList(0, Math.min(MOST_PARTS, parts.size())), memory, unseen, problems);
    }

    private static boolean isOf(Key key, Trial trial) {
      return key.binding() && new Binding(key.name(), "").isOf(trial.entry());
    }

    private static Key key(Trial trial) {
      return new Key(trial.component(), Binding.nameOf(trial.entry()), true);
    }

    private NativePart part(Key key, NativeUse use, List<Trial> trials, ProcessMemory memory) {
      List<NativePart.Check> checks = Condition.checks(trials, use, why(key), memory);
      Weight own = use.all();
      return new NativePart(
          trials.isEmpty() ? key.component() : trials.get(0).component(),
          key.binding() ? key.name() : "",
          use.crates().isEmpty() && !key.binding() ? List.of(key.name()) : use.crates(),
          trials.isEmpty() ? "" : trials.get(0).entry(),
          own.samples() == 0
              ? Share.UNKNOWN
              : Share.weighted(own.amount(), cpu.amount(), cpu.effectiveSamples()),
          use.spots(),
          new NativePart.Seen(use.certain(), use.nativeSamples(), use.allocatedBytes()),
          Condition.agreed(trials),
          Condition.all(checks),
          checks);
    }

    private Optional<String> why(Key key) {
      if (anyShown) {
        return Optional.empty();
      }
      return Optional.of(
          unseen.getOrDefault(
              key.component(),
              anyCpu
                  ? "no recording shows native frames, as async-profiler's do"
                  : "nothing was recorded"));
    }

    private void add(String digest, ProfileSummary recording) {
      boolean shown =
          recording.samples().keySet().stream()
              .anyMatch(
                  key ->
                      key.kind() == SampleKind.CPU
                          && key.stack().stream()
                              .anyMatch(one -> !one.java() && !one.standsForMore()));
      anyCpu |= recording.recorded(SampleKind.CPU);
      anyShown |= shown;
      boolean counts = !recording.facts().process().nativeCode().cpuOfJavaOnly();
      SortedMap<String, Long> hidden = new TreeMap<>();
      recording
          .samples()
          .forEach(
              (key, weight) -> {
                if (key.kind() == SampleKind.CPU && counts) {
                  cpu = cpu.merge(weight);
                }
                stack(key)
                    .ifPresent(stack -> add(key, weight, stack, new Sight(counts, shown), hidden));
              });
      if (!shown && !hidden.isEmpty()) {
        say(digest, recording, hidden);
      }
    }

    private Optional<NativeStack> stack(SampleKey key) {
      return switch (key.kind()) {
        case CPU, NATIVE, NATIVE_MEMORY -> known.computeIfAbsent(key.stack(), NativeStack::of);
        default -> Optional.empty();
      };
    }

    private void add(
        SampleKey key,
        Weight weight,
        NativeStack stack,
        Sight sight,
        SortedMap<String, Long> hidden) {
      String component = attribution.owner(key).map(Component::name).orElse("");
      boolean binding = !stack.binding().isEmpty();
      String name = binding ? stack.binding() : stack.crate().orElse("");
      NativeUse use =
          uses.computeIfAbsent(new Key(component, name, binding), one -> new NativeUse());
      switch (key.kind()) {
        case CPU -> {
          if (sight.counts()) {
            use.cpu(stack, weight, sight.frames());
          } else {
            use.seen(stack, 0);
          }
          if (stack.technique()) {
            hidden.merge(component, 0L, Long::sum);
          }
        }
        case NATIVE -> {
          use.waiting(stack, weight);
          if (stack.technique()) {
            hidden.merge(component, weight.samples(), Long::sum);
          }
        }
        default -> use.allocated(stack, weight);
      }
    }

    /** Says of which components a recording cannot show what they use in native code. */
    private void say(String digest, ProfileSummary recording, SortedMap<String, Long> hidden) {
      boolean javaOnly = recording.facts().process().nativeCode().cpuOfJavaOnly();
      SortedSet<String> names = new TreeSet<>(hidden.keySet());
      long samples = hidden.values().stream().mapToLong(Long::longValue).sum();
      String of = String.join(", ", names).isBlank() ? "no component" : String.join(", ", names);
      String why =
          javaOnly
              ? "its CPU samples are of Java code alone (jdk.ExecutionSample), so what Rust uses is"
                  + " not among them"
              : "its CPU samples have no native frames, so Rust is not told from the boundary";
      if (javaOnly) {
        names.remove("");
        names.forEach(name -> unseen.put(name, why));
      }
      problems.put(
          digest,
          javaOnly
              ? "The CPU samples are of Java code alone (jdk.ExecutionSample), and "
                  + of
                  + (names.size() > 1 ? " call" : " calls")
                  + " Rust: what it uses there is in no share, so it seems to use less than it does"
                  + (samples > 0
                      ? "; "
                          + Format.count(samples)
                          + " samples (jdk.NativeMethodSample) saw its threads in native code, running"
                          + " or waiting"
                      : "")
                  + "."
              : "The CPU samples have no native frames, and "
                  + of
                  + (names.size() > 1 ? " call" : " calls")
                  + " Rust: Rust is not told from the boundary.");
    }
  }
}
