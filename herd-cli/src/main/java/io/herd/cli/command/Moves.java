package io.herd.cli.command;

import io.herd.action.Answers;
import io.herd.action.Outcome.Done;
import io.herd.cli.render.Exit;
import io.herd.cli.render.Item;
import io.herd.cli.render.Report;
import io.herd.cli.render.View;
import io.herd.herd.Account;
import io.herd.json.AnswerJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reports on nodes that were put into the pool or out of it: those that were echo their names. */
final class Moves {

    private Moves() {}

    static Report report(Answers answers) {
        var items = new ArrayList<Item>();
        answers.byNode()
                .forEach((node, outcome) -> {
                    if (outcome instanceof Done) {
                        items.add(new Item(node.value(), AnswerJson.object(Map.of("Node", node))));
                    }
                });
        var account = Account.of(answers);
        var failed = items.isEmpty() ? Exit.FAILED : Exit.PARTIAL;
        return new Report(
                new View.Ids("results", items),
                account,
                List.of(),
                List.of(),
                account.complete() ? Exit.OK : failed);
    }
}
