package io.github.rustfit.fleet;

import io.github.rustfit.readers.files.RelativePath;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Small files of any file system. */
final class HadoopFiles {

  private static final int MOST_BYTES = 256 << 20;

  private HadoopFiles() {}

  /**
   * All of a file.
   *
   * @throws FleetException if it cannot be read or is too large to be meant
   */
  static byte[] bytes(String file, Configuration hadoop) throws FleetException {
    try {
      Path path = new Path(file);
      try (InputStream in = path.getFileSystem(hadoop).open(path)) {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
          throw new FleetException(
              "'" + RelativePath.printable(file) + "' is larger than " + MOST_BYTES + " bytes.");
        }
        return bytes;
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new FleetException(
          "'" + RelativePath.printable(file) + "' cannot be read: " + e.getMessage() + ".", e);
    }
  }
}
