package io.github.rustfit.readers.stacks;

import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Tells by the leaves of its stacks what a profile counts that does not say so. Not thread-safe.
 *
 * <p>Where most leaves are classes, it is allocation, provided that a leaf shows what is hardly
 * ever locked but allocated by every program: byte or char arrays, strings, or something outside of
 * a TLAB. Where two fifths of the samples end in functions that only wait, threads were sampled by
 * the wall clock, whatever the profile is called: a thread that waits uses no CPU. Otherwise it is
 * CPU.
 */
public final class Leaves {

  private static final double WALL_SHARE = 0.4;

  private static final int MANY_ARRAYS = 3;

  private static final Set<String> ALLOCATED = Set.of("byte[]", "char[]", "java.lang.String");

  private static final Set<String> WAITS =
      Set.of(
          "__futex_abstimed_wait_common",
          "__futex_abstimed_wait_common64",
          "futex_wait",
          "do_futex_wait",
          "__pthread_cond_wait",
          "___pthread_cond_wait",
          "__pthread_cond_timedwait",
          "___pthread_cond_timedwait",
          "pthread_cond_wait@@GLIBC_2.3.2",
          "pthread_cond_timedwait@@GLIBC_2.3.2",
          "__lll_lock_wait",
          "__psynch_cvwait",
          "__semwait_signal",
          "kevent",
          "epoll_wait",
          "epoll_pwait",
          "poll",
          "__poll",
          "select",
          "__select",
          "accept",
          "__accept",
          "nanosleep",
          "__clock_nanosleep",
          "__GI___clock_nanosleep",
          "clock_nanosleep");

  private static final Set<String> JAVA_WAITS =
      Set.of(
          "jdk.internal.misc.Unsafe.park",
          "sun.misc.Unsafe.park",
          "java.lang.Object.wait",
          "java.lang.Object.wait0",
          "java.lang.Thread.sleep",
          "java.lang.Thread.sleep0",
          "java.lang.Thread.sleepNanos0",
          "sun.nio.ch.EPoll.wait");

  private final Set<String> arrays = new HashSet<>();
  private boolean allocated;
  private double classes;

  /** Arrays of a class that was lost. */
  private double unnamed;

  private double waits;
  private double all;

  /**
   * Adds the leaf of a stack.
   *
   * @param text as the profile names it
   * @param frame the same as a frame
   * @param count how much of the profile ends in it
   */
  public void add(String text, Frame frame, long count) {
    all += count;
    String type = FrameNames.type(text);
    if (!type.isEmpty()) {
      classes += count;
      allocated |= ALLOCATED.contains(type) || FrameNames.outsideTlab(text);
      if (type.endsWith("[]")) {
        arrays.add(type);
      }
    } else if (text.startsWith("[]_[")) {
      unnamed += count;
    } else if (frame.java()
        ? JAVA_WAITS.contains(frame.className() + "." + frame.method())
        : WAITS.contains(frame.method())) {
      waits += count;
    }
  }

  /** What is counted; empty when it is either allocations or locks. */
  public Optional<SampleKind> kind() {
    // A thread that runs never ends in an array: such a profile is none of CPU, whatever the rest.
    if (2 * (classes + unnamed) > all || !arrays.isEmpty()) {
      return 2 * (classes + unnamed) > all && (allocated || arrays.size() >= MANY_ARRAYS)
          ? Optional.of(SampleKind.ALLOCATION)
          : Optional.empty();
    }
    return Optional.of(waits > 0 && waits >= WALL_SHARE * all ? SampleKind.WALL : SampleKind.CPU);
  }
}
