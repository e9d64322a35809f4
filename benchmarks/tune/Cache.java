import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** A cache that is full: each operation replaces an entry, so that old objects point at young ones. */
public final class Cache {

  private static final int ENTRIES = 300_000;
  private static final int OPERATIONS = 1_500_000;

  private record Entry(long key, byte[] value, Entry before) {}

  private Cache() {}

  public static void main(String[] arguments) {
    Map<Integer, Entry> entries = new HashMap<>();
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < OPERATIONS; i++) {
      int key = random.nextInt(ENTRIES);
      Entry before = entries.get(key);
      entries.put(
          key,
          new Entry(key, new byte[40], before == null ? null : new Entry(key, before.value(), null)));
    }
    System.out.println("done " + OPERATIONS + " operations, " + entries.size() + " entries");
    Own.print();
  }
}
