package io.herd.herd.creation;

import io.herd.json.text.JsonStrings;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import io.herd.template.TemplateException;
import io.herd.template.Variables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request to create one or more containers.
 *
 * @param request id of the request, which its containers carry in their label {@code herd.request}
 * @param form the Docker API's create form; has variables only if it came from a template
 * @param template name of the template that the form came from, if any
 * @param name name of the containers; with more than one instance {@code -1}, {@code -2} … is added
 *     unless it has {@code ${instance}} or {@code ${node}}
 * @param instances number of containers, 1 or more
 * @param start whether to start them, too
 * @param variables variables that the user has set
 * @param options options for carrying it out
 */
public record CreateRequest(
        String request,
        RawJson form,
        Optional<String> template,
        Optional<String> name,
        int instances,
        boolean start,
        Map<String, String> variables,
        CreateOptions options) {

    private static final String INSTANCE = "instance";
    private static final String NODE = "node";
    private static final String NAME = "name";

    /** The variables that herd itself sets for each container. */
    public static final List<String> OWN_VARIABLES = List.of(INSTANCE, NAME, NODE);

    public CreateRequest {
        variables = Map.copyOf(variables);
    }

    /** A request with the usual options, and no variables but herd's own. */
    public CreateRequest(
            String request,
            RawJson form,
            Optional<String> template,
            Optional<String> name,
            int instances,
            boolean start) {
        this(request, form, template, name, instances, start, Map.of(), CreateOptions.USUAL);
    }

    /** The same for another number of containers. */
    CreateRequest times(int number) {
        return new CreateRequest(request, form, template, name, number, start, variables, options);
    }

    /**
     * Checks that all variables are set; must have succeeded before anything is created.
     *
     * @throws TemplateException naming a variable that is not set
     */
    public void check() throws TemplateException {
        var values = new TreeMap<>(variables);
        values.put(INSTANCE, "");
        values.put(NODE, "");
        if (name.isPresent()) {
            new Variables(values).check("--name " + name.get(), List.of(name.get()));
            values.put(NAME, "");
        }
        if (template.isPresent()) {
            new Variables(values)
                    .check("template '%s'".formatted(template.get()), JsonStrings.of(form));
        }
    }

    /** The name as far as it is known before the node is chosen. */
    Optional<String> nameOf(int instance) {
        return name(instance, values(instance));
    }

    Optional<String> nameOf(int instance, NodeName node) {
        return name(instance, values(instance, node));
    }

    /** The names of these instances, if they are the same on every node. */
    Map<Integer, String> fixedNames(List<Integer> numbers) {
        var names = new TreeMap<Integer, String>();
        if (name.isPresent() && !Variables.uses(name.get(), NODE)) {
            numbers.forEach(number -> nameOf(number).ifPresent(own -> names.put(number, own)));
        }
        return names;
    }

    /** The create form with its variables replaced. */
    RawJson formOf(int instance, NodeName node) {
        if (template.isEmpty()) {
            return form;
        }
        var values = values(instance, node);
        name(instance, values).ifPresent(own -> values.put(NAME, own));
        return new Variables(values).expand(form);
    }

    Map<String, String> labelsOf(int instance) {
        var labels = new TreeMap<String, String>();
        labels.put("herd.request", request);
        labels.put("herd.instance", Integer.toString(instance));
        template.ifPresent(t -> labels.put("herd.template", t));
        return labels;
    }

    private Optional<String> name(int instance, Map<String, String> values) {
        return name.map(pattern -> {
            var expanded = new Variables(values).expand(pattern);
            return instances == 1 || differs(pattern) ? expanded : expanded + "-" + instance;
        });
    }

    private static boolean differs(String pattern) {
        return Variables.uses(pattern, INSTANCE) || Variables.uses(pattern, NODE);
    }

    private Map<String, String> values(int instance) {
        var values = new TreeMap<>(variables);
        values.put(INSTANCE, Integer.toString(instance));
        return values;
    }

    private Map<String, String> values(int instance, NodeName node) {
        var values = values(instance);
        values.put(NODE, node.value());
        return values;
    }
}
