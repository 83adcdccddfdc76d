// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.engine.change.FileChange.KeyChange;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.value.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares two states of a file by the file's own keys, or by lines if it has none. */
final class FileComparer {
    private final Opener opener;
    private final FileFormats formats;

    FileComparer(Opener opener, FileFormats formats) {
        this.opener = opener;
        this.formats = formats;
    }

    /**
     * The difference between two states that are not the same text.
     *
     * @param live empty if there is no such file
     * @param wanted empty if there should be none
     * @param hidden whether no observed value may be shown
     */
    FileChange compare(FieldPath file, Optional<String> live, Optional<Text> wanted, boolean hidden, Mask mask)
            throws Secrets.Missing, Unanswered {
        String name = DataFiles.name(file).orElse("");
        Optional<FileFormat> format = formats.ofFile(name);
        Optional<Map<String, Object>> before = keys(format, live.map(Text::of));
        Optional<Map<String, Object>> after = keys(format, wanted);
        boolean byKeys = before.isPresent()
                && after.isPresent()
                && !(before.get().isEmpty() && after.get().isEmpty());
        if (format.isPresent() && byKeys) {
            List<KeyChange> changes = changes(before.get(), after.get(), hidden, mask);
            Set<String> all = new LinkedHashSet<>(after.get().keySet());
            all.addAll(before.get().keySet());
            return new FileChange(file, format.get().name(), changes, all.size());
        }
        return LineComparer.compare(file, live, wanted, hidden, mask, opener);
    }

    /** Whether a wanted value is what was observed; a pending one never is. */
    static boolean same(Object before, Object after, Opener opener) throws Secrets.Missing, Unanswered {
        return Holes.in(after).isEmpty() && before.equals(opener.open(after));
    }

    private static Optional<Map<String, Object>> keys(Optional<FileFormat> format, Optional<Text> file) {
        if (file.isEmpty()) {
            return Optional.of(Map.of());
        }
        return format.flatMap(known -> FileKeys.of(file.get(), known));
    }

    private List<KeyChange> changes(Map<String, Object> before, Map<String, Object> after, boolean hidden, Mask mask)
            throws Secrets.Missing, Unanswered {
        List<KeyChange> changes = new ArrayList<>();
        Set<String> all = new LinkedHashSet<>(after.keySet());
        all.addAll(before.keySet());
        for (String key : all) {
            Optional<Object> was = Optional.ofNullable(before.get(key));
            Optional<Object> is = Optional.ofNullable(after.get(key));
            if (was.isEmpty() || is.isEmpty() || !same(was.get(), is.get(), opener)) {
                changes.add(new KeyChange(key, observed(key, was, is, hidden, mask), wanted(is)));
            }
        }
        return changes;
    }

    private static Side observed(String key, Optional<Object> was, Optional<Object> is, boolean hidden, Mask mask) {
        boolean secret = is.filter(value -> !Holes.secretsIn(value).isEmpty()).isPresent();
        return was.map(value -> mask.observed(value, hidden || secret || Confidential.key(key, value)))
                .orElse(Side.NONE);
    }

    private static Side wanted(Optional<Object> is) {
        return is.<Side>map(Side.Value::new).orElse(Side.NONE);
    }
}
