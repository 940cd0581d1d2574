package io.herd.model;

/**
 * How much disk space things of one kind take on a node, as {@code docker system df} counts it.
 *
 * @param type such as {@code Images}
 * @param active how many are in use
 * @param size bytes
 * @param reclaimable bytes of those that are not in use
 */
public record DiskUse(String type, int total, int active, long size, long reclaimable) {}
