package io.herd.cli.manual;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Fills a shell script template: its fixed part, with a line {@code # @mark@} for each part that is
 * generated.
 */
final class ScriptFrame {

    private static final Pattern MARK = Pattern.compile("( *)# @([a-z]+)@");

    private ScriptFrame() {}

    /**
     * The filled template.
     *
     * @param parts the lines for each mark
     */
    static String fill(String resource, Map<String, List<String>> parts) {
        var filled = new StringBuilder();
        text(resource)
                .lines()
                .flatMap(line -> filled(line, parts))
                .forEach(line -> filled.append(line).append('\n'));
        return filled.toString();
    }

    private static Stream<String> filled(String line, Map<String, List<String>> parts) {
        var mark = MARK.matcher(line);
        return mark.matches()
                ? Objects.requireNonNull(parts.get(mark.group(2)), line).stream()
                        .map(part -> (mark.group(1) + part).stripTrailing())
                : Stream.of(line);
    }

    private static String text(String resource) {
        try (var in = ScriptFrame.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
