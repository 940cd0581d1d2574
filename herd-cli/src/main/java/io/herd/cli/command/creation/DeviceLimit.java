package io.herd.cli.command.creation;

import io.herd.cli.command.option.Converters;
import java.util.function.ToLongFunction;
import picocli.CommandLine.ITypeConverter;

/** The value of {@code --device-read-bps} and the like: a limit for one device, PATH:LIMIT. */
public record DeviceLimit(String path, long limit) {

    private static final int LEAST_WEIGHT = 10;
    private static final int MOST_WEIGHT = 1_000;

    private static DeviceLimit convert(String text, String form, ToLongFunction<String> limit) {
        return Converters.checked(it -> parse(it, form, limit), text);
    }

    private static DeviceLimit parse(String text, String form, ToLongFunction<String> limit) {
        var parts = text.split(":", 2);
        if (parts.length < 2 || !parts[0].startsWith("/dev/")) {
            throw new IllegalArgumentException(
                    "invalid limit '%s' of a device: use %s".formatted(text, form));
        }
        return new DeviceLimit(parts[0], limit.applyAsLong(parts[1]));
    }

    private static long weight(String text) {
        return text.equals("0")
                ? 0
                : Numbers.parse(
                        text, LEAST_WEIGHT, MOST_WEIGHT, "a weight of 10 to 1000, or 0 for none");
    }

    public static final class Weight implements ITypeConverter<DeviceLimit> {
        @Override
        public DeviceLimit convert(String text) {
            return DeviceLimit.convert(
                    text, "PATH:WEIGHT, such as /dev/sda:500", DeviceLimit::weight);
        }
    }

    public static final class Bytes implements ITypeConverter<DeviceLimit> {
        @Override
        public DeviceLimit convert(String text) {
            return DeviceLimit.convert(
                    text, "PATH:BYTES, such as /dev/sda:1m", new Converters.Bytes()::convert);
        }
    }

    public static final class Operations implements ITypeConverter<DeviceLimit> {
        @Override
        public DeviceLimit convert(String text) {
            return DeviceLimit.convert(
                    text, "PATH:NUMBER, such as /dev/sda:100", new Numbers.Natural()::convert);
        }
    }
}
