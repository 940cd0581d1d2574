package io.herd.json.policy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.herd.json.Fields;
import io.herd.json.text.MalformedJsonException;
import io.herd.json.text.StrictJson;
import io.herd.policy.Operation;
import io.herd.policy.Policy;
import io.herd.policy.Quota;
import io.herd.policy.Rule;
import io.herd.policy.Rule.Grant;
import io.herd.policy.Rule.Whose;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a policy as an operator writes it. */
public final class PolicyJson {

    private static final List<String> ALL = List.of("*");
    private static final Pattern MEMORY = Pattern.compile("([0-9]{1,15})([bkmg]?)b?");
    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal MOST_CPUS = BigDecimal.valueOf(100_000);

    private PolicyJson() {}

    /**
     * @throws BadPolicyException also for a field, an action or a grant that is not known
     */
    public static Policy read(String text) throws BadPolicyException {
        try {
            StrictJson.object(text);
            var json = fields(JsonParser.parseString(text), "it", "admins", "rules");
            var rules = rules(json);
            return new Policy(
                    names(json, "admins").orElse(Policy.USUAL_ADMINS),
                    json.json().has("rules") ? rules : List.of(Rule.USUAL));
        } catch (MalformedJsonException | JsonParseException e) {
            throw new BadPolicyException(String.valueOf(e.getMessage()));
        }
    }

    private static List<Rule> rules(Fields json) throws BadPolicyException {
        var rules = new ArrayList<Rule>();
        var taken = new HashSet<String>();
        for (var element : json.list("rules", it -> it)) {
            var rule = rule(rules.size() + 1, element);
            if (!taken.add(rule.name())) {
                throw new BadPolicyException(
                        "there are two rules '%s': give them different names"
                                .formatted(rule.name()));
            }
            rules.add(rule);
        }
        return rules;
    }

    private static Rule rule(int number, JsonElement element) throws BadPolicyException {
        var json =
                fields(
                        element,
                        "rule " + number,
                        "name",
                        "users",
                        "nodes",
                        "actions",
                        "whose",
                        "images",
                        "grants",
                        "limits");
        var name = json.maybeText("name").orElse("rule " + number);
        try {
            return new Rule(
                    name,
                    needed(json, "users"),
                    names(json, "nodes").orElse(ALL),
                    actions(json),
                    json.json().has("whose")
                            ? one("whose", Whose.class, json.text("whose"))
                            : Whose.OWN,
                    names(json, "images").orElse(ALL),
                    grants(json),
                    limits(json));
        } catch (BadPolicyException | JsonParseException e) {
            throw new BadPolicyException("rule '%s': %s".formatted(name, e.getMessage()));
        }
    }

    private static Fields fields(JsonElement element, String what, String... known)
            throws BadPolicyException {
        if (!(element instanceof JsonObject object)) {
            throw new BadPolicyException("%s is no object, {…}".formatted(what));
        }
        var names = List.of(known);
        for (var name : object.keySet()) {
            if (!names.contains(name)) {
                throw new BadPolicyException(
                        "%s has '%s', which is not known: use %s"
                                .formatted(what, name, String.join(", ", names)));
            }
        }
        return new Fields(object);
    }

    private static Optional<List<String>> names(Fields json, String field) {
        return json.json().has(field)
                ? Optional.of(json.list(field, JsonElement::getAsString))
                : Optional.empty();
    }

    private static List<String> needed(Fields json, String field) throws BadPolicyException {
        var names = names(json, field).orElse(List.of());
        if (names.isEmpty()) {
            throw new BadPolicyException(
                    "'%s' is missing: name users, groups as @NAME, or * for all".formatted(field));
        }
        return names;
    }

    private static List<String> actions(Fields json) throws BadPolicyException {
        var actions = names(json, "actions").orElse(Rule.HARMLESS);
        for (var action : actions) {
            if (!Operation.isKnown(action)) {
                throw new BadPolicyException(
                        "'actions' has '%s', which fits none: use some of %s"
                                .formatted(action, String.join(", ", Operation.WORDS)));
            }
        }
        return actions;
    }

    private static Set<Grant> grants(Fields json) throws BadPolicyException {
        var grants = EnumSet.noneOf(Grant.class);
        for (var word : names(json, "grants").orElse(List.of())) {
            grants.add(one("grants", Grant.class, word));
        }
        return grants;
    }

    private static <E extends Enum<E>> E one(String field, Class<E> type, String word)
            throws BadPolicyException {
        var known = new ArrayList<String>();
        for (var each : type.getEnumConstants()) {
            var written = each.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (written.equals(word)) {
                return each;
            }
            known.add(written);
        }
        throw new BadPolicyException(
                "'%s' has '%s', which is not known: use %s"
                        .formatted(field, word, String.join(" or ", known)));
    }

    private static Quota limits(Fields json) throws BadPolicyException {
        if (!json.json().has("limits")) {
            return Quota.NONE;
        }
        var limits = fields(json.json().get("limits"), "'limits'", "memory", "cpus", "pids");
        return new Quota(memory(limits), cpus(limits), pids(limits));
    }

    private static Optional<Long> memory(Fields limits) throws BadPolicyException {
        var text = limits.maybeText("memory");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var parts = MEMORY.matcher(text.get().toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            throw new BadPolicyException(
                    "'memory' is '%s': use a number with b, k, m or g".formatted(text.get()));
        }
        long unit = 1L << (10 * Math.max(0, "bkmg".indexOf(parts.group(2))));
        return Optional.of(positive("memory", Long.parseLong(parts.group(1)) * unit));
    }

    private static Optional<Long> cpus(Fields limits) throws BadPolicyException {
        var text = limits.maybeText("cpus");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            var cpus = new BigDecimal(text.get());
            if (cpus.compareTo(MOST_CPUS) <= 0) {
                return Optional.of(positive("cpus", cpus.multiply(BILLION).longValue()));
            }
        } catch (NumberFormatException _) {
            // Below, with any other that is none.
        }
        throw new BadPolicyException(
                "'cpus' is '%s': use a number such as 1.5".formatted(text.get()));
    }

    private static Optional<Long> pids(Fields limits) throws BadPolicyException {
        var pids = limits.maybeNumber("pids");
        return pids.isEmpty() ? pids : Optional.of(positive("pids", pids.get()));
    }

    private static long positive(String field, long value) throws BadPolicyException {
        if (value <= 0) {
            throw new BadPolicyException("'%s' must be more than 0".formatted(field));
        }
        return value;
    }
}
