import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Allocates on one thread until its GC log has the size asked for: {@code Churn LOG BYTES}. Keeps a
 * megabyte alive, each block for a while, so that it is promoted and old collections occur too.
 */
public final class Churn {

  private Churn() {}

  public static void main(String[] args) {
    java.io.File log = new java.io.File(args[0]);
    long wanted = Long.parseLong(args[1]);
    Deque<byte[]> live = new ArrayDeque<>();
    long held = 0;
    for (long i = 0; (i & 0xffff) != 0 || log.length() < wanted; i++) {
      byte[] block = new byte[64 + (int) (i * 2654435761L >>> 16 & 0xfff)];
      if (i % 16 == 0) {
        live.add(block);
        held += block.length;
        while (held > 1 << 20) {
          held -= live.remove().length;
        }
      }
    }
    System.out.println(live.size());
  }
}
