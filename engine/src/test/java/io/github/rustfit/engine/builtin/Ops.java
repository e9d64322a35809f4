package io.github.rustfit.engine.builtin;

import io.github.rustfit.rules.evidence.repository.OperationsFact;
import io.github.rustfit.rules.evidence.repository.OperationsFact.Kind;
import io.github.rustfit.rules.evidence.repository.OperationsFile;
import java.util.List;
import java.util.TreeSet;

/** Makes files of operations; the component that is judged lies in module {@code app}. */
final class Ops {

  static final String CONTAINER = "Deployment/app/app";
  static final long MIB = 1L << 20;

  private Ops() {}

  static OperationsFact fact(Kind kind, String subject, String value, long number, int line) {
    return new OperationsFact(kind, subject, value, number, line);
  }

  static OperationsFact of(Kind kind, String value) {
    return fact(kind, CONTAINER, value, OperationsFact.NONE, 3);
  }

  static OperationsFact memoryLimit(long mib) {
    return fact(Kind.MEMORY_LIMIT, CONTAINER, mib + "Mi", mib * MIB, 20);
  }

  static OperationsFact cpuLimit(long milli) {
    return fact(Kind.CPU_LIMIT, CONTAINER, milli + "m", milli, 21);
  }

  static OperationsFact heap(long mib) {
    return fact(Kind.JVM_OPTION, CONTAINER, "-Xmx" + mib + "m", mib * MIB, 10);
  }

  static OperationsFact option(String value) {
    return fact(Kind.JVM_OPTION, CONTAINER, value, OperationsFact.NONE, 11);
  }

  static final OperationsFact JAVA = of(Kind.RUNS_JAVA, "java");

  static OperationsFile manifest(OperationsFact... facts) {
    return file(OperationsFile.Kind.KUBERNETES, "", "k8s/app.yaml", facts);
  }

  static OperationsFile dockerfile(String module, String path, OperationsFact... facts) {
    return file(OperationsFile.Kind.DOCKERFILE, module, path, facts);
  }

  static OperationsFile file(
      OperationsFile.Kind kind, String module, String path, OperationsFact... facts) {
    return new OperationsFile(kind, module, path, "aa", new TreeSet<>(List.of(facts)));
  }
}
