package io.github.rustfit.readers.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stacks as async-profiler 2.9 to 4.6 records them of HotSpot 17 and 25, root first. */
class JvmThreadsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "start_thread;thread_native_entry;Thread::call_run;JavaThread::thread_main_inner;"
            + "CompileBroker::compiler_thread_loop;CompileBroker::invoke_compiler_on_method;"
            + "C2Compiler::compile_method;Compile::Compile;PhaseIdealLoop::build | COMPILER",
        "Compilation::compile_java_method;LinearScan::do_linear_scan | COMPILER",
        "start_thread;thread_native_entry;Thread::call_run;WorkerThread::run;"
            + "G1EvacuateRegionsTask::work;__memmove_avx512 | COLLECTOR",
        "start_thread;GangWorker::loop;ParallelMarkingTask::work | COLLECTOR",
        "thread_native_entry;Thread::call_run;VMThread::run;VM_Operation::evaluate;"
            + "VM_G1CollectForAllocation::doit | COLLECTOR",
        "thread_native_entry;VMThread::run;VM_GenCollectForAllocation::doit | COLLECTOR",
        "thread_native_entry;VMThread::run;VMThread::inner_execute;VM_ThreadDump::doit | VM",
        "thread_native_entry;Thread::call_run;WatcherThread::run | VM",
        "start_thread;JavaThread::run;java/lang/Thread.run;com/acme/A.hot;"
            + "G1CollectedHeap::allocate_new_tlab | CPU",
        "[unknown_Java];G1CollectedHeap::attempt_allocation | CPU",
        "__restore_rt;SR_handler;PosixSemaphore::signal;__new_sem_post | VM",
        "start_thread;my_native_worker;sha256_block | CPU",
        "G1BarrierSetRuntime::write_ref_field_post_entry | CPU"
      })
  void functions_tell_whose_a_thread_is(String stack, SampleKind kind) {
    assertThat(JvmThreads.kind(frames(stack), SampleKind.CPU)).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "C2 CompilerThread0, COMPILER",
    "C1 CompilerThre, COMPILER",
    "GC Thread#3, COLLECTOR",
    "G1 Conc#0, COLLECTOR",
    "ZWorkerYoung#1, COLLECTOR",
    "VM Thread, VM",
    "main, CPU",
    "'', CPU"
  })
  void names_tell_where_no_function_does(String name, SampleKind kind) {
    assertThat(JvmThreads.ofName(name)).isEqualTo(kind);
    assertThat(JvmThreads.kind(frames("clone;[unknown]"), JvmThreads.ofName(name))).isEqualTo(kind);
  }

  @Test
  void a_thread_that_runs_java_is_the_applications_whatever_its_name() {
    assertThat(JvmThreads.kind(frames("com/acme/G1.run"), JvmThreads.ofName("G1 Conc#0")))
        .isEqualTo(SampleKind.CPU);
  }

  private static List<Frame> frames(String rootFirst) {
    FrameNames names = new FrameNames();
    List<Frame> stack = new ArrayList<>();
    for (String text : rootFirst.split(";")) {
      stack.add(names.frame(text, 0));
    }
    Collections.reverse(stack);
    return stack;
  }
}
