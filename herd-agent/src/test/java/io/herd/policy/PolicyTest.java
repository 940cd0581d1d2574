package io.herd.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.model.Caller;
import io.herd.model.Caller.By;
import io.herd.model.NodeName;
import io.herd.policy.Rights.Admin;
import io.herd.policy.Rights.Ruled;
import io.herd.policy.Rule.Whose;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {

    private static final NodeName A = new NodeName("a");

    @Test
    void rootAndTheGroupHerdMayDoEverythingWhereNothingElseIsSaid() {
        assertThat(rights("root")).isInstanceOf(Admin.class);
        assertThat(rights("jane", "users", "herd")).isInstanceOf(Admin.class);
        assertThat(rights("jane", "users")).isInstanceOf(Ruled.class);
        assertThat(rights("herd")).isInstanceOf(Ruled.class);
        assertThat(rights("@herd")).isInstanceOf(Ruled.class);
        assertThat(rights("jane", "@herd", "*", "herd*")).isInstanceOf(Ruled.class);
    }

    @Test
    void whoHasTheKeyMayDoEverything() {
        var nobody = new Policy(List.of(), List.of());

        assertThat(nobody.rights(new Caller("?", By.KEY, "h:1"), A)).isInstanceOf(Admin.class);
        assertThat(nobody.rights(new Caller("root", By.SOCKET, "a"), A)).isInstanceOf(Ruled.class);
    }

    @Test
    void aRuleHoldsForItsUsersOnItsNodesAndForItsActions() {
        var rule = rule(List.of("@dev", "jane"), List.of("web-*"), List.of("container.*"));
        var policy = new Policy(List.of(), List.of(rule));

        assertThat(about(policy, "jane", "web-1", "container.rm")).containsExactly(rule);
        assertThat(about(policy, "jane", "db", "container.rm")).isEmpty();
        assertThat(about(policy, "bob", "web-1", "container.rm")).isEmpty();
        assertThat(about(policy, "jane", "web-1", "image.rm")).isEmpty();
        assertThat(about(policy, "jane", "web-1", "containerx")).isEmpty();
    }

    @Test
    void ofTwoRulesTheOneForEverybodysThingsComesFirst() {
        var own = rule(List.of("*"), List.of("*"), List.of("*"));
        var all =
                new Rule(
                        "all",
                        List.of("*"),
                        List.of("*"),
                        List.of("container.ls"),
                        Whose.ALL,
                        List.of("*"),
                        Set.of(),
                        Quota.NONE);

        assertThat(about(new Policy(List.of(), List.of(own, all)), "jane", "a", "container.ls"))
                .containsExactly(all, own);
    }

    @ParameterizedTest
    @CsvSource({
        "busybox, busybox, true",
        "busybox, busybox:1.36, true",
        "busybox, docker.io/library/busybox, true",
        "busybox, library/busybox:latest, true",
        "busybox, busybox@sha256:abcd, true",
        "busybox, busyboxx, false",
        "busybox, evil/busybox, false",
        "busybox, evil.example/library/busybox, false",
        "busybox:1.36, busybox:1.36, true",
        "busybox:1.36, busybox, false",
        "busybox:latest, busybox, true",
        "reg:5000/dev/*, reg:5000/dev/a/b:c, true",
        "reg:5000/dev/*, reg:5000/devil/a, false",
        "reg:5000/dev/*, reg:5000, false",
        "*/app, x/app:1, true",
        // A daemon may take these for the beginning of an id.
        "a*, abcd, false",
        "a*, abcd:latest, true",
        "sha*, sha256:abcd, false",
        "*, sha256:abcd, true",
        "*, abcd, true",
        "a*b*c, aXbYc, true",
        "a*b*c, aXcYb, false",
        "ab*ba, aba, false",
    })
    void aPatternFitsImages(String pattern, String image, boolean fits) {
        assertThat(Patterns.fitsImage(List.of(pattern), image)).isEqualTo(fits);
    }

    private static Rights rights(String name, String... groups) {
        return Policy.USUAL.rights(new Caller(name, By.SOCKET, "a", List.of(groups)), A);
    }

    private static List<Rule> about(Policy policy, String name, String node, String action) {
        var rights = policy.rights(new Caller(name, By.TOKEN, "a"), new NodeName(node));
        return ((Ruled) rights).about(action);
    }

    private static Rule rule(List<String> users, List<String> nodes, List<String> actions) {
        return new Rule("r", users, nodes, actions, Whose.OWN, List.of("*"), Set.of(), Quota.NONE);
    }
}
