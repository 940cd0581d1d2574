package io.herd.guard;

import io.herd.json.docker.Demands;
import io.herd.policy.Quota;
import io.herd.policy.Rule;
import io.herd.policy.Rule.Grant;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/** What a rule lets a container use. */
record Allowance(Rule rule) {

    /**
     * Why it does not let it use that, if so.
     *
     * @param whole whether what is not said is without a limit; else it stays as it is
     */
    Optional<String> objection(Demands demands, boolean whole) {
        if (demands.restarts() && !rule.grants().contains(Grant.RESTART)) {
            return Optional.of(
                    "it does not allow a container that always starts again: use --restart on-failure:N");
        }
        var limits = rule.limits();
        var both = limits.memory().map(it -> it * Quota.WITH_SWAP);
        return Stream.of(
                        above(limits.memory(), demands.memory(), whole, "memory"),
                        above(both, demands.swap(), false, "memory-swap"),
                        above(limits.cpus(), demands.cpus(), whole, "cpus"),
                        above(limits.pids(), demands.pids(), whole, "pids-limit"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> above(
            Optional<Long> limit, long wanted, boolean whole, String option) {
        return limit.filter(most -> wanted > most || wanted < 0 || (whole && wanted == 0))
                .map(most -> "it allows at most --%s %s".formatted(option, shown(option, most)));
    }

    private static String shown(String option, long limit) {
        return option.equals("cpus")
                ? BigDecimal.valueOf(limit, 9).stripTrailingZeros().toPlainString()
                : Long.toString(limit);
    }
}
