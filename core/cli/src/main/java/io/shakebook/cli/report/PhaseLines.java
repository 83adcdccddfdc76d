// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.cli.report.StepBlock.ChangeBlock;
import java.util.ArrayList;
import java.util.List;

/** The steps of a phase on a page; steps that do the same are shown once in full, then by what differs. */
final class PhaseLines {
    private static final int COLUMN = 28;
    private static final int WIDEST_LABEL = 32;
    private static final int LONG_PARENT = 12;
    private static final String INDENT = "      ";
    private final Page page;

    PhaseLines(Page page) {
        this.page = page;
    }

    void add(BlockGroup group) {
        StepBlock first = group.first();
        String name = Escaped.of(first.address().step());
        if (first.changes().isEmpty()) {
            String keys = first.address().key().isEmpty() ? "" : group.keys(0);
            page.entry(first.sign().tone, sign(first.sign()) + name + keys, COLUMN, first.state(), first.cluster());
            return;
        }
        boolean alone = group.members().size() == 1;
        for (int at = 0; at < first.changes().size(); at++) {
            ChangeBlock change = first.changes().get(at);
            String label =
                    sign(change.sign()) + (at == 0 ? Escaped.of(first.address().local()) : "");
            page.entry(change.sign().tone, label, COLUMN, change.title(), at == 0 ? first.cluster() : "");
            rows(change.rows());
        }
        if (!alone) {
            others(group, name);
        }
    }

    private void others(BlockGroup group, String name) {
        StepBlock first = group.first();
        for (int at = 0; at < first.changes().size(); at++) {
            ChangeBlock change = first.changes().get(at);
            String label = sign(change.sign()) + (at == 0 ? name + group.keys(1) : "");
            String words = (at == 0 ? "as above, with " : "") + change.kind() + " " + group.otherNames(at);
            page.entry(change.sign().tone, label, COLUMN, words, at == 0 ? first.cluster() : "");
            rows(group.otherRows(at));
        }
    }

    private void rows(List<Row> rows) {
        List<Row> lines = nested(joined(rows));
        int widest = lines.stream()
                .mapToInt(row -> row.label().length())
                .filter(length -> length <= WIDEST_LABEL)
                .max()
                .orElse(0);
        int column = Math.max(COLUMN + 2, INDENT.length() + widest + 2);
        lines.forEach(row -> page.entry(row.tone(), INDENT + row.label(), column, row.words(), ""));
    }

    private static List<Row> joined(List<Row> rows) {
        List<Row> lines = new ArrayList<>();
        for (int at = 0; at < rows.size(); ) {
            int end = at + 1;
            while (end < rows.size() && rows.get(end - 1).joins(rows.get(end))) {
                end++;
            }
            lines.add(rows.get(at).joins() ? Row.joined(rows.subList(at, end)) : rows.get(at));
            at = end;
        }
        return lines;
    }

    /** Neighbours with a long common parent stand below it; everybody else has the whole name. */
    private static List<Row> nested(List<Row> rows) {
        List<Row> lines = new ArrayList<>();
        for (int at = 0; at < rows.size(); at++) {
            Row row = rows.get(at);
            boolean asBefore = at > 0 && sharesParent(rows.get(at - 1), row);
            boolean asAfter = at + 1 < rows.size() && sharesParent(row, rows.get(at + 1));
            if (asAfter && !asBefore) {
                lines.add(Row.plain(row.parent(), ""));
            }
            lines.add(asBefore || asAfter ? row.below() : row.alone());
        }
        return lines;
    }

    private static boolean sharesParent(Row one, Row other) {
        return one.parent().length() >= LONG_PARENT && one.parent().equals(other.parent());
    }

    private static String sign(StepBlock.Sign sign) {
        return "  " + sign.sign + " ";
    }
}
