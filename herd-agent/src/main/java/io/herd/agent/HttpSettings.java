package io.herd.agent;

import io.herd.gateway.PemFiles;
import io.herd.model.HostPort;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How an agent answers by HTTP.
 *
 * @param users file with the users and their tokens; there are none if it is not there
 * @param anonymous whom somebody on the loopback interface acts for who shows no token; without it
 *     he is not served
 * @param pem the operator's certificate; without it the herd's own, where one is needed
 */
public record HttpSettings(
        HostPort address, Path users, Optional<String> anonymous, Optional<PemFiles> pem) {}
