package io.herd.policy;

import java.util.List;

/** What somebody may do on a node. */
public sealed interface Rights {

    /** Everything. */
    record Admin() implements Rights {}

    /** What one of the rules allows. */
    record Ruled(List<Rule> rules) implements Rights {

        public Ruled {
            rules = List.copyOf(rules);
        }

        /** The rules that are about an action, those for what is everybody's first. */
        public List<Rule> about(String action) {
            return rules.stream()
                    .filter(rule -> rule.isAbout(action))
                    .sorted((a, b) -> Boolean.compare(a.ownAlone(), b.ownAlone()))
                    .toList();
        }
    }
}
