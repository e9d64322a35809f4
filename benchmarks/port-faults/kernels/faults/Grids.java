package faults;

/** Kernels over numbers and grids, each as a static method over arrays. */
final class Grids {

  private static final int FAR = 1_000_000;

  private Grids() {}

  /** {@code calibration/life}: the next generation, 64 cells in a long, row by row. */
  static long[] life(long[] cells, int words) {
    int rows = cells.length / words;
    long[] next = new long[rows * words];
    for (int r = 0; r < rows; r++) {
      for (int w = 0; w < words; w++) {
        long ones = 0;
        long twos = 0;
        long fours = 0;
        for (int dr = -1; dr <= 1; dr++) {
          int row = (r + dr + rows) % rows * words;
          long middle = cells[row + w];
          long left = middle << 1 | cells[row + (w + words - 1) % words] >>> 63;
          long right = middle >>> 1 | cells[row + (w + 1) % words] << 63;
          for (int k = 0; k < 3; k++) {
            long bits = k == 0 ? left : k == 1 ? right : dr == 0 ? 0 : middle;
            long carry = ones & bits;
            ones ^= bits;
            long more = twos & carry;
            twos ^= carry;
            fours |= more;
          }
        }
        next[r * words + w] = twos & ~fours & (ones | cells[r * words + w]);
      }
    }
    return next;
  }

  /** {@code calibration/sieve}: the primes below a limit, as one number. */
  static long sieve(int limit) {
    boolean[] composite = new boolean[limit];
    for (int i = 2; i * i < limit; i++) {
      if (!composite[i]) {
        for (int j = i * i; j < limit; j += i) {
          composite[j] = true;
        }
      }
    }
    long sum = 0;
    for (int i = 2; i < limit; i++) {
      if (!composite[i]) {
        sum = sum * 31 + i;
      }
    }
    return sum;
  }

  /** {@code calibration/blur}: a separable blur of a grey picture, five taps each way. */
  static float[] blur(float[] picture, int width) {
    float[] across = new float[picture.length];
    float[] blurred = new float[picture.length];
    int height = picture.length / width;
    for (int y = 0; y < height; y++) {
      for (int x = 2; x < width - 2; x++) {
        int at = y * width + x;
        across[at] =
            picture[at - 2] * 0.0625f
                + picture[at - 1] * 0.25f
                + picture[at] * 0.375f
                + picture[at + 1] * 0.25f
                + picture[at + 2] * 0.0625f;
      }
    }
    for (int y = 2; y < height - 2; y++) {
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        blurred[at] =
            across[at - 2 * width] * 0.0625f
                + across[at - width] * 0.25f
                + across[at] * 0.375f
                + across[at + width] * 0.25f
                + across[at + 2 * width] * 0.0625f;
      }
    }
    return blurred;
  }

  /** {@code calibration/shortestpaths}: all shortest paths by Floyd and Warshall, in place. */
  static long paths(int[] distance, int nodes) {
    for (int k = 0; k < nodes; k++) {
      for (int i = 0; i < nodes; i++) {
        int first = distance[i * nodes + k];
        if (first >= FAR) {
          continue;
        }
        for (int j = 0; j < nodes; j++) {
          int through = first + distance[k * nodes + j];
          if (through < distance[i * nodes + j]) {
            distance[i * nodes + j] = through;
          }
        }
      }
    }
    long sum = 0;
    for (int one : distance) {
      sum = sum * 31 + one;
    }
    return sum;
  }

  /** {@code calibration/sortrecords}: the order of keys, by merging; equal ones stay as they are. */
  static int[] order(int[] keys) {
    int[] from = new int[keys.length];
    for (int i = 0; i < from.length; i++) {
      from[i] = i;
    }
    int[] to = new int[keys.length];
    for (int width = 1; width < keys.length; width *= 2) {
      for (int start = 0; start < keys.length; start += 2 * width) {
        int middle = Math.min(start + width, keys.length);
        int end = Math.min(start + 2 * width, keys.length);
        int a = start;
        int b = middle;
        for (int k = start; k < end; k++) {
          if (a < middle && (b >= end || keys[from[a]] <= keys[from[b]])) {
            to[k] = from[a++];
          } else {
            to[k] = from[b++];
          }
        }
      }
      System.arraycopy(to, 0, from, 0, from.length);
    }
    return from;
  }

  /** {@code sample-projects/edge-worker}, {@code QoiDecoder.nextRow}: pixels of a picture. */
  static int[] pixels(byte[] in, int width) {
    int[] pixels = new int[width];
    int[] seen = new int[64];
    int at = 0;
    int now = 0xFF;
    int left = 0;
    for (int x = 0; x < width; x++) {
      if (left > 0) {
        left--;
      } else {
        if (at >= in.length) {
          break;
        }
        int first = in[at++] & 0xFF;
        if (first < 0x40) {
          now = seen[first];
        } else if (first < 0x80) {
          now = moved(now, (first >> 4 & 3) - 2, (first >> 2 & 3) - 2, (first & 3) - 2);
        } else if (first < 0xC0) {
          int second = in[at++];
          int step = (first & 0x3F) - 32;
          now = moved(now, step - 8 + (second >> 4 & 15), step, step - 8 + (second & 15));
        } else if (first < 0xFE) {
          left = first & 0x3F;
        } else {
          int alpha = first == 0xFF ? in[at + 3] & 0xFF : now & 0xFF;
          now =
              (in[at] & 0xFF) << 24 | (in[at + 1] & 0xFF) << 16 | (in[at + 2] & 0xFF) << 8 | alpha;
          at += first == 0xFF ? 4 : 3;
        }
        seen[slot(now)] = now;
      }
      pixels[x] = now;
    }
    return pixels;
  }

  private static int moved(int from, int red, int green, int blue) {
    return ((from >>> 24) + red & 0xFF) << 24
        | ((from >> 16) + green & 0xFF) << 16
        | ((from >> 8) + blue & 0xFF) << 8
        | from & 0xFF;
  }

  private static int slot(int of) {
    return (of >>> 24) * 3 + (of >> 16 & 0xFF) * 5 + (of >> 8 & 0xFF) * 7 + (of & 0xFF) * 11 & 63;
  }
}
