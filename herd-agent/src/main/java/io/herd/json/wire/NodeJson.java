package io.herd.json.wire;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import io.herd.json.Fields;
import io.herd.json.JsonOf;
import io.herd.model.DaemonState;
import io.herd.model.NodeInfo;
import io.herd.model.NodeName;
import io.herd.model.Pool;
import java.util.Locale;

/**
 * Reads and writes {@link NodeInfo}s as JSON, both between agents and in {@code herd node ls
 * --json}.
 */
final class NodeJson {

    private NodeJson() {}

    static JsonObject write(NodeInfo node) {
        var json = new JsonObject();
        json.addProperty("Name", node.name().value());
        json.addProperty("Pool", word(node.pool()));
        json.add("Labels", JsonOf.object(node.labels()));
        json.addProperty("HerdVersion", node.herdVersion());
        json.add("Daemon", write(node.daemon()));
        return json;
    }

    static NodeInfo read(Fields json) {
        return new NodeInfo(
                new NodeName(json.text("Name")),
                pool(json.text("Pool")),
                json.texts("Labels"),
                json.text("HerdVersion"),
                daemon(json.object("Daemon")));
    }

    static String word(Pool pool) {
        return pool.name().toLowerCase(Locale.ROOT);
    }

    static Pool pool(String word) {
        for (var pool : Pool.values()) {
            if (word(pool).equals(word)) {
                return pool;
            }
        }
        throw new JsonParseException("unknown pool '%s'".formatted(word));
    }

    private static JsonObject write(DaemonState daemon) {
        var json = new JsonObject();
        switch (daemon) {
            case DaemonState.Down(String reason) -> json.addProperty("Error", reason);
            case DaemonState.Up up -> {
                json.addProperty("ServerVersion", up.version());
                json.addProperty("ApiVersion", up.apiVersion());
                json.addProperty("Containers", up.containers());
                json.addProperty("ContainersRunning", up.running());
                json.addProperty("Images", up.images());
                json.addProperty("NCPU", up.cpus());
                json.addProperty("MemTotal", up.memory());
            }
        }
        return json;
    }

    private static DaemonState daemon(Fields json) {
        var error = json.maybeText("Error");
        if (error.isPresent()) {
            return new DaemonState.Down(error.get());
        }
        return new DaemonState.Up(
                json.text("ServerVersion"),
                json.text("ApiVersion"),
                json.integer("Containers"),
                json.integer("ContainersRunning"),
                json.integer("Images"),
                json.integer("NCPU"),
                json.number("MemTotal"));
    }
}
