/** What people see: pages in a real browser. Skipped where no Chromium is installed. */
@NullMarked
package io.github.rustfit.plugin.browser;

import org.jspecify.annotations.NullMarked;
