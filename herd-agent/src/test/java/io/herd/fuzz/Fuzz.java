package io.herd.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * Gives something many inputs that are nearly right. First it gets those that are kept in {@code
 * src/test/resources/fuzz}, as they are; a failure says how to add its input to them.
 */
public final class Fuzz {

    /** For all inputs, on a machine that is busy, and for each of them beside. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration EACH = Duration.ofMillis(20);

    private static final int INPUTS = Integer.getInteger("herd.fuzz", 2_000);
    // Those of the tests are the same each time: who changes something else must not meet what one
    // input in a million shows.
    private static final long SEED =
            Long.getLong(
                    "herd.fuzz.seed",
                    System.getProperty("herd.fuzz") == null ? 1 : System.nanoTime());

    private final String name;
    private final List<byte[]> samples = new ArrayList<>();

    private Fuzz(String name) {
        this.name = name;
    }

    /** Takes an input, and throws whatever it throws. */
    @FunctionalInterface
    public interface Target {
        void take(byte[] input) throws Throwable;
    }

    /** What is kept in a directory of this name. */
    public static Fuzz of(String name) throws IOException {
        var fuzz = new Fuzz(name);
        var kept = directory(name);
        try (var files = Files.list(kept)) {
            for (var file : files.sorted().toList()) {
                fuzz.samples.add(Files.readAllBytes(file));
            }
        }
        return fuzz;
    }

    /** More of what is right. */
    public Fuzz and(Stream<byte[]> more) {
        more.forEach(samples::add);
        return this;
    }

    public Fuzz andTexts(Stream<String> more) {
        return and(more.map(text -> text.getBytes(UTF_8)));
    }

    /**
     * Fails at an input for which something else is thrown, or that takes too long.
     *
     * @param refusals what may be thrown
     */
    public void give(Target target, Class<?>... refusals) {
        var now = new AtomicReference<>(new byte[0]);
        assertTimeoutPreemptively(
                PATIENCE.plus(EACH.multipliedBy(INPUTS)),
                () -> giveAll(target, List.of(refusals), now),
                () -> failure(now.get(), "it does not come to an end"));
    }

    private void giveAll(Target target, List<Class<?>> refusals, AtomicReference<byte[]> now) {
        var mutation = new Mutation(samples, new Random(SEED));
        for (int i = 0; i < samples.size() + INPUTS; i++) {
            var input = i < samples.size() ? samples.get(i) : mutation.next();
            now.set(input);
            try {
                target.take(input);
            } catch (Throwable thrown) {
                if (refusals.stream().noneMatch(it -> it.isInstance(thrown))) {
                    throw new AssertionError(failure(input, thrown.toString()), thrown);
                }
            }
        }
    }

    private String failure(byte[] input, String why) {
        return "%s (%d inputs from -Dherd.fuzz.seed=%d). To keep the input:%nbase64 -d > %s/NAME <<< %s"
                .formatted(
                        why,
                        INPUTS,
                        SEED,
                        directory(name),
                        Base64.getEncoder().encodeToString(input));
    }

    private static Path directory(String name) {
        return Path.of("src/test/resources/fuzz", name);
    }
}
