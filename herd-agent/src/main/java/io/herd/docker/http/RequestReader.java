package io.herd.docker.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.api.ApiBody;
import io.herd.api.ApiRequest;
import io.herd.api.Routes;
import io.herd.docker.ApiException;
import io.herd.http.HttpConnection;
import io.herd.http.RequestHead;
import io.herd.model.NodeName;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Makes requests of the Docker Engine API out of those of HTTP. */
final class RequestReader {

    /** Maximum size of a form in bytes; docker's own limit for some is the same. */
    private static final int LARGEST_FORM = 10 * 1024 * 1024;

    private static final String NODE_HEADER = "X-Herd-Node";

    private static final Pattern ABSOLUTE = Pattern.compile("https?://[^/?]*(.*)");
    private static final Pattern NODE = Pattern.compile("/node/([^/]+)(/.*)");
    private static final Pattern VERSION = Pattern.compile("/v([0-9.]+)(/.*)");

    /** Headers about the connection, and those that are made anew. */
    private static final Set<String> OWN = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        OWN.addAll(
                List.of(
                        "Connection",
                        "Keep-Alive",
                        "Proxy-Connection",
                        "TE",
                        "Transfer-Encoding",
                        "Content-Length",
                        "Host",
                        "Expect",
                        NODE_HEADER));
    }

    private RequestReader() {}

    /**
     * Reads a request, and its body if that is a form, or nothing that a daemon should see.
     *
     * @throws ApiException when it cannot be one
     */
    static Incoming read(RequestHead head, HttpConnection connection)
            throws ApiException, IOException {
        try {
            var target = Target.of(head);
            var request = request(head, target);
            if (head.expectsContinue()) {
                connection.goOn();
            }
            var body = connection.body(head);
            return new Incoming(
                    head.length() == 0 ? request : settled(request, body),
                    target.node(),
                    body,
                    head.last(),
                    head.old());
        } catch (IllegalArgumentException e) {
            throw ApiException.badRequest(String.valueOf(e.getMessage()));
        }
    }

    /** A target, taken apart. */
    private record Target(
            Optional<NodeName> node, Optional<String> version, String path, String query) {

        static Target of(RequestHead head) {
            var text = head.target();
            var absolute = ABSOLUTE.matcher(text);
            var target = absolute.matches() ? absolute.group(1) : text;
            int mark = target.indexOf('?');
            var path = mark < 0 ? target : target.substring(0, mark);
            var query = mark < 0 ? "" : target.substring(mark + 1);
            var node = head.first(NODE_HEADER).map(NodeName::new);
            var prefix = NODE.matcher(path);
            if (prefix.matches()) {
                node = Optional.of(new NodeName(prefix.group(1)));
                path = prefix.group(2);
            }
            var version = VERSION.matcher(path);
            return version.matches()
                    ? new Target(node, Optional.of(version.group(1)), version.group(2), query)
                    : new Target(node, Optional.empty(), path, query);
        }
    }

    private static ApiRequest request(RequestHead head, Target target) {
        var headers = head.headers().stream().filter(it -> !OWN.contains(it.name())).toList();
        var request =
                new ApiRequest(
                        head.method(),
                        target.version(),
                        target.path(),
                        target.query(),
                        headers,
                        body(head.length()));
        return Routes.of(request).route().tunnels() ? request : request.without("Upgrade");
    }

    private static ApiRequest settled(ApiRequest request, InputStream body)
            throws IOException, ApiException {
        var route = Routes.of(request).route();
        if (route.bodiless()) {
            body.transferTo(OutputStream.nullOutputStream());
            return request.withBody(new ApiBody.None());
        }
        return route.subject().form() ? request.withText(form(body)) : request;
    }

    private static ApiBody body(long length) {
        if (length == 0) {
            return new ApiBody.None();
        }
        return length == RequestHead.CHUNKED ? new ApiBody.Unsized() : new ApiBody.Sized(length);
    }

    private static String form(InputStream body) throws IOException, ApiException {
        var bytes = body.readNBytes(LARGEST_FORM + 1);
        if (bytes.length > LARGEST_FORM) {
            throw new ApiException(413, "the form has more than %d bytes".formatted(LARGEST_FORM));
        }
        return new String(bytes, UTF_8);
    }
}
