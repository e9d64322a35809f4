package calibration.blur;

import calibration.Kernel;
import calibration.Lcg;

/** Separable Gaussian blur of a grey picture of floats, five taps each way. */
public final class Blur implements Kernel {

  private static final int WIDTH = 512;
  private static final int HEIGHT = 384;
  private static final float[] TAPS = {0.0625f, 0.25f, 0.375f, 0.25f, 0.0625f};

  private final float[] picture = new float[WIDTH * HEIGHT];
  private final float[] across = new float[WIDTH * HEIGHT];
  private final float[] blurred = new float[WIDTH * HEIGHT];

  /** Makes a picture. */
  public Blur() {
    Lcg random = new Lcg(7);
    for (int i = 0; i < picture.length; i++) {
      picture[i] = random.below(256);
    }
  }

  @Override
  public long run() {
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 2; x < WIDTH - 2; x++) {
        int at = y * WIDTH + x;
        across[at] =
            picture[at - 2] * TAPS[0]
                + picture[at - 1] * TAPS[1]
                + picture[at] * TAPS[2]
                + picture[at + 1] * TAPS[3]
                + picture[at + 2] * TAPS[4];
      }
    }
    for (int y = 2; y < HEIGHT - 2; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int at = y * WIDTH + x;
        blurred[at] =
            across[at - 2 * WIDTH] * TAPS[0]
                + across[at - WIDTH] * TAPS[1]
                + across[at] * TAPS[2]
                + across[at + WIDTH] * TAPS[3]
                + across[at + 2 * WIDTH] * TAPS[4];
      }
    }
    long sum = 0;
    for (int i = 0; i < blurred.length; i += 97) {
      sum = sum * 31 + (int) blurred[i];
    }
    return sum;
  }
}
