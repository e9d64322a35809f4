package io.github.rustfit.engine.assessment;

import io.github.rustfit.engine.latency.Served;
import io.github.rustfit.rules.component.Attribution;
import io.github.rustfit.rules.component.Component;
import io.github.rustfit.rules.component.EntryPoint;
import io.github.rustfit.rules.component.LibraryShare;
import io.github.rustfit.rules.component.PackageShare;
import io.github.rustfit.rules.component.Recorded;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.rule.RuleContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What surrounds a component at run time. Shown; {@code latency-reach} judges the last of it, and
 * no rule the rest.
 *
 * @param entryPoints where its CPU time comes in, the largest share first
 * @param libraries where its CPU time is spent, its own code and the JDK among them, the largest
 *     share first
 * @param artifacts the same by artifact; empty where the class path is not known
 * @param packages which of its packages own its CPU time, the largest share first
 * @param events what its threads waited for and what else happened in its code, by kind; a kind
 *     that was not enabled is left out
 * @param served what its program does while it serves, with the component's part; empty where no
 *     recording tells
 */
public record Surroundings(
    List<EntryPoint> entryPoints,
    List<LibraryShare> libraries,
    List<LibraryShare> artifacts,
    List<PackageShare> packages,
    List<Recorded> events,
    Optional<Served> served) {

  /** Nothing recorded. */
  public static final Surroundings UNKNOWN =
      new Surroundings(List.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty());

  /** What threads wait for, in the order of the report. */
  public static final List<SampleKind> WAITS =
      List.of(
          SampleKind.LOCK, SampleKind.PARK, SampleKind.SOCKET, SampleKind.FILE, SampleKind.PINNED);

  private static final List<SampleKind> OTHERS =
      List.of(SampleKind.EXCEPTION, SampleKind.LIVE, SampleKind.NATIVE_MEMORY);

  public Surroundings {
    entryPoints = List.copyOf(entryPoints);
    libraries = List.copyOf(libraries);
    artifacts = List.copyOf(artifacts);
    packages = List.copyOf(packages);
    events = List.copyOf(events);
  }

  /** The surroundings of a component. */
  static Surroundings of(RuleContext context) {
    Attribution attribution = context.attribution();
    Component component = context.component();
    return new Surroundings(
        attribution.entryPoints(component),
        attribution.libraries(component),
        attribution.artifacts(component),
        attribution.packages(component),
        Stream.concat(WAITS.stream(), OTHERS.stream())
            .flatMap(kind -> attribution.recorded(component, kind).stream())
            .toList(),
        Served.of(context));
  }

  /** Its libraries by artifact where the class path is known, else by root package. */
  public List<LibraryShare> named() {
    return artifacts.isEmpty() ? libraries : artifacts;
  }

  /** What was recorded of a kind; empty when it was not enabled. */
  public Optional<Recorded> recorded(SampleKind kind) {
    return events.stream().filter(one -> one.kind() == kind).findFirst();
  }
}
