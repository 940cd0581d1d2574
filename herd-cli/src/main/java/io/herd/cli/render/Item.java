package io.herd.cli.render;

import io.herd.model.RawJson;
import java.util.List;

/**
 * One thing in a result, in every form in which it can be printed.
 *
 * @param id printed by {@code -q}
 * @param cells of its line in a table; empty if the view has no columns
 * @param json printed by {@code --json}
 */
public record Item(String id, List<Cell> cells, RawJson json) {

    public Item(String id, RawJson json) {
        this(id, List.of(), json);
    }
}
