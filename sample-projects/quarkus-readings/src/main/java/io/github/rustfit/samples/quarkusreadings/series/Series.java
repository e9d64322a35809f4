package io.github.rustfit.samples.quarkusreadings.series;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The latest day of each meter, in memory. */
@ApplicationScoped
public class Series {

  private final Map<Integer, Counters> byMeter = new ConcurrentHashMap<>();

  /** Keeps a counter, and says whether it runs forwards. */
  public boolean add(int meter, long quarter, long counter) {
    return byMeter.computeIfAbsent(meter, Counters::new).add(quarter, counter);
  }

  /** What a meter has counted in its latest day. */
  public Optional<Day> day(int meter) {
    return Optional.ofNullable(byMeter.get(meter)).map(Counters::day);
  }
}
