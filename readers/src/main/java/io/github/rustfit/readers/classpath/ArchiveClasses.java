package io.github.rustfit.readers.classpath;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** The classes of an archive and of those in it. */
final class ArchiveClasses {

  /** Where Spring Boot and servlet containers keep archives and classes. */
  private static final Pattern NESTED = Pattern.compile("(?:BOOT-INF|WEB-INF)/lib/[^/]+\\.jar");

  private static final Pattern PREFIX =
      Pattern.compile("(?:BOOT-INF|WEB-INF)/classes/|META-INF/versions/\\d+/");

  private static final Pattern COORDINATES =
      Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom\\.properties");

  /** What a file's name says of a version: from the first hyphen that a digit follows. */
  private static final Pattern VERSIONED = Pattern.compile("(.+?)-\\d[\\w.+-]*");

  /** Nobody's coordinates are longer. */
  private static final int MOST_BYTES = 8_192;

  /** Entries that are looked at of one archive, and of each in it. */
  private static final int MOST_ENTRIES = 500_000;

  private final Archive archive;

  ArchiveClasses(Archive archive) {
    this.archive = archive;
  }

  /** Gives each class's binary name with the name of its library. */
  void forEach(BiConsumer<String, String> to) throws IOException {
    try (ZipFile zip = new ZipFile(archive.file().toFile())) {
      List<? extends ZipEntry> entries = Collections.list(zip.entries());
      Content content = new Content(archive.name());
      for (ZipEntry entry : entries.subList(0, Math.min(MOST_ENTRIES, entries.size()))) {
        if (NESTED.matcher(entry.getName()).matches()) {
          try (InputStream in = zip.getInputStream(entry)) {
            nested(entry.getName(), in).giveTo(fileName(entry.getName()), to);
          }
        } else if (content.takes(entry.getName())) {
          try (InputStream in = zip.getInputStream(entry)) {
            content.coordinates(in);
          }
        }
      }
      content.giveTo(archive.file().getFileName().toString(), to);
    }
  }

  private static Content nested(String name, InputStream in) throws IOException {
    Content content = new Content("");
    ZipInputStream zip = new ZipInputStream(in);
    int left = MOST_ENTRIES;
    for (ZipEntry entry = zip.getNextEntry();
        entry != null && left > 0;
        entry = zip.getNextEntry()) {
      left--;
      if (content.takes(entry.getName())) {
        content.coordinates(zip);
      }
    }
    return content;
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** What was found in one archive, whose name is known only at its end. */
  private static final class Content {

    private final String known;
    private final List<String> classes = new ArrayList<>();
    private int descriptions;
    private @Nullable String described;

    Content(String known) {
      this.known = known;
    }

    /** Notes a class; says whether the entry tells coordinates, which must be read. */
    boolean takes(String entry) {
      if (entry.endsWith(".class")) {
        String path = PREFIX.matcher(entry).replaceFirst("");
        classes.add(path.substring(0, path.length() - ".class".length()).replace('/', '.'));
        return false;
      }
      return known.isEmpty() && COORDINATES.matcher(entry).matches();
    }

    void coordinates(InputStream in) throws IOException {
      String text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.ISO_8859_1);
      Properties properties = new Properties();
      properties.load(new StringReader(text));
      descriptions++;
      described =
          properties.getProperty("groupId", "") + ":" + properties.getProperty("artifactId", "");
    }

    /** An archive that describes several was put together of them, and its file tells its name. */
    void giveTo(String file, BiConsumer<String, String> to) {
      String name = known;
      if (name.isEmpty()) {
        name = descriptions == 1 && described != null ? described : withoutVersion(file);
      }
      for (String one : classes) {
        to.accept(one, name);
      }
    }

    private static String withoutVersion(String file) {
      String name = file.replaceFirst("\\.(jar|war|zip)$", "");
      Matcher versioned = VERSIONED.matcher(name);
      return versioned.matches() ? versioned.group(1) : name;
    }
  }
}
