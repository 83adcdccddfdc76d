// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.source;

import io.shakebook.engine.source.YamlNode.Entry;
import io.shakebook.engine.source.YamlNode.Scalar;
import io.shakebook.spi.diagnostic.Position;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Builds the nodes of one file from parser events, and refuses what strict YAML does not have. */
final class YamlTree {
    /** Deeper nesting is no playbook, and would only end in a stack overflow somewhere. */
    private static final int DEEPEST = 50;

    private final SourceText source;
    private final Iterator<Event> events;
    private final Problems problems;
    private final YamlScalars scalars;
    private final Deque<Mark> open = new ArrayDeque<>();

    /** A mistake was reported after which reading on makes no sense. */
    static final class Stopped extends RuntimeException {
        Stopped() {
            super("reported", null, false, false);
        }
    }

    YamlTree(SourceText source, Iterator<Event> events, Problems problems) {
        this.source = source;
        this.events = events;
        this.problems = problems;
        this.scalars = new YamlScalars(source, problems);
    }

    /** Where the innermost list or map starts that was being read. */
    Optional<Mark> open() {
        return Optional.ofNullable(open.peek());
    }

    Optional<YamlNode> document() {
        events.next();
        Event start = events.next();
        if (start.is(Event.ID.StreamEnd)) {
            return empty();
        }
        YamlNode root = node(events.next(), 1, false);
        events.next();
        Event after = events.next();
        if (!after.is(Event.ID.StreamEnd)) {
            problems.error(
                    "several-documents",
                    "a file holds one document",
                    at(after.getStartMark(), 3),
                    "put the second document into a file of its own");
        }
        return root instanceof Scalar scalar && scalar.isNull() ? empty() : Optional.of(root);
    }

    private Optional<YamlNode> empty() {
        problems.error("empty-file", "the file is empty", source.at(0, 0, 1), "write something into it");
        return Optional.empty();
    }

    private YamlNode node(Event event, int depth, boolean inFlow) {
        if (depth > DEEPEST) {
            throw stop(
                    "nesting-too-deep",
                    "lists and maps are nested more than " + DEEPEST + " deep",
                    at(event.getStartMark(), 1),
                    "make the file flatter");
        }
        if (event instanceof AliasEvent alias) {
            problems.error(
                    "yaml-alias",
                    "aliases are not allowed",
                    at(alias.getStartMark(), alias.getAnchor().length() + 1),
                    "write the value out");
            return new YamlNode.Faulty(at(alias.getStartMark(), 1));
        }
        boolean refused = refused((NodeEvent) event);
        if (event instanceof ScalarEvent scalar) {
            YamlNode read = scalars.value(scalar, inFlow, refused);
            return refused ? new YamlNode.Faulty(read.at()) : read;
        }
        CollectionStartEvent start = (CollectionStartEvent) event;
        boolean flow = inFlow || start.isFlow();
        open.push(event.getStartMark());
        YamlNode node = event instanceof MappingStartEvent ? mapping(start, depth, flow) : sequence(start, depth, flow);
        open.pop();
        return node;
    }

    private boolean refused(NodeEvent event) {
        String tag = event instanceof ScalarEvent scalar ? scalar.getTag() : ((CollectionStartEvent) event).getTag();
        if (event.getAnchor() != null) {
            problems.error(
                    "yaml-anchor",
                    "anchors are not allowed",
                    at(event.getStartMark(), event.getAnchor().length() + 1),
                    "delete \"&" + event.getAnchor() + "\" and write the value where it is needed");
        } else if (tag != null) {
            problems.error(
                    "yaml-tag",
                    "tags are not allowed",
                    at(event.getStartMark(), 1),
                    "delete the tag; quote the value if it is a text");
        }
        return event.getAnchor() != null || tag != null;
    }

    private YamlNode sequence(CollectionStartEvent start, int depth, boolean flow) {
        List<YamlNode> items = new ArrayList<>();
        for (Event event = events.next(); !event.is(Event.ID.SequenceEnd); event = events.next()) {
            items.add(node(event, depth + 1, flow));
        }
        return new YamlNode.Sequence(at(start.getStartMark(), 1), items);
    }

    private YamlNode mapping(CollectionStartEvent start, int depth, boolean flow) {
        List<Entry> entries = new ArrayList<>();
        Map<String, Position> seen = new HashMap<>();
        for (Event event = events.next(); !event.is(Event.ID.MappingEnd); event = events.next()) {
            if (!(event instanceof ScalarEvent written)) {
                throw noKey(start, event);
            }
            refused(written);
            Scalar key = scalars.key(written);
            Event value = events.next();
            tabBetween(written.getEndMark(), value.getStartMark());
            YamlNode node = node(value, depth + 1, flow);
            Position first = seen.putIfAbsent(key.text(), key.at());
            if (key.text().equals("<<") && written.isPlain()) {
                problems.error("yaml-merge-key", "merge keys are not allowed", key.at(), "write the values out");
            } else if (first != null) {
                problems.error(
                        "duplicate-key",
                        "the key \"" + key.text() + "\" stands here twice",
                        key.at(),
                        "delete one; the first is in line " + first.line());
            } else {
                entries.add(new Entry(key, node));
            }
        }
        return new YamlNode.Mapping(at(start.getStartMark(), 1), entries);
    }

    private Stopped noKey(CollectionStartEvent start, Event event) {
        Mark mark = start.getStartMark();
        if (start.isFlow()
                && source.slice(mark.getLine(), mark.getColumn(), mark.getColumn() + 2)
                        .equals("{{")) {
            return stop("double-braces", "\"{{ }}\" is not an expression here", at(mark, 2), "write ${x} for {{ x }}");
        }
        return stop(
                "yaml-key",
                "a key must be a single word, not a list or a map",
                at(event.getStartMark(), 1),
                "write \"key: value\"");
    }

    private void tabBetween(Mark from, Mark to) {
        if (from.getLine() == to.getLine()) {
            int tab = source.slice(from.getLine(), from.getColumn(), to.getColumn())
                    .indexOf('\t');
            if (tab >= 0) {
                problems.error(
                        "tab",
                        "a tab stands between key and value",
                        source.at(from.getLine(), from.getColumn() + tab, 1),
                        "use a space");
            }
        }
    }

    private Stopped stop(String code, String summary, Position at, String remedy) {
        problems.error(code, summary, at, remedy);
        return new Stopped();
    }

    private Position at(Mark mark, int length) {
        return source.at(mark.getLine(), mark.getColumn(), length);
    }
}
