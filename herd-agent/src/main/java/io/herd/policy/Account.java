package io.herd.policy;

import java.util.List;
import java.util.regex.Pattern;

/** Somebody who may ask by HTTP. */
public record Account(String name, List<String> groups, List<BearerToken> tokens) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.@+-]{0,63}");

    /**
     * @throws IllegalArgumentException when a name is none
     */
    public Account {
        check("user", name);
        groups = List.copyOf(groups);
        groups.forEach(group -> check("group", group));
        tokens = List.copyOf(tokens);
    }

    private static void check(String what, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "invalid name of a %s '%s': use up to 64 letters, digits and _ . @ + -"
                            .formatted(what, name));
        }
    }

    Account withTokens(List<BearerToken> other) {
        return new Account(name, groups, other);
    }
}
