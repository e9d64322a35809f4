package io.github.rustfit.readers.source;

import io.github.rustfit.rules.evidence.source.SourceFile;
import java.nio.file.Path;

/**
 * A folder of Java sources.
 *
 * @param module artifact id of the Maven module it belongs to
 * @param directory the folder; it need not exist
 * @param role whether its code is shipped or only tests
 */
public record SourceRoot(String module, Path directory, SourceFile.Role role) {}
