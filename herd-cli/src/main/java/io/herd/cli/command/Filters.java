package io.herd.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which things a list has. */
final class Filters {

    @Option(
            names = {"-f", "--filter"},
            paramLabel = "NAME=VALUE",
            converter = Converters.Filter.class,
            description = "Only those that fit; repeatable. The filters are the daemon's.")
    List<Filter> given = List.of();

    /** As the Docker API takes them. */
    Map<String, List<String>> byName() {
        var byName = new LinkedHashMap<String, List<String>>();
        given.forEach(filter ->
                byName.computeIfAbsent(filter.name(), _ -> new ArrayList<>()).add(filter.value()));
        return byName;
    }
}
