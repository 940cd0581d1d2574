package io.herd.json;

import static org.quicktheories.generators.Generate.constant;
import static org.quicktheories.generators.Generate.oneOf;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.doubles;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.herd.Texts;
import java.util.List;
import org.quicktheories.core.Gen;

/** JSON for properties that must hold for any. */
public final class AnyJson {

    private static final int DEEPEST = 3;

    private static final Gen<JsonElement> LEAVES =
            oneOf(
                    constant(JsonNull.INSTANCE),
                    arbitrary().pick(true, false).map(JsonPrimitive::new),
                    longs().all().map(JsonPrimitive::new),
                    doubles().between(-1e9, 1e9).map(JsonPrimitive::new),
                    Texts.HOSTILE.map(JsonPrimitive::new));

    public static final Gen<JsonElement> VALUES = values(DEEPEST);
    static final Gen<JsonElement> OBJECTS = objects(DEEPEST);

    /** Any value, as its text. */
    public static final Gen<String> TEXTS = VALUES.map(JsonElement::toString);

    private AnyJson() {}

    private static Gen<JsonElement> values(int depth) {
        return depth == 0 ? LEAVES : oneOf(LEAVES, arrays(depth), objects(depth));
    }

    private static Gen<JsonElement> arrays(int depth) {
        return lists().of(values(depth - 1)).ofSizeBetween(0, 3).map(AnyJson::array);
    }

    private static Gen<JsonElement> objects(int depth) {
        return lists().of(Texts.HOSTILE)
                .ofSizeBetween(0, 3)
                .zip(lists().of(values(depth - 1)).ofSize(3), AnyJson::object);
    }

    private static JsonElement array(List<JsonElement> elements) {
        var array = new JsonArray();
        elements.forEach(array::add);
        return array;
    }

    private static JsonElement object(List<String> names, List<JsonElement> values) {
        var object = new JsonObject();
        for (int i = 0; i < names.size(); i++) {
            object.add(names.get(i), values.get(i));
        }
        return object;
    }
}
