package io.github.rustfit.rules.component;

import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import java.util.List;
import java.util.Optional;

/** Finds where the work of a stack comes into the program. */
final class EntryFinder {

  private final Owners owners;
  private final EntryKinds kinds = new EntryKinds();

  EntryFinder(Owners owners) {
    this.owners = owners;
  }

  /**
   * An entry point of a stack.
   *
   * @param kind what starts the work
   * @param depth of its frame
   * @param caller what calls it; empty where no frame does
   */
  record Found(EntryKind kind, int depth, String caller) {}

  /**
   * The entry point of a stack; empty where the stack was cut before it could be seen.
   *
   * @param owner depth of the leaf-most application frame
   */
  Optional<Found> find(SampleKey key, int owner) {
    List<Frame> stack = key.stack();
    int outermost = owner;
    for (int i = owner; i < stack.size(); i++) {
      outermost = owned(stack, i) ? i : outermost;
    }
    int entry = -1;
    for (int i = owner; entry < 0 && i <= outermost; i++) {
      entry = owned(stack, i) && handed(stack, i) ? i : -1;
    }
    if (entry < 0 && Stacks.open(key)) {
      return Optional.empty();
    }
    entry = entry < 0 ? outermost : entry;
    EntryKind kind = kind(stack, entry);
    return Optional.of(new Found(kind, written(stack, entry, owner), caller(stack, entry)));
  }

  private boolean owned(List<Frame> stack, int depth) {
    return owners.owner(stack.get(depth)).isPresent();
  }

  /** Whether a server, a container of messages or a scheduler calls the frame itself. */
  private boolean handed(List<Frame> stack, int depth) {
    for (Frame caller : stack.subList(depth + 1, stack.size())) {
      if (owners.owner(caller).isPresent() || EntryKinds.lifecycle(caller)) {
        return false;
      }
      if (kinds.of(caller).isPresent()) {
        return true;
      }
      if (!EntryKinds.between(caller) && !JavaPlatform.has(caller.className())) {
        return false;
      }
    }
    return false;
  }

  private EntryKind kind(List<Frame> stack, int entry) {
    List<Frame> callers = stack.subList(entry + 1, stack.size());
    for (Frame caller : callers) {
      Optional<EntryKind> harness = EntryKinds.harness(caller);
      if (harness.isPresent() || owners.index().ofTests(caller)) {
        return harness.orElse(EntryKind.TEST);
      }
    }
    boolean ofJdk = true;
    for (Frame caller : callers) {
      if (EntryKinds.lifecycle(caller)) {
        return EntryKind.OTHER;
      }
      Optional<EntryKind> kind = kinds.of(caller);
      if (kind.isPresent()) {
        return kind.get();
      }
      ofJdk &=
          !caller.java() || JavaPlatform.has(caller.className()) || EntryKinds.launcher(caller);
    }
    if (!ofJdk) {
      return EntryKind.OTHER;
    }
    String method = stack.get(entry).method();
    if (method.equals("main")) {
      return EntryKind.MAIN;
    }
    boolean run =
        callers.stream().noneMatch(Frame::java)
            ? method.equals("run")
            : callers.stream().anyMatch(EntryFinder::runs);
    return run ? EntryKind.THREAD : EntryKind.OTHER;
  }

  private static boolean runs(Frame frame) {
    return frame.className().equals("java.lang.Thread")
        || frame.className().equals("java.lang.VirtualThread")
        || frame.className().startsWith("java.util.concurrent.");
  }

  /** The class that the JVM spins for a lambda is written in what it calls. */
  private int written(List<Frame> stack, int entry, int owner) {
    int depth = entry;
    while (depth > owner
        && SourceIndex.spunForLambda(stack.get(depth))
        && owned(stack, depth - 1)) {
      depth--;
    }
    return depth;
  }

  private static String caller(List<Frame> stack, int entry) {
    String jdk = "";
    for (Frame caller : stack.subList(entry + 1, stack.size())) {
      if (!EntryKinds.between(caller)) {
        if (!JavaPlatform.has(caller.className())) {
          return Ways.nameOf(caller);
        }
        jdk = jdk.isEmpty() ? Ways.nameOf(caller) : jdk;
      }
    }
    return jdk;
  }
}
