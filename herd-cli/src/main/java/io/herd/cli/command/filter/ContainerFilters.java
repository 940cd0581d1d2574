package io.herd.cli.command.filter;

import java.util.List;
import java.util.stream.Stream;

/**
 * Options that select containers instead of naming them: docker's filters, and labels for short.
 */
public sealed interface ContainerFilters extends Filtering
        permits ShortFilters, LabelFilters, LongFilters {

    String FILTER_MEANS =
            "Instead of CONTAINER: all containers that fit; repeatable. The filters are those of ps.";

    String LABEL_MEANS = "The same as --filter label=KEY[=VALUE]; repeatable.";

    /** All that were given. */
    List<Filter> given();

    @Override
    default Filterable what() {
        return Filterable.CONTAINERS;
    }

    static List<Filter> of(List<Filter> filters, List<String> labels) {
        return Stream.concat(
                        filters.stream(),
                        labels.stream().map(it -> new Filter("label", it.strip())))
                .toList();
    }
}
