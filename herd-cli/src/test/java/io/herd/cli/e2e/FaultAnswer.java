package io.herd.cli.e2e;

import io.herd.cli.faults.History.Answer;
import io.herd.cli.faults.Work;
import io.herd.cli.faults.Work.Way;
import io.herd.json.Looked;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a client's command has told, read as its way gives it. */
final class FaultAnswer {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

    private FaultAnswer() {}

    static Answer of(Way way, Work.Kind kind, Run.Ended ran) {
        boolean named =
                switch (kind) {
                    case CREATE, CREATE_NAMED, LIST -> true;
                    case STOP, REMOVE, EXEC, LOGS, FOLLOW, EVENTS -> false;
                };
        return switch (way) {
            case GATEWAY_C -> byHttp(ran);
            case DOCKER_B -> text(ran, named);
            case JOINED, BESIDE_A, BESIDE_B ->
                    named && ran.out().startsWith("{") ? json(ran) : text(ran, named);
        };
    }

    private static Answer text(Run.Ended ran, boolean named) {
        var ids =
                named
                        ? ID.matcher(ran.out()).results().map(MatchResult::group).toList()
                        : List.<String>of();
        return new Answer(ran.exit(), List.of(), List.of(), List.of(), ids, both(ran));
    }

    private static Answer json(Run.Ended ran) {
        var json = Looked.into(ran.out());
        var ids =
                json.names().contains("containers")
                        ? json.each("containers").stream().map(it -> it.text("Id")).toList()
                        : List.<String>of();
        return new Answer(
                ran.exit(),
                texts(json, "nodes.asked"),
                texts(json, "nodes.answered"),
                json.each("nodes.failed").stream().map(it -> it.text("node")).toList(),
                ids,
                ran.exit() == 0 ? ran.err() : both(ran));
    }

    private static List<String> texts(Looked json, String path) {
        return json.each(path).stream().map(it -> it.json().getAsString()).toList();
    }

    /** One element for each node: its list, or its error. */
    private static Answer byHttp(Run.Ended ran) {
        var body = ran.out().lines().findFirst().orElse("");
        if (!body.startsWith("{\"containers\"")) {
            return new Answer(1, List.of(), List.of(), List.of(), List.of(), both(ran));
        }
        var answered = new ArrayList<String>();
        var failed = new ArrayList<String>();
        var ids = new ArrayList<String>();
        for (var node : Looked.into(body).each("containers")) {
            if (node.names().contains("error")) {
                failed.add(node.text("node"));
            } else {
                answered.add(node.text("dockerInstance"));
                node.each("Response.Body").forEach(it -> ids.add(it.text("Id")));
            }
        }
        var asked = Stream.concat(answered.stream(), failed.stream()).toList();
        return new Answer(failed.isEmpty() ? 0 : 3, asked, answered, failed, ids, "");
    }

    private static String both(Run.Ended ran) {
        return ran.out() + ran.err();
    }
}
