package io.github.rustfit.trial.starter;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Names that all files of a starter share.
 *
 * @param component the component that it is for
 * @param kernels its methods
 * @param bodies straight ports, by the ids of their methods; the others' bodies are open
 */
record Layout(String component, List<Kernel> kernels, Map<String, String> bodies) {

  Layout {
    kernels = List.copyOf(kernels);
    bodies = Map.copyOf(bodies);
  }

  /** The body by machine, if there is one. */
  Optional<String> body(Kernel kernel) {
    return Optional.ofNullable(bodies.get(kernel.method().id()));
  }

  String slug() {
    return Names.slug(component);
  }

  /** Last part of the package of what all bindings share. */
  String part() {
    return Names.packagePart(slug());
  }

  /** The library, as the crate names it; the file's name follows from it. */
  String library() {
    return "rustfit_" + slug().replace('-', '_');
  }

  /** Stem of a kernel's exported functions. */
  String symbol(Kernel kernel) {
    return library() + "_" + kernel.module();
  }

  /** A template of the binding that knows these names. */
  Template template(String name) {
    return Template.named(name)
        .with("slug", slug())
        .with("part", part())
        .with("library", library())
        .with("symbol", library());
  }

  /** The same for a file of one kernel. */
  Template template(String name, Kernel kernel) {
    return template(name)
        .with("symbol", symbol(kernel))
        .with("binding", kernel.binding())
        .with("method", Text.comment(kernel.method().text()))
        .with("place", Text.comment(kernel.method().place().text()))
        .with("literal", Text.literal(kernel.method().text()));
  }
}
