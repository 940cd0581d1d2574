package io.herd.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every link of a page to another, or to a heading, leads to what is there. */
class LinksTest {

    private static final Path ROOT = Path.of("..");
    private static final Set<String> NOT_WRITTEN_HERE = Set.of("target", ".git", "node_modules");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
    // Also across a line's end, and with an image as its text.
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");

    static Stream<Path> pages() throws IOException {
        try (var files = Files.walk(ROOT)) {
            return files
                    .filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> written(ROOT.relativize(file)))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Path page) throws IOException {
        assertThat(links(page)).allSatisfy(link -> assertThat(there(page, link)).isTrue());
    }

    @Test
    void theFirstPageIsAmongThem() throws IOException {
        assertThat(pages().map(ROOT::relativize)).contains(Path.of("README.md"));
        assertThat(links(ROOT.resolve("README.md"))).contains("docs/architecture.md");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nope.md", "README.md#nope", "#nope", "docs/nope.svg"})
    void aLinkThatLeadsNowhereIsSeen(String link) throws IOException {
        assertThat(there(ROOT.resolve("README.md"), link)).isFalse();
    }

    private static boolean written(Path file) {
        return Stream.iterate(file, path -> path != null, Path::getParent)
                .noneMatch(path -> NOT_WRITTEN_HERE.contains(path.getFileName().toString()));
    }

    private static List<String> links(Path page) throws IOException {
        var prose = CODE.matcher(prose(page)).replaceAll("");
        return LINK.matcher(prose)
                .results()
                .map(found -> found.group(1))
                .filter(link -> !link.contains("://"))
                .toList();
    }

    private static boolean there(Path page, String link) throws IOException {
        var parts = link.split("#", 2);
        var target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
        return Files.exists(target) && (parts.length == 1 || anchors(target).contains(parts[1]));
    }

    private static Set<String> anchors(Path page) throws IOException {
        return HEADING.matcher(prose(page))
                .results()
                .map(LinksTest::anchor)
                .collect(Collectors.toSet());
    }

    /** As GitHub makes it: small letters, hyphens for blanks, no other signs. */
    private static String anchor(MatchResult heading) {
        return heading.group(1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    private static String prose(Path page) throws IOException {
        return BLOCK.matcher(Files.readString(page)).replaceAll("");
    }
}
