package io.herd.policy;

import io.herd.model.Caller;
import io.herd.model.Caller.By;
import io.herd.model.NodeName;
import java.util.List;

/**
 * Who may do what. Whoever has the herd's key may do everything, since he could ask the daemons'
 * agents whatever he likes in anybody's name.
 *
 * @param admins users, and groups as {@code @NAME}, who may do everything
 */
public record Policy(List<String> admins, List<Rule> rules) {

    public static final List<String> USUAL_ADMINS = List.of("root", "@herd");

    /** Where there is no other. */
    public static final Policy USUAL = new Policy(USUAL_ADMINS, List.of(Rule.USUAL));

    public Policy {
        admins = List.copyOf(admins);
        rules = List.copyOf(rules);
    }

    public Rights rights(Caller caller, NodeName node) {
        return caller.by() == By.KEY || Patterns.fitsCaller(admins, caller)
                ? new Rights.Admin()
                : new Rights.Ruled(rules.stream().filter(it -> it.isFor(caller, node)).toList());
    }
}
