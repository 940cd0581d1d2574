package io.herd.json;

import static io.herd.Properties.property;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.quicktheories.generators.SourceDSL.arbitrary;

import io.herd.Texts;
import io.herd.herd.creation.Constraint;
import io.herd.json.dockermod.BadRequestException;
import io.herd.json.dockermod.DockerModJson;
import io.herd.json.text.MalformedJsonException;
import io.herd.json.wire.Wire;
import io.herd.json.wire.WireException;
import io.herd.json.wire.WireTest;
import io.herd.model.ContainerRef;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** Whatever somebody sends or types, its reader understands it or says that it does not. */
class GarbageTest {

    @Test
    void aDamagedRequestIsRefusedByTheAgent() {
        property()
                .forAll(
                        damaged(
                                WireTest.actions()
                                        .map(action -> Wire.request(action, Duration.ZERO))))
                .checkAssert(text ->
                        understoodOr(
                                () -> Wire.request(text.getBytes(UTF_8)), WireException.class));
    }

    @Test
    void aDamagedAnswerIsRefusedByTheAsker() {
        property()
                .forAll(damaged(WireTest.outcomes().map(Wire::outcome)))
                .checkAssert(text ->
                        understoodOr(
                                () -> Wire.outcome(text.getBytes(UTF_8)), WireException.class));
    }

    @Test
    void aDamagedRequestByHttpIsRefused() {
        var requests =
                Stream.of(
                        "{\"action\": \"create-container\", \"template\": \"test\", \"instances\": 4}",
                        "{\"action\": \"create-raw-container\", \"body\": {\"Image\": \"ubuntu\"}}",
                        "{\"action\": \"list-containers\", \"all\": true}",
                        "{\"action\": \"unregister\", \"hostname\": \"a\"}");
        property()
                .forAll(damaged(requests.map(request -> request.getBytes(UTF_8))))
                .checkAssert(text ->
                        understoodOr(
                                () -> DockerModJson.read(text),
                                MalformedJsonException.class,
                                BadRequestException.class));
    }

    @Test
    void aReferenceIsReadAsItIsWrittenOrRefused() {
        property()
                .forAll(Texts.HOSTILE)
                .checkAssert(text ->
                        understoodOr(
                                () -> {
                                    var ref = ContainerRef.parse(text);
                                    assertThat(ContainerRef.parse(ref.toString())).isEqualTo(ref);
                                },
                                IllegalArgumentException.class));
    }

    @Test
    void aConstraintIsReadAsItIsWrittenOrRefused() {
        property()
                .forAll(Texts.damaged(arbitrary().pick("node.labels.a==b", "node.labels.a!=")))
                .checkAssert(text ->
                        understoodOr(
                                () -> {
                                    var constraint = Constraint.parse(text);
                                    assertThat(Constraint.parse(constraint.toString()))
                                            .isEqualTo(constraint);
                                },
                                IllegalArgumentException.class));
    }

    private static Gen<String> damaged(Stream<byte[]> whole) {
        return Texts.damaged(
                arbitrary().pick(whole.map(bytes -> new String(bytes, UTF_8)).toList()));
    }

    private static void understoodOr(ThrowingCallable reading, Class<?>... refusals) {
        var thrown = Optional.ofNullable(catchThrowable(reading));
        thrown.ifPresent(refusal -> assertThat(refusal).isInstanceOfAny(refusals));
    }
}
