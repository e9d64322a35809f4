package io.github.rustfit.trial.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one process measured.
 *
 * @param sizes by size of the arguments
 * @param collectorCpu nanoseconds of CPU time of the garbage collector
 * @param resident the most memory that it had, bytes; 0 where the system does not tell
 * @param way how the library was called
 */
record Seen(List<Size> sizes, long collectorCpu, long resident, String way) {

  /**
   * Calls of one size.
   *
   * @param most elements of the arguments at most
   * @param calls how many were made, at least 1
   * @param cpu nanoseconds of CPU time of the thread that called
   * @param clock nanoseconds by the clock
   * @param allocated bytes that it allocated
   * @param left calls that Rust left to Java
   */
  record Size(long most, long calls, long cpu, long clock, long allocated, long left) {}

  Seen {
    sizes = List.copyOf(sizes);
  }

  /** Reads what a process printed; empty if it did not come to its end. */
  static Optional<Seen> of(List<String> lines) {
    List<Size> sizes = new ArrayList<>();
    long collector = 0;
    long resident = 0;
    String way = "";
    boolean done = false;
    try {
      for (String line : lines) {
        String[] words = line.split(" ");
        switch (words[0]) {
          case "size" ->
              sizes.add(
                  new Size(
                      Long.parseLong(words[1]),
                      Long.parseLong(words[2]),
                      Long.parseLong(words[3]),
                      Long.parseLong(words[4]),
                      Long.parseLong(words[5]),
                      words.length > 6 ? Long.parseLong(words[6]) : 0));
          case "collector" -> collector = Math.max(0, Long.parseLong(words[1]));
          case "resident" -> resident = Long.parseLong(words[1]);
          case "way" -> way = words[1];
          case "done" -> done = true;
          default -> {}
        }
      }
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      return Optional.empty();
    }
    boolean whole = done && !sizes.isEmpty() && sizes.stream().allMatch(one -> one.calls() > 0);
    return whole ? Optional.of(new Seen(sizes, collector, resident, way)) : Optional.empty();
  }

  /**
   * Nanoseconds of CPU time of a call of a size: of the thread that called, and of the collector as
   * much as what it allocated calls for. Where nothing was allocated, it did not work for the
   * calls.
   */
  double cpu(int size) {
    Size one = sizes.get(size);
    double allocated = sizes.stream().mapToDouble(Size::allocated).sum();
    double collector = allocated > 0 ? collectorCpu * (one.allocated() / allocated) : 0;
    return (one.cpu() + collector) / one.calls();
  }

  /** Nanoseconds by the clock of a call of a size. */
  double clock(int size) {
    return (double) sizes.get(size).clock() / sizes.get(size).calls();
  }

  /** Bytes that a call of a size allocated. */
  double allocated(int size) {
    return (double) sizes.get(size).allocated() / sizes.get(size).calls();
  }
}
