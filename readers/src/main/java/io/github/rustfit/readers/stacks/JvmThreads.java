package io.github.rustfit.readers.stacks;

import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells the JVM's own threads from those of the application, so that a share of CPU means the same
 * whoever recorded it: the JDK's recorder sees the application's threads only, profilers of the
 * process see all. A stack with a Java frame is the application's. Otherwise functions and the
 * thread's name tell, as HotSpot of JDK 8 to 25 calls them (compileBroker.cpp, workerThread.cpp,
 * concurrentGCThread.cpp, vmThread.cpp, vmOperation.hpp and the collectors' own threads). A thread
 * that the JVM's own sampler has stopped (signals_posix.cpp, {@code SR_handler}) works for the JVM.
 */
public final class JvmThreads {

  /** The kinds of samples in the JVM's own threads. */
  public static final Set<SampleKind> KINDS =
      Set.of(SampleKind.COMPILER, SampleKind.COLLECTOR, SampleKind.VM);

  private static final Pattern COMPILER =
      Pattern.compile(
          "(CompileBroker|C1Compiler|C2Compiler|Compiler|Compile|Compilation|GraphBuilder|LinearScan"
              + "|LIR_Assembler|LIRGenerator|PhaseIdealLoop|PhaseChaitin|PhaseIterGVN|PhaseCFG"
              + "|PhaseOutput|Matcher|Parse|JVMCICompiler|JVMCIRuntime)::.*");

  private static final Pattern COLLECTOR =
      Pattern.compile(
          "(GangWorker|AbstractGangWorker|WorkerThread|ConcurrentGCThread|GCTaskThread"
              + "|ConcurrentMarkSweepThread|G1(?!BarrierSet)\\w*|[XZ][A-Z][a-z]\\w*"
              + "|Shenandoah(?!BarrierSet|Runtime)\\w*|PS(Scavenge|ParallelCompact|PromotionManager)"
              + "|DefNewGeneration|TenuredGeneration|GenCollectedHeap|SerialHeap|ParNewGeneration"
              + "|CMSCollector|ParMarkBitMap"
              + "|VM_(GC_\\w+|Gen\\w+|G1\\w+|Parallel\\w+|Collect\\w+|CMS\\w+|Serial\\w+|X\\w+|Z\\w+"
              + "|Shenandoah\\w+))::.*");

  private static final Pattern VM =
      Pattern.compile(
          "(VMThread|WatcherThread|ServiceThread|MonitorDeflationThread|NMethodSweeper"
              + "|JfrThreadSampler|JfrSamplerThread|JfrCPUSamplerThread|AttachListener"
              + "|NotificationThread|SignalDispatcher)::.*|attach_listener_thread_entry"
              + "|signal_thread_entry|SR_handler");

  /** Names as the system cuts them, to 15 characters. */
  private static final Pattern COMPILER_THREAD =
      Pattern.compile("(c[12] compilerthre|jvmci compiler|jvmci-native|libgraal).*");

  private static final Pattern COLLECTOR_THREAD =
      Pattern.compile(
          "(gc thread#|gc task thread|g1 (main|conc|refine|service|young)|parallel gc thre|pargc"
              + "|concurrent mark-|concurrent-mark|gang worker#|[xz](worker|driver|director|stat"
              + "|uncommitter|unmapper)|shenandoah).*");

  private static final Pattern VM_THREAD =
      Pattern.compile(
          "(vm thread|vm periodic tas|sweeper thread|service thread|monitor deflati|signal dispatch"
              + "|attach listener|jfr sampler|jfr thread samp|notification th).*");

  private static final String UNKNOWN_JAVA = "unknown_Java";

  private JvmThreads() {}

  /**
   * Whose CPU a sample is.
   *
   * @param stack leaf first
   * @param byName what the thread's name tells, see {@link #ofName}
   * @return {@link SampleKind#CPU}, {@code COMPILER}, {@code COLLECTOR} or {@code VM}
   */
  public static SampleKind kind(List<Frame> stack, SampleKind byName) {
    boolean collector = false;
    boolean vm = false;
    for (Frame frame : stack) {
      if (frame.java() || frame.method().contains(UNKNOWN_JAVA)) {
        return SampleKind.CPU;
      }
    }
    for (Frame frame : stack) {
      String function = frame.method();
      if (COMPILER.matcher(function).matches()) {
        return SampleKind.COMPILER;
      }
      collector |= COLLECTOR.matcher(function).matches();
      vm |= VM.matcher(function).matches();
    }
    if (collector) {
      return SampleKind.COLLECTOR;
    }
    return byName == SampleKind.CPU && vm ? SampleKind.VM : byName;
  }

  /**
   * The same by the thread's name alone, for a thread that runs no Java code.
   *
   * @param thread its name, whole or cut; empty when unknown
   */
  public static SampleKind ofName(String thread) {
    String name = thread.toLowerCase(Locale.ROOT);
    if (COMPILER_THREAD.matcher(name).matches()) {
      return SampleKind.COMPILER;
    }
    if (COLLECTOR_THREAD.matcher(name).matches()) {
      return SampleKind.COLLECTOR;
    }
    return VM_THREAD.matcher(name).matches() ? SampleKind.VM : SampleKind.CPU;
  }
}
