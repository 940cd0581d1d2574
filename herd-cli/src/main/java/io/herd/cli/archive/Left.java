package io.herd.cli.archive;

/**
 * Something that was left out of a copy.
 *
 * @param name its path, in the archive
 */
public record Left(RawName name, String why) {}
