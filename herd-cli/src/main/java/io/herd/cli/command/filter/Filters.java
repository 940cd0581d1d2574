package io.herd.cli.command.filter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Picocli mixin with the filters of a list. */
public final class Filters implements Filtering {

    private final Filterable what;

    @Option(
            names = {"-f", "--filter"},
            paramLabel = "NAME=VALUE",
            converter = Filter.Converter.class,
            description =
                    "Filter output based on conditions provided; repeatable. The filters are docker's.")
    List<Filter> given = List.of();

    /**
     * @param what is filtered
     */
    public Filters(Filterable what) {
        this.what = what;
    }

    @Override
    public Filterable what() {
        return what;
    }

    /** All filters, as the Docker API takes them. */
    public Map<String, List<String>> byName() {
        return byName(given);
    }

    /** The filters that a daemon can apply without knowing what other nodes have. */
    public Map<String, List<String>> ofDaemons() {
        return byName(given.stream().filter(filter -> !CreatedRange.isBound(filter)).toList());
    }

    /**
     * The other filters, {@code since} and {@code before}: they name something that may be on any
     * node.
     */
    public List<Filter> bounds() {
        return given.stream().filter(CreatedRange::isBound).toList();
    }

    /** These filters, as the Docker API takes them. */
    public static Map<String, List<String>> byName(List<Filter> filters) {
        var byName = new LinkedHashMap<String, List<String>>();
        filters.forEach(filter ->
                byName.computeIfAbsent(filter.name(), _ -> new ArrayList<>()).add(filter.value()));
        return byName;
    }
}
