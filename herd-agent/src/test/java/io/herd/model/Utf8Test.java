package io.herd.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "é", "€", "😀", "\ud83d", "\ude00", "a\ud83db", "\ude00\ud83d"})
    void theLengthIsThatOfWhatIsWritten(String piece) throws Exception {
        for (int times : new int[] {1, 8191, 8192, 8193}) {
            var text = piece.repeat(times);
            var out = new ByteArrayOutputStream();

            Utf8.write(text, out);

            assertThat(out.toByteArray()).isEqualTo(text.getBytes(UTF_8));
            assertThat(Utf8.length(text)).isEqualTo(out.size());
        }
    }
}
