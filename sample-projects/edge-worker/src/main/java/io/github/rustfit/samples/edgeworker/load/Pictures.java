package io.github.rustfit.samples.edgeworker.load;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What people upload: mostly pictures that their phone made smaller, some as the camera took them.
 */
final class Pictures {
  private static final int OF_EACH_SIZE = 3;
  private static final long SEED = 1;

  /**
   * A size of pictures.
   *
   * @param name as the report calls it
   * @param share of the uploads that have it, 0..1
   */
  enum Size {
    SMALL("2mp", 1632, 1224, 0.60),
    MEDIUM("5mp", 2592, 1944, 0.30),
    LARGE("12mp", 4000, 3000, 0.10);

    final String label;
    private final int width;
    private final int height;
    private final double share;

    Size(String label, int width, int height, double share) {
      this.label = label;
      this.width = width;
      this.height = height;
      this.share = share;
    }
  }

  private final byte[][][] encoded;

  /** Makes a few pictures of each size, the same ones in each run. */
  Pictures() {
    SplittableRandom random = new SplittableRandom(SEED);
    encoded =
        IntStream.range(0, Size.values().length)
            .mapToObj(size -> make(Size.values()[size], random))
            .toArray(byte[][][]::new);
  }

  private static byte[][] make(Size size, SplittableRandom random) {
    return IntStream.range(0, OF_EACH_SIZE)
        .mapToObj(i -> QoiEncoder.encode(new Photo(size.width, size.height, random)))
        .toArray(byte[][]::new);
  }

  byte[] any(SplittableRandom random) {
    double left = random.nextDouble();
    for (Size size : Size.values()) {
      left -= size.share;
      if (left < 0) {
        return any(size, random);
      }
    }
    return any(Size.LARGE, random);
  }

  byte[] any(Size size, SplittableRandom random) {
    return encoded[size.ordinal()][random.nextInt(OF_EACH_SIZE)];
  }
}
