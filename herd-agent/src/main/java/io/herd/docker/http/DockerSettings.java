package io.herd.docker.http;

import io.herd.api.ApiOptions;
import io.herd.model.NodeName;
import java.time.Duration;

/**
 * How an agent serves the Docker Engine API.
 *
 * @param herd the herd's name
 * @param node the agent's
 * @param timeout for each request that is answered at once, and for the beginning of any other
 */
public record DockerSettings(String herd, NodeName node, Duration timeout, ApiOptions options) {}
