package io.herd.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What real shells make of what is typed, with the scripts that 'herd completion' prints. */
@ExtendWith(Lab.Up.class)
@TestInstance(Lifecycle.PER_CLASS)
class CompletionIT {

    private static final String BASH = "PS1='ready> ' bash --norc --noprofile -i";
    private static final String ZSH = "PS1='ready> ' zsh -f -i";
    private static final String FISH =
            "fish -C 'function fish_prompt; echo -n \"ready> \"; end; function fish_greeting; end'";

    private final Lab lab;

    CompletionIT(Lab lab) {
        this.lab = lab;
    }

    @BeforeAll
    void somethingToName() {
        create("--name", "web", "--node", "a", "--start");
        create("--name", "idle", "--node", "b");
        create("--name", "twin", "--node", "a");
        lab.docker("b", "create", "--name", "twin", "busybox", "true").succeeded();
        lab.herd("node", "update", "--label-add", "zone=east", "b").succeeded();
        lab.herd("node", "update", "--label-add", "area=$(touch${IFS}x)", "b").succeeded();
    }

    @AfterAll
    void everythingAsItWas() {
        lab.removeAllContainers();
        lab.herd("node", "update", "--label-rm", "zone", "--label-rm", "area", "b").succeeded();
    }

    private void create(String... more) {
        var create = Stream.of("container", "create", "--template", "test");
        lab.herd(Stream.concat(create, Arrays.stream(more)).toArray(String[]::new)).succeeded();
    }

    @Test
    void bashCompletesWhatIsTyped(@TempDir Path home) throws Exception {
        var script = save("bash", home.resolve("herd.bash"));
        try (var prompt = prompt(BASH, home)) {
            prompt.enter("source " + script);
            assertCompletes(prompt, home);
        }
    }

    @Test
    void bashFindsItWithThePackageOfCompletions(@TempDir Path home) throws Exception {
        save("bash", home.resolve(".local/share/bash-completion/completions/herd"));
        try (var prompt = prompt(BASH, home)) {
            prompt.enter("source /usr/share/bash-completion/bash_completion");
            assertCompletes(prompt, home);
        }
    }

    @Test
    void zshCompletesWhatIsTyped(@TempDir Path home) throws Exception {
        save("zsh", home.resolve("functions/_herd"));
        try (var prompt = prompt(ZSH, home)) {
            prompt.enter("fpath+=(~/functions); autoload -Uz compinit; compinit -u -D");
            assertCompletes(prompt, home);
        }
    }

    @Test
    void zshCanBeGivenItForASession(@TempDir Path home) throws Exception {
        try (var prompt = prompt(ZSH, home)) {
            prompt.enter("autoload -Uz compinit; compinit -u -D; source <(herd completion zsh)");

            assertThat(prompt.completed("herd container sto")).isEqualTo("herd container stop");
        }
    }

    @Test
    void fishCompletesWhatIsTyped(@TempDir Path home) throws Exception {
        save("fish", home.resolve(".config/fish/completions/herd.fish"));
        try (var prompt = prompt(FISH, home)) {
            assertCompletes(prompt, home);
        }
    }

    private Path save(String shell, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, lab.herd("completion", shell).succeeded().out());
    }

    private ShellPrompt prompt(String shell, Path home) throws IOException {
        Files.writeString(home.resolve("keyfile"), "");
        Map<String, String> environment = new HashMap<>(lab.beside("a"));
        environment.put("PATH", lab.herd().getParent() + ":" + System.getenv("PATH"));
        // A busy machine is no matter here.
        environment.put("HERD_COMPLETION_TIMEOUT", "30s");
        return ShellPrompt.of(shell, home, home, environment);
    }

    private static void assertCompletes(ShellPrompt prompt, Path home) throws IOException {
        var all = new SoftAssertions();
        for (var line : LINES.lines().toList()) {
            var typed = line.substring(0, line.indexOf('|'));
            all.assertThat(prompt.completed(typed)).as(typed).isEqualTo(line.replace("|", ""));
        }
        // What the label of a node says is not run.
        all.assertThat(home.resolve("x")).doesNotExist();
        all.assertAll();
    }

    // Typed as far as the bar.
    private static final String LINES =
            """
            herd contai|ner
            herd container sto|p
            herd container stop w|eb
            herd container start i|dle
            herd -q container rm --force w|eb
            herd container rm a/t|win
            herd container rm --node=b tw|in
            herd container kill -s TE|RM
            herd container kill --signal=TE|RM
            herd container list --si|ze
            herd ps --format j|son
            herd ps --filter status=ru|nning
            herd ps --filter=health=u|nhealthy
            herd container create --restart unl|ess-stopped
            herd container create --network bri|dge
            herd ps --no-t|runc
            herd image inspect busybox:l|atest
            herd container create --template t|est
            herd container create --image b|usybox:latest
            herd container create --constraint node.labels.zone==e|ast
            herd container create --constraint node.labels.area==|$(touch${IFS}x)
            herd container create --raw keyf|ile
            herd --key=keyf|ile
            herd completion z|sh
            herd __|
            herd nonsense w|
            """;
}
