package io.github.rustfit.readers.source.cache;

import io.github.rustfit.readers.cache.CacheFolder;
import io.github.rustfit.readers.codec.EvidenceFormatException;
import io.github.rustfit.readers.codec.RecordJson;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was read of source files, by all that it depends on, in one file of a {@link CacheFolder}.
 * Entries that are damaged, or were kept by another version, are read again. What is not asked for
 * any more, as after a change or on another branch, stays for the next {@value #MOST_UNUSED} times
 * that something is kept. Safe for use by several threads.
 */
public final class SourceCache {

  /** The file's name. */
  static final String FILE = "sources.bin";

  /** Times that an entry is kept on without being asked for. */
  static final int MOST_UNUSED = 8;

  /** Of the file: about 30 million lines of code. */
  private static final int MOST_BYTES = 256 << 20;

  private static final RecordJson<Reading> READINGS = RecordJson.of(Reading.class);

  private final CacheFolder folder;
  private final String version;
  private final Map<String, Packed> kept = new ConcurrentHashMap<>();
  private final Map<String, Packed> used = new ConcurrentHashMap<>();
  private volatile boolean changed;

  private SourceCache(CacheFolder folder, String version) {
    this.folder = folder;
    this.version = version;
  }

  /**
   * Opens the cache of a folder, which need not have one yet.
   *
   * @param version of the code that reads sources: see {@link
   *     io.github.rustfit.readers.cache.CodeVersion}
   */
  public static SourceCache open(CacheFolder folder, String version) {
    SourceCache cache = new SourceCache(folder, version);
    folder
        .read(FILE, MOST_BYTES)
        .ifPresent(
            bytes -> Packed.all(bytes, version).forEach(one -> cache.kept.put(one.key(), one)));
    return cache;
  }

  /** What was kept under a key. */
  public Optional<Reading> get(String key) {
    Packed packed = kept.get(key);
    if (packed == null || !packed.sound()) {
      return Optional.empty();
    }
    try {
      Reading reading = READINGS.read(packed.bytes(), packed.offset(), packed.length());
      used.put(key, packed.asUnused(0));
      return Optional.of(reading);
    } catch (EvidenceFormatException e) {
      return Optional.empty();
    }
  }

  /** Keeps it under a key. */
  public void put(String key, Reading reading) {
    Packed packed = Packed.of(key, READINGS.write(reading));
    if (packed.fits()) {
      used.put(key, packed);
      changed = true;
    }
  }

  /** Writes what is to be kept, if that is more than there was. */
  public void save() {
    if (changed) {
      List<Packed> entries = entries();
      folder.write(FILE, out -> write(entries, out));
      folder.keepYoungest(FILE, 1);
    }
  }

  /** What was used, and then what was not, as far as there is room. */
  private List<Packed> entries() {
    List<Packed> all = new ArrayList<>(used.values());
    kept.values().stream()
        .filter(one -> !used.containsKey(one.key()) && one.unused() < MOST_UNUSED && one.sound())
        .map(one -> one.asUnused(one.unused() + 1))
        .forEach(all::add);
    all.sort(Comparator.comparingInt(Packed::unused).thenComparing(Packed::key));
    long room = MOST_BYTES - Packed.firstLine(version).length;
    int count = 0;
    while (count < all.size() && all.get(count).size() <= room) {
      room -= all.get(count).size();
      count++;
    }
    return all.subList(0, count);
  }

  private void write(List<Packed> entries, OutputStream out) throws IOException {
    out.write(Packed.firstLine(version));
    for (Packed entry : entries) {
      entry.write(out);
    }
  }
}
