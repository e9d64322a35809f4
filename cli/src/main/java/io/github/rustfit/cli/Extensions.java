package io.github.rustfit.cli;

import io.github.rustfit.plugin.goal.GoalException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where rules, readers and policies are looked for. */
final class Extensions {

  private Extensions() {}

  /** Sees rustfit and these jars. It lives as long as the process. */
  static ClassLoader of(List<Path> jars) throws GoalException {
    ClassLoader own = Extensions.class.getClassLoader();
    if (jars.isEmpty()) {
      return own;
    }
    URL[] places = new URL[jars.size()];
    for (int i = 0; i < places.length; i++) {
      Path jar = jars.get(i);
      if (!Files.isReadable(jar)) {
        throw new GoalException(
            "rustfit: --extensions names " + jar + ", which cannot be read. Name jars or folders.");
      }
      try {
        places[i] = jar.toUri().toURL();
      } catch (MalformedURLException e) {
        throw new GoalException("rustfit: --extensions names " + jar + ", which is no file.", e);
      }
    }
    return new URLClassLoader(places, own);
  }
}
