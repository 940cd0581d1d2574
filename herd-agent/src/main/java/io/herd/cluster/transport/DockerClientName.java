package io.herd.cluster.transport;

import static java.util.stream.Collectors.joining;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;

/**
 * Whose a client's certificate is: the common name is the user's, and organisations are his groups,
 * as elsewhere.
 */
public record DockerClientName(String user, List<String> groups) {

    private static final Pattern PART = Pattern.compile("(CN|O)=((?:[^,+\\\\]|\\\\.)*)(?:[,+]|$)");

    public DockerClientName {
        groups = List.copyOf(groups);
    }

    X500Principal principal() {
        return new X500Principal(
                Stream.concat(
                                Stream.of("CN=" + escaped(user)),
                                groups.stream().map(it -> "O=" + escaped(it)))
                        .collect(joining(",")));
    }

    // RFC 2253, 2.4: of what a user's name may have, only this means something there.
    private static String escaped(String name) {
        return name.replace("+", "\\+");
    }

    /** What a certificate says; empty if it says nobody. */
    public static Optional<DockerClientName> of(X509Certificate certificate) {
        var user = Optional.<String>empty();
        var groups = new ArrayList<String>();
        var parts = PART.matcher(certificate.getSubjectX500Principal().getName());
        while (parts.find()) {
            var value = parts.group(2).replaceAll("\\\\(.)", "$1");
            if (parts.group(1).equals("CN")) {
                user = Optional.of(value);
            } else {
                groups.add(value);
            }
        }
        return user.map(it -> new DockerClientName(it, groups));
    }
}
