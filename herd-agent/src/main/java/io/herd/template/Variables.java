package io.herd.template;

import static java.util.stream.Collectors.joining;

import io.herd.json.text.JsonStrings;
import io.herd.model.RawJson;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The variables of a template: replaces {@code ${name}} by its value. Everything else with a dollar
 * sign is left alone, since templates are full of shell: {@code $HOME}, {@code $!}, {@code
 * ${VAR:-x}}. A literal {@code ${name}} is written {@code $${name}}.
 */
public final class Variables {

    private static final String IDENTIFIER = "[a-zA-Z_][a-zA-Z0-9_]*";
    private static final Pattern NAME = Pattern.compile(IDENTIFIER);
    private static final Pattern PLACE = Pattern.compile("\\$(\\$?)\\{(" + IDENTIFIER + ")}");

    private final NavigableMap<String, String> values;

    public Variables(Map<String, String> values) {
        this.values = new TreeMap<>(values);
    }

    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Whether a text uses this variable. */
    public static boolean uses(String text, String variable) {
        return PLACE.matcher(text)
                .results()
                .anyMatch(place -> !literal(place) && place.group(2).equals(variable));
    }

    /** Replaces the variables in a text; one that is not set stays as it is written. */
    public String expand(String text) {
        return text.indexOf('$') < 0
                ? text
                : PLACE.matcher(text).replaceAll(place -> quoted(value(place)));
    }

    /**
     * Replaces the variables in all string values of a document; a value always stays inside its
     * string.
     */
    public RawJson expand(RawJson document) {
        return JsonStrings.replace(document, this::expand);
    }

    /**
     * Checks that all variables in the texts are set.
     *
     * @param where what the texts are, for the error
     * @throws TemplateException naming the first variable that is not set, and those that are
     */
    public void check(String where, Collection<String> texts) throws TemplateException {
        var unset = texts.stream().flatMap(text -> unset(text).stream()).findFirst();
        if (unset.isPresent()) {
            var known = new TreeSet<>(values.keySet());
            throw new TemplateException(
                    TemplateException.Reason.VARIABLE_NOT_SET,
                    "%s: the variable '%s' is not set, only %s: give it with --set %s=VALUE, or write $${%s} if it is none"
                            .formatted(
                                    where,
                                    unset.get(),
                                    known.stream().collect(joining(", ")),
                                    unset.get(),
                                    unset.get()));
        }
    }

    private Optional<String> unset(String text) {
        return PLACE.matcher(text)
                .results()
                .filter(place -> !literal(place) && !values.containsKey(place.group(2)))
                .map(place -> place.group(2))
                .findFirst();
    }

    private String value(MatchResult place) {
        return literal(place)
                ? place.group().substring(1)
                : values.getOrDefault(place.group(2), place.group());
    }

    private static boolean literal(MatchResult place) {
        return !Objects.requireNonNull(place.group(1)).isEmpty();
    }

    // In a regex replacement, a dollar sign has a meaning of its own.
    private static String quoted(String value) {
        return java.util.regex.Matcher.quoteReplacement(value);
    }
}
