package io.herd.cluster.jgroups;

import static io.herd.cluster.jgroups.Members.KEY;
import static io.herd.cluster.jgroups.Members.names;
import static io.herd.cluster.jgroups.MembershipTest.said;
import static io.herd.cluster.jgroups.MembershipTest.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.herd.action.Action;
import io.herd.cluster.ClusterSettings;
import io.herd.cluster.JoinException;
import io.herd.cluster.Key;
import io.herd.cluster.MemberWatcher;
import io.herd.model.HostPort;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class Ipv6Test {

    private static final HostPort LOOPBACK = new HostPort("::1", 0);

    private Members herd = Members.withoutKey();

    @AfterEach
    void everybodyLeaves() {
        herd.close();
    }

    @Test
    void agentsAndClientsMeetByIpv6() throws Exception {
        threeMeet(Optional.empty());
    }

    @Test
    void agentsAndClientsMeetByIpv6WithAKey() throws Exception {
        threeMeet(Optional.of(KEY));
    }

    private void threeMeet(Optional<Key> key) throws JoinException {
        agent("a", LOOPBACK, List.of(), key);
        agent("b", LOOPBACK, herd.addresses(), key);

        var client = herd.client(settings(Optional.empty(), herd.addresses(), key));

        await().untilAsserted(() -> assertThat(names(client)).containsExactly("a", "b"));
        assertThat(herd.addresses()).allMatch(at -> at.toString().startsWith("[::1]:"));
        var answers = client.gather(Members.nodes("a", "b"), new Action.DescribeNode(), soon());
        assertThat(answers.byNode().values()).containsExactly(said("a"), said("b"));
    }

    @ParameterizedTest
    @CsvSource({"2001:db8::7", "fd00:1::7"})
    void beyondLoopbackNothingIsBoundWithoutAKey(String address) {
        assertThatThrownBy(() -> agent("a", new HostPort(address, 0), List.of(), Optional.empty()))
                .isInstanceOf(JoinException.class)
                .hasMessageContaining("refusing to listen on %s without a key", address);
    }

    @Test
    void beyondLoopbackNobodyIsJoinedWithoutAKey() {
        var there = HostPort.parse("[2001:db8::7]:9", 0);

        assertThatThrownBy(() -> agent("a", LOOPBACK, List.of(there), Optional.empty()))
                .isInstanceOf(JoinException.class)
                .hasMessageContaining("refusing to join at [2001:db8::7]:9 without a key");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "::               | [::1]:9    | refusing to listen on ::: others must be told one address",
                "::1              | 127.0.0.1  | 127.0.0.1:7800 cannot be reached from ::1, one is IPv6",
                "127.0.0.1        | [::1]:9    | [::1]:9 cannot be reached from 127.0.0.1, one is IPv6",
                "fe80::7          | [::1]:9    | fe80::7 is link-local: say on which interface, such as --bind [fe80::7%eth0]",
                "::1              | [fe80::7]  | such as --join [fe80::7%eth0]",
                "2001:db8::7      | [::1]:9    | cannot listen on [2001:db8::7]:0: this host has no such address"
            })
    void whatCannotBeIsNamedWithTheMend(String bind, String join, String message) {
        var there = List.of(HostPort.parse(join, HostPort.DEFAULT_PORT));

        assertThatThrownBy(() -> agent("a", new HostPort(bind, 0), there, Optional.of(KEY)))
                .isInstanceOf(JoinException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aMixedListOfPlacesIsUsedAsFarAsItGoes() throws Exception {
        agent("a", LOOPBACK, List.of(), Optional.empty());
        var both = List.of(new HostPort("127.0.0.1", 9), herd.addresses().getFirst());

        agent("b", LOOPBACK, both, Optional.empty());

        var client = herd.client(settings(Optional.of(LOOPBACK), both, Optional.empty()));
        await().untilAsserted(() -> assertThat(names(client)).containsExactly("a", "b"));
    }

    private void agent(String name, HostPort bind, List<HostPort> join, Optional<Key> key)
            throws JoinException {
        herd.agent(
                name,
                Members.says(name),
                MemberWatcher.NONE,
                settings(Optional.of(bind), join, key));
    }

    private ClusterSettings settings(
            Optional<HostPort> bind, List<HostPort> join, Optional<Key> key) {
        var patience = Duration.ofSeconds(2);
        return new ClusterSettings(herd.herd(), bind, List.copyOf(join), key, patience, patience);
    }
}
