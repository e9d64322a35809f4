package io.github.rustfit.readers.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;

/** Output of a document that has tables of stacks. */
final class StackOutput extends JsonGeneratorDelegate {

  private final StackTable stacks;

  StackOutput(JsonGenerator out, StackTable stacks) {
    super(out, false);
    this.stacks = stacks;
  }

  /** The stacks of the document. */
  StackTable stacks() {
    return stacks;
  }
}
