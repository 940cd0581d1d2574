package io.herd.json.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.herd.json.Fields;
import io.herd.json.JsonOf;
import io.herd.model.DaemonProfile;
import io.herd.model.Examination;
import io.herd.model.JoinPlace;
import io.herd.model.NodeName;
import io.herd.model.Reachability;
import java.time.temporal.ChronoUnit;

/**
 * Reads and writes {@link Examination}s as JSON, both between agents and in {@code herd doctor
 * --json}.
 */
final class ExaminationJson {

    private ExaminationJson() {}

    static JsonObject write(Examination seen) {
        var json = NodeJson.write(seen.node());
        json.addProperty("Address", seen.address());
        var profile = new JsonObject();
        profile.addProperty("OldestApi", seen.profile().oldestApi());
        profile.addProperty("NewestApi", seen.profile().newestApi());
        profile.add("BridgeSubnets", JsonOf.texts(seen.profile().bridgeSubnets()));
        json.add("Profile", profile);
        var reaches = new JsonArray();
        seen.reaches().forEach(reach -> reaches.add(write(reach)));
        json.add("Reaches", reaches);
        var places = new JsonArray();
        seen.places().forEach(place -> places.add(write(place)));
        json.add("JoinPlaces", places);
        return json;
    }

    static Examination read(Fields json) {
        var profile = json.object("Profile");
        return new Examination(
                NodeJson.read(json),
                json.text("Address"),
                new DaemonProfile(
                        profile.text("OldestApi"),
                        profile.text("NewestApi"),
                        profile.list("BridgeSubnets", JsonElement::getAsString)),
                json.list("Reaches", reach -> reach(new Fields(reach.getAsJsonObject()))),
                json.list("JoinPlaces", place -> place(new Fields(place.getAsJsonObject()))));
    }

    private static JsonObject write(Reachability reach) {
        var json = new JsonObject();
        json.addProperty("To", reach.to().value());
        json.addProperty("Address", reach.address());
        switch (reach.way()) {
            case Reachability.Way.Open(var roundTrip) ->
                    json.addProperty("RoundTripMicros", roundTrip.toNanos() / 1000);
            case Reachability.Way.Shut(var reason) -> json.addProperty("Error", reason);
        }
        return json;
    }

    private static Reachability reach(Fields json) {
        var error = json.maybeText("Error");
        return new Reachability(
                new NodeName(json.text("To")),
                json.text("Address"),
                error.isPresent()
                        ? new Reachability.Way.Shut(error.get())
                        : new Reachability.Way.Open(
                                json.time("RoundTripMicros", ChronoUnit.MICROS)));
    }

    private static JsonObject write(JoinPlace place) {
        var json = new JsonObject();
        json.addProperty("Address", place.address());
        json.addProperty("Found", place.found().name());
        return json;
    }

    private static JoinPlace place(Fields json) {
        return new JoinPlace(json.text("Address"), found(json.text("Found")));
    }

    private static JoinPlace.Found found(String name) {
        for (var found : JoinPlace.Found.values()) {
            if (found.name().equals(name)) {
                return found;
            }
        }
        // A finer distinction of a newer agent.
        return JoinPlace.Found.UNCLEAR;
    }
}
