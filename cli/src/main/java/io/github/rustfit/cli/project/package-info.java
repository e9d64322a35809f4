/** Projects known by their folders: modules of Maven, Gradle, sbt, or of none of them. */
@NullMarked
package io.github.rustfit.cli.project;

import org.jspecify.annotations.NullMarked;
