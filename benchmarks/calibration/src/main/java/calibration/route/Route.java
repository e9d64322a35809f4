package calibration.route;

import calibration.Kernel;
import calibration.Lcg;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** Shortest routes over a graph of places and roads with a queue of candidates. */
public final class Route implements Kernel {

  private static final class Place {
    final List<Road> roads = new ArrayList<>();
    long distance;
  }

  private record Road(Place to, int length) {}

  private record Candidate(long distance, Place place) implements Comparable<Candidate> {
    @Override
    public int compareTo(Candidate other) {
      return Long.compare(distance, other.distance);
    }
  }

  private final List<Place> places = new ArrayList<>();

  /** Makes the graph. */
  public Route() {
    Lcg random = new Lcg(59);
    for (int i = 0; i < 6000; i++) {
      places.add(new Place());
    }
    for (Place place : places) {
      for (int i = 0; i < 4; i++) {
        place.roads.add(new Road(places.get(random.below(6000)), 1 + random.below(1000)));
      }
    }
  }

  @Override
  public long run() {
    for (Place place : places) {
      place.distance = Long.MAX_VALUE;
    }
    PriorityQueue<Candidate> queue = new PriorityQueue<>();
    places.get(0).distance = 0;
    queue.add(new Candidate(0, places.get(0)));
    while (!queue.isEmpty()) {
      Candidate next = queue.poll();
      if (next.distance > next.place.distance) {
        continue;
      }
      for (Road road : next.place.roads) {
        long distance = next.distance + road.length;
        if (distance < road.to.distance) {
          road.to.distance = distance;
          queue.add(new Candidate(distance, road.to));
        }
      }
    }
    long sum = 0;
    for (Place place : places) {
      sum = sum * 31 + place.distance;
    }
    return sum;
  }
}
