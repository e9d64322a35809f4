package io.github.rustfit.plugin.report.output;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import org.jspecify.annotations.Nullable;

/**
 * Escapes that let JSON stand in a script element: what could end the element or open a comment in
 * it, and the two line separators that older scripts took for the end of a line.
 */
final class ScriptEscapes extends CharacterEscapes {

  private static final long serialVersionUID = 1;

  private static final int[] ASCII = standardAsciiEscapesForJSON();

  static {
    for (char c : new char[] {'<', '>', '&', '\''}) {
      ASCII[c] = ESCAPE_STANDARD;
    }
  }

  @Override
  public int[] getEscapeCodesForAscii() {
    return ASCII;
  }

  @Override
  public @Nullable SerializableString getEscapeSequence(int character) {
    return character == 0x2028 || character == 0x2029
        ? new SerializedString("\\u" + Integer.toHexString(character))
        : null;
  }
}
