package io.herd.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One filter of a list, as the user gave it. */
record Filter(String name, String value) {

    /**
     * @throws IllegalArgumentException naming the text, if it is none
     */
    static Filter parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException(
                    "'%s' is no filter: use NAME=VALUE, such as name=web".formatted(text));
        }
        return new Filter(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
    }

    /** As the Docker API takes them. */
    static Map<String, List<String>> byName(List<Filter> filters) {
        var byName = new LinkedHashMap<String, List<String>>();
        filters.forEach(filter ->
                byName.computeIfAbsent(filter.name(), _ -> new ArrayList<>()).add(filter.value()));
        return byName;
    }
}
