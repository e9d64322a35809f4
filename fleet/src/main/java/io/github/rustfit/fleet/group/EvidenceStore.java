package io.github.rustfit.fleet.group;

import io.github.rustfit.readers.files.Sha256;
import io.github.rustfit.readers.merge.EvidenceFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Where evidence of each version of each service is kept: {@code
 * evidence/<service>/<version>/evidence.json}.
 *
 * @param out the folder of all output
 */
public record EvidenceStore(String out) implements Serializable {

  private static final long serialVersionUID = 1;

  /** The folder of all evidence. */
  public static final String FOLDER = "evidence";

  /** Where files lie that are not finished. */
  public static final String UNFINISHED = "_unfinished";

  /** The folder of a service that no label names, and of a version. */
  static final String NO_SERVICE = "_no-service";

  static final String NO_VERSION = "_no-version";

  /** Longest name of a folder as it is; every file system has 255 bytes. */
  private static final int LONGEST = 120;

  private static final int KEPT = 80;

  /** Where the evidence lies, relative to {@link #out}. */
  static String place(String service, String version) {
    return FOLDER
        + "/"
        + name(service, NO_SERVICE)
        + "/"
        + name(version, NO_VERSION)
        + "/"
        + EvidenceFiles.NAME;
  }

  /**
   * The name of a folder, another one for each text: letters, digits, {@code -} and, but for the
   * start, {@code .} and {@code _} stay; the bytes of all others in UTF-8 are written {@code ~2F}.
   * Of long ones a digest stands for the end.
   */
  private static String name(String text, String ofNone) {
    if (text.isEmpty()) {
      return ofNone;
    }
    StringBuilder name = new StringBuilder();
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (one & 0xFF);
      boolean plain =
          c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-';
      if (plain || (name.length() > 0 && (c == '.' || c == '_'))) {
        name.append(c);
      } else {
        name.append(String.format(Locale.ROOT, "~%02X", (int) c));
      }
    }
    return name.length() <= LONGEST
        ? name.toString()
        : name.substring(0, KEPT) + "~~" + Sha256.hex(text, 12);
  }

  /**
   * Writes evidence under another name and moves it into its place, so that there is all of it or
   * nothing. Whoever writes the same again, as a second attempt, changes nothing.
   *
   * @param attempt tells attempts at the same apart
   * @return where it lies, relative to {@link #out}
   */
  String write(
      String service, String version, byte[] evidence, String attempt, Configuration hadoop)
      throws IOException {
    String place = place(service, version);
    Path target = new Path(out, place);
    FileSystem system = target.getFileSystem(hadoop);
    system.setWriteChecksum(false);
    Path written =
        new Path(new Path(out, UNFINISHED), Sha256.hex(place, 12) + "-" + attempt + ".json");
    try (OutputStream stream = system.create(written, true)) {
      stream.write(evidence);
    }
    system.mkdirs(target.getParent());
    if (!system.rename(written, target)) {
      // Another attempt was here before: what it wrote is the same.
      system.delete(target, false);
      if (!system.rename(written, target) && !system.exists(target)) {
        throw new IOException("'" + place + "' cannot be put into its place");
      }
    }
    return place;
  }
}
