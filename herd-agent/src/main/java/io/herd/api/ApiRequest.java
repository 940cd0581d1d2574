package io.herd.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request of the Docker Engine API, as it is handed to a daemon.
 *
 * @param version the API's version in the path, such as 1.41, if it has one
 * @param path without the version, encoded as it came
 * @param query encoded as it came, without the question mark; may be empty
 * @param headers without those that are about the asker's connection
 */
public record ApiRequest(
        String method,
        Optional<String> version,
        String path,
        String query,
        List<Header> headers,
        ApiBody body) {

    // What ends a line of a head, or a part of it. Engines built with Go before 1.17 take a
    // semicolon for an ampersand, too.
    private static final Pattern BREAK = Pattern.compile("[\\x00-\\x20\\x7f]");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0a-\\x1f\\x7f]");
    // A daemon would look for another path than the one that is seen.
    private static final Pattern DEVIATION = Pattern.compile(".*(/\\.{1,2}(/.*)?|//.*)");

    /**
     * @throws IllegalArgumentException when it cannot be part of a request
     */
    public ApiRequest {
        headers = List.copyOf(headers);
        if (!path.startsWith("/")
                || BREAK.matcher(method + path + query).find()
                || query.contains(";")
                || deviates(decodedPath(path))) {
            throw new IllegalArgumentException("invalid path '%s'".formatted(path));
        }
        if (headers.stream().anyMatch(it -> CONTROL.matcher(it.name() + it.value()).find())) {
            throw new IllegalArgumentException("a header has a control character");
        }
        var _ = decoded(query);
    }

    /** Whether a name would lead elsewhere in a path, so that no daemon can be asked for it. */
    public static boolean isOdd(String name) {
        return deviates("/" + name + "/");
    }

    // A part that is nothing, one dot or two.
    private static boolean deviates(String decodedPath) {
        return DEVIATION.matcher(decodedPath).matches();
    }

    /** A question of herd's own. */
    public static ApiRequest get(String path, String query) {
        return new ApiRequest("GET", Optional.empty(), path, query, List.of(), new ApiBody.None());
    }

    /** The request line's target. */
    public String target() {
        return version.map("/v"::concat).orElse("") + path + (query.isEmpty() ? "" : "?" + query);
    }

    public Optional<String> header(String name) {
        return Header.find(headers, name);
    }

    /** The decoded value of a parameter; empty if it is missing, or nothing. */
    public Optional<String> parameter(String name) {
        return parameters(name).stream().findFirst().filter(it -> !it.isEmpty());
    }

    /** The decoded values of a parameter that may be repeated. */
    public List<String> parameters(String name) {
        return pairs().stream()
                .filter(it -> name(it).equals(name))
                .map(it -> decoded(it.substring(Math.min(it.length(), rawName(it).length() + 1))))
                .toList();
    }

    /** The same with one value for a parameter, or none of that name. */
    public ApiRequest with(String name, Optional<String> value) {
        var pairs = new ArrayList<>(pairs());
        pairs.removeIf(it -> name(it).equals(name));
        value.ifPresent(it -> pairs.add(name + "=" + encoded(it)));
        return new ApiRequest(method, version, path, String.join("&", pairs), headers, body);
    }

    /** The same without a header. */
    public ApiRequest without(String header) {
        return new ApiRequest(
                method,
                version,
                path,
                query,
                headers.stream().filter(it -> !it.is(header)).toList(),
                body);
    }

    public ApiRequest withPath(String other) {
        return new ApiRequest(method, version, other, query, headers, body);
    }

    public ApiRequest withVersion(String other) {
        return new ApiRequest(method, Optional.of(other), path, query, headers, body);
    }

    /** The same with another form. */
    public ApiRequest withText(String text) {
        return withBody(new ApiBody.Text(text));
    }

    public ApiRequest withBody(ApiBody other) {
        return new ApiRequest(method, version, path, query, headers, other);
    }

    /** The form that it brings; nothing if it brings none. */
    public String text() {
        return body instanceof ApiBody.Text(String text) ? text : "";
    }

    private List<String> pairs() {
        return query.isEmpty()
                ? List.of()
                : Arrays.stream(query.split("&")).filter(it -> !it.isEmpty()).toList();
    }

    private static String name(String pair) {
        return decoded(rawName(pair));
    }

    private static String rawName(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0 ? pair : pair.substring(0, equals);
    }

    /** The decoded path. */
    public String decodedPath() {
        return decodedPath(path);
    }

    // In a path, a plus is a plus.
    private static String decodedPath(String path) {
        return decoded(path.replace("+", "%2B"));
    }

    /**
     * Decodes a part of a target.
     *
     * @throws IllegalArgumentException when it is not encoded
     */
    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }

    /** Encodes a value for a query or a path. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    /** Encodes a name for a path, in which slashes remain. */
    public static String encodedPath(String text) {
        return Arrays.stream(text.split("/", -1)).map(ApiRequest::encoded).collect(joining("/"));
    }
}
