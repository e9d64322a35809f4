package io.github.rustfit.capture.agent;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/** The captured methods and their places in the probe of this JVM. */
final class Sites {

  private final AtomicLongArray[] counts;
  private final long[][] limits;
  private final Field chooser;
  private final Store store;
  private final Notes notes;
  private final Map<String, Site> sites = new HashMap<>();

  /**
   * @param probe {@link Probe} as the program sees it
   */
  Sites(Class<?> probe, Store store, Notes notes) throws ReflectiveOperationException {
    this.counts = (AtomicLongArray[]) probe.getField("COUNTS").get(null);
    this.limits = (long[][]) probe.getField("LIMITS").get(null);
    this.chooser = probe.getField("chooser");
    this.store = store;
    this.notes = notes;
    chooser.set(null, store);
  }

  /** The one of a method; null when there are too many. */
  synchronized @Nullable Site of(
      String className, String method, String descriptor, int access, List<Site.Held> fields) {
    String key = className + "#" + method + descriptor;
    Site there = sites.get(key);
    if (there != null) {
      return there;
    }
    int id = free();
    if (id < 0) {
      notes.say(key + " is not captured: there are " + Probe.MOST + " others");
      return null;
    }
    Site site = new Site(id, className, method, descriptor, access, fields);
    sites.put(key, site);
    limits[id] = site.limits();
    return site;
  }

  /** Its code has the probe now, so it is counted. */
  synchronized void begin(Site site) {
    if (counts[site.id()] != null) {
      return;
    }
    if (!site.whyNot().isEmpty()) {
      notes.say(site + " is counted, and its arguments are not copied: " + site.whyNot());
    } else if (!site.isStatic()) {
      notes.say(site + " is not static: " + held(site));
    }
    store.add(site);
    counts[site.id()] = site.counts();
  }

  private static String held(Site site) {
    if (site.fields().isEmpty()) {
      return "its object has no fields of numbers, arrays of these or strings, so nothing of it is"
          + " captured";
    }
    StringBuilder names = new StringBuilder();
    for (Site.Held field : site.fields()) {
      names.append(names.length() == 0 ? "" : ", ").append(field.name());
    }
    return "of its object the fields " + names + " are captured, and no others";
  }

  /** A method that another capture of this JVM counted may still end a call. */
  private int free() {
    for (int id = 0; id < limits.length; id++) {
      if (limits[id] == null) {
        return id;
      }
    }
    return -1;
  }

  /** Nothing is counted and chosen any more. */
  synchronized void stop() throws ReflectiveOperationException {
    chooser.set(null, null);
    sites.values().forEach(site -> counts[site.id()] = null);
  }
}
