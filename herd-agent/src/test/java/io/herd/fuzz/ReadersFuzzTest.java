package io.herd.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herd.action.Frame;
import io.herd.action.Streaming.Window;
import io.herd.api.ApiHead;
import io.herd.api.Header;
import io.herd.json.docker.CreateForm;
import io.herd.json.docker.HarmfulFormException;
import io.herd.json.dockermod.BadRequestException;
import io.herd.json.dockermod.DockerModJson;
import io.herd.json.policy.BadPolicyException;
import io.herd.json.policy.PolicyJson;
import io.herd.json.policy.UsersJson;
import io.herd.json.text.MalformedJsonException;
import io.herd.json.text.StrictJson;
import io.herd.json.wire.Wire;
import io.herd.json.wire.WireException;
import io.herd.json.wire.WireTest;
import io.herd.model.RawJson;
import io.herd.stream.Session;
import io.herd.template.TemplateException;
import io.herd.template.Templates;
import io.herd.template.Variables;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever comes in, its reader understands it or says in its own words that it does not. */
class ReadersFuzzTest {

    @TempDir Path home;

    @Test
    void aRequestOfAMemberIsReadOrRefused() throws Exception {
        Fuzz.of("wire")
                .and(WireTest.actions().map(it -> Wire.request(it, Duration.ofSeconds(1))))
                .give(Wire::request, WireException.class);
    }

    @Test
    void anOutcomeOfAMemberIsReadOrRefused() throws Exception {
        Fuzz.of("wire")
                .and(WireTest.outcomes().map(Wire::outcome))
                .give(Wire::outcome, WireException.class);
    }

    @Test
    void aQuestionToAnAgentAndItsAnswerAreReadOrRefused() throws Exception {
        var questions = WireTest.questions().map(it -> Wire.question(it).text());
        Fuzz.of("wire")
                .andTexts(questions)
                .andTexts(
                        Stream.of(
                                "{\"herd\":\"herd\",\"addresses\":{\"a\":\"127.0.0.1:7800\"}}",
                                "{\"a\":{\"outcome\":\"done\",\"result\":{}}}"))
                .give(
                        input -> {
                            var document = StrictJson.parse(text(input));
                            each(
                                    WireException.class,
                                    () -> Wire.question(document),
                                    () -> Wire.members(document),
                                    () -> Wire.answers(document),
                                    () -> Wire.head(document));
                        },
                        MalformedJsonException.class);
    }

    @Test
    void framesOfAMemberAreReadOrRefused() throws Exception {
        Fuzz.of("frames")
                .and(frames().map(ReadersFuzzTest::sent))
                .give(
                        input -> {
                            var in = new ByteArrayInputStream(input);
                            var session =
                                    new Session(in, OutputStream.nullOutputStream(), () -> {});
                            // It ends at the end of the input, which is an EOFException.
                            while (true) {
                                assertThat(session.receive()).isNotNull();
                            }
                        },
                        IOException.class);
    }

    @Test
    void aRequestByHttpIsReadOrRefused() throws Exception {
        Fuzz.of("dockermod")
                .give(
                        input -> DockerModJson.read(text(input)),
                        MalformedJsonException.class,
                        BadRequestException.class);
    }

    @Test
    void aPolicyAndItsUsersAreReadOrRefused() throws Exception {
        Fuzz.of("policy")
                .give(input ->
                        each(
                                BadPolicyException.class,
                                () -> PolicyJson.read(text(input)),
                                () -> UsersJson.write(UsersJson.read(text(input)))));
    }

    @Test
    void aTemplateIsFilledOrRefused() throws Exception {
        var file = home.resolve("web.json");
        var templates = new Templates(List.of(home));
        var variables = new Variables(Map.of("name", "\"$1\\", "node", "a", "instance", "1"));
        Fuzz.of("templates")
                .give(
                        input -> {
                            Files.write(file, input);
                            var form = variables.expand(templates.find("web").form());
                            // Still one document, whatever the values are.
                            StrictJson.object(form.text());
                            each(HarmfulFormException.class, () -> CreateForm.of(form));
                        },
                        TemplateException.class);
    }

    private interface Reading {
        void read() throws Exception;
    }

    /** Each of them reads it, or refuses it so. */
    private static void each(Class<? extends Exception> refusal, Reading... readings)
            throws Exception {
        for (var reading : readings) {
            try {
                reading.read();
            } catch (Exception e) {
                if (!refusal.isInstance(e)) {
                    throw e;
                }
            }
        }
    }

    private static Stream<Frame> frames() {
        var head = new ApiHead(200, "OK", List.of(new Header("A", "b")), true);
        return Stream.concat(
                Stream.of(
                        new Frame.Head(head),
                        new Frame.Document(new RawJson("{\"a\":[1,\"é\"]}")),
                        new Frame.Err(ByteBuffer.wrap(new byte[300])),
                        new Frame.Resized(new Window(24, 80)),
                        new Frame.Alive()),
                WireTest.outcomes().map(Frame.Failed::new));
    }

    private static byte[] sent(Frame frame) {
        var bytes = new ByteArrayOutputStream();
        try (var session = new Session(new ByteArrayInputStream(new byte[0]), bytes, () -> {})) {
            session.send(frame);
            session.send(new Frame.Ended());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }
}
