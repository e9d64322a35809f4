package io.github.rustfit.trial.port;

import com.sun.source.tree.Tree;

/** Thrown where something cannot be said in Rust to the letter. */
final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Tree at;
  private final String reason;

  Refused(Tree at, String reason) {
    super(reason, null, false, false);
    this.at = at;
    this.reason = reason;
  }

  Tree at() {
    return at;
  }

  String reason() {
    return reason;
  }
}
