/** What pages say of code is what the code says. */
@NullMarked
package io.github.rustfit.engine.docs;

import org.jspecify.annotations.NullMarked;
