package io.herd.docker.http;

import io.herd.model.NodeName;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How an agent serves the Docker Engine API.
 *
 * @param herd the herd's name
 * @param node the agent's
 * @param path of its Unix socket
 * @param timeout for each request that is answered at once, and for the beginning of any other
 */
public record DockerSettings(String herd, NodeName node, Path path, Duration timeout) {}
