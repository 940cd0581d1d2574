package io.herd.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

/** All that a server has answered on one connection. */
public final class HttpAnswers {

    private static final String LINES = "([!-9;-~]+: ?[^\r\n\0]*\r\n)*\r\n";
    private static final Pattern FIRST =
            Pattern.compile("\\AHTTP/1\\.1 [1-5][0-9][0-9]( [^\r\n]*)?\r\n" + LINES);
    private static final Pattern FAILED =
            Pattern.compile("^HTTP/1\\.1 5[0-9][0-9][^\r\n]*\r\n" + LINES, Pattern.MULTILINE);

    private HttpAnswers() {}

    /**
     * Whatever was asked: it is HTTP, and each error of the server's has a body that names it.
     *
     * @param named what that body has
     */
    public static void check(String answers, Pattern named) {
        if (answers.isEmpty()) {
            return;
        }
        assertThat(FIRST.matcher(answers).find()).as("is HTTP: %s", answers).isTrue();
        assertThat(answers).doesNotContain("its log says why");
        var failed = FAILED.matcher(answers);
        while (failed.find()) {
            assertThat(answers.substring(failed.end())).containsPattern(named);
        }
    }
}
