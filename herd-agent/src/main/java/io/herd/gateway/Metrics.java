package io.herd.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.model.DaemonState;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Prometheus metrics of the agent: gateway requests, herd and daemon. The herd's and daemon's
 * values are set when the metrics are read.
 */
final class Metrics {

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();

    private final Counter requests =
            Counter.builder()
                    .name("herd_gateway_requests_total")
                    .help("Requests by what was asked for and the HTTP status of the answer.")
                    .labelNames("action", "status")
                    .register(registry);
    private final Histogram seconds =
            Histogram.builder()
                    .name("herd_gateway_request_seconds")
                    .help("How long it took to answer.")
                    .labelNames("action")
                    .classicOnly()
                    .register(registry);
    private final Gauge nodes = gauge("herd_nodes", "Nodes in the herd as this agent sees it.");
    private final Gauge up =
            gauge("herd_daemon_up", "Whether this node's Docker daemon answers: 1 or 0.");
    private final Gauge containers =
            gauge("herd_daemon_containers", "Containers of this node's daemon in any state.");
    private final Gauge running =
            gauge("herd_daemon_containers_running", "Containers of this node's daemon that run.");
    private final Gauge images = gauge("herd_daemon_images", "Images of this node's daemon.");

    /**
     * @param version version of this agent
     * @param denials how often it has denied something so far
     */
    Metrics(String version, LongSupplier denials) {
        CounterWithCallback.builder()
                .name("herd_denials_total")
                .help("How often somebody asked this node for what he may not do.")
                .callback(it -> it.call((double) denials.getAsLong()))
                .register(registry);
        Info.builder()
                .name("herd_build_info")
                .help("The agent's version.")
                .labelNames("version")
                .register(registry)
                .setLabelValues(version);
    }

    /**
     * @param action one of a fixed set of words, since each makes a time series
     */
    void answered(String action, int status, Duration took) {
        requests.labelValues(action, Integer.toString(status)).inc();
        seconds.labelValues(action).observe(took.toNanos() / 1e9);
    }

    String text(int herdSize, DaemonState daemon) {
        nodes.set(herdSize);
        switch (daemon) {
            case DaemonState.Down _ -> up.set(0);
            case DaemonState.Up state -> {
                up.set(1);
                containers.set(state.containers());
                running.set(state.running());
                images.set(state.images());
            }
        }
        var text = new ByteArrayOutputStream();
        try {
            writer.write(text, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString(UTF_8);
    }

    String type() {
        return writer.getContentType();
    }

    private Gauge gauge(String name, String help) {
        return Gauge.builder().name(name).help(help).register(registry);
    }
}
