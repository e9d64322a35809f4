package io.github.rustfit.readers.merge;

import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Problem;
import java.util.List;

/**
 * What came of evidence files.
 *
 * @param evidence everything together, with the problems that were met
 * @param errors what the user must correct: a file that is missing or is no evidence
 */
public record MergedEvidence(Evidence evidence, List<Problem> errors) {

  public MergedEvidence {
    errors = List.copyOf(errors);
  }
}
