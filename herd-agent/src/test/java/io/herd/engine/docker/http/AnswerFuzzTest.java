package io.herd.engine.docker.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.fuzz.Fuzz;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

class AnswerFuzzTest {

    @Test
    void anAnswerOfADaemonIsReadToItsEndOrRefused() throws Exception {
        Fuzz.of("answers")
                .give(
                        input -> {
                            var in = new ByteArrayInputStream(input);
                            var head = ResponseHead.read(in);
                            while (head.interim()) {
                                head = ResponseHead.read(in);
                            }
                            var body = head.body(in).transferTo(OutputStream.nullOutputStream());
                            assertThat(head.status()).isBetween(101, 999);
                            assertThat(body).isLessThan(input.length);
                        },
                        IOException.class);
    }
}
