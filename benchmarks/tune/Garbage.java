/** Text that is built and thrown away at once, by one thread; nothing stays. */
public final class Garbage {

  private static final int OPERATIONS = 8_000_000;

  private Garbage() {}

  public static void main(String[] arguments) {
    long sum = 0;
    for (int i = 0; i < OPERATIONS; i++) {
      StringBuilder text = new StringBuilder();
      text.append("order ").append(i).append(": ").append(i * 31L).append(" cents");
      sum += text.toString().toUpperCase(java.util.Locale.ROOT).hashCode();
    }
    System.out.println("done " + OPERATIONS + " operations, " + sum);
    Own.print();
  }
}
