import java.util.ArrayList;
import java.util.List;

/** Works and allocates for two minutes, or until it is stopped. */
public class Busy {

  public static void main(String[] arguments) {
    long end = System.nanoTime() + 120_000_000_000L;
    long sum = 0;
    while (System.nanoTime() < end) {
      sum += work(10_000);
    }
    System.out.println(sum);
  }

  static int work(int texts) {
    List<String> garbage = new ArrayList<>();
    for (int i = 0; i < texts; i++) {
      garbage.add("text " + i);
    }
    return garbage.hashCode();
  }
}
