package io.herd.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.cli.shell.ShellLexer.Word;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellLexerTest {

    @Test
    void spacesAndTabsAreBetweenWords() {
        assertThat(split("  ps \t -a ")).containsExactly(List.of("ps", "-a"));
        assertThat(split("")).isEmpty();
        assertThat(split(" \n\n ")).isEmpty();
    }

    @Test
    void quotesKeepWhatIsInThemTogether() {
        assertThat(split("exec web sh -c 'echo \"a  b\" \\n'"))
                .containsExactly(List.of("exec", "web", "sh", "-c", "echo \"a  b\" \\n"));
        assertThat(split("a'b c'd\"e f\"g ''")).containsExactly(List.of("ab cde fg", ""));
    }

    @Test
    void insideDoubleQuotesABackslashIsOneUnlessItMustNotBe() {
        assertThat(split("\"\\\"\\\\\\$\\`\\n\\ \"")).containsExactly(List.of("\"\\$`\\n\\ "));
        assertThat(split("\"a\\\\\nb\"")).containsExactly(List.of("a\\\nb"));
    }

    @Test
    void aBackslashTakesTheNextCharacterAsItIs() {
        assertThat(split("a\\ b \\' \\\\ \\#")).containsExactly(List.of("a b", "'", "\\", "#"));
    }

    @Test
    void nothingIsExpanded() {
        assertThat(split("$HOME ~ *.json `id`"))
                .containsExactly(List.of("$HOME", "~", "*.json", "`id`"));
        assertThat(split("\"$HOME\"")).containsExactly(List.of("$HOME"));
    }

    @Test
    void aCommentGoesToTheEndOfItsLine() {
        assertThat(split("ps # all of them 'and\nnode ls#1 #"))
                .containsExactly(List.of("ps"), List.of("node", "ls#1"));
    }

    @Test
    void eachLineIsACommandUnlessTheOneBeforeGoesOn() {
        assertThat(split("ps\r\nnode ls\r\n"))
                .containsExactly(List.of("ps"), List.of("node", "ls"));
        assertThat(split("ps \\\n  -a\nimages"))
                .containsExactly(List.of("ps", "-a"), List.of("images"));
        assertThat(split("no\\\nde ls")).containsExactly(List.of("node", "ls"));
        assertThat(split("echo 'a\nb' \"c\nd\" \"e\\\nf\""))
                .containsExactly(List.of("echo", "a\nb", "c\nd", "ef"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ps \\",
                "ps &&",
                "ps ||\n",
                "echo 'a",
                "echo \"a",
                "echo \"a\\",
                "echo \"a\\\""
            })
    void aQuoteOrABackslashAtTheEndIsOpen(String typed) {
        assertThat(ShellLexer.of(typed).open()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ps", "ps 'a'", "ps \"a\"", "ps \\\\", "ps # it's", "'a\\'"})
    void everythingElseIsNot(String typed) {
        assertThat(ShellLexer.of(typed).open()).isFalse();
    }

    @Test
    void eachWordKnowsWhereItStands() {
        assertThat(ShellLexer.of("ps 'a b'c").commands().getFirst().words())
                .containsExactly(new Word("ps", 0, 2), new Word("a bc", 3, 9));
    }

    @Test
    void operatorsLinkCommands() {
        var lexed = ShellLexer.of("ps;node ls&&images ||version\nps");

        assertThat(lexed.commands().stream().map(ShellLexer.Command::link))
                .containsExactly(Link.LINE, Link.THEN, Link.AND, Link.OR, Link.LINE);
        assertThat(lexed.wrong()).isEmpty();
        assertThat(split("ps ';' \"&&\" \\| 'a>b'"))
                .containsExactly(List.of("ps", ";", "&&", "|", "a>b"));
    }

    @Test
    void whoeverInterruptsACommandStopsItsLine() {
        assertThat(Link.THEN.holds(130)).isFalse();
        assertThat(Link.OR.holds(130)).isFalse();
        assertThat(Link.LINE.holds(130)).isTrue();
    }

    @Test
    void theWordThatIsBeingTypedIsTheLast() {
        assertThat(ShellLexer.begun("start we"))
                .containsExactly(new Word("start", 0, 5), new Word("we", 6, 8));
        assertThat(ShellLexer.begun("start "))
                .containsExactly(new Word("start", 0, 5), new Word("", 6, 6));
        assertThat(ShellLexer.begun("ps\nstart 'my we"))
                .containsExactly(new Word("start", 3, 8), new Word("my we", 9, 15));
        assertThat(ShellLexer.begun("ps && start we"))
                .containsExactly(new Word("start", 6, 11), new Word("we", 12, 14));
        assertThat(ShellLexer.begun("")).containsExactly(new Word("", 0, 0));
        assertThat(ShellLexer.begun("ps # we")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "web",
                "a/web",
                "my file.json",
                "it's",
                "a\\b",
                "#1",
                "\"x\"",
                "a\tb",
                "a;b",
                "a&b|c",
                "<a>"
            })
    void aQuotedWordIsReadAsItself(String word) {
        assertThat(split(ShellLexer.quoted(word))).containsExactly(List.of(word));
    }

    private static List<List<String>> split(String typed) {
        return ShellLexer.of(typed).commands().stream()
                .map(command -> command.words().stream().map(Word::text).toList())
                .toList();
    }
}
