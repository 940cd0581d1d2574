package io.herd.cluster.jgroups;

import io.herd.cluster.ClusterSettings;
import io.herd.cluster.JoinException;
import io.herd.cluster.JoinException.Reason;
import io.herd.cluster.Member;
import io.herd.cluster.transport.BindAddress;
import io.herd.cluster.transport.HerdTls;
import io.herd.cluster.transport.KeyProbe;
import io.herd.cluster.transport.KeyProbe.Verdict;
import io.herd.cluster.transport.Listener;
import io.herd.cluster.transport.Multicast;
import io.herd.model.Deadline;
import io.herd.model.HostPort;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jgroups.Address;

/** Joins a herd as a client, or fails within the timeout with the reason. */
final class ClientJoin {

    // Without an answer for so long, probe who listens at all.
    private static final Duration FIRST_LOOK = Duration.ofMillis(700);
    private static final Duration LOOK = Duration.ofMillis(900);
    private static final HostPort HERE = new HostPort("127.0.0.1", HostPort.DEFAULT_PORT);
    private static final HostPort HERE_BY_IPV6 = new HostPort("::1", HostPort.DEFAULT_PORT);

    private final ClusterSettings settings;
    private final List<HostPort> hosts;
    // Virtual threads would delay the exit of a command by 310 ms.
    private final ThreadFactory threads = Thread.ofPlatform().daemon().name("herd-", 0).factory();

    ClientJoin(ClusterSettings settings) {
        this.settings = settings;
        this.hosts = settings.join().isEmpty() ? List.of(here(settings)) : settings.join();
    }

    private static HostPort here(ClusterSettings settings) {
        return settings.bind().filter(HostPort::isIpv6).isPresent() ? HERE_BY_IPV6 : HERE;
    }

    JGroupsCluster join() throws JoinException {
        var to = BindAddress.client(settings);
        var tls = settings.key().map(key -> HerdTls.of(key, settings.herd()));
        var listener = Listener.bind(to, tls, threads);
        var self = HerdAddress.client(listener.address());
        var mustFindAgent = new MustFindAgent();
        var link = link(listener, self, mustFindAgent);
        mustFindAgent.onLost(link::lost);
        var connecting = new FutureTask<>(() -> connected(link));
        threads.newThread(connecting).start();
        try {
            await(connecting, tls, mustFindAgent);
        } catch (JoinException e) {
            mustFindAgent.giveUp();
            link.close(Duration.ZERO);
            throw e;
        }
        var dialling = new StreamDialer(listener);
        link.onChange(dialling::retain);
        return JGroupsCluster.ofClient(link, self, dialling, threads, remark(link, tls));
    }

    // Multicast finds a herd also where --join names hosts that are gone: whoever relies on them
    // must not learn it on the day when multicast fails.
    private Optional<String> remark(GroupChannel link, Optional<HerdTls> tls) {
        var agents = link.agents().members();
        if (settings.join().isEmpty()
                || hosts.stream().anyMatch(host -> Member.anyAt(host, agents))) {
            return Optional.empty();
        }
        var verdicts = probe(tls, Deadline.in(LOOK));
        return verdicts.values().stream().allMatch(Verdict.NOBODY::equals)
                ? Optional.of(
                        "nobody answers at %s; the herd was found by multicast: check --join"
                                .formatted(text(hosts)))
                : Optional.empty();
    }

    private static String text(List<HostPort> hosts) {
        return hosts.stream().map(HostPort::toString).collect(Collectors.joining(", "));
    }

    private GroupChannel link(Listener listener, Address self, MustFindAgent mustFindAgent)
            throws JoinException {
        var multicast = Multicast.of(settings, listener.address().getAddress());
        var discovery = new HerdDiscovery(hosts, multicast, false, _ -> false, threads);
        var stack = Stack.of(listener, discovery, Optional.of(mustFindAgent), Timing.USUAL);
        try {
            return new GroupChannel(stack, self, Optional.empty(), threads);
        } catch (Exception e) {
            listener.close();
            throw new JoinException(Reason.NO_AGENT, "could not join: " + e.getMessage(), e);
        }
    }

    private boolean connected(GroupChannel link) throws Exception {
        try {
            link.connect(settings.herd());
            return true;
        } catch (MustFindAgent.NoAgentException e) {
            return false;
        }
    }

    // The time limits start only here: on a busy machine just loading the classes takes a second.
    private void await(
            Future<Boolean> connecting, Optional<HerdTls> tls, MustFindAgent mustFindAgent)
            throws JoinException {
        var admission = Deadline.in(settings.admissionTimeout());
        var deadline = Deadline.in(settings.joinTimeout());
        if (isConnected(connecting, deadline.within(FIRST_LOOK))) {
            return;
        }
        var verdicts = probe(tls, deadline.within(LOOK));
        // If no agent of ours can be there, waiting longer is useless.
        var until =
                mustFindAgent.answered().isPresent() || verdicts.containsValue(Verdict.UNCLEAR)
                        ? admission
                        : deadline.within(Duration.ZERO);
        if (!isConnected(connecting, until)) {
            throw failure(verdicts, mustFindAgent.answered());
        }
    }

    private static boolean isConnected(Future<Boolean> connecting, Deadline until)
            throws JoinException {
        try {
            return connecting.get(until.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new JoinException(Reason.NO_AGENT, "could not join: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JoinException(Reason.NO_AGENT, "interrupted while joining", e);
        }
    }

    private Map<HostPort, Verdict> probe(Optional<HerdTls> tls, Deadline until) {
        var verdicts = new LinkedHashMap<HostPort, Verdict>();
        var looks = new LinkedHashMap<HostPort, FutureTask<Verdict>>();
        for (var host : hosts) {
            var look = new FutureTask<>(() -> KeyProbe.ask(host, tls));
            looks.put(host, look);
            threads.newThread(look).start();
        }
        looks.forEach((host, look) -> verdicts.put(host, verdict(look, until)));
        return verdicts;
    }

    private static Verdict verdict(Future<Verdict> look, Deadline until) {
        try {
            return look.get(until.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return Verdict.UNCLEAR;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Verdict.UNCLEAR;
        }
    }

    private JoinException failure(Map<HostPort, Verdict> verdicts, Optional<Address> answered) {
        for (var host : hosts) {
            if (verdicts.get(host) == Verdict.STRANGER) {
                return new JoinException(Reason.WRONG_KEY, wrongKey(host));
            }
        }
        for (var host : hosts) {
            if (verdicts.get(host) == Verdict.UNCLEAR) {
                return new JoinException(Reason.NO_AGENT, noAnswer(host.toString()));
            }
        }
        if (answered.isPresent()) {
            return new JoinException(Reason.NO_AGENT, noAnswer(HerdAddress.place(answered.get())));
        }
        return new JoinException(
                Reason.NO_AGENT,
                "no agent of the herd '%s' answers at %s: start one with 'herd agent', or name one with --join HOST"
                        .formatted(settings.herd(), text(hosts)));
    }

    private String noAnswer(String host) {
        return "%s listens but the herd '%s' let nobody join in %d ms: check --cluster, or try again in some seconds"
                .formatted(host, settings.herd(), settings.admissionTimeout().toMillis());
    }

    private String wrongKey(HostPort host) {
        return settings.key().isPresent()
                ? "%s listens but does not accept this key for the herd '%s': check --key and --cluster"
                        .formatted(host, settings.herd())
                : "%s wants a key: give the herd's with --key FILE".formatted(host);
    }
}
