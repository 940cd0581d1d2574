package io.herd.cli.archive;

/**
 * A file that was left out of a copy, and why.
 *
 * @param name its path in the archive
 */
public record Left(RawName name, String why) {}
