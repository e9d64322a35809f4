package io.github.rustfit.engine.fit;

import io.github.rustfit.engine.seam.Kind;
import io.github.rustfit.engine.seam.Part;
import io.github.rustfit.engine.seam.Seam;
import io.github.rustfit.rules.precedent.Precedent.Boundary;
import java.util.List;
import java.util.Optional;

/** Names the boundary of a component as those of precedents are named. */
final class Boundaries {

  private Boundaries() {}

  /** What would cross; of several things the dearest. Empty where no method to cut at is known. */
  static Optional<Boundary> of(Seam seam) {
    return switch (seam.shape()) {
      case CLI, SERVICE -> Optional.of(Boundary.PROCESS);
      case WEBASSEMBLY_MODULE -> Optional.of(Boundary.WASM);
      case SIDECAR -> seam.entries().isEmpty() ? Optional.empty() : Optional.of(Boundary.OBJECTS);
      case FFI_KERNEL -> Optional.of(flat(seam));
    };
  }

  private static Boundary flat(Seam seam) {
    List<Part> parts =
        seam.entries().stream().flatMap(entry -> entry.crossing().parts().stream()).toList();
    if (parts.stream().anyMatch(part -> part.texts() > 0 || part.copies() > 0)) {
      return Boundary.TEXT_OR_ARRAYS;
    }
    return parts.stream().anyMatch(part -> part.kind() == Kind.BUFFER)
        ? Boundary.BUFFERS
        : Boundary.CALLS;
  }
}
