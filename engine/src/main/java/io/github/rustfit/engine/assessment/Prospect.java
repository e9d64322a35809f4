package io.github.rustfit.engine.assessment;

import io.github.rustfit.engine.economics.CodeGain;
import io.github.rustfit.engine.economics.Economics;
import io.github.rustfit.engine.economics.SpeedUp;
import io.github.rustfit.engine.ecosystem.LibraryUse;
import io.github.rustfit.engine.fit.Fit;
import io.github.rustfit.engine.seam.Seam;
import java.util.List;
import java.util.Optional;

/**
 * What moving a component would mean.
 *
 * @param speedUp ceiling and estimate; empty without enough CPU samples
 * @param gain how many times faster its code becomes, and what its samples did
 * @param economics what moving it saves and costs; empty while anything for it is missing
 * @param seam the smallest boundary of a native part; empty without enough CPU samples, and for
 *     what takes too little CPU
 * @param libraries what it uses, and what Rust has instead
 * @param fit what it resembles
 */
public record Prospect(
    Optional<SpeedUp> speedUp,
    CodeGain gain,
    Optional<Economics> economics,
    Optional<Seam> seam,
    List<LibraryUse> libraries,
    Fit fit) {

  public Prospect {
    libraries = List.copyOf(libraries);
  }
}
