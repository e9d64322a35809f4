package io.github.rustfit.capture.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All captured calls, within the limits: calls, bytes, and time spent on copying. */
final class Store implements Function<long[], @Nullable BiConsumer<Integer, @Nullable Object>> {

  /** About what a call takes by itself. */
  private static final long CALL = 200;

  /** So long copying may take before its share is looked at. */
  private static final long GRACE_NANOS = 50_000_000;

  private final Options options;
  private final List<Site> sites = new ArrayList<>();
  private final AtomicLong copying = new AtomicLong();
  private final long start = System.nanoTime();
  private long held;
  private boolean paused;

  Store(Options options) {
    this.options = options;
  }

  synchronized void add(Site site) {
    sites.add(site);
  }

  synchronized List<Site> sites() {
    return new ArrayList<>(sites);
  }

  /** Decides on a call that its key has chosen. */
  @Override
  public @Nullable BiConsumer<Integer, @Nullable Object> apply(long[] call) {
    long bytes = call[3] + CALL;
    synchronized (this) {
      Site site = site((int) call[0]);
      if (site == null) {
        return null;
      }
      int size = (int) call[1];
      boolean time = timeLeft();
      if (!time) {
        site.limits()[size] = 0; // asking costs time as well, so nobody asks until there is some
        paused = true;
      }
      if (!time || bytes > options.bytes() / 4) {
        stratum(site, size).miss();
        return null;
      }
      return new CapturedCall(this, site, size, call[2], bytes);
    }
  }

  private boolean timeLeft() {
    long elapsed = System.nanoTime() - start;
    return copying.get() < GRACE_NANOS + (long) (elapsed * options.share());
  }

  /** Goes on where copying had taken too much time and has not any more; asked now and then. */
  synchronized void resume() {
    if (paused && timeLeft()) {
      paused = false;
      for (Site site : sites) {
        for (int size = 0; size < site.strata().length; size++) {
          if (site.strata()[size] != null) {
            limit(site, size);
          }
        }
      }
    }
  }

  /**
   * Does once what a call that is captured does, as the first time takes long: classes are loaded.
   */
  static void warmUp(Options options) {
    Store store = new Store(options);
    Site site = new Site(0, "a.B", "c", "([J)I", 8, List.of());
    store.add(site);
    for (long key = 0; key < 3; key++) {
      BiConsumer<Integer, @Nullable Object> call = store.apply(new long[] {0, 1, key, 8});
      if (call != null) {
        call.accept(Probe.ARGUMENTS, new Object[] {new long[1]});
        call.accept(Probe.RESULT, 1);
      }
    }
    store.resume();
  }

  private @Nullable Site site(int id) {
    for (Site site : sites) {
      if (site.id() == id) {
        return site;
      }
    }
    return null;
  }

  private Stratum stratum(Site site, int size) {
    @Nullable Stratum there = site.strata()[size];
    if (there == null) {
      there = new Stratum(options.calls());
      site.strata()[size] = there;
    }
    return there;
  }

  /** Keeps a call whose arguments are copied, and lets others go where there are too many. */
  synchronized void keep(CapturedCall call) {
    Stratum stratum = stratum(call.site(), call.size());
    stratum.add(call);
    held += call.bytes();
    if (stratum.full()) {
      held -= stratum.shrink().bytes();
    }
    makeRoom();
    limit(call.site(), call.size());
  }

  /** Whether a call may hold so many bytes more than was known when it was chosen. */
  synchronized boolean mayHold(CapturedCall call, long bytes) {
    if (call.bytes() + bytes > options.bytes() / 4) {
      stratum(call.site(), call.size()).miss();
      return false;
    }
    call.holds(bytes);
    return true;
  }

  /**
   * A result is to be kept too.
   *
   * @return whether it may be
   */
  synchronized boolean grow(CapturedCall call, long bytes) {
    if (bytes > options.bytes() / 4 || !stratum(call.site(), call.size()).has(call)) {
      return false;
    }
    call.holds(bytes);
    held += bytes;
    makeRoom();
    return true;
  }

  /** As long as it is too much, the stratum that holds most gives up a call. */
  private void makeRoom() {
    while (held > options.bytes()) {
      @Nullable Site from = null;
      int size = 0;
      long most = -1;
      for (Site site : sites) {
        for (int i = 0; i < site.strata().length; i++) {
          Stratum stratum = site.strata()[i];
          long bytes = stratum == null || stratum.count() == 0 ? -1 : stratum.bytes();
          if (bytes > most) {
            from = site;
            size = i;
            most = bytes;
          }
        }
      }
      if (from == null) {
        return;
      }
      held -= stratum(from, size).shrink().bytes();
      limit(from, size);
    }
  }

  private void limit(Site site, int size) {
    site.limits()[size] = stratum(site, size).limit();
  }

  /**
   * What a stratum holds.
   *
   * @param missed calls that were chosen and not copied
   * @param calls captured ones
   */
  record Kept(long missed, List<CapturedCall> calls) {}

  /** Of each class of sizes. */
  synchronized Kept[] kept(Site site) {
    Kept[] kept = new Kept[site.strata().length];
    for (int i = 0; i < kept.length; i++) {
      Stratum stratum = site.strata()[i];
      kept[i] =
          stratum == null ? new Kept(0, List.of()) : new Kept(stratum.missed(), stratum.calls());
    }
    return kept;
  }

  /** So much time was spent on copying. */
  void copied(long nanos) {
    copying.addAndGet(nanos);
  }

  long copyingNanos() {
    return copying.get();
  }
}
