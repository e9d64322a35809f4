/** Tests of the writers of a comparison. */
package io.github.rustfit.plugin.compare;
