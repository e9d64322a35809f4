package io.github.rustfit.readers.input;

import io.github.rustfit.rules.evidence.Evidence;
import java.util.List;

/**
 * What became of the inputs.
 *
 * @param evidence inputs, summaries by digest, and problems
 * @param failedRequests the requests, as the user gave them, that found nothing or led to an input
 *     of which nothing could be used; empty when every request was met
 */
public record OpenedInputs(Evidence evidence, List<String> failedRequests) {

  public OpenedInputs {
    failedRequests = List.copyOf(failedRequests);
  }
}
