// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.binding;

import io.shakebook.engine.source.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fields of a map that its record does not have.
 *
 * @param unknown as given
 * @param known all names of the record
 * @param left names of the record that are not given
 */
record UnknownFields(List<Arg.Field> unknown, List<String> known, List<String> left) {

    static UnknownFields of(RecordShape shape, Arg.Fields given) {
        List<String> known =
                shape.components().stream().map(RecordShape.Component::name).toList();
        List<String> left = new ArrayList<>(known);
        given.fields().forEach(field -> left.remove(field.name()));
        List<Arg.Field> unknown = given.fields().stream()
                .filter(field -> !known.contains(field.name()))
                .toList();
        return new UnknownFields(unknown, known, left);
    }

    boolean any() {
        return !unknown.isEmpty();
    }

    /** The names that were probably meant; they are not missed in addition. */
    List<String> meant() {
        return unknown.stream()
                .flatMap(field -> Nearest.to(field.name(), left).stream())
                .toList();
    }

    void report(String owner, String word, BindingContext context) {
        String article = "aeiou".indexOf(word.charAt(0)) >= 0 ? "an " : "a ";
        for (Arg.Field field : unknown) {
            Optional<String> near = Nearest.to(field.name(), left);
            context.failed(
                    "unknown-" + word,
                    "\"" + field.name() + "\" is not " + article + word + " of " + owner,
                    field.keyAt(),
                    Nearest.remedy(field.name(), word + "s", near.isPresent() ? left : known));
        }
    }
}
