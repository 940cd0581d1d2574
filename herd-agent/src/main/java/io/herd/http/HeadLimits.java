package io.herd.http;

/**
 * What the head of a request may have at most.
 *
 * @param line bytes of one line
 * @param headers number of headers
 * @param bytes all together
 */
public record HeadLimits(int line, int headers, int bytes) {}
