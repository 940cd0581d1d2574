package io.herd.cli.command.filter;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Picocli mixin with the filters of what is removed; {@code -f} is another option there. */
public final class PruneFilters implements Filtering {

    private final Filterable what;

    @Option(
            names = "--filter",
            paramLabel = "NAME=VALUE",
            converter = Filter.Converter.class,
            description =
                    "Provide filter values (e.g. 'until=<timestamp>'); repeatable. The filters are docker's.")
    List<Filter> given = List.of();

    /**
     * @param what is filtered
     */
    public PruneFilters(Filterable what) {
        this.what = what;
    }

    @Override
    public Filterable what() {
        return what;
    }

    /** All filters, as the Docker API takes them. */
    public Map<String, List<String>> byName() {
        return Filters.byName(given);
    }

    /**
     * The question whether to remove what is described, as far as it fits.
     *
     * @param what is removed without filters
     */
    public String question(String what) {
        return given.isEmpty()
                ? what
                : what
                        + " and fit "
                        + String.join(
                                ", ",
                                given.stream().map(it -> it.name() + "=" + it.value()).toList());
    }
}
