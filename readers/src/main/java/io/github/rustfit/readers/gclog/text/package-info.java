/** Numbers, names and time stamps in the bytes of GC logs of every style. */
@NullMarked
package io.github.rustfit.readers.gclog.text;

import org.jspecify.annotations.NullMarked;
