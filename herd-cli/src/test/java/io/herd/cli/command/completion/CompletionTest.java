package io.herd.cli.command.completion;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.cli.command.Unattended;
import io.herd.cli.command.completion.Completion.Place;
import io.herd.cli.manual.NameKind;
import io.herd.cli.names.Expected;
import io.herd.cli.names.Expected.Word;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionTest {

    private static final Completion COMPLETION =
            new Completion(Unattended.in(Map.of(), Optional.empty()));

    @Test
    void firstComesACommandWithItsMeaning() {
        assertThat(words("", ""))
                .contains(
                        new Word("ps", "List the containers of all nodes"),
                        new Word("node", "Manage the nodes of the herd"));
    }

    @Test
    void inAGroupComeItsCommandsEachOnce() {
        assertThat(words("node", "").stream().map(Word::text))
                .containsExactlyInAnyOrder(
                        "ls", "inspect", "register", "unregister", "update", "forget");
        assertThat(words("--json node", "")).hasSize(6);
        assertThat(words("--deadline 5s node", "")).hasSize(6);
    }

    @Test
    void whereOnlySomeWordsCanStandTheyAreOffered() {
        assertThat(words("container kill --signal", "").stream().map(Word::text))
                .contains("TERM", "USR1");
    }

    @ParameterizedTest
    @CsvSource({
        "ps --filter,            status=running",
        "ps -f,                  ancestor=",
        "stop --filter,          health=unhealthy",
        "rm --filter,            label=",
        "images --filter,        dangling=true",
        "volume ls --filter,     driver=",
        "network ls -f,          type=custom",
        "network prune --filter, until=",
        "events --filter,        type=container",
        "run --restart,          on-failure:"
    })
    void wordsAreThoseOfTheCommand(String before, String word) {
        assertThat(words(before, "")).contains(new Word(word, ""));
    }

    @Test
    void whatIsPrunedHasOtherFilters() {
        assertThat(words("container prune --filter", ""))
                .containsExactly(new Word("label=", ""), new Word("until=", ""));
    }

    @Test
    void behindADashComeOptionsAlsoThoseOfAllCommands() {
        assertThat(words("container ls", "-").stream().map(Word::text))
                .contains("--all", "--filter", "--json", "--join")
                .doesNotContain("--follow");
    }

    @ParameterizedTest
    @CsvSource({
        "container start,            STOPPED",
        "container stop -t 5 web,    RUNNING",
        "container stop --time=5,    RUNNING",
        "container rm -f,            CONTAINER",
        "logs -fn 5,                 CONTAINER",
        "logs -fn5,                  CONTAINER",
        "exec -it,                   RUNNING",
        "exec -e A=b --,             RUNNING",
        "unpause,                    PAUSED",
        "container create --constraint, CONSTRAINT",
        "node register,              NODE",
        "run --network,              ATTACHABLE",
        "network rm,                 NETWORK",
        "ps --node,                  NODE",
        "image rm a b,               IMAGE",
        "container create --image,   IMAGE",
        "container create --template, TEMPLATE",
        "template show,              TEMPLATE"
    })
    void whereTheHelpNamesAKindOfThingItsNamesCome(String before, NameKind kind) {
        assertThat(place(before, "").expected()).isEqualTo(new Expected.Name(kind));
    }

    @Test
    void ofSeveralValuesInOneWordTheLastIsTyped() {
        var node = new Expected.Name(NameKind.NODE);

        assertThat(place("ps --node", "a,b,")).isEqualTo(new Place("a,b,", node));
        assertThat(place("ps", "--node=a,")).isEqualTo(new Place("--node=a,", node));
        assertThat(place("ps", "--node=")).isEqualTo(new Place("--node=", node));
    }

    @Test
    void pathsAreFilesOrDirectories() {
        assertThat(place("ps --key", "/e").expected()).isEqualTo(new Expected.File(false));
        assertThat(place("container create --templates", "a:b").expected())
                .isEqualTo(new Expected.File(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"exec web", "exec web ls -l", "nope", "version", "key new a b"})
    void elsewhereNothingCanBeForeseen(String before) {
        assertThat(place(before, "").expected()).isEqualTo(new Expected.Anything());
    }

    private static List<Word> words(String before, String begun) {
        return ((Expected.Words) place(before, begun).expected()).words();
    }

    private static Place place(String before, String begun) {
        var words = before.isEmpty() ? List.<String>of() : List.of(before.split(" "));
        return COMPLETION.place(words, begun);
    }
}
