package io.github.rustfit.rules.evidence;

/**
 * What the commits of a repository say.
 *
 * @param head id of the commit it ends at, lower-case hexadecimal
 * @param shallow whether older commits are missing, as in a clone of limited depth
 */
public record History(String head, boolean shallow) {}
