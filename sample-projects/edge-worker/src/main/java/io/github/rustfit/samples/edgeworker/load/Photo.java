package io.github.rustfit.samples.edgeworker.load;

import java.util.SplittableRandom;

/**
 * A made-up photograph: light that changes slowly over the picture, some shapes with edges, and the
 * noise of a sensor, which is what keeps a photograph from being compressed much.
 */
final class Photo {
  private static final int SHAPES = 40;
  private static final int WAVES = 6;

  final int width;
  final int height;

  /** Red, green and blue of each pixel, row by row, in the lowest three bytes. */
  final int[] pixels;

  Photo(int width, int height, SplittableRandom random) {
    this.width = width;
    this.height = height;
    this.pixels = new int[width * height];
    double[][] light = new double[3][];
    for (int colour = 0; colour < 3; colour++) {
      light[colour] = random.doubles(WAVES * 2L, -4, 4).toArray();
    }
    int[][] shapes = new int[SHAPES][];
    for (int i = 0; i < SHAPES; i++) {
      shapes[i] = shape(random);
    }
    for (int y = 0; y < height; y++) {
      row(y, light, shapes, random);
    }
  }

  private int[] shape(SplittableRandom random) {
    return new int[] {
      random.nextInt(width),
      random.nextInt(height),
      1 + random.nextInt(width / 6),
      random.nextInt(-60, 60),
      random.nextInt(-60, 60),
      random.nextInt(-60, 60)
    };
  }

  private void row(int y, double[][] light, int[][] shapes, SplittableRandom random) {
    for (int x = 0; x < width; x++) {
      pixels[y * width + x] = 0;
    }
    for (int colour = 0; colour < 3; colour++) {
      int[] values = new int[width];
      for (int x = 0; x < width; x++) {
        values[x] = (int) level(light[colour], (double) x / width, (double) y / height);
      }
      for (int[] shape : shapes) {
        cover(values, y, shape, shape[3 + colour]);
      }
      int shift = 16 - 8 * colour;
      for (int x = 0; x < width; x++) {
        int noisy = values[x] + random.nextInt(-1, 2);
        pixels[y * width + x] |= Math.max(0, Math.min(255, noisy)) << shift;
      }
    }
  }

  private static double level(double[] waves, double x, double y) {
    double sum = 0;
    for (int i = 0; i < WAVES; i++) {
      sum += Math.sin(waves[2 * i] * x + waves[2 * i + 1] * y + i);
    }
    return 128 + 100 * sum / WAVES;
  }

  private void cover(int[] values, int y, int[] shape, int change) {
    int up = y - shape[1];
    int radius = shape[2];
    if (Math.abs(up) >= radius) {
      return;
    }
    int half = (int) Math.sqrt((double) radius * radius - (double) up * up);
    int end = Math.min(width, shape[0] + half);
    for (int x = Math.max(0, shape[0] - half); x < end; x++) {
      values[x] += change;
    }
  }
}
