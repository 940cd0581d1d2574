package io.herd.cli.faults;

import static java.util.stream.Collectors.joining;

import io.herd.cli.faults.Work.Way;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What happens in one run: the same for the same seed.
 *
 * @param faults in the order of their beginning
 * @param work what each client does, one after the other, until the run's time is over
 */
public record Schedule(long seed, List<Fault> faults, Map<Way, List<Work>> work) {

    static final List<String> HOSTS = List.of("a", "b", "c");

    /** How long clients work, in ms. */
    public static final int LENGTH = 25_000;

    private static final int SHORTEST = 1_500;
    private static final int LONGEST = 9_000;
    // More than anybody does in the time.
    private static final int MOST_WORK = 400;

    public static Schedule of(long seed) {
        var random = new Random(seed);
        var faults = faults(random);
        var work = new EnumMap<Way, List<Work>>(Way.class);
        for (var way : Way.values()) {
            work.put(way, IntStream.range(0, MOST_WORK).mapToObj(_ -> work(random)).toList());
        }
        return new Schedule(seed, faults, work);
    }

    // Up to two hosts are broken at a time, each in one way.
    private static List<Fault> faults(Random random) {
        var faults = new ArrayList<Fault>();
        int at = 1_000 + random.nextInt(2_000);
        while (at < LENGTH - SHORTEST) {
            int from = at;
            var whole =
                    HOSTS.stream()
                            .filter(host ->
                                    faults.stream()
                                            .noneMatch(it ->
                                                    it.host().equals(host) && it.until() >= from))
                            .toList();
            if (whole.size() > 1) {
                int lasts = SHORTEST + random.nextInt(LONGEST - SHORTEST);
                var kinds = Fault.Kind.values();
                faults.add(
                        new Fault(
                                kinds[random.nextInt(kinds.length)],
                                whole.get(random.nextInt(whole.size())),
                                from,
                                Math.min(lasts, LENGTH - from)));
            }
            at += 500 + random.nextInt(5_000);
        }
        return List.copyOf(faults);
    }

    private static Work work(Random random) {
        var kind =
                switch (random.nextInt(13)) {
                    case 0, 1, 2 -> Work.Kind.CREATE;
                    case 3 -> Work.Kind.CREATE_NAMED;
                    case 4, 5, 6 -> Work.Kind.LIST;
                    case 7 -> Work.Kind.STOP;
                    case 8 -> Work.Kind.REMOVE;
                    case 9 -> Work.Kind.EXEC;
                    case 10 -> Work.Kind.LOGS;
                    case 11 -> Work.Kind.FOLLOW;
                    default -> Work.Kind.EVENTS;
                };
        return new Work(kind, random.nextInt(1000));
    }

    @Override
    public String toString() {
        return "seed %d\n%s"
                .formatted(seed, faults.stream().map(fault -> fault + "\n").collect(joining()));
    }
}
