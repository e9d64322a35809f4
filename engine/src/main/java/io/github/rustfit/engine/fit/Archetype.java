package io.github.rustfit.engine.fit;

import io.github.rustfit.rules.precedent.Trait;
import java.util.Locale;

/**
 * Shapes of software that published advice on Rust names, for and against. An archetype chooses
 * texts and precedents; it never answers a question of the checklist.
 */
public enum Archetype {
  /** Many connections, own protocol handling. */
  NETWORK_SERVICE(
      "High-throughput network service",
      true,
      "Published rewrites of this shape gained when parsing and copying in user code cost the CPU,"
          + " not the kernel's socket calls. Look at where its samples end before anything else.",
      Trait.NETWORK),
  /** Bulk parsing, transforming and aggregating. */
  DATA_PIPELINE(
      "Data pipeline",
      true,
      "Native engines gained here by working on whole columns or blocks: the boundary is crossed"
          + " once a batch, not once a record. An existing native engine behind Java (for example"
          + " DataFusion Comet under Spark) comes before own Rust.",
      Trait.DATA),
  /** Pure computation that could run anywhere. */
  WASM_CANDIDATE(
      "WebAssembly candidate",
      true,
      "Pure computation on bytes and numbers can move to WebAssembly and run at the edge or in a"
          + " browser. Java can go there too (TeaVM, WasmGC): compare before rewriting.",
      Trait.PURE),
  /** Handles keys, tokens or bytes from strangers. */
  SECURITY_INFRASTRUCTURE(
      "Security-critical infrastructure",
      true,
      "Java is already memory-safe: the figure that 70 % of vulnerabilities are memory errors holds"
          + " for C and C++ and transfers only to Unsafe, JNI, foreign memory and reference-counted"
          + " buffers. Logic errors move along with a rewrite.",
      Trait.SECURITY),
  /** Little memory, close to a device. */
  EMBEDDED(
      "Embedded or IoT",
      true,
      "Footprint and start-up are what Rust changes here. A trimmed runtime (jlink) and a native"
          + " image of the same Java code are the first comparison.",
      Trait.SMALL),
  /** Requests in, rows out. */
  WEB_API(
      "Standard web API",
      false,
      "Its time goes to the database and the framework, and its value is in business rules that"
          + " change. No published rewrite of this shape reports a gain that paid.",
      Trait.BUSINESS),
  /** Young, changing, small. */
  PROTOTYPE(
      "Prototype",
      false,
      "What still changes every week is rewritten twice. Learn what it has to be in the language"
          + " that the team is fastest in.",
      Trait.YOUNG),
  /** Nobody who has shipped systems code. */
  NO_SYSTEMS_EXPERIENCE(
      "No systems experience",
      false,
      "The first Rust in a team costs months of ramp-up and a second on-call skill; the published"
          + " successes had people who had shipped systems code, or time to learn.",
      Trait.NOVICE);

  private final String title;
  private final boolean fit;
  private final String text;
  private final Trait trait;

  Archetype(String title, boolean fit, String text, Trait trait) {
    this.title = title;
    this.fit = fit;
    this.text = text;
    this.trait = trait;
  }

  /** The name in {@code report.json}, e.g. {@code network-service}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A few words. */
  public String title() {
    return title;
  }

  /** Whether advice counts it among the shapes that Rust fits; otherwise it is an anti-fit. */
  public boolean fit() {
    return fit;
  }

  /** What is known of the shape, in full sentences. */
  public String text() {
    return text;
  }

  /** The trait that a component of this shape has. */
  public Trait trait() {
    return trait;
  }
}
