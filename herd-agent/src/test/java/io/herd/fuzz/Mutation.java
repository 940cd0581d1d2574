package io.herd.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes inputs that are nearly right out of those that are. */
final class Mutation {

    /** The longest input in bytes, beside what is nested. */
    private static final int LONGEST = 64 * 1024;

    private static final List<String> NUMBERS =
            List.of(
                    "-1",
                    "0",
                    "00",
                    "1e999999999",
                    "0x7fffffff",
                    "2147483648",
                    "9223372036854775807",
                    "9223372036854775808",
                    "99999999999999999999999999",
                    "-0.0",
                    "NaN");
    private static final List<String> OPENINGS = List.of("[", "{\"a\":", "(", "{{if 1}}", "/a");
    private static final List<String> ODD =
            List.of("\0", "\r\n", "\r\n\r\n", "\n", "\t", "\u001b[2J", "\u2028", " ", "%", "%00");
    // Half a character, one that is too long, a surrogate, and bytes that are never in UTF-8.
    private static final byte[][] NO_UTF8 = {
        {(byte) 0xc3},
        {(byte) 0xc0, (byte) 0x80},
        {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
        {(byte) 0xfe, (byte) 0xff}
    };

    private final List<byte[]> samples;
    private final RandomGenerator random;

    Mutation(List<byte[]> samples, RandomGenerator random) {
        this.samples = samples;
        this.random = random;
    }

    byte[] next() {
        var input = any(samples);
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            input = changed(input);
        }
        return input;
    }

    private byte[] changed(byte[] input) {
        int at = random.nextInt(input.length + 1);
        int end = Math.min(input.length, at + span());
        return switch (random.nextInt(10)) {
            case 0, 1 -> flipped(input);
            case 2 -> replaced(input, at, end, new byte[0]);
            case 3 -> replaced(input, at, at, Arrays.copyOfRange(input, at, end));
            case 4 -> number(input, at);
            case 5 -> replaced(input, at, at, nested());
            case 6 -> replaced(input, at, at, any(ODD).getBytes(UTF_8));
            case 7 -> replaced(input, at, at, NO_UTF8[random.nextInt(NO_UTF8.length)]);
            case 8 -> spliced(input, at, end);
            default -> Arrays.copyOf(input, at);
        };
    }

    // Mostly a few bytes, now and then most of it.
    private int span() {
        return 1 + random.nextInt(1 << (1 + random.nextInt(10)));
    }

    private byte[] flipped(byte[] input) {
        var flipped = input.clone();
        if (flipped.length > 0) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    /** Puts another number in place of the next one. */
    private byte[] number(byte[] input, int from) {
        int at = from;
        while (at < input.length && !isDigit(input[at])) {
            at++;
        }
        int end = at;
        while (end < input.length && isDigit(input[end])) {
            end++;
        }
        return replaced(input, at, end, any(NUMBERS).getBytes(UTF_8));
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private byte[] nested() {
        boolean deep = random.nextInt(200) == 0;
        return any(OPENINGS).repeat(deep ? 20_000 : 1 + random.nextInt(8)).getBytes(UTF_8);
    }

    private byte[] spliced(byte[] input, int at, int end) {
        var other = any(samples);
        int from = random.nextInt(other.length + 1);
        int to = Math.min(other.length, from + span());
        return replaced(input, at, end, Arrays.copyOfRange(other, from, to));
    }

    private static byte[] replaced(byte[] input, int at, int end, byte[] by) {
        if (input.length > LONGEST) {
            return input;
        }
        var all = new ByteArrayOutputStream(input.length + by.length);
        all.write(input, 0, at);
        all.writeBytes(by);
        all.write(input, end, input.length - end);
        return all.toByteArray();
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
