package io.github.rustfit.readers.classpath;

import java.nio.file.Path;

/**
 * An archive with classes.
 *
 * @param name {@code groupId:artifactId}; empty where only the archive itself can tell
 * @param file the jar, or a jar or war that holds others, as Spring Boot packs them
 */
public record Archive(String name, Path file) {}
