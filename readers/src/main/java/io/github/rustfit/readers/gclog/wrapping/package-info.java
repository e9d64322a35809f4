/**
 * What container run times, log shippers and exports put around the lines of a log: taken off line
 * by line, so that every style of log can be read from every one of them. Knows nothing of what the
 * lines say but where one begins.
 */
@NullMarked
package io.github.rustfit.readers.gclog.wrapping;

import org.jspecify.annotations.NullMarked;
