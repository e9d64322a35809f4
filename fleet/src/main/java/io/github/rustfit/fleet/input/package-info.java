/**
 * Which files there are, and what each of them says: the part of the job that runs for every file.
 */
@NullMarked
package io.github.rustfit.fleet.input;

import org.jspecify.annotations.NullMarked;
