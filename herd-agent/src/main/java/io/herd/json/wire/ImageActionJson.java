package io.herd.json.wire;

import com.google.gson.JsonObject;
import io.herd.action.Action.ImageAction;
import io.herd.action.Action.ImageHistory;
import io.herd.action.Action.InspectImage;
import io.herd.action.Action.ListImages;
import io.herd.action.Action.PruneImages;
import io.herd.action.Action.PullImage;
import io.herd.action.Action.PushImage;
import io.herd.action.Action.RemoveImage;
import io.herd.action.Action.TagImage;
import io.herd.json.Fields;
import io.herd.json.JsonOf;
import io.herd.model.RegistryLogin;

/** Reads and writes actions on images. */
final class ImageActionJson {

    private ImageActionJson() {}

    /** Writes the components of an action into its object. */
    static void write(ImageAction action, JsonObject json) {
        switch (action) {
            case ListImages(boolean all, var filters) -> {
                json.addProperty("all", all);
                json.add("filters", JsonOf.lists(filters));
            }
            case InspectImage(String reference) -> json.addProperty("reference", reference);
            case PullImage(String reference, var login) -> {
                json.addProperty("reference", reference);
                login.ifPresent(l -> json.addProperty("login", l.header()));
            }
            case RemoveImage(String reference, boolean force) -> {
                json.addProperty("reference", reference);
                json.addProperty("force", force);
            }
            case TagImage(String reference, String repository, String tag) -> {
                json.addProperty("reference", reference);
                json.addProperty("repository", repository);
                json.addProperty("tag", tag);
            }
            case PushImage(String repository, String tag, var login) -> {
                json.addProperty("repository", repository);
                json.addProperty("tag", tag);
                login.ifPresent(l -> json.addProperty("login", l.header()));
            }
            case ImageHistory(String reference) -> json.addProperty("reference", reference);
            case PruneImages(boolean all, var filters) -> {
                json.addProperty("all", all);
                json.add("filters", JsonOf.lists(filters));
            }
        }
    }

    /**
     * Reads an action.
     *
     * @throws WireException if there is none of this name
     */
    static ImageAction read(String name, Fields json) throws WireException {
        return switch (name) {
            case "image.list" -> new ListImages(json.flag("all"), json.lists("filters"));
            case "image.inspect" -> new InspectImage(json.text("reference"));
            case "image.pull" ->
                    new PullImage(
                            json.text("reference"),
                            json.maybeText("login").map(RegistryLogin::new));
            case "image.remove" -> new RemoveImage(json.text("reference"), json.flag("force"));
            case "image.prune", "image.prune.some" ->
                    new PruneImages(json.flag("all"), json.lists("filters"));
            case "image.tag" ->
                    new TagImage(json.text("reference"), json.text("repository"), json.text("tag"));
            case "image.push" ->
                    new PushImage(
                            json.text("repository"),
                            json.text("tag"),
                            json.maybeText("login").map(RegistryLogin::new));
            case "image.history" -> new ImageHistory(json.text("reference"));
            default -> throw Unknown.asked("action", name);
        };
    }

    static String name(ImageAction action) {
        return switch (action) {
            case ListImages _ -> "image.list";
            case InspectImage _ -> "image.inspect";
            case PullImage _ -> "image.pull";
            case RemoveImage _ -> "image.remove";
            case PruneImages(_, var filters) -> ActionJson.prune("image", filters);
            case TagImage _ -> "image.tag";
            case PushImage _ -> "image.push";
            case ImageHistory _ -> "image.history";
        };
    }
}
