// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.api;

import io.shakebook.engine.source.JsonReader;
import io.shakebook.kubernetes.http.Answer;
import io.shakebook.kubernetes.http.Unreached;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the JSON of answers. Whole numbers stay Long and floats BigDecimal, as in a manifest. */
final class Bodies {

    private Bodies() {}

    /** @throws Unreached if the answer is no JSON object: an HTML page of a proxy, or a body that was cut */
    static Manifest object(Answer answer) throws Unreached {
        return tryObject(answer)
                .orElseThrow(() -> new Unreached(
                        "answer " + answer.code() + " with something that is not the JSON of an object: "
                                + "is this an API server, and is nothing in between?",
                        false));
    }

    /** @throws Unreached if the answer is not the object that was asked for, or its parts are not what they must be */
    static Manifest object(Answer answer, ObjectRef ref) throws Unreached {
        Manifest object = object(answer);
        String wrong = Shape.wrong(object, ref.kind());
        if (saysNo(object)) {
            wrong = "it is a failure, " + object.text("message");
        } else if (wrong.isEmpty() && !object.ref().equals(ref)) {
            wrong = "it is " + object.ref().shown();
        }
        if (!wrong.isEmpty()) {
            throw strange(ref.shown(), wrong);
        }
        return object;
    }

    /** Whether it is a Status that tells of a failure, whatever the code of the answer says. */
    static boolean saysNo(Manifest object) {
        return object.text("kind").equals("Status")
                && object.at(FieldPath.of("status")).filter("Failure"::equals).isPresent();
    }

    static Unreached strange(String asked, String wrong) {
        return new Unreached(
                "the answer is not the " + asked + " that was asked for: " + wrong + "; is this an API server?", false);
    }

    static Optional<Manifest> tryObject(Answer answer) {
        try {
            return JsonReader.read(answer.body()) instanceof Map<?, ?> map
                    ? Optional.of(new Manifest(strings(map)))
                    : Optional.empty();
        } catch (JsonReader.Broken | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** The object of one item of a list. */
    static Map<String, Object> strings(Map<?, ?> map) {
        Map<String, Object> strings = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (value != null) {
                strings.put(String.valueOf(key), value);
            }
        });
        return strings;
    }
}
