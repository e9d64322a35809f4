/** Java source to evidence: files, types and methods, without resolving any name. */
@NullMarked
package io.github.rustfit.readers.source;

import org.jspecify.annotations.NullMarked;
