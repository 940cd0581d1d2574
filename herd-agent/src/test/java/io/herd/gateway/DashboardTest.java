package io.herd.gateway;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.herd.json.Looked;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds docs/grafana/herd.json against what an agent really tells Prometheus. */
class DashboardTest {

    private static final Path FILE = Path.of("../docs/grafana/herd.json");
    private static final Pattern METRIC = Pattern.compile("\\bherd_\\w+");
    private static final Pattern SERVED = Pattern.compile("(?m)^herd_\\w+");

    @TempDir Path templates;

    @Test
    void everyMetricThatIsShownIsServedAndEveryOneServedIsShown() throws Exception {
        var shown = matches(METRIC, Files.readString(FILE));
        var served = served();

        assertThat(served).containsAll(shown);
        assertThat(families(shown)).isEqualTo(families(served));
    }

    @Test
    void everyPanelAsksForSomethingAndHasATitle() throws Exception {
        assertThat(panels()).isNotEmpty();
        assertThat(panels())
                .allSatisfy(panel -> {
                    assertThat(panel.text("title")).isNotBlank();
                    assertThat(panel.each("targets"))
                            .isNotEmpty()
                            .allSatisfy(target ->
                                    assertThat(target.text("expr")).containsPattern(METRIC));
                });
    }

    private static List<Looked> panels() throws Exception {
        return Looked.into(Files.readString(FILE)).each("panels");
    }

    private Set<String> served() throws Exception {
        try (var herd = new GatewayHerd(templates)) {
            // A request is counted only when it has been answered.
            herd.get("/health");
            return matches(SERVED, herd.get("/metrics").body());
        }
    }

    private static Set<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).collect(toSet());
    }

    /** A histogram is served as three metrics, of which a panel needs one. */
    private static Set<String> families(Set<String> metrics) {
        return metrics.stream()
                .map(metric -> metric.replaceAll("_(bucket|sum|count)$", ""))
                .collect(toSet());
    }
}
