package io.herd.json.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herd.policy.Policy;
import io.herd.policy.Quota;
import io.herd.policy.Rule;
import io.herd.policy.Rule.Grant;
import io.herd.policy.Rule.Whose;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyJsonTest {

    @Test
    void aPolicyIsReadWithAllItMaySay() throws BadPolicyException {
        assertThat(
                        PolicyJson.read(
                                """
                                {
                                  "admins": ["root", "@ops"],
                                  "rules": [
                                    {
                                      "name": "web team",
                                      "users": ["@web", "carol"],
                                      "nodes": ["web-*"],
                                      "actions": ["container.*", "image.pull"],
                                      "whose": "all",
                                      "images": ["registry.example.com/web/*"],
                                      "grants": ["restart", "exec-user", "exec-privileged"],
                                      "limits": {"memory": "2g", "cpus": 1.5, "pids": 512}
                                    }
                                  ]
                                }
                                """))
                .isEqualTo(
                        new Policy(
                                List.of("root", "@ops"),
                                List.of(
                                        new Rule(
                                                "web team",
                                                List.of("@web", "carol"),
                                                List.of("web-*"),
                                                List.of("container.*", "image.pull"),
                                                Whose.ALL,
                                                List.of("registry.example.com/web/*"),
                                                Set.of(Grant.values()),
                                                new Quota(
                                                        Optional.of(2L << 30),
                                                        Optional.of(1_500_000_000L),
                                                        Optional.of(512L))))));
    }

    @Test
    void whatIsNotSaidIsAsWithoutAFile() throws BadPolicyException {
        assertThat(PolicyJson.read("{}")).isEqualTo(Policy.USUAL);
        assertThat(PolicyJson.read("{\"rules\": []}").rules()).isEmpty();
        assertThat(PolicyJson.read("{\"rules\": [{\"users\": [\"jane\"]}]}").rules())
                .containsExactly(
                        new Rule(
                                "rule 1",
                                List.of("jane"),
                                List.of("*"),
                                Rule.HARMLESS,
                                Whose.OWN,
                                List.of("*"),
                                Set.of(),
                                Quota.NONE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]                                   | line 1, column 1: expected an object, {…}",
                "{\"admin\": []}                      | it has 'admin', which is not known: use admins, rules",
                "{\"admins\": [], \"admins\": []}     | line 1, column 16: the name \"admins\" appears twice",
                "{\"rules\": [1]}                     | rule 1 is no object, {…}",
                "{\"rules\": [{}]}                    | rule 'rule 1': 'users' is missing: name users, groups as @NAME, or * for all",
                "{\"rules\": [{\"users\": [\"*\"], \"who\": 1}]} | rule 1 has 'who', which is not known",
                "{\"rules\": [{\"users\": [\"*\"], \"whose\": \"any\"}]} | rule 'rule 1': 'whose' has 'any', which is not known: use own or all",
                "{\"rules\": [{\"users\": [\"*\"], \"actions\": [\"container.rn\"]}]} | 'actions' has 'container.rn', which fits none: use some of builder.prune",
                "{\"rules\": [{\"users\": [\"*\"], \"grants\": [\"root\"]}]} | 'grants' has 'root', which is not known: use restart or exec-user or exec-privileged",
                "{\"rules\": [{\"users\": [\"*\"], \"limits\": {\"memory\": \"much\"}}]} | 'memory' is 'much': use a number with b, k, m or g",
                "{\"rules\": [{\"users\": [\"*\"], \"limits\": {\"memory\": \"0\"}}]} | 'memory' must be more than 0",
                "{\"rules\": [{\"users\": [\"*\"], \"limits\": {\"cpus\": \"x\"}}]} | 'cpus' is 'x': use a number such as 1.5",
                "{\"rules\": [{\"users\": [\"*\"], \"limits\": {\"cpus\": 1e300}}]} | 'cpus' is",
                "{\"rules\": [{\"users\": [\"*\"], \"limits\": {\"pids\": -1}}]} | 'pids' must be more than 0",
                "{\"rules\": [{\"users\": [\"*\"], \"limits\": {\"disk\": 1}}]} | 'limits' has 'disk', which is not known: use memory, cpus, pids",
                "{\"rules\": [{\"users\": \"jane\"}]} | 'users' is not what was expected",
                "{\"rules\": [{\"name\": \"x\", \"users\": [\"*\"]}, {\"name\": \"x\", \"users\": [\"*\"]}]} | there are two rules 'x'",
            })
    void whatIsWrongIsNamed(String text, String message) {
        assertThatThrownBy(() -> PolicyJson.read(text))
                .isInstanceOf(BadPolicyException.class)
                .hasMessageContaining(message);
    }
}
