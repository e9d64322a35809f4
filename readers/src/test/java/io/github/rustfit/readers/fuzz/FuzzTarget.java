package io.github.rustfit.readers.fuzz;

import io.github.rustfit.rules.evidence.base.InputKind;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What is read from files of others, each with what must hold for any bytes whatever. */
enum FuzzTarget {
  JFR(new ReaderContract(InputKind.JFR)),
  GC_LOG(new ReaderContract(InputKind.GC_LOG)),
  PPROF(new ReaderContract(InputKind.PPROF)),
  OTLP(new ReaderContract(InputKind.OTLP)),
  COLLAPSED(new ReaderContract(InputKind.COLLAPSED)),
  CAPTURE(new ReaderContract(InputKind.CAPTURE)),
  EVIDENCE(new EvidenceContract()),
  POLICY(new PolicyContract());

  private final Consumer<byte[]> contract;

  FuzzTarget(Consumer<byte[]> contract) {
    this.contract = contract;
  }

  /** The target of this kind of recordings or logs. */
  static FuzzTarget of(InputKind kind) {
    return Stream.of(values())
        .filter(target -> target.id().equals(kind.id()))
        .findFirst()
        .orElseThrow();
  }

  /** The name of its folder of the corpus. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Small inputs to begin with, and all in which a fault was found. */
  List<byte[]> seeds() {
    return Corpus.of(this);
  }

  /** Reads these bytes; an error or exception is a fault of the reader. */
  void check(byte[] bytes) {
    contract.accept(bytes);
  }
}
