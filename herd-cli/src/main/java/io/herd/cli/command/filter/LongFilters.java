package io.herd.cli.command.filter;

import java.util.List;
import picocli.CommandLine.Option;

/**
 * Picocli mixin with the options that select containers where docker has other options {@code -f}
 * and {@code -l}.
 */
public final class LongFilters implements ContainerFilters {

    @Option(
            names = "--filter",
            paramLabel = "NAME=VALUE",
            converter = Filter.Converter.class,
            description = FILTER_MEANS)
    List<Filter> filters = List.of();

    @Option(names = "--label", paramLabel = "KEY[=VALUE]", description = LABEL_MEANS)
    List<String> labels = List.of();

    @Override
    public List<Filter> given() {
        return ContainerFilters.of(filters, labels);
    }
}
