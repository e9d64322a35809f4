package io.github.rustfit.engine.advice;

import io.github.rustfit.rules.rule.Finding;
import java.util.Optional;

/**
 * A thing to do.
 *
 * @param kind what kind of thing, and so how early it comes
 * @param component the component that it concerns; empty where it is the process
 * @param text what to do, as a sentence
 * @param because why, with figures; empty where the text says it
 * @param location {@code file:line} or another place; empty where there is none
 * @param finding what it cures, for a fix or a tuning
 */
public record NextStep(
    Kind kind,
    String component,
    String text,
    String because,
    String location,
    Optional<Finding> finding) {

  /** Kinds, what comes first first. */
  public enum Kind {
    /** What was recorded is too short, or no load: all else rests on sand. */
    RECORD("Record first"),
    /** A limit of the policy is crossed. */
    LIMIT("Crossed limit"),
    /** A declared latency is missed, and what the service waits for is why. */
    WAIT("Waiting"),
    /** A recording or log confirms something that Java can cure. */
    FIX("Fix in Java"),
    /** The same of the process as a whole, such as an option of its JVM. */
    TUNE("Tune the JVM"),
    /** A component to review for Rust, or one that is worth a trial. */
    TRY("Look at Rust"),
    /** An input that would decide what is open. */
    PROVIDE("Missing input");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    /** In a few words. */
    public String title() {
      return title;
    }
  }

  static NextStep of(Kind kind, String component, String text, String because) {
    return new NextStep(kind, component, text, because, "", Optional.empty());
  }

  static NextStep fix(String component, Finding finding) {
    return new NextStep(
        finding.processWide() ? Kind.TUNE : Kind.FIX,
        component,
        finding.remedy(),
        finding.message(),
        finding.file().isEmpty()
            ? ""
            : finding.line() > 0 ? finding.file() + ":" + finding.line() : finding.file(),
        Optional.of(finding));
  }
}
