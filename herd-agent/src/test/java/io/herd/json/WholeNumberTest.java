package io.herd.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers as people, agents and daemons write them. */
class WholeNumberTest {

    @ParameterizedTest
    @CsvSource({"7,7", "-7,-7", "0,0", "1e2,100", "2.0,2", "2147483647,2147483647"})
    void aWholeNumberIsReadHoweverItIsWritten(String written, int number) {
        assertThat(fields(written).integer("n")).isEqualTo(number);
        assertThat(fields(written).maybeInteger("n")).contains(number);
        assertThat(fields(written).number("n")).isEqualTo(number);
        assertThat(fields(written).maybeNumber("n")).contains((long) number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.5",
                "0.1",
                "1e-1",
                "\"2\"",
                "\"\"",
                "true",
                "[1]",
                "{}",
                "9223372036854775808",
                "1e999999999",
                "1e-999999999",
                "1e99999999999"
            })
    void whatIsNoWholeNumberIsNamed(String written) {
        assertThatThrownBy(() -> fields(written).integer("n"))
                .isInstanceOf(JsonParseException.class)
                .hasMessageStartingWith("'n' is " + written + ": use -2147483648 to 2147483647");
        assertThatThrownBy(() -> fields(written).number("n"))
                .isInstanceOf(JsonParseException.class)
                .hasMessageStartingWith("'n' is " + written + ": use ");
    }

    @Test
    void whatDoesNotFitAnIntIsNotCutToOne() {
        assertThatThrownBy(() -> fields("4294967297").maybeInteger("n"))
                .hasMessageStartingWith("'n' is 4294967297: use ");
        assertThat(fields("4294967297").number("n")).isEqualTo(4_294_967_297L);
    }

    @Test
    void aMillionDigitsAreRefusedUnreadAndNotRepeated() {
        // Gson takes so many for a text.
        assertThatThrownBy(() -> fields("1".repeat(1_000_000)).number("n"))
                .hasMessageMatching("'n' is \"1{39}…: use .{1,100}");
    }

    @Test
    void aCounterOfTheKernelBeyondALongIsTheMost() {
        assertThat(fields("18446744073709551615").maybeCounter("n")).contains(Long.MAX_VALUE);
        assertThat(fields("9223372036854771712").maybeCounter("n"))
                .contains(9_223_372_036_854_771_712L);
    }

    private static Fields fields(String number) {
        return new Fields(JsonParser.parseString("{\"n\": " + number + "}").getAsJsonObject());
    }
}
