package io.github.rustfit.readers.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/**
 * Who several names and mail addresses are, as {@code .mailmap} at the top of the checked-out
 * commit says ({@code gitmailmap(5)}).
 */
final class Mailmap {

  static final Mailmap NONE = new Mailmap();

  private static final int MOST_BYTES = 4 << 20;

  /**
   * {@code Proper <proper@mail> Commit <commit@mail>}, each part but the first address optional.
   */
  private static final Pattern LINE = Pattern.compile("([^<#]*)<([^>]*)>(?:([^<]*)<([^>]*)>)?.*");

  private final Map<String, String> byMail = new HashMap<>();
  private final Map<String, String> byNameAndMail = new HashMap<>();

  private Mailmap() {}

  /** That of a tree; a link is none, as for git. */
  static Mailmap of(ObjectReader reader, AnyObjectId tree) throws IOException {
    try (TreeWalk walk = TreeWalk.forPath(reader, ".mailmap", tree)) {
      boolean file =
          walk != null && (walk.getRawMode(0) & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
      return file
          ? of(
              new String(
                  reader.open(walk.getObjectId(0)).getCachedBytes(MOST_BYTES),
                  StandardCharsets.UTF_8))
          : NONE;
    } catch (LargeObjectException e) {
      return NONE;
    }
  }

  static Mailmap of(String text) {
    Mailmap map = new Mailmap();
    text.lines().filter(line -> !line.startsWith("#")).forEach(map::add);
    return map;
  }

  private void add(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      return;
    }
    @Nullable String commitMail = parts.group(4);
    String first = lower(parts.group(2));
    if (commitMail == null) {
      return; // a proper name alone: the address stays
    }
    String mail = lower(commitMail);
    String name = lower(String.valueOf(parts.group(3)));
    if (name.isEmpty()) {
      byMail.put(mail, first);
    } else {
      byNameAndMail.put(name + "\n" + mail, first);
    }
  }

  /** The address that stands for a person. */
  String mail(String name, String mail) {
    String asWritten = lower(mail);
    @Nullable String exact = byNameAndMail.get(lower(name) + "\n" + asWritten);
    return exact != null ? exact : byMail.getOrDefault(asWritten, asWritten);
  }

  private static String lower(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
