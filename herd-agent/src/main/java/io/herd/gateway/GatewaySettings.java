package io.herd.gateway;

import io.herd.model.NodeName;
import io.herd.template.Templates;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * What a gateway is to be.
 *
 * @param address from {@link Gateway#address}; port 0 takes any free one
 * @param self the node of this agent
 * @param timeout time limit on a node for each request
 * @param createTimeout time limit for creating one container, if it differs from that
 * @param version version of this agent
 * @param tls for HTTPS; HTTP without
 */
public record GatewaySettings(
        InetSocketAddress address,
        NodeName self,
        Templates templates,
        Duration timeout,
        Optional<Duration> createTimeout,
        String version,
        Optional<SSLContext> tls) {}
