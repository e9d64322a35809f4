package io.github.rustfit.capture.agent;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A call that was chosen. The thread that makes the call tells it of arguments, then of its end;
 * another thread writes it.
 */
final class CapturedCall implements BiConsumer<Integer, @Nullable Object> {

  private static final int RETURNED = 0;
  private static final int THREW = 1;
  private static final int UNKNOWN = 2;

  private final Store store;
  private final Site site;
  private final int size;
  private final long key;
  private long bytes;
  private @Nullable Object[] arguments = {};
  private @Nullable Object result;
  private int outcome = UNKNOWN;

  /**
   * @param size its class of sizes
   * @param key by which it was chosen
   * @param bytes of arrays and strings among its arguments
   */
  CapturedCall(Store store, Site site, int size, long key, long bytes) {
    this.store = store;
    this.site = site;
    this.size = size;
    this.key = key;
    this.bytes = bytes;
  }

  @Override
  public void accept(Integer what, @Nullable Object value) {
    long start = System.nanoTime();
    try {
      if (what.equals(Probe.ARGUMENTS) && value instanceof Object[] given) {
        long held = 0;
        for (int i = site.parameters(); i < given.length; i++) {
          held += Probe.bytes(given[i]);
        }
        if (store.mayHold(this, held)) {
          arguments = copies(given);
          store.keep(this);
        }
      } else if (what.equals(Probe.EXCEPTION) && value != null) {
        end(THREW, value.getClass().getName());
      } else if (site.givesPlain()) {
        long more = Probe.bytes(value);
        if (store.grow(this, more)) {
          end(RETURNED, Values.copy(site.typed(value)));
        }
      }
    } finally {
      store.copied(System.nanoTime() - start);
    }
  }

  /** Of the same array twice one copy. */
  private static @Nullable Object[] copies(@Nullable Object[] given) {
    @Nullable Object[] copies = new Object[given.length];
    for (int i = 0; i < given.length; i++) {
      int same = 0;
      while (given[same] != given[i]) {
        same++;
      }
      copies[i] = same < i ? copies[same] : Values.copy(given[i]);
    }
    return copies;
  }

  private synchronized void end(int how, @Nullable Object with) {
    result = with;
    outcome = how;
  }

  Site site() {
    return site;
  }

  int size() {
    return size;
  }

  long key() {
    return key;
  }

  /** What it holds; of its store. */
  long bytes() {
    return bytes;
  }

  /** It holds more; of its store. */
  void holds(long more) {
    bytes += more;
  }

  synchronized void write(DataOutputStream out) throws IOException {
    out.writeByte(size);
    out.writeByte(outcome);
    Values.write(out, arguments);
    if (outcome == THREW) {
      out.writeUTF((String) result);
    } else if (outcome == RETURNED && site.givesNothing()) {
      out.writeByte('V');
    } else if (outcome == RETURNED) {
      Values.write(out, result);
    }
  }
}
