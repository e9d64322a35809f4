import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A short job, as a command line tool is: most of it is the JVM's start and code that runs once. */
public final class Report {

  private Report() {}

  private record Sale(String shop, int cents) {}

  public static void main(String[] arguments) {
    List<Sale> sales =
        IntStream.range(0, 200_000)
            .mapToObj(i -> new Sale("shop " + i % 97, i % 1_000))
            .collect(Collectors.toList());
    Map<String, Integer> sums =
        sales.stream().collect(Collectors.groupingBy(Sale::shop, Collectors.summingInt(Sale::cents)));
    sums.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .limit(3)
        .forEach(one -> System.out.println(String.format("%-10s %d", one.getKey(), one.getValue())));
    System.out.println("done " + sales.size() + " operations");
    Own.print();
  }
}
