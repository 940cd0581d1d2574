package io.herd.cli.report;

import static java.util.Comparator.comparingInt;

import io.herd.cli.render.Complaint;
import io.herd.cli.render.Exit;
import io.herd.cli.render.Item;
import io.herd.cli.render.Report;
import io.herd.cli.render.View;
import io.herd.herd.ContainerResult;
import io.herd.herd.answer.ErrorCode;
import io.herd.json.docker.ContainerJson;
import io.herd.json.wire.AnswerJson;
import io.herd.model.Container.Port;
import io.herd.model.NodeName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reports on which ports of its host a container is published, in docker's words. */
public final class PortReport {

    private static final Comparator<Port> ORDER =
            comparingInt(Port::inside)
                    .thenComparing(Port::protocol)
                    .thenComparing(Port::address)
                    .thenComparingInt(Port::published);

    private PortReport() {}

    /** Prints all ports, each with the container's own in front. */
    public static Report all(ContainerResult result) {
        return report(result, _ -> true, port -> inside(port) + " -> " + outside(port));
    }

    /**
     * Prints where one port of the container is published; complains if it is not.
     *
     * @param wanted such as {@code 80/tcp}
     */
    public static Report one(ContainerResult result, String wanted) {
        var report = report(result, port -> inside(port).equals(wanted), PortReport::outside);
        boolean none = report.view() instanceof View.Lines lines && lines.lines().isEmpty();
        return none && report.exit().equals(Exit.OK)
                ? unpublished(result.ref().toString(), wanted, report)
                : report;
    }

    private static Report report(
            ContainerResult result, Predicate<Port> wanted, Function<Port, String> line) {
        var ports = new ArrayList<Item>();
        var lines = new ArrayList<String>();
        var read =
                ContainerReport.read(
                        result,
                        (location, body) ->
                                ContainerJson.published(body).stream()
                                        .filter(wanted)
                                        .sorted(ORDER)
                                        .forEach(port -> {
                                            lines.add(line.apply(port));
                                            ports.add(item(port, location.node()));
                                        }));
        return ContainerReport.report(List.of(read)).with(new View.Lines("ports", lines, ports));
    }

    private static Report unpublished(String container, String wanted, Report report) {
        var complaint =
                new Complaint(
                                container,
                                "%s: its port %s is not published".formatted(container, wanted),
                                Optional.of("see 'herd port %s'".formatted(container)))
                        .as(ErrorCode.NOT_FOUND);
        return new Report(
                report.view(), report.coverage(), report.notes(), List.of(complaint), Exit.FAILED);
    }

    private static String inside(Port port) {
        return port.inside() + "/" + port.protocol();
    }

    private static String outside(Port port) {
        var address = port.address();
        return (address.contains(":") ? "[" + address + "]" : address) + ":" + port.published();
    }

    private static Item item(Port port, NodeName node) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("PrivatePort", port.inside());
        json.put("Type", port.protocol());
        json.put("IP", port.address());
        json.put("PublicPort", port.published());
        json.put("Node", node);
        return new Item(inside(port), AnswerJson.object(json));
    }
}
