package io.github.rustfit.capture.agent;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Writes docs/reference/capture-format.md. The file is whole at any time, or absent. */
final class CaptureFile {

  private static final String HEAD =
      "rustfit-capture 2\nmay hold personal data; not for commits or reports\n";

  private static final int END = 0x454e4421;

  private final Path file;
  private final long started = System.currentTimeMillis();
  private final long start = System.nanoTime();
  private final long processor = processorNanos();

  CaptureFile(Path place) {
    this.file =
        place.toString().endsWith(Options.ENDING)
            ? place
            : place.resolve(
                "capture-" + ProcessHandle.current().pid() + "-" + started + Options.ENDING);
  }

  Path path() {
    return file;
  }

  void write(Store store, List<String> notes) throws IOException {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "the file's folder");
    OwnersFolder.make(folder);
    // Such a file is for its owner only, where the system knows owners.
    Path part = Files.createTempFile(folder, ".capture", ".part");
    try {
      try (DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part), 1 << 16))) {
        content(out, store, notes);
      }
      move(part);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private void move(Path part) throws IOException {
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void content(DataOutputStream out, Store store, List<String> notes) throws IOException {
    out.write(HEAD.getBytes(StandardCharsets.US_ASCII));
    out.writeLong(started);
    out.writeLong(System.nanoTime() - start);
    out.writeLong(processor < 0 ? -1 : processorNanos() - processor);
    out.writeLong(ProcessHandle.current().pid());
    out.writeLong(store.copyingNanos());
    out.writeUTF(String.valueOf(System.getProperty("java.version")));
    out.writeInt(notes.size());
    for (String note : notes) {
      out.writeUTF(note);
    }
    List<Site> sites = store.sites();
    out.writeInt(sites.size());
    for (Site site : sites) {
      site(out, store, site);
    }
    out.writeInt(END);
  }

  private static void site(DataOutputStream out, Store store, Site site) throws IOException {
    // Calls go on meanwhile: captured ones are taken first, so none of them is missed in the
    // counts.
    Store.Kept[] kept = store.kept(site);
    long[] calls = new long[kept.length];
    long all = 0;
    int strata = 0;
    for (int i = 0; i < calls.length; i++) {
      calls[i] = site.sum(i);
      all += calls[i];
      strata += calls[i] > 0 ? 1 : 0;
    }
    long thrown = Math.min(all, site.sum(Probe.THROWN));
    out.writeUTF(site.className());
    out.writeUTF(site.method());
    out.writeUTF(site.descriptor());
    out.writeInt(site.access());
    out.writeLong(all);
    out.writeLong(thrown);
    out.writeLong(site.sum(Probe.IN) + all * site.fixedIn());
    out.writeLong(site.sum(Probe.OUT) + (all - thrown) * site.fixedOut());
    out.writeUTF(site.whyNot());
    out.writeInt(strata);
    List<CapturedCall> captured = new ArrayList<>();
    for (int i = 0; i < calls.length; i++) {
      if (calls[i] > 0) {
        out.writeByte(i);
        out.writeLong(calls[i]);
        out.writeLong(kept[i].missed());
        captured.addAll(kept[i].calls());
      }
    }
    out.writeByte(site.parameters());
    out.writeByte(site.fields().size());
    for (Site.Held field : site.fields()) {
      out.writeUTF(field.name());
    }
    out.writeInt(captured.size());
    for (CapturedCall call : captured) {
      call.write(out);
    }
  }

  /** Of the whole process so far; without the JVM's management, which is much to load. */
  private static long processorNanos() {
    try {
      String stat = Files.readString(Path.of("/proc/self/stat"), StandardCharsets.ISO_8859_1);
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
      return ticks * 10_000_000; // proc(5): in hundredths of a second
    } catch (IOException | RuntimeException e) {
      return -1;
    }
  }
}
