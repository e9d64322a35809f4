/** What is known of one version of a service, put together and judged. */
@NullMarked
package io.github.rustfit.fleet.group;

import org.jspecify.annotations.NullMarked;
