// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.insight.Content.Named;
import io.shakebook.engine.insight.FieldDifference;
import io.shakebook.engine.insight.GroupDifference;
import io.shakebook.engine.insight.InventoryDifference;
import io.shakebook.engine.insight.Listing;
import io.shakebook.engine.insight.PlaybookDifference;
import io.shakebook.engine.insight.ThingDifference;
import io.shakebook.engine.insight.ThingDifference.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What changes for whom between two inventories. */
public final class DifferenceReport {
    private static final int COLUMN = 30;
    private final Page page;
    private final InventoryDifference difference;

    public DifferenceReport(Screen screen, InventoryDifference difference) {
        this.page = new Page(screen);
        this.difference = difference;
    }

    public String text() {
        page.line(
                Tone.STRONG, Escaped.of("Inventory  " + side(difference.before()) + " -> " + side(difference.after())));
        difference
                .name()
                .ifPresent(name -> page.paragraph(
                        Tone.CHANGE,
                        "~ its name  ",
                        words(name) + ". Embedded clusters and their state belong to the name."));
        if (!difference.things().isEmpty()) {
            page.blank();
            difference.things().forEach(this::thing);
        }
        if (!difference.groups().isEmpty()) {
            page.blank();
            difference.groups().forEach(this::group);
        }
        if (!difference.parameters().isEmpty()) {
            page.blank().line(Tone.STRONG, "parameters");
            difference.parameters().forEach(this::field);
        }
        difference.playbooks().forEach(this::playbook);
        return page.blank().line(total()).toString();
    }

    private static String side(InventoryDifference.Side side) {
        return side.name() + " (" + side.revision() + ")";
    }

    private void thing(ThingDifference thing) {
        String title = sign(thing.kind()) + " " + title(thing.thing());
        String note = thing.formerly().map(name -> "was " + name).orElse("");
        if (thing.kind() == Kind.AFFECTED) {
            note = "through "
                    + thing.through().stream().map(DifferenceReport::title).collect(Collectors.joining(", "));
        }
        page.entry(tone(thing.kind()), Escaped.of(title), COLUMN, Escaped.of(note), "");
        thing.fields().forEach(this::field);
    }

    private void group(GroupDifference group) {
        List<String> notes = new ArrayList<>();
        group.formerly().ifPresent(name -> notes.add("was " + name));
        if (!group.joined().isEmpty()) {
            notes.add("+ " + String.join(", ", group.joined()));
        }
        if (!group.left().isEmpty()) {
            notes.add("- " + String.join(", ", group.left()));
        }
        if (group.reordered()) {
            notes.add("another order");
        }
        String title = sign(group.kind()) + " group " + group.name();
        page.entry(tone(group.kind()), Escaped.of(title), COLUMN, Escaped.of(String.join("; ", notes)), "");
    }

    private void playbook(PlaybookDifference playbook) {
        page.blank().line(Tone.STRONG, Escaped.of("playbook " + playbook.name() + "  (" + playbook.path() + ")"));
        playbook.fields().forEach(this::field);
    }

    private void field(FieldDifference field) {
        page.entry(Tone.PLAIN, Escaped.of("    " + field.path()), COLUMN, words(field), "");
    }

    private static String words(FieldDifference field) {
        String before = field.before().map(ContentWords::of).orElse("(none)");
        String after = field.after().map(ContentWords::of).orElse("(none)");
        return before.equals(after) ? after + ", another value" : before + " -> " + after;
    }

    private static String title(Named thing) {
        return (thing.section().equals(Listing.CLUSTERS) ? "cluster" : thing.section()) + " " + thing.name();
    }

    private static String sign(Kind kind) {
        return switch (kind) {
            case ADDED -> "+";
            case REMOVED -> "-";
            case RENAMED -> ">";
            case CHANGED -> "~";
            case AFFECTED -> " ";
        };
    }

    private static Tone tone(Kind kind) {
        return kind == Kind.REMOVED ? Tone.DANGER : kind == Kind.AFFECTED ? Tone.PLAIN : Tone.CHANGE;
    }

    private String total() {
        if (difference.none()) {
            return "No difference for anyone. Comments, order, summary and the files that it is divided into do not count.";
        }
        List<String> counts = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            long count = difference.things().stream()
                            .filter(one -> one.kind() == kind)
                            .count()
                    + difference.groups().stream()
                            .filter(one -> one.kind() == kind)
                            .count();
            if (count > 0) {
                counts.add(count + " " + ContentWords.word(kind));
            }
        }
        if (!difference.parameters().isEmpty()) {
            counts.add(Counted.of(difference.parameters().size(), "parameter") + " changed");
        }
        if (!difference.playbooks().isEmpty()) {
            counts.add(Counted.of(difference.playbooks().size(), "playbook") + " resolved differently");
        }
        return String.join(", ", counts.isEmpty() ? List.of("another name") : counts) + ".";
    }
}
