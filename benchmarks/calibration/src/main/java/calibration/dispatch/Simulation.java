package calibration.dispatch;

import calibration.Kernel;
import calibration.Lcg;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/** Jobs that wait for machines: a queue of events, a line at each machine, totals by name. */
public final class Simulation implements Kernel {

  private enum Kind {
    ARRIVES,
    LEAVES
  }

  private record Event(long time, int number, Kind kind, Job job) {}

  private static final class Job {
    final int number;
    final long arrived;
    int stages;

    Job(int number, long arrived, int stages) {
      this.number = number;
      this.arrived = arrived;
      this.stages = stages;
    }
  }

  private static final class Machine {
    final Deque<Job> waiting = new ArrayDeque<>();
    boolean busy;
  }

  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::time).thenComparingInt(Event::number));
  private final Map<String, Machine> machines = new HashMap<>();
  private final Map<String, Long> totals = new HashMap<>();
  private int count;

  @Override
  public long run() {
    Lcg random = new Lcg(67);
    machines.clear();
    totals.clear();
    count = 0;
    for (int i = 0; i < 3000; i++) {
      Job job = new Job(i, i * 10L, 1 + random.below(4));
      events.add(new Event(job.arrived, count++, Kind.ARRIVES, job));
    }
    while (!events.isEmpty()) {
      step(events.poll(), random);
    }
    long sum = 0;
    for (int i = 0; i < 40; i++) {
      sum = sum * 31 + totals.getOrDefault("machine-" + i, 0L);
    }
    return sum;
  }

  private void step(Event event, Lcg random) {
    Job job = event.job;
    String name = "machine-" + (job.number + job.stages * 7) % 40;
    Machine machine = machines.computeIfAbsent(name, key -> new Machine());
    if (event.kind == Kind.ARRIVES) {
      machine.waiting.add(job);
    } else {
      machine.busy = false;
      totals.merge(name, event.time - job.arrived, Long::sum);
      job.stages--;
      if (job.stages > 0) {
        events.add(new Event(event.time + 1, count++, Kind.ARRIVES, job));
      }
    }
    if (!machine.busy && !machine.waiting.isEmpty()) {
      Job next = machine.waiting.poll();
      machine.busy = true;
      long end = event.time + 50 + random.below(200);
      events.add(new Event(end, count++, Kind.LEAVES, next));
    }
  }
}
