package io.herd.herd;

import io.herd.model.RawJson;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be created.
 *
 * @param request tells this request's containers from all others, in their label {@code
 *     herd.request}
 * @param form the Docker API's create form
 * @param template the template that the form came from
 * @param name the containers' name; with more than one instance {@code -1}, {@code -2} … is added
 * @param instances how many, 1 or more
 * @param start whether to start them, too
 */
public record Order(
        String request,
        RawJson form,
        Optional<String> template,
        Optional<String> name,
        int instances,
        boolean start) {

    Optional<String> nameOf(int instance) {
        return name.map(n -> instances == 1 ? n : n + "-" + instance);
    }

    Map<String, String> labelsOf(int instance) {
        var own = Map.of("herd.request", request, "herd.instance", Integer.toString(instance));
        return template.map(t -> with(own, "herd.template", t)).orElse(own);
    }

    private static Map<String, String> with(Map<String, String> labels, String name, String value) {
        var all = new java.util.TreeMap<>(labels);
        all.put(name, value);
        return all;
    }
}
