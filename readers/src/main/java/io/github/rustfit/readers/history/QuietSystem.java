package io.github.rustfit.readers.history;

import java.util.TimeZone;
import java.util.function.Supplier;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * The surroundings that JGit sees: no environment, no configuration of the machine or the user.
 * Only the repository says what is read, on every machine the same.
 */
final class QuietSystem extends SystemReader {

  /** So that JGit neither measures it, for which it writes into the repository, nor saves it. */
  private static final String TIMESTAMP_RESOLUTION = "2 s";

  private QuietSystem() {
    setPlatformChecker();
  }

  /** Does the work while JGit, in the whole process, sees these surroundings. */
  static <T> T during(Supplier<T> work) {
    synchronized (QuietSystem.class) {
      SystemReader before = SystemReader.getInstance();
      SystemReader.setInstance(new QuietSystem());
      try {
        return work.get();
      } finally {
        SystemReader.setInstance(before);
      }
    }
  }

  @Override
  public String getHostname() {
    return "localhost";
  }

  @Override
  @SuppressWarnings("NullAway") // JGit's own reader gives null for what is not set
  public @Nullable String getenv(String variable) {
    return null;
  }

  @Override
  @SuppressWarnings("NullAway") // as above
  public @Nullable String getProperty(String key) {
    return System.getProperty(key);
  }

  @Override
  public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
    return new NoConfig(fs);
  }

  @Override
  public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
    return new NoConfig(fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
    return new NoConfig(fs);
  }

  @Override
  public StoredConfig getUserConfig() {
    return new NoConfig(FS.DETECTED);
  }

  @Override
  public StoredConfig getSystemConfig() {
    return new NoConfig(FS.DETECTED);
  }

  @Override
  public StoredConfig getJGitConfig() {
    return new NoConfig(FS.DETECTED);
  }

  @Override
  @Deprecated
  public long getCurrentTime() {
    return 0;
  }

  @Override
  @Deprecated
  public int getTimezone(long when) {
    return 0;
  }

  @Override
  public TimeZone getTimeZone() {
    return TimeZone.getTimeZone("UTC");
  }

  /** Belongs to no file. */
  private static final class NoConfig extends FileBasedConfig {

    @SuppressWarnings("NullAway") // JGit's own reader does the same for a file that is not there
    NoConfig(FS fs) {
      super(null, null, fs);
    }

    @Override
    public void load() {}

    @Override
    public void save() {}

    @Override
    public boolean isOutdated() {
      return false;
    }

    @Override
    public @Nullable String getString(String section, @Nullable String subsection, String name) {
      return "filesystem".equals(section)
          ? TIMESTAMP_RESOLUTION
          : super.getString(section, subsection, name);
    }
  }
}
