// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.change.Author;
import io.shakebook.engine.change.FieldChange;
import io.shakebook.engine.change.FileChange;
import io.shakebook.engine.drift.ObjectDrift;
import io.shakebook.engine.drift.ObjectDrift.Problem;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.spi.kube.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The lines about one object: each field with who wrote it; said once if it is the same for all. */
final class DriftRows {
    private final ObjectDrift object;

    private DriftRows(ObjectDrift object) {
        this.object = object;
    }

    static List<Row> of(ObjectDrift object, Values values) {
        DriftRows rows = new DriftRows(object);
        return switch (object.problem()) {
            case MISSING -> List.of();
            case UNWANTED ->
                object.lastOther().map(AuthorWords::of).map(DriftRows::by).stream()
                        .toList();
            case HELD -> rows.owners();
            case DIFFERS -> rows.differences(values);
        };
    }

    private List<Row> owners() {
        return object.by().entrySet().stream()
                .map(field -> Row.plain(Escaped.of(field.getKey().toString()), AuthorWords.of(field.getValue())))
                .toList();
    }

    private List<Row> differences(Values values) {
        List<String> sources = Stream.concat(
                        object.diff().fields().stream().map(FieldChange::path),
                        object.diff().files().stream().map(FileChange::file))
                .map(this::source)
                .distinct()
                .toList();
        if (sources.size() > 1) {
            return DiffRows.of(object.diff(), values, true, path -> List.of(by(source(path))));
        }
        List<Row> rows = new ArrayList<>(DiffRows.of(object.diff(), values, true, none -> List.of()));
        sources.forEach(source -> rows.add(by(source)));
        return rows;
    }

    private String source(FieldPath path) {
        Map<FieldPath, StepAddress> follows = object.follows();
        if (follows.containsKey(path)) {
            return "follows from " + Escaped.of(String.valueOf(follows.get(path)));
        }
        Author author = object.by().get(path);
        if (author == null) {
            return "the object does not tell"
                    + object.lastOther()
                            .map(last -> "; it was last written to by " + AuthorWords.of(last))
                            .orElse("");
        }
        return author.ours()
                ? "as " + AuthorWords.of(author) + " left it; what the playbook says has changed since,"
                        + " or the cluster changed what was written"
                : AuthorWords.of(author);
    }

    private static Row by(String words) {
        return new Row(Tone.FAINT, "  by", words);
    }

    /** What stands before the object. */
    static StepBlock.Sign sign(Problem problem) {
        return switch (problem) {
            case MISSING -> StepBlock.Sign.MISSING;
            case UNWANTED -> StepBlock.Sign.UNWANTED;
            case DIFFERS -> StepBlock.Sign.UPDATE;
            case HELD -> StepBlock.Sign.HELD;
        };
    }
}
