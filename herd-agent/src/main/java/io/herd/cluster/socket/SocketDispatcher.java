package io.herd.cluster.socket;

import io.herd.action.Frame;
import io.herd.action.Outcome;
import io.herd.cluster.CallersCluster;
import io.herd.cluster.Cluster;
import io.herd.cluster.CommandHandler;
import io.herd.json.wire.Question;
import io.herd.json.wire.Wire;
import io.herd.json.wire.WireException;
import io.herd.model.Caller;
import io.herd.model.Deadline;
import io.herd.model.NodeName;
import io.herd.stream.Opening;
import io.herd.stream.Session;
import io.herd.stream.StreamHandler;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/**
 * Answers the questions of commands on the agent's own host, for {@link SocketServer}.
 *
 * @param own the node whose agent this is, if it is one
 */
record SocketDispatcher(String herd, Optional<Own> own, Cluster cluster, CommandHandler commands) {

    /** A node, and what serves its streams; those of others are opened through the cluster. */
    record Own(NodeName name, StreamHandler streams) {}

    private static final System.Logger LOG = System.getLogger("io.herd.cluster.socket");
    // A command sends its question as soon as it is connected.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /**
     * Answers one question; if it opens a stream, serves or relays it to its end.
     *
     * @param caller who has connected
     * @param heard called once the question has arrived
     */
    void answer(Session session, Caller caller, Runnable heard) {
        try {
            var asked = session.receive(Deadline.in(PATIENCE));
            heard.run();
            if (asked instanceof Frame.Document(var document)) {
                answer(Wire.question(document), new CallersCluster(caller, cluster), session);
            }
        } catch (WireException e) {
            refuse(session, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the asker is gone", e);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "could not answer at the socket", e);
            session.fail(e);
        }
    }

    private void answer(Question question, CallersCluster asked, Session session)
            throws IOException {
        switch (question) {
            case Question.Members _ -> session.send(new Frame.Document(Wire.members(members())));
            case Question.Ask ask -> ask(ask, asked, session);
            case Question.Greet _ ->
                    session.send(new Frame.Failed(new Outcome.Refused("ways lead to members")));
            case Question.Run(var line) -> commands.run(line, herd, asked, session);
            case Question.Open(var node, var what, var timeout) -> {
                var deadline = Deadline.in(timeout);
                var here = own.filter(it -> it.name().equals(node));
                if (here.isPresent()) {
                    here.get().streams().serve(asked.his(what), deadline, session);
                } else {
                    relay(asked.open(node, what, deadline), session);
                }
            }
        }
    }

    private Wire.Members members() {
        var roster = cluster.roster();
        return new Wire.Members(herd, roster.addresses(), roster.gone());
    }

    private static void ask(Question.Ask ask, Cluster asked, Session session) throws IOException {
        var answers = asked.gather(ask.nodes(), ask.action(), Deadline.in(ask.timeout()));
        session.send(new Frame.Document(Wire.answers(answers)));
    }

    private static void relay(Opening opening, Session here) throws IOException {
        switch (opening) {
            case Opening.Not(var why) -> here.send(new Frame.Failed(why));
            case Opening.Open(var there) -> {
                here.send(new Frame.Begun());
                Thread.ofVirtual().name("herd-socket-relay").start(() -> pass(there, here));
                pass(here, there);
            }
        }
    }

    private static void pass(Session from, Session to) {
        try {
            while (true) {
                to.send(from.receive());
            }
        } catch (IOException e) {
            LOG.log(Level.TRACE, "a relayed stream has ended", e);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "a relayed stream broke", e);
            to.fail(e);
        } finally {
            from.close();
            to.close();
        }
    }

    static void refuse(Session session, String why) {
        try {
            session.send(new Frame.Failed(new Outcome.Refused(why)));
        } catch (IOException gone) {
            LOG.log(Level.DEBUG, "the asker is gone", gone);
        }
    }
}
