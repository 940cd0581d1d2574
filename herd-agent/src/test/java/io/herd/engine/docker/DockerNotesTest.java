package io.herd.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herd.engine.EngineException;
import io.herd.engine.docker.RecordingEndpoint.Script;
import io.herd.engine.docker.RecordingEndpoint.Seen;
import io.herd.model.Deadline;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Notes with a daemon that dies before or after any of the calls that a note takes. */
class DockerNotesTest {

    private static final Map<String, String> FIRST = Map.of("herd.pool", "unregistered");
    private static final Map<String, String> SECOND = Map.of("herd.label.zone", "east");
    private static final Map<String, String> THIRD = Map.of("herd.label.zone", "west");

    // Two to find what is there, one to make room, one to write, one to remove the old one.
    private static final int CALLS = 5;

    @TempDir Path dir;

    private final Volumes volumes = new Volumes();

    @SuppressWarnings("NullAway.Init")
    private RecordingEndpoint server;

    @SuppressWarnings("NullAway.Init")
    private DockerEngine engine;

    @BeforeEach
    void serve() throws Exception {
        server =
                RecordingEndpoint.unix(dir.resolve("s"), RecordingEndpoint.daemon("1.41", volumes));
        engine = DockerEngine.at(server.address());
    }

    @AfterEach
    void close() throws Exception {
        engine.close();
        server.close();
    }

    /** When a daemon dies: at its n-th call from now, done or not. */
    record Death(int call, boolean done) {}

    static Stream<Death> deathsWhileNoting() {
        return deaths(CALLS);
    }

    /** Nothing is written then. */
    static Stream<Death> deathsWhileErasing() {
        return deaths(CALLS - 1);
    }

    private static Stream<Death> deaths(int calls) {
        return IntStream.range(0, calls)
                .boxed()
                .flatMap(call -> Stream.of(new Death(call, false), new Death(call, true)));
    }

    @ParameterizedTest
    @MethodSource("deathsWhileNoting")
    void whoeverDiesTheOldNoteIsThereOrTheNewOne(Death death) throws Exception {
        note(FIRST);
        note(SECOND);

        dieWhile(() -> note(THIRD), death);

        assertThat(notes()).isIn(SECOND, THIRD);
        note(FIRST);
        assertThat(notes()).isEqualTo(FIRST);
    }

    @ParameterizedTest
    @MethodSource("deathsWhileErasing")
    void ofTwoThatWereLeftTheOlderNeverComesBack(Death death) throws Exception {
        note(FIRST);
        dieWhile(() -> note(SECOND), new Death(CALLS - 1, false));
        assertThat(volumes.byName).hasSize(2);

        dieWhile(() -> note(Map.of()), death);

        assertThat(notes()).isIn(SECOND, Map.of());
        note(Map.of());
        assertThat(volumes.byName).isEmpty();
    }

    @Test
    void aNoteTakesFiveCallsAndLeavesOneVolume() throws Exception {
        note(FIRST);
        volumes.calls = 0;

        note(SECOND);

        assertThat(volumes.calls).isEqualTo(CALLS);
        assertThat(volumes.byName).hasSize(1);
    }

    @Test
    void aVolumeThatIsNoNoteIsNotReadAsOne() throws Exception {
        volumes.byName.put("herd.node.0", "{\"Name\":\"herd.node.0\",\"Labels\":null}");
        volumes.byName.put(
                "herd.node.1", "{\"Name\":\"herd.node.1\",\"Labels\":{\"herd.number\":\"x\"}}");

        assertThat(notes()).isEmpty();
    }

    private void dieWhile(ThrowingCallable note, Death death) {
        volumes.calls = 0;
        volumes.deaths = List.of(death);
        assertThatThrownBy(note).isInstanceOf(EngineException.class);
        volumes.deaths = List.of();
    }

    private void note(Map<String, String> notes) throws EngineException {
        engine.note(notes, soon());
    }

    private Map<String, String> notes() throws EngineException {
        return engine.notes(soon());
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(10));
    }

    /** A daemon's volumes; dying, it closes the connection without an answer. */
    private static final class Volumes implements Script {

        private static final Pattern NAME = Pattern.compile("\"Name\":\"([^\"]+)\"");

        final Map<String, String> byName = new TreeMap<>();
        int calls;
        List<Death> deaths = List.of();

        @Override
        public synchronized void answer(Seen seen, OutputStream output) throws Exception {
            int call = calls++;
            if (deaths.contains(new Death(call, false))) {
                return;
            }
            var answer = answer(seen);
            if (!deaths.contains(new Death(call, true))) {
                answer.answer(seen, output);
            }
        }

        private Script answer(Seen seen) {
            var method = seen.line().substring(0, seen.line().indexOf(' '));
            var name = seen.line().substring(seen.line().lastIndexOf('/') + 1);
            return switch (method) {
                case "GET" -> found(byName.get(name));
                case "DELETE" -> found(byName.remove(name));
                default -> {
                    var form = NAME.matcher(seen.body());
                    assertThat(form.find()).isTrue();
                    // As the daemon's: a volume that is there already stays as it is.
                    yield found(byName.computeIfAbsent(form.group(1), _ -> seen.body()));
                }
            };
        }

        private static Script found(@Nullable String volume) {
            return volume == null
                    ? RecordingEndpoint.json(404, "{\"message\":\"no such volume\"}")
                    : RecordingEndpoint.json(200, volume);
        }
    }
}
