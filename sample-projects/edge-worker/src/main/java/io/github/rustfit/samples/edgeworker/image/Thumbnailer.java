package io.github.rustfit.samples.edgeworker.image;

import java.util.Arrays;

/**
 * Makes JPEG thumbnails of QOI pictures. Computes and nothing else: bytes and numbers go in, bytes
 * come out, and what it needs meanwhile is memory that each thread keeps.
 */
public final class Thumbnailer {
  private static final int MAX_WIDTH = 2048;
  private static final ThreadLocal<Thumbnailer> OF_THREAD =
      ThreadLocal.withInitial(Thumbnailer::new);

  private final QoiDecoder decoder = new QoiDecoder();
  private final JpegEncoder encoder = new JpegEncoder();
  private int[][] row = new int[3][0];
  private final int[][] scaled = new int[3][MAX_WIDTH];

  private Thumbnailer() {}

  /**
   * Makes a thumbnail.
   *
   * @param picture starts with the picture; may be longer
   * @param length of the picture in bytes
   * @param wanted width of the thumbnail in pixels; a narrower picture keeps its own
   * @param quality from 1 to 100, as libjpeg counts
   * @return the thumbnail
   * @throws MalformedImageException if the picture cannot be decoded
   */
  public static byte[] thumbnail(byte[] picture, int length, int wanted, int quality)
      throws MalformedImageException {
    Thumbnailer mine = OF_THREAD.get();
    int size = mine.render(picture, length, wanted, quality);
    return Arrays.copyOf(mine.encoder.output(), size);
  }

  /** Leaves the thumbnail in the encoder's memory, and returns its length in bytes. */
  private int render(byte[] picture, int length, int wanted, int quality)
      throws MalformedImageException {
    if (wanted < 1 || wanted > MAX_WIDTH || quality < 1 || quality > 100) {
      throw new IllegalArgumentException("width " + wanted + ", quality " + quality);
    }
    decoder.start(picture, length);
    int width = Math.min(wanted, decoder.width());
    int height = (int) Math.max(1, (long) decoder.height() * width / decoder.width());
    if (row[0].length < decoder.width()) {
      row = new int[3][decoder.width()];
    }
    Lanczos across = Lanczos.between(decoder.width(), width);
    Lanczos down = Lanczos.between(decoder.height(), height);
    Resampler red = new Resampler(across, down, decoder.width());
    Resampler green = new Resampler(across, down, decoder.width());
    Resampler blue = new Resampler(across, down, decoder.width());
    encoder.start(width, height, quality);
    for (int y = 0; y < decoder.height(); y++) {
      decoder.nextRow(row[0], row[1], row[2]);
      red.add(y, row[0]);
      green.add(y, row[1]);
      blue.add(y, row[2]);
      while (red.complete(y)) {
        red.take(scaled[0]);
        green.take(scaled[1]);
        blue.take(scaled[2]);
        encoder.row(scaled[0], scaled[1], scaled[2]);
      }
    }
    return encoder.finish();
  }
}
