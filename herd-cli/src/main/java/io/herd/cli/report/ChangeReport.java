package io.herd.cli.report;

import io.herd.cli.render.Item;
import io.herd.cli.render.Report;
import io.herd.cli.render.View;
import io.herd.herd.ContainerResult;
import io.herd.json.docker.ContainerJson;
import io.herd.json.docker.DockerJson;
import io.herd.json.docker.ResourceJson;
import io.herd.json.wire.AnswerJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reports on what has changed in a container, and on the image that was made of it. */
public final class ChangeReport {

    private ChangeReport() {}

    /** Prints a line for each path: A if it was added, C if changed, D if deleted. */
    public static Report changes(ContainerResult result) {
        var lines = new ArrayList<String>();
        var items = new ArrayList<Item>();
        var read =
                ContainerReport.read(
                        result,
                        (location, body) -> {
                            for (var line : ContainerJson.changes(body)) {
                                lines.add(line);
                                Map<String, Object> json = new LinkedHashMap<>();
                                json.put("Path", line.substring(2));
                                json.put("Kind", line.substring(0, 1));
                                json.put("Node", location.node());
                                items.add(new Item(line, AnswerJson.object(json)));
                            }
                        });
        return ContainerReport.report(List.of(read)).with(new View.Lines("changes", lines, items));
    }

    /** Prints the id of the image. */
    public static Report committed(ContainerResult result) {
        var items = new ArrayList<Item>();
        var read =
                ContainerReport.read(
                        result,
                        (location, body) -> {
                            var id = DockerJson.id(body);
                            items.add(new Item(id, ResourceJson.described(location.node(), body)));
                        });
        return ContainerReport.report(List.of(read)).with(new View.Ids("images", items));
    }
}
