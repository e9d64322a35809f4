/** What is promised of the process, whether it is kept, and what Java offers where it is not. */
@NullMarked
package io.github.rustfit.engine.promise;

import org.jspecify.annotations.NullMarked;
