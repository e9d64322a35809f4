package calibration.mandelbrot;

import calibration.Kernel;

/** How long each point of a grid stays near: doubles in registers. */
public final class Mandelbrot implements Kernel {

  private static final int SIZE = 160;
  private static final int MOST = 120;

  @Override
  public long run() {
    long sum = 0;
    for (int row = 0; row < SIZE; row++) {
      double ci = 2.0 * row / SIZE - 1.0;
      for (int column = 0; column < SIZE; column++) {
        sum += steps(3.0 * column / SIZE - 2.0, ci);
      }
    }
    return sum;
  }

  private static int steps(double cr, double ci) {
    double re = 0;
    double im = 0;
    int steps = 0;
    while (steps < MOST && re * re + im * im <= 4) {
      double next = re * re - im * im + cr;
      im = 2 * re * im + ci;
      re = next;
      steps++;
    }
    return steps;
  }
}
