// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.cli.report.StepBlock.ChangeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows of one step that do the same to alike objects: the first in full, of the others only what differs. */
record BlockGroup(List<StepBlock> members) {
    BlockGroup {
        members = List.copyOf(members);
    }

    /** Neighbours that are alike, together. */
    static List<BlockGroup> of(List<StepBlock> blocks) {
        List<List<StepBlock>> groups = new ArrayList<>();
        for (StepBlock block : blocks) {
            if (groups.isEmpty() || !alike(groups.get(groups.size() - 1).get(0), block)) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(block);
        }
        return groups.stream().map(BlockGroup::new).toList();
    }

    StepBlock first() {
        return members.get(0);
    }

    /** {@code [1], [2]}: the keys of all members but the first, or of all of them. */
    String keys(int skip) {
        return members.stream()
                .skip(skip)
                .map(member -> "[" + Escaped.of(member.address().key()) + "]")
                .collect(Collectors.joining(", "));
    }

    /** Names of the objects of the members but the first, for one of their changes. */
    String otherNames(int change) {
        return CompactList.of(members.stream()
                .skip(1)
                .map(member -> member.changes().get(change).name())
                .toList());
    }

    /** What differs between the members, with the values of all but the first. */
    List<Row> otherRows(int change) {
        List<Row> rows = first().changes().get(change).rows();
        return IntStream.range(0, rows.size())
                .filter(at -> words(change, at).distinct().count() > 1)
                .mapToObj(at -> rows.get(at)
                        .with(CompactList.of(words(change, at).skip(1).toList())))
                .toList();
    }

    private Stream<String> words(int change, int row) {
        return members.stream()
                .map(member -> member.changes().get(change).rows().get(row).words());
    }

    private static boolean alike(StepBlock one, StepBlock other) {
        return one.address().step().equals(other.address().step())
                && !one.address().key().isEmpty()
                && one.sign() == other.sign()
                && one.cluster().equals(other.cluster())
                && one.state().equals(other.state())
                && shape(one).equals(shape(other));
    }

    private static List<Object> shape(StepBlock block) {
        return block.changes().stream().map(BlockGroup::shape).toList();
    }

    private static Object shape(ChangeBlock change) {
        List<String> labels = change.rows().stream()
                .map(row -> row.tone() + row.alone().label())
                .toList();
        return List.of(change.sign(), change.kind(), labels);
    }
}
