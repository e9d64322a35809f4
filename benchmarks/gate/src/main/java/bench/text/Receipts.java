package bench.text;

/** Writes what customers read. */
public final class Receipts {

  public int write(int order, double price) {
    StringBuilder text = new StringBuilder();
    for (int line = 0; line < 8; line++) {
      text.append(order).append(';').append((long) (price * 100) + line).append('\n');
    }
    return text.toString().hashCode();
  }
}
