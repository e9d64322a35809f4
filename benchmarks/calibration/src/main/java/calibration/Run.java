package calibration;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Runs a kernel: {@code Run NAME WARM-UP-MS MEASURED-MS THREADS}, times of CPU of its thread, so that
 * it does the same on a busy machine. The warm-up goes on, up to five times as long, until the
 * compilers are done. Prints the name, the checksum of the first operation, how many were measured
 * and the CPU time of the process for one in nanoseconds: collector and compilers are in it, what
 * came before the end of the warm-up is not.
 */
public final class Run {

  private static final Map<String, Supplier<Kernel>> KERNELS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("mandelbrot", calibration.mandelbrot.Mandelbrot::new),
              Map.entry("sieve", calibration.sieve.Sieve::new),
              Map.entry("lcs", calibration.lcs.CommonSubsequence::new),
              Map.entry("blur", calibration.blur.Blur::new),
              Map.entry("shortestpaths", calibration.shortestpaths.AllPairs::new),
              Map.entry("crc", calibration.crc.Checksums::new),
              Map.entry("digest", calibration.digest.Digests::new),
              Map.entry("mismatch", calibration.mismatch.Snapshots::new),
              Map.entry("logparse", calibration.logparse.AccessLog::new),
              Map.entry("tokenize", calibration.tokenize.Lexer::new),
              Map.entry("format", calibration.format.Statement::new),
              Map.entry("groupcount", calibration.groupcount.GroupCount::new),
              Map.entry("rangeindex", calibration.rangeindex.RangeIndex::new),
              Map.entry("sortrecords", calibration.sortrecords.SortRecords::new),
              Map.entry("treap", calibration.treap.Treap::new),
              Map.entry("derive", calibration.derive.Derive::new),
              Map.entry("bvh", calibration.bvh.Scene::new),
              Map.entry("route", calibration.route.Route::new),
              Map.entry("wordcount", calibration.wordcount.WordCount::new),
              Map.entry("dispatch", calibration.dispatch.Simulation::new),
              Map.entry("report", calibration.report.Report::new),
              Map.entry("forest", calibration.forest.Forest::new),
              Map.entry("life", calibration.life.Life::new),
              Map.entry("inverted", calibration.inverted.Index::new),
              Map.entry("base64", calibration.base64.Encoding::new),
              Map.entry("huffman", calibration.huffman.Huffman::new)));

  private static volatile long sink;

  private Run() {}

  /** See above; without arguments it prints the names. */
  public static void main(String[] args) {
    if (args.length == 0) {
      KERNELS.keySet().forEach(System.out::println);
      return;
    }
    Supplier<Kernel> maker = KERNELS.get(args[0]);
    long warm = Long.parseLong(args[1]) * 1_000_000;
    long measured = Long.parseLong(args[2]) * 1_000_000;
    for (int i = 1; i < Integer.parseInt(args[3]); i++) {
      Thread beside = new Thread(() -> repeat(maker.get(), Long.MAX_VALUE));
      beside.setDaemon(true);
      beside.start();
    }
    Kernel kernel = maker.get();
    long checksum = kernel.run();
    warmUp(kernel, warm);
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long before = system.getProcessCpuTime();
    long operations = repeat(kernel, measured);
    long cpu = system.getProcessCpuTime() - before;
    System.out.println(args[0] + " " + checksum + " " + operations + " " + cpu / operations);
  }

  /** Until less than a fiftieth of a tenth of the time was spent compiling. */
  private static void warmUp(Kernel kernel, long nanos) {
    CompilationMXBean compilers = ManagementFactory.getCompilationMXBean();
    repeat(kernel, nanos);
    for (int tenth = 0; tenth < 40; tenth++) {
      long before = compilers.getTotalCompilationTime();
      repeat(kernel, nanos / 10);
      if ((compilers.getTotalCompilationTime() - before) * 1_000_000 <= nanos / 500) {
        return;
      }
    }
  }

  private static long repeat(Kernel kernel, long nanos) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    long operations = 0;
    long sum = 0;
    while (operations == 0 || threads.getCurrentThreadCpuTime() - start < nanos) {
      sum += kernel.run();
      operations++;
    }
    sink = sum;
    return operations;
  }
}
