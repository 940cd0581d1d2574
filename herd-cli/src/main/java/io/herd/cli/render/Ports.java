package io.herd.cli.render;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import io.herd.model.Container.Port;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Prints ports in docker's words, such as {@code 0.0.0.0:8080-8081->80-81/tcp, 443/tcp}. */
final class Ports {

    private static final Comparator<Port> ORDER =
            comparing(Port::address)
                    .thenComparing(Port::protocol)
                    .thenComparingInt(Port::inside)
                    .thenComparing(comparingInt(Port::published));

    private static final Set<String> ANY = Set.of("0.0.0.0", "::");

    private Ports() {}

    private record Range(Port first, Port last) {

        boolean continuedBy(Port next) {
            return next.address().equals(last.address())
                    && next.protocol().equals(last.protocol())
                    && next.inside() == last.inside() + 1
                    && next.published() == (last.published() == 0 ? 0 : last.published() + 1);
        }

        @Override
        public String toString() {
            var inside = span(first.inside(), last.inside()) + "/" + first.protocol();
            return first.published() == 0
                    ? inside
                    : host(first.address())
                            + span(first.published(), last.published())
                            + "->"
                            + inside;
        }

        private static String span(int from, int to) {
            return from == to ? Integer.toString(from) : from + "-" + to;
        }

        private static String host(String address) {
            if (address.isEmpty()) {
                return "";
            }
            return (address.indexOf(':') >= 0 ? "[" + address + "]" : address) + ":";
        }
    }

    /** The ports; in brief without addresses that stand for all of a host. */
    static Cell cell(List<Port> ports) {
        var anywhere =
                ports.stream()
                        .map(port ->
                                ANY.contains(port.address())
                                        ? new Port(
                                                "",
                                                port.published(),
                                                port.inside(),
                                                port.protocol())
                                        : port)
                        .distinct()
                        .toList();
        return Cell.abridged(text(ports), text(anywhere));
    }

    static String text(List<Port> ports) {
        var ranges = new ArrayList<Range>();
        for (var port : ports.stream().sorted(ORDER).toList()) {
            if (!ranges.isEmpty() && ranges.getLast().continuedBy(port)) {
                ranges.set(ranges.size() - 1, new Range(ranges.getLast().first(), port));
            } else {
                ranges.add(new Range(port, port));
            }
        }
        return String.join(", ", ranges.stream().map(Range::toString).toList());
    }
}
