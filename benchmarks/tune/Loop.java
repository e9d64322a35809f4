/** Arithmetic on one array: no collector has anything to do, and none is better. */
public final class Loop {

  private static final int ROUNDS = 1_200;

  private Loop() {}

  public static void main(String[] arguments) {
    double[] values = new double[1 << 18];
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 1; i < values.length; i++) {
        values[i] = values[i - 1] * 0.5 + Math.sqrt(i * 3.0 + round) + values[i];
      }
    }
    System.out.println("done " + ROUNDS + " operations, " + values[values.length - 1]);
    Own.print();
  }
}
