import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import com.sun.management.OperatingSystemMXBean;
import io.github.rustfit.samples.edgeworker.image.Thumbnailer;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A thumbnail in Java, or by the library that is named, timed by hand and without a class of
 * rustfit's: CPU time of the whole process, so compilers and collector are in it. Prints nanoseconds
 * a call, and a hash of what it gave.
 */
final class Harness {

  private static final int MOST_BYTES = 4 << 20;
  private static final long WARM_UP = 4_000_000_000L;
  private static final long MEASURED = 6_000_000_000L;

  private static MethodHandle call;

  private Harness() {}

  public static void main(String[] args) throws Throwable {
    byte[] picture = Files.readAllBytes(Path.of(args[0]));
    boolean rust = args.length > 1;
    if (rust) {
      call =
          Linker.nativeLinker()
              .downcallHandle(
                  SymbolLookup.libraryLookup(Path.of(args[1]), Arena.global())
                      .find("thumbnail")
                      .orElseThrow(),
                  FunctionDescriptor.of(
                      JAVA_LONG, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, ADDRESS, JAVA_LONG));
    }
    byte[] made = {};
    for (long end = System.nanoTime() + WARM_UP; System.nanoTime() < end; ) {
      made = rust ? rust(picture) : Thumbnailer.thumbnail(picture, picture.length, 640, 80);
    }
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long calls = 0;
    long start = system.getProcessCpuTime();
    for (long end = System.nanoTime() + MEASURED; System.nanoTime() < end; calls++) {
      made = rust ? rust(picture) : Thumbnailer.thumbnail(picture, picture.length, 640, 80);
    }
    long nanos = system.getProcessCpuTime() - start;
    System.out.println(nanos / calls + " " + Arrays.hashCode(made));
  }

  private static byte[] rust(byte[] picture) throws Throwable {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment in = arena.allocateFrom(JAVA_BYTE, picture);
      MemorySegment out = arena.allocate(MOST_BYTES);
      long length =
          (long) call.invoke(in, (long) picture.length, 640, 80, out, (long) MOST_BYTES);
      if (length < 0) {
        throw new IllegalStateException("no thumbnail");
      }
      return out.asSlice(0, length).toArray(JAVA_BYTE);
    }
  }
}
