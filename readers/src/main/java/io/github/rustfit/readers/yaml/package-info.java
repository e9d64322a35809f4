/**
 * YAML that people write, held against a JSON Schema: every mistake is said with its line, its
 * column and what to do about it; no content makes it throw.
 */
@NullMarked
package io.github.rustfit.readers.yaml;

import org.jspecify.annotations.NullMarked;
