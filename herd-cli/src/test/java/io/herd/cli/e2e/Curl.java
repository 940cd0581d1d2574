package io.herd.cli.e2e;

import io.herd.json.Looked;
import java.util.ArrayList;
import java.util.List;

/** curl on the hosts of the lab, each of which asks its own agent. */
final class Curl {

    private final Lab lab;

    Curl(Lab lab) {
        this.lab = lab;
    }

    /** What came back. */
    record Answer(int status, String body) {

        Looked json() {
            return Looked.into(body);
        }
    }

    /** As DockerMod's page has it. */
    Answer post(String host, String json) {
        return answer(start(host, json));
    }

    Answer postWith(String host, String json, String... options) {
        var all = new ArrayList<>(List.of(options));
        all.addAll(List.of("-X", "POST", "--data", json, Lab.GATEWAY));
        return answer(run(host, all.toArray(String[]::new)));
    }

    Run start(String host, String json) {
        return run(host, "-X", "POST", "--data", json, Lab.GATEWAY);
    }

    Answer get(String host, String path, String... options) {
        var all = new ArrayList<>(List.of(options));
        all.add(Lab.GATEWAY + path);
        return answer(run(host, all.toArray(String[]::new)));
    }

    /** A request about one container. */
    static String on(String action, String id) {
        return "{\"action\": \"%s\", \"id\": \"%s\"}".formatted(action, id);
    }

    /** What a request that was started gave. */
    static Answer answer(Run run) {
        var out = run.await().succeeded().out();
        int end = out.lastIndexOf('\n');
        return new Answer(Integer.parseInt(out.substring(end + 1)), out.substring(0, end));
    }

    private Run run(String host, String... options) {
        var command =
                new ArrayList<>(List.of("curl", "-sS", "--max-time", "50", "-w", "\n%{http_code}"));
        command.addAll(List.of(options));
        return lab.startOn(host, command.toArray(String[]::new));
    }
}
