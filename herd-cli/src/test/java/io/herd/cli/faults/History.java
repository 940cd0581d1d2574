package io.herd.cli.faults;

import io.herd.cli.faults.Work.Way;
import java.util.List;
import java.util.Map;

/**
 * What was seen in one run. All times in ms since its beginning.
 *
 * @param faults as they really came and went
 * @param calls in the order of their end
 * @param repeated creations that were not complete, asked for again with the same request id after
 *     everything was mended
 * @param there what each host's daemon had at the very end
 * @param healing how the herd found together again
 * @param agents by host
 */
public record History(
        long seed,
        List<Fault> faults,
        List<Call> calls,
        List<Call> repeated,
        Map<String, List<There>> there,
        Healing healing,
        Map<String, AgentState> agents) {

    /**
     * One command of a client.
     *
     * @param limit ms after which it must have ended
     * @param wanted number of containers to create; 0 if it is no creation
     * @param request the creation's request id, or empty
     * @param name the one name asked for, or empty
     * @param target id of the container it is done to, or empty
     */
    public record Call(
            Way way,
            Work.Kind kind,
            List<String> command,
            long begun,
            long ended,
            long limit,
            int wanted,
            String request,
            String name,
            String target,
            Answer answer) {}

    /**
     * What a command told.
     *
     * @param exit its exit code; 0 if everything was done, 3 if a part of the herd is missing
     * @param asked names of nodes, from its JSON; likewise {@code answered} and {@code failed}
     * @param containers full ids of what it told of
     * @param text stdout and stderr
     */
    public record Answer(
            int exit,
            List<String> asked,
            List<String> answered,
            List<String> failed,
            List<String> containers,
            String text) {}

    /** A container, as its daemon tells. Without a label, that is empty. */
    public record There(String id, String name, String request, String instance) {}

    /**
     * The herd after everything was mended.
     *
     * @param took ms until all agents saw all
     * @param views the nodes that each host's agent saw at the end
     */
    public record Healing(long took, Map<String, List<String>> views) {}

    /**
     * An agent before and after the run.
     *
     * @param pids its process ids; the second is expected to differ only if it was killed or
     *     stopped
     * @param restarted whether the schedule did that
     * @param descriptors open ones, before and after
     * @param threads of the JVM, before and after
     */
    public record AgentState(
            List<Long> pids, boolean restarted, List<Integer> descriptors, List<Integer> threads) {}
}
