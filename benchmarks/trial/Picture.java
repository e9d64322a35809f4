import io.github.rustfit.samples.edgeworker.image.MalformedImageException;
import io.github.rustfit.samples.edgeworker.image.Thumbnailer;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Makes a picture in the QOI format of 1632 by 1224 pixels, as a file, and a capture of one call of
 * {@code Thumbnailer.thumbnail} with it (docs/reference/capture-format.md), written by hand: whoever
 * reads one measures what whoever reads the other does.
 */
final class Picture {

  private static final int WIDTH = 1632;
  private static final int HEIGHT = 1224;

  private Picture() {}

  public static void main(String[] args) throws IOException, MalformedImageException {
    byte[] picture = picture();
    byte[] thumbnail = Thumbnailer.thumbnail(picture, picture.length, 640, 80);
    Files.write(Path.of(args[0]), picture);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeBytes("rustfit-capture 1\nmay hold personal data; not for commits or reports\n");
    out.writeLong(0);
    out.writeLong(1_000_000_000);
    out.writeLong(-1);
    out.writeLong(1);
    out.writeLong(0);
    out.writeUTF("made");
    out.writeInt(0);
    out.writeInt(1);
    out.writeUTF("io.github.rustfit.samples.edgeworker.image.Thumbnailer");
    out.writeUTF("thumbnail");
    out.writeUTF("([BIII)[B");
    out.writeInt(0x0009);
    out.writeLong(1);
    out.writeLong(0);
    out.writeLong(picture.length + 12);
    out.writeLong(thumbnail.length);
    out.writeUTF("");
    int stratum = 32 - Integer.numberOfLeadingZeros(picture.length);
    out.writeInt(1);
    out.writeByte(stratum);
    out.writeLong(1);
    out.writeLong(0);
    out.writeByte(4);
    out.writeInt(1);
    out.writeByte(stratum);
    out.writeByte(0);
    out.writeBytes("[B");
    out.writeInt(picture.length);
    out.write(picture);
    for (int number : new int[] {picture.length, 640, 80}) {
      out.writeByte('I');
      out.writeInt(number);
    }
    out.writeBytes("[B");
    out.writeInt(thumbnail.length);
    out.write(thumbnail);
    out.writeInt(0x454e4421);
    Files.write(Path.of(args[1]), bytes.toByteArray());
  }

  /** Small steps of colour, larger ones, repeated colours and runs, by chance. */
  private static byte[] picture() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {'q', 'o', 'i', 'f'});
    for (int side : new int[] {WIDTH, HEIGHT}) {
      for (int shift = 24; shift >= 0; shift -= 8) {
        out.write(side >> shift);
      }
    }
    out.writeBytes(new byte[] {3, 0});
    Random random = new Random(18);
    for (int pixels = 0; pixels < WIDTH * HEIGHT; pixels++) {
      int kind = random.nextInt(100);
      if (kind < 60) {
        out.write(0x40 | random.nextInt(64));
      } else if (kind < 90) {
        out.write(0x80 | 24 + random.nextInt(16));
        out.write(random.nextInt(256));
      } else if (kind < 95) {
        out.write(random.nextInt(64));
      } else if (kind < 98) {
        int run = random.nextInt(Math.min(8, WIDTH * HEIGHT - pixels));
        out.write(0xC0 | run);
        pixels += run;
      } else {
        out.write(0xFE);
        out.write(random.nextInt(256));
        out.write(random.nextInt(256));
        out.write(random.nextInt(256));
      }
    }
    out.writeBytes(new byte[] {0, 0, 0, 0, 0, 0, 0, 1});
    return out.toByteArray();
  }
}
