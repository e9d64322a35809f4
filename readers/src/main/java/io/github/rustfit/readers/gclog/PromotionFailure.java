package io.github.rustfit.readers.gclog;

import io.github.rustfit.readers.gclog.text.Cursor;

/** How Serial, Parallel and CMS print that the old generation had no room. */
final class PromotionFailure {

  private static final byte[] FAILED = Cursor.ascii("Promotion failed");

  private PromotionFailure() {}

  /**
   * Whether this message says so. Generational Shenandoah prints {@code Promotion failed, size 24,
   * …} of single objects, which stay where they were.
   */
  static boolean at(Cursor message) {
    int behind = message.at + FAILED.length;
    return message.at(FAILED) && (behind == message.end || message.bytes[behind] != ',');
  }
}
