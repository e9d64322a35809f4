/** What is on the program's class path: which archive holds a class. */
@NullMarked
package io.github.rustfit.readers.classpath;

import org.jspecify.annotations.NullMarked;
