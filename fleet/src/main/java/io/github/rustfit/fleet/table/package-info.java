/** The rows of the tables that the job writes; they know nothing of Spark. */
@NullMarked
package io.github.rustfit.fleet.table;

import org.jspecify.annotations.NullMarked;
