// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.insight;

import io.shakebook.engine.expression.Value;
import io.shakebook.engine.insight.Content.Fields;
import io.shakebook.engine.insight.Content.Named;
import io.shakebook.engine.planning.ParameterReader.Parameters;
import io.shakebook.engine.planning.ParameterReader.Read;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what parameters of playbooks resolve to, down to the values of the entries and clusters that they name. */
final class PlaybookComparison {
    private final Compared before;
    private final Compared after;
    private final Renames renames;

    PlaybookComparison(Compared before, Compared after, Renames renames) {
        this.before = before;
        this.after = after;
        this.renames = renames;
    }

    List<PlaybookDifference> differences() {
        Set<String> paths = new LinkedHashSet<>(after.playbooks().keySet());
        paths.addAll(before.playbooks().keySet());
        List<PlaybookDifference> differences = new ArrayList<>();
        for (String path : paths) {
            Optional<Parameters> was = Optional.ofNullable(before.playbooks().get(path));
            Optional<Parameters> is = Optional.ofNullable(after.playbooks().get(path));
            List<FieldDifference> fields = parameters(was, is);
            if (!fields.isEmpty()) {
                String name = is.or(() -> was).map(Parameters::playbook).orElse(path);
                differences.add(new PlaybookDifference(name, path, fields));
            }
        }
        return differences;
    }

    private List<FieldDifference> parameters(Optional<Parameters> was, Optional<Parameters> is) {
        Map<String, Content> old = resolved(was, before);
        Map<String, Content> now = resolved(is, after);
        Set<String> names = new LinkedHashSet<>(now.keySet());
        names.addAll(old.keySet());
        List<FieldDifference> fields = new ArrayList<>();
        names.forEach(name -> differences(name, old.get(name), now.get(name), fields));
        return fields;
    }

    /** Without those that nobody gives a value, or a wrong one. */
    private static Map<String, Content> resolved(Optional<Parameters> parameters, Compared side) {
        Contents contents = new Contents(side.inventory());
        Map<String, Content> resolved = new LinkedHashMap<>();
        parameters.stream()
                .flatMap(all -> all.all().stream())
                .filter(Read::usable)
                .filter(one -> !(one.value() instanceof Value.Unknown))
                .forEach(one -> resolved.put(one.name(), contents.value(one.name(), one.value())));
        return resolved;
    }

    /** A playbook sees names, so that a new name is another value; what a name leads to is compared as well. */
    private void differences(String path, @Nullable Content was, @Nullable Content is, List<FieldDifference> found) {
        if (was instanceof Named from && is instanceof Named to) {
            if (!from.equals(to)) {
                found.add(new FieldDifference(path, Optional.of(from), Optional.of(to)));
            }
            inside(path, before.thing(from), after.thing(to), found);
        } else if (was instanceof Fields from && is instanceof Fields to) {
            inside(path, from, to, found);
        } else {
            found.addAll(renames.sameness().differences(path, was, is));
        }
    }

    private void inside(String path, Fields was, Fields is, List<FieldDifference> found) {
        Map<String, Content> old = was.fields();
        Map<String, Content> now = is.fields();
        Set<String> keys = new LinkedHashSet<>(old.keySet());
        keys.addAll(now.keySet());
        keys.forEach(key -> differences(path + "." + key, old.get(key), now.get(key), found));
    }
}
