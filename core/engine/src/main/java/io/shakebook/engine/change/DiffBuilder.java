// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.value.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects what differs in one object. Fields that turn out to be equal are left out; observed secrets are masked. */
final class DiffBuilder {
    private final Opener opener;
    private final FileFormats formats;
    private final DataFiles data;
    private final Mask mask;
    private final List<FieldChange> fields = new ArrayList<>();
    private final List<FileChange> files = new ArrayList<>();

    /** @param object wanted or, if nothing is wanted, observed */
    DiffBuilder(Manifest object, Opener opener, FileFormats formats, Mask mask) {
        this.opener = opener;
        this.formats = formats;
        this.data = DataFiles.of(object);
        this.mask = mask;
    }

    Diff diff() {
        fields.sort(Comparator.comparing(FieldChange::path));
        files.sort(Comparator.comparing(FileChange::file));
        return new Diff(fields, files);
    }

    /** Compares one field; an empty side is a field that is not there, or that nobody wants. */
    void add(FieldPath path, Optional<Object> before, Optional<Object> after) throws Secrets.Missing, Unanswered {
        Optional<String> entry = DataFiles.name(path);
        if (entry.isPresent() && texts(before, after)) {
            addEntry(
                    entry.get(), path, before.map(value -> data.observed((String) value)), after.flatMap(data::wanted));
        } else if (before.filter(DiffBuilder::isMap).isPresent()
                && after.filter(DiffBuilder::isMap).isPresent()) {
            addMembers(path, (Map<?, ?>) before.get(), (Map<?, ?>) after.get());
        } else if (before.isEmpty() || after.isEmpty() || !same(path, before.get(), after.get())) {
            fields.add(new FieldChange(path, observed(path, before, after), wanted(after)));
        }
    }

    /** A map that is replaced as one value is shown by those of its members that differ. */
    private void addMembers(FieldPath path, Map<?, ?> before, Map<?, ?> after) throws Secrets.Missing, Unanswered {
        Set<Object> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (Object key : keys) {
            add(path.key((String) key), Optional.ofNullable(before.get(key)), Optional.ofNullable(after.get(key)));
        }
    }

    private static boolean isMap(Object value) {
        return value instanceof Map;
    }

    /** A field whose value the server chooses. */
    void addDecided(FieldPath path, Optional<Object> before, String bound) {
        fields.add(new FieldChange(path, observed(path, before, Optional.empty()), new Side.Decided(bound)));
    }

    private void addEntry(String name, FieldPath path, Optional<String> live, Optional<Text> wanted)
            throws Secrets.Missing, Unanswered {
        if (live.isPresent() && wanted.isPresent() && same(live.get(), wanted.get())) {
            return;
        }
        boolean hidden = data.encoded() || Confidential.entry(name);
        FileChange file = new FileChange(path, LineComparer.FORMAT, List.of(), 0);
        if (DataFiles.isFile(name, live, wanted, formats)) {
            file = new FileComparer(opener, formats).compare(path, live, wanted, hidden, mask);
        }
        boolean comesOrGoes = live.isEmpty() || wanted.isEmpty();
        if (file.keys().isEmpty() && (comesOrGoes || file.format().equals(LineComparer.FORMAT))) {
            fields.add(new FieldChange(
                    path,
                    observed(path, live.map(text -> text), wanted.map(text -> text)),
                    wanted(wanted.map(text -> Text.of(text.parts())))));
        } else {
            files.add(file);
        }
    }

    /** Both sides of an entry are texts, as far as they are there. */
    private static boolean texts(Optional<Object> before, Optional<Object> after) {
        return before.filter(value -> !(value instanceof String)).isEmpty()
                && after.filter(value -> !(value instanceof String || value instanceof Text))
                        .isEmpty();
    }

    private boolean same(FieldPath path, Object before, Object after) throws Secrets.Missing, Unanswered {
        return same(before, after) || Quantities.same(path, before, after);
    }

    private boolean same(Object before, Object after) throws Secrets.Missing, Unanswered {
        if (!Holes.in(after).isEmpty()) {
            return false;
        }
        return before.equals(after instanceof Text text ? opener.open(text) : opener.open(after));
    }

    private Side observed(FieldPath path, Optional<Object> before, Optional<Object> after) {
        boolean secret =
                after.filter(value -> !Holes.secretsIn(value).isEmpty()).isPresent();
        boolean hidden = data.encoded() && path.startsWith(DataFiles.DATA);
        return before.map(value -> mask.observed(value, secret || hidden || Confidential.field(path, value)))
                .orElse(Side.NONE);
    }

    private static Side wanted(Optional<Object> after) {
        return after.<Side>map(Side.Value::new).orElse(Side.NONE);
    }
}
