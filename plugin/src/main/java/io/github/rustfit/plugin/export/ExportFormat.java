package io.github.rustfit.plugin.export;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a recording can be exported as. */
public enum ExportFormat {
  /** Lines of a stack and a number, as many tools of flame graphs read them. */
  COLLAPSED("collapsed", ".collapsed"),
  /** A profile of pprof: a protocol buffer, not packed. */
  PPROF("pprof", ".pprof"),
  /** A page that shows when samples were taken, and the stacks of any time that is selected. */
  HEATMAP("heatmap", "-heatmap.html");

  /** What the names of all exported files match. */
  public static final String FILES = "*{.collapsed,.pprof,-heatmap.html}";

  private final String id;
  private final String ending;

  ExportFormat(String id, String ending) {
    this.id = id;
    this.ending = ending;
  }

  /** What users and the converter call it. */
  public String id() {
    return id;
  }

  /** How names of its files end. */
  String ending() {
    return ending;
  }

  /**
   * The formats that a user names.
   *
   * @throws IllegalArgumentException if a name is none; its message says which and what there is
   */
  public static Set<ExportFormat> named(Collection<String> names) {
    Set<ExportFormat> formats = EnumSet.noneOf(ExportFormat.class);
    for (String name : names) {
      formats.add(named(name.strip().toLowerCase(Locale.ROOT)));
    }
    return formats;
  }

  private static ExportFormat named(String name) {
    for (ExportFormat format : values()) {
      if (format.id.equals(name)) {
        return format;
      }
    }
    throw new IllegalArgumentException(
        "'" + name + "' is no format to export; use collapsed, pprof or heatmap");
  }
}
