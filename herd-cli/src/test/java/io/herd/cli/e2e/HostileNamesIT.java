package io.herd.cli.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What real shells make of names that a hostile node has. The herd that they call only says names,
 * and notes what it is called with.
 */
class HostileNamesIT {

    private static final String HERD =
            """
            #!/bin/sh
            if [ "$1" = __complete ]; then
                cat "$HOME/names"
            else
                printf '%s\\n' "$@" >"$HOME/given.new"
                mv "$HOME/given.new" "$HOME/given"
            fi
            """;

    enum Shell {
        BASH("PS1='ready> ' bash --norc --noprofile -i"),
        ZSH("PS1='ready> ' zsh -f -i"),
        FISH(
                "fish -C 'function fish_prompt; echo -n \"ready> \"; end; function fish_greeting; end'");

        private final String line;

        Shell(String line) {
            this.line = line;
        }
    }

    @TempDir Path home;

    @BeforeEach
    void aHerdThatSaysNames() throws IOException {
        var herd = Files.createDirectories(home.resolve("bin")).resolve("herd");
        Files.writeString(herd, HERD);
        assertThat(herd.toFile().setExecutable(true)).isTrue();
        // Where something is created that should not be.
        Files.createDirectories(home.resolve("here"));
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfNameArrivesAsItIs(Shell shell) throws IOException {
        try (var prompt = prompt(shell)) {
            var all = new SoftAssertions();
            for (var typed : KINDS.lines().toList()) {
                for (var name : List.of("$(touch${IFS}x)", "`touch x`", "a;touch x y")) {
                    all.assertThat(given(prompt, name, typed))
                            .as("%s%s", typed, name)
                            .isEqualTo(typed.substring("herd ".length()) + name);
                }
            }
            all.assertAll();
            nothingWasCreated();
        }
    }

    @ParameterizedTest
    @EnumSource
    void noNameIsReadAsAnythingElse(Shell shell) throws IOException {
        try (var prompt = prompt(shell)) {
            var all = new SoftAssertions();
            for (var name : names(shell)) {
                all.assertThat(given(prompt, name, "herd container stop "))
                        .as(name)
                        .isEqualTo("container stop " + name);
            }
            all.assertAll();
            nothingWasCreated();
        }
    }

    @ParameterizedTest
    @EnumSource
    void itIsNotBehindAQuoteOrItsOwnBeginning(Shell shell) throws IOException {
        try (var prompt = prompt(shell)) {
            var all = new SoftAssertions();
            for (var name : names(shell)) {
                for (var begun : List.of("'", "\"", "a", "a\\$")) {
                    var whole = begun.replaceAll("['\"\\\\]", "") + name;
                    all.assertThat(given(prompt, whole, "herd container stop " + begun))
                            .as("%s for %s", begun, whole)
                            .isEqualTo("container stop " + whole);
                }
            }
            all.assertAll();
            nothingWasCreated();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeShownIsNotOffered(Shell shell) throws IOException {
        try (var prompt = prompt(shell)) {
            if (shell == Shell.FISH) {
                assertThat(given(prompt, "~root", "herd container stop "))
                        .isEqualTo("container stop");
            }
            for (var name : List.of("a\u001b[2J", "a\tb", "a\rb", "a\u0007", "a\u007f")) {
                assertThat(given(prompt, name, "herd container stop ")).isEqualTo("container stop");
            }
        }
    }

    /** Fish cannot quote a ~ in front, and so it does not offer it. */
    private static List<String> names(Shell shell) {
        return NAMES.lines().filter(name -> shell != Shell.FISH || !name.startsWith("~")).toList();
    }

    private ShellPrompt prompt(Shell shell) throws IOException {
        var completions = Path.of("../completions").toRealPath();
        var fish = Files.createDirectories(home.resolve(".config/fish/completions"));
        Files.copy(completions.resolve("herd.fish"), fish.resolve("herd.fish"));
        var prompt =
                ShellPrompt.of(
                        shell.line,
                        home,
                        home.resolve("here"),
                        Map.of(
                                "LANG",
                                "C.UTF-8",
                                "PATH",
                                home.resolve("bin") + ":" + System.getenv("PATH")));
        switch (shell) {
            case BASH -> prompt.enter("source " + completions.resolve("herd.bash"));
            case ZSH ->
                    prompt.enter(
                            "fpath+=(%s); autoload -Uz compinit; compinit -u -D"
                                    .formatted(completions));
            case FISH -> {}
        }
        return prompt;
    }

    /** All words that herd was called with, after TAB and Enter. */
    private String given(ShellPrompt prompt, String name, String typed) throws IOException {
        var given = home.resolve("given");
        Files.writeString(home.resolve("names"), name + "\n");
        Files.deleteIfExists(given);
        prompt.enterCompleted(typed);
        try {
            await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(given));
        } catch (org.awaitility.core.ConditionTimeoutException e) {
            // The shell may wait for the rest of a word.
            prompt.drop();
            return "nothing";
        }
        return String.join(" ", Files.readString(given, UTF_8).lines().toList());
    }

    private void nothingWasCreated() throws IOException {
        try (var files = Files.list(home.resolve("here"))) {
            assertThat(files).isEmpty();
        }
    }

    private static final String KINDS =
            """
            herd container stop\s
            herd container start\s
            herd node inspect\s
            herd image inspect\s
            herd template show\s
            herd container create --template\s
            herd container create --constraint\s
            herd container create --image\s
            """;

    private static final String NAMES =
            """
            $(touch${IFS}x)
            node.labels.zone==$(touch${IFS}x)
            `touch x`
            a;touch x
            a&touch x
            a|touch x
            a>x
            <a
            two words
            'tis
            it's
            it's'
            "so"
            back\\slash
            back\\
            *
            ?[a-z]
            {a,b}
            ~
            ~root
            a~
            !!
            a!b!
            #a
            =ls
            a=b=~
            a@b:c
            ^a^b
            $HOME
            %1
            (a)
            é漢🐄
            """;
}
