// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.engine.change.Conflict.Owner;
import io.shakebook.engine.source.Json;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.value.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says of fields that other field managers own what they hold, what is wanted, who has set them and when, for people. */
public final class Claims {
    private static final int LONGEST = 80;
    private static final String MASKED = "a masked value";

    private final Optional<Manifest> live;
    private final Optional<Manifest> wanted;

    /**
     * @param live the object as it is
     * @param wanted what is sent, with its secrets closed
     */
    public Claims(Optional<Manifest> live, Optional<Manifest> wanted) {
        this.live = live;
        this.wanted = wanted;
    }

    /** A sentence for each field, by the field. */
    public Map<String, String> sentences(List<Owner> owners) {
        Map<String, String> sentences = new LinkedHashMap<>();
        for (Owner owner : owners) {
            String others = sentences.getOrDefault(owner.field().toString(), "");
            sentences.put(
                    owner.field().toString(),
                    others.isEmpty() ? sentence(owner) : others + "; also by \"" + owner.manager() + "\"");
        }
        return sentences;
    }

    /** The line of a step that takes these fields, as it stands in a playbook. */
    public static String takeLine(List<Owner> owners) {
        return owners.stream()
                .map(owner -> owner.field().toString())
                .distinct()
                .map(Claims::yaml)
                .collect(Collectors.joining(", ", "take: [", "]"));
    }

    private String sentence(Owner owner) {
        String since = live.flatMap(object -> Ownership.of(object).lastChange(owner.field(), owner.manager()))
                .map(time -> " at " + time)
                .orElse("");
        return "is " + theirs(owner.field()) + ", set by \"" + owner.manager() + "\"" + since + "; this step wants "
                + ours(owner.field());
    }

    private String theirs(FieldPath field) {
        Optional<Object> value = live.flatMap(object -> object.at(field));
        return value.map(found -> hidden(field, found) ? MASKED : shown(found)).orElse("not there");
    }

    private String ours(FieldPath field) {
        Optional<Object> value = wanted.flatMap(object -> object.at(field));
        if (value.isEmpty()) {
            return "none";
        }
        if (!Holes.secretsIn(value.get()).isEmpty()) {
            return "a secret";
        }
        if (!Holes.in(value.get()).isEmpty()) {
            return "what an earlier step gives";
        }
        return confidential(field, value.get()) ? MASKED : shown(value.get());
    }

    /** Where anything that is wanted is a secret, it may stand anywhere in what is there. */
    private boolean hidden(FieldPath field, Object value) {
        boolean secrets =
                wanted.filter(body -> !Holes.secretsIn(body.tree()).isEmpty()).isPresent();
        boolean plain = value instanceof Number || value instanceof Boolean;
        return confidential(field, value) || (secrets && !plain);
    }

    private boolean confidential(FieldPath field, Object value) {
        boolean encoded = live.or(() -> wanted)
                .filter(object -> DataFiles.of(object).encoded())
                .isPresent();
        Optional<String> entry = DataFiles.name(field);
        return (encoded && (field.startsWith(DataFiles.DATA) || DataFiles.DATA.startsWith(field)))
                || entry.filter(Confidential::entry).isPresent()
                || Confidential.field(field, value);
    }

    private static String shown(Object value) {
        if (value instanceof Text) {
            return MASKED;
        }
        if (value instanceof String text && text.contains("\n")) {
            return "a text of " + text.lines().count() + " lines";
        }
        String line = Json.line(value);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    private static String yaml(String field) {
        return field.matches("[A-Za-z0-9_./-]+") ? field : "'" + field.replace("'", "''") + "'";
    }
}
