package io.herd.json.dockermod;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.herd.json.Fields;
import io.herd.json.dockermod.DockerModRequest.BodyForm;
import io.herd.json.dockermod.DockerModRequest.Create;
import io.herd.json.dockermod.DockerModRequest.Delete;
import io.herd.json.dockermod.DockerModRequest.Form;
import io.herd.json.dockermod.DockerModRequest.ImageForm;
import io.herd.json.dockermod.DockerModRequest.Inspect;
import io.herd.json.dockermod.DockerModRequest.ListContainers;
import io.herd.json.dockermod.DockerModRequest.ListImages;
import io.herd.json.dockermod.DockerModRequest.Register;
import io.herd.json.dockermod.DockerModRequest.Restart;
import io.herd.json.dockermod.DockerModRequest.Start;
import io.herd.json.dockermod.DockerModRequest.Stop;
import io.herd.json.dockermod.DockerModRequest.TemplateForm;
import io.herd.json.dockermod.DockerModRequest.Unregister;
import io.herd.json.text.MalformedJsonException;
import io.herd.json.text.StrictJson;
import io.herd.model.RawJson;
import java.util.List;
import java.util.Optional;

/** Parses DockerMod requests. Unknown fields are ignored, as DockerMod did. */
public final class DockerModJson {

    private static final List<String> ACTIONS =
            List.of(
                    "create-container",
                    "create-raw-container",
                    "start-container",
                    "stop-container",
                    "restart-container",
                    "delete-container",
                    "inspect-container",
                    "list-containers",
                    "list-images",
                    "register",
                    "unregister");
    private static final int MOST_INSTANCES = 10_000;

    private DockerModJson() {}

    /** The values that {@code action} can have. */
    public static List<String> actions() {
        return ACTIONS;
    }

    public static DockerModRequest read(String text)
            throws MalformedJsonException, BadRequestException {
        var document = StrictJson.object(text);
        try {
            return request(new Fields(JsonParser.parseString(document.text()).getAsJsonObject()));
        } catch (JsonParseException e) {
            throw new BadRequestException(String.valueOf(e.getMessage()));
        }
    }

    private static DockerModRequest request(Fields json) throws BadRequestException {
        var action = json.text("action");
        return switch (action) {
            case "create-container" -> new Create(form(json), instances(json));
            case "create-raw-container" -> new Create(body(json), instances(json));
            case "start-container" -> new Start(json.text("id"));
            case "stop-container" -> new Stop(json.text("id"));
            case "restart-container" -> new Restart(json.text("id"));
            case "delete-container" -> new Delete(json.text("id"));
            case "inspect-container" -> new Inspect(json.text("id"));
            case "list-containers" -> new ListContainers(json.flag("all"));
            case "list-images" -> new ListImages(json.flag("all"));
            case "register" -> new Register(json.text("hostname"));
            case "unregister" -> new Unregister(json.text("hostname"));
            default ->
                    throw new BadRequestException(
                            "unknown action '%s': there are %s"
                                    .formatted(action, String.join(", ", ACTIONS)));
        };
    }

    // DockerMod's order: if a request has several, the template counts first.
    private static Form form(Fields json) throws BadRequestException {
        var template = json.maybeText("template");
        if (template.isPresent()) {
            return new TemplateForm(template.get());
        }
        var image = json.maybeText("image");
        if (image.isPresent()) {
            return new ImageForm(image.get());
        }
        if (!json.json().has("body")) {
            throw new BadRequestException("one of 'template', 'image' and 'body' is needed");
        }
        return body(json);
    }

    private static BodyForm body(Fields json) {
        return new BodyForm(new RawJson(json.object("body").json().toString()));
    }

    private static Optional<Integer> instances(Fields json) {
        return json.maybeInteger("instances", 1, MOST_INSTANCES);
    }
}
