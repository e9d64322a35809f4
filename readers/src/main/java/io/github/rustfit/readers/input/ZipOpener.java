package io.github.rustfit.readers.input;

import io.github.rustfit.readers.files.Causes;
import io.github.rustfit.readers.files.RelativePath;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.Input.Status;
import io.github.rustfit.rules.evidence.base.InputKind;
import io.github.rustfit.rules.evidence.base.Labels;
import io.github.rustfit.rules.evidence.base.LineCounts;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** Reads the entries of a zip archive; their names are labels only, never places to write to. */
final class ZipOpener {
  private final FileOpener opener;
  private final Limits limits;
  private final TempFolder temp;
  private final Progress progress;
  private long left;

  ZipOpener(FileOpener opener, Limits limits, TempFolder temp, Progress progress) {
    this.progress = progress;
    this.opener = opener;
    this.limits = limits;
    this.temp = temp;
    this.left = limits.maxBytes();
  }

  /** Reads every entry that a reader claims; without any, the archive itself is the failure. */
  void read(String path, Path file, boolean explicit, InputEvidence result) throws IOException {
    InputEvidence entries = new InputEvidence();
    int count;
    try (ZipFile zip = new ZipFile(file.toFile())) {
      count = readIndexed(path, zip, entries);
    } catch (ZipException e) {
      count = readDamaged(path, file, e, entries);
    }
    if (entries.inputs().isEmpty() && explicit) {
      result.add(
          FileOpener.failed(
              path,
              "None of the archive's "
                  + count
                  + " entries is of a kind that is understood. Name recordings and GC logs only."));
    }
    result.add(entries);
  }

  private int readIndexed(String path, ZipFile zip, InputEvidence result) throws IOException {
    List<ZipEntry> entries = new ArrayList<>();
    zip.stream()
        .filter(entry -> !entry.isDirectory())
        .limit(limits.maxEntries() + 1L)
        .forEach(entries::add);
    if (entries.size() > limits.maxEntries()) {
      result.add(tooMuch(path, "It has more than " + limits.maxEntries() + " entries."));
      return entries.size();
    }
    entries.sort(Comparator.comparing(ZipEntry::getName));
    for (ZipEntry entry : entries) {
      OpenContent.Source raw =
          () -> new EntryStream(zip.getInputStream(entry), entry.getName(), entry.getCrc());
      readEntry(path, entry, raw, entry.getCompressedSize(), result);
    }
    return entries.size();
  }

  /** Without a usable index, entries are read from the start up to the damaged place. */
  private int readDamaged(String path, Path file, ZipException damage, InputEvidence result)
      throws IOException {
    int count = 0;
    String why = Causes.of(damage);
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      ZipEntry entry = zip.getNextEntry();
      while (entry != null && count < limits.maxEntries()) {
        Path copy = temp.newFile();
        boolean whole = copy(zip, copy, Files.size(file));
        if (!entry.isDirectory()) {
          count++;
          readCopy(path, entry, copy, whole, Files.size(file), result);
        }
        Files.delete(copy);
        entry = whole ? zip.getNextEntry() : null;
      }
    } catch (ZipException | IllegalArgumentException e) {
      why = e instanceof ZipException zip ? Causes.of(zip) : "bad entry name";
    }
    result.add(
        new Input(
            path,
            InputKind.ARCHIVE,
            "",
            count > 0 ? Status.PARTIAL : Status.FAILED,
            "The archive is damaged ("
                + why
                + "); "
                + count
                + " entries before the damage could be opened. Copy or pack it again.",
            LineCounts.NONE,
            Labels.NONE));
    return count;
  }

  private void readCopy(
      String path, ZipEntry entry, Path copy, boolean whole, long packed, InputEvidence result)
      throws IOException {
    OpenContent.Source raw =
        () -> {
          InputStream in = Files.newInputStream(copy);
          return whole ? in : new EntryStream(in, entry.getName(), -1);
        };
    readEntry(path, entry, raw, packed, result);
  }

  private boolean copy(InputStream in, Path file, long packed) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      new BoundedStream(in, left, limits, () -> packed).transferTo(out);
      return true;
    } catch (DamagedException | ZipException | EOFException e) {
      return false;
    }
  }

  private void readEntry(
      String path, ZipEntry entry, OpenContent.Source raw, long packed, InputEvidence result)
      throws IOException {
    String name = path + "!/" + RelativePath.printable(entry.getName());
    if (left <= 0) {
      result.add(tooMuch(name, "The archive holds more than " + limits.maxBytes() + " bytes."));
      return;
    }
    long allowed = left;
    OpenContent.Source bounded = () -> new BoundedStream(raw.open(), allowed, limits, () -> packed);
    Compression compression;
    try (InputStream in = bounded.open()) {
      compression = Compression.of(in.readNBytes(Compression.MAGIC_BYTES));
    } catch (ZipException | DamagedException | EOFException e) {
      compression = Compression.NONE;
    }
    if (compression == Compression.ZIP) {
      result.add(FileOpener.failed(name, "It is an archive inside an archive. Unpack it first."));
      return;
    }
    Compression packing = compression;
    OpenContent.Source source = () -> packing.unpack(bounded.open(), allowed, limits);
    left -= opener.read(new OpenContent(name, source, null, temp, progress, -1), false, result);
  }

  private static Input tooMuch(String path, String what) {
    return FileOpener.failed(path, what + " Unpack it and name the recordings and logs in it.");
  }
}
