package io.github.rustfit.cli.project;

import java.nio.file.Path;

/**
 * A part of a project that is built by itself.
 *
 * @param name what components are named after
 * @param folder where it stands: absolute and normal
 */
public record Module(String name, Path folder) {}
