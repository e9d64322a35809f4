package io.github.rustfit.readers.policy;

import io.github.rustfit.readers.yaml.YamlDocument;
import io.github.rustfit.rules.policy.Origin;

/**
 * Why a policy may not set something.
 *
 * @param atKey whether it is the key that may not stand there, rather than its value
 * @param what what is wrong, without a full stop
 * @param remedy what to do about it
 */
record Forbidden(boolean atKey, String what, String remedy) {

  static Forbidden reserved(LayeredUnit said, String path, Origin.Place by) {
    return new Forbidden(
        true,
        said.unit().key() + ": " + path + " is reserved by " + by.text(),
        "Remove it here, or ask the owner of "
            + by.source()
            + " to take "
            + path
            + " out of reserved.");
  }

  static Forbidden overrides(LayeredUnit said, LayeredUnit other) {
    PolicyUnit unit = said.unit();
    return new Forbidden(
        false,
        unit.key()
            + ": "
            + unit.shown()
            + " overrides "
            + other.unit().shown()
            + " of "
            + other.place().text()
            + ", which does not allow it",
        ask(other.unit().path(), other.layer())
            + (Strictness.known(unit.path()) ? " A stricter one needs no permission." : ""));
  }

  static Forbidden adds(LayeredUnit said, LayeredUnit other) {
    return new Forbidden(
        true,
        said.unit().key()
            + " is added to what "
            + other.place().text()
            + " declares, which does not allow it",
        ask(said.unit().path(), other.layer()));
  }

  private static String ask(String path, PolicyLayer other) {
    return "Remove it here, or ask the owner of "
        + other.source()
        + " to add "
        + path
        + " to overridable.";
  }

  void addTo(YamlDocument document, PolicyUnit unit) {
    document
        .problems()
        .add(
            atKey ? document.keyAt(unit.pointer()) : document.valueAt(unit.pointer()),
            what,
            remedy);
  }
}
