package io.herd.cli.render;

import io.herd.model.RawJson;
import java.util.List;

/**
 * One thing of a result, in every form it can be printed in.
 *
 * @param id what {@code -q} prints
 * @param cells what a table prints; empty where the view has no columns
 * @param json what {@code --json} prints
 */
public record Item(String id, List<Cell> cells, RawJson json) {

    public Item(String id, RawJson json) {
        this(id, List.of(), json);
    }
}
