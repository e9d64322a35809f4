package io.github.rustfit.engine.patterns;

import static io.github.rustfit.engine.patterns.Precision.HIGH;
import static io.github.rustfit.engine.patterns.Precision.MEDIUM;

import java.util.List;

/** Strings built, formatted, split and decoded. */
final class TextPatterns {

  private static final SampleFilter CHARACTERS =
      SampleFilter.allocated("byte[]", "char[]", "java.lang.String", "java.lang.StringBuilder");

  /** Texts put together; the compiled {@code +} has callees of its own, JDK 9 to 25. */
  private static final SampleFilter BUILDING =
      SampleFilter.below(
          "java.lang.StringConcatHelper.*",
          "java.lang.String$$StringConcat*",
          "java.lang.invoke.Invokers$Holder.linkToTargetMethod",
          "java.lang.StringBuilder.*",
          "java.lang.AbstractStringBuilder.*");

  private static final SampleFilter COMPILING =
      SampleFilter.below("java.util.regex.Pattern.compile", "java.util.regex.Pattern.<init>");

  static final List<HotPattern> ALL =
      List.of(
          HotPattern.of(
              "string-concat-in-loop",
              "String concatenation in a loop",
              HIGH,
              "copies the whole text again in each round",
              "Append to one StringBuilder, created before the loop with the expected length.",
              "strings or byte arrays allocated at the line, and their copying",
              CHARACTERS.or(BUILDING)),
          HotPattern.of(
                  "unsized-string-builder",
                  "StringBuilder that has to grow",
                  MEDIUM,
                  "copies the text each time it outgrows its array",
                  "Create the StringBuilder with the expected length.",
                  "growth of the builder below the line",
                  SampleFilter.below(
                      "java.lang.AbstractStringBuilder.ensureCapacity*",
                      "java.lang.AbstractStringBuilder.newCapacity",
                      "java.lang.AbstractStringBuilder.expandCapacity"))
              .from(0.05),
          HotPattern.of(
              "split-in-loop",
              "Text split in a loop",
              MEDIUM,
              "makes an array and a string for each field of each text",
              "Walk the text with indexOf and take only the fields that are needed.",
              "String.split below the line",
              SampleFilter.below("java.lang.String.split*")),
          HotPattern.of(
              "text-parsing",
              "Numbers read by way of strings",
              MEDIUM,
              "takes text apart as strings and reads numbers from strings",
              "Read the numbers where they stand: from the bytes, or with"
                  + " Integer.parseInt(text, from, to, 10); decode only what is kept as text.",
              "lines read, text cut or numbers parsed below the lines",
              SampleFilter.below(
                      "java.io.BufferedReader.readLine",
                      "java.lang.String.substring",
                      "java.lang.String.split*",
                      "java.lang.String.trim",
                      "java.lang.String.strip*",
                      "java.lang.Double.parseDouble",
                      "java.lang.Float.parseFloat",
                      "java.lang.Integer.parseInt",
                      "java.lang.Long.parseLong",
                      "java.math.BigDecimal.<init>",
                      "java.util.StringTokenizer.*")
                  .butNot(COMPILING)),
          HotPattern.of(
              "regex-per-call",
              "Regular expression compiled on each call",
              HIGH,
              "compiles the same expression again and again",
              "Make the Pattern a static final constant and use its matcher, or use indexOf,"
                  + " contains or replace for plain text.",
              "java.util.regex.Pattern.compile below the line",
              COMPILING),
          HotPattern.of(
              "eager-log-argument",
              "Log message built although it may not be logged",
              HIGH,
              "builds the text of a message that the level may drop",
              "Use {} placeholders, a Supplier, or ask isDebugEnabled() first.",
              "strings or argument arrays made at the line",
              CHARACTERS
                  .or(BUILDING)
                  .or(SampleFilter.allocated("java.lang.Object[]"))
                  .or(SampleFilter.below("java.util.Formatter*"))),
          HotPattern.of(
              "string-format",
              "String.format where it is hot",
              HIGH,
              "parses the format text on each call",
              "Concatenate, or append to a StringBuilder.",
              "java.util.Formatter or MessageFormat below the line",
              SampleFilter.below("java.util.Formatter*", "java.text.MessageFormat*")
                  .or(SampleFilter.allocated("java.util.Formatter*", "java.text.MessageFormat*"))),
          HotPattern.of(
              "date-format-per-call",
              "Date formatter created on each call",
              HIGH,
              "parses the date pattern and loads locale data on each call",
              "Make a DateTimeFormatter a static final constant; it is immutable and thread-safe.",
              "the formatter's construction below the line",
              SampleFilter.below(
                      "java.text.SimpleDateFormat.<init>",
                      "java.text.SimpleDateFormat.initialize*",
                      "java.time.format.DateTimeFormatter.of*",
                      "java.time.format.DateTimeFormatterBuilder*")
                  .or(
                      SampleFilter.allocated(
                          "java.text.SimpleDateFormat", "java.time.format.DateTimeFormatter*"))),
          HotPattern.of(
              "charset-churn",
              "Text converted back and forth",
              MEDIUM,
              "copies text into another form only to look at it",
              "Work on the bytes or on the String itself; compare with equalsIgnoreCase, read"
                  + " characters with charAt.",
              "arrays or strings made at the line",
              CHARACTERS.or(
                  SampleFilter.below(
                      "java.lang.String.toLowerCase",
                      "java.lang.String.toUpperCase",
                      "java.lang.String.getBytes",
                      "java.lang.String.toCharArray",
                      "java.lang.String.<init>"))));

  private TextPatterns() {}
}
