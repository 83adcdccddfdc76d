// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.registry;

import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.kind.Kind;
import io.shakebook.embedded.registry.WriteOptions.Validation;
import io.shakebook.embedded.rules.Violations.Cause;
import io.shakebook.embedded.schema.Declared;
import io.shakebook.embedded.schema.Declared.Fault;
import io.shakebook.embedded.schema.Declared.Finding;
import io.shakebook.embedded.schema.FieldType;
import io.shakebook.embedded.schema.Schema;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** Checks sent trees against the declared fields, as the real server's decoding does. */
final class Decoder {
    private final Schema schema;

    Decoder(Schema schema) {
        this.schema = schema;
    }

    FieldType type(Kind kind) {
        return schema.of(kind);
    }

    /** A tree with declared fields only; undeclared ones were dropped, warned of or refused, as asked. */
    record Decoded(ObjectNode object, List<String> warnings) {}

    /** A whole object from a POST or PUT. */
    Decoded whole(Kind kind, ObjectNode sent, Validation validation) {
        checkIdentity(kind, sent);
        List<Finding> findings = Declared.check(sent, type(kind));
        refuseWrongTypes(kind, findings);
        List<String> unknown = unknown(findings);
        if (validation == Validation.STRICT && !unknown.isEmpty()) {
            throw ApiFailure.badRequest(kind.name() + " in version \"" + kind.version() + "\" cannot be handled as a "
                    + kind.name() + ": strict decoding error: " + String.join(", ", unknown));
        }
        return new Decoded(
                Declared.declaredOnly(sent, type(kind)), validation == Validation.WARN ? unknown : List.of());
    }

    /** The result of a patch: what is wrong with it is wrong with the patch. */
    Decoded patched(Kind kind, ObjectNode result, Validation validation) {
        List<Finding> findings = Declared.check(result, type(kind));
        findings.stream()
                .filter(finding -> finding.fault() == Fault.WRONG_TYPE)
                .findFirst()
                .ifPresent(finding -> refusePatch("json: cannot unmarshal " + finding.path() + ": " + finding.text()));
        List<String> unknown = unknown(findings);
        if (validation == Validation.STRICT && !unknown.isEmpty()) {
            refusePatch("strict decoding error: " + String.join(", ", unknown));
        }
        return new Decoded(
                Declared.declaredOnly(result, type(kind)), validation == Validation.WARN ? unknown : List.of());
    }

    private static void refusePatch(String why) {
        throw ApiFailure.invalidPatch(new Cause("FieldValueInvalid", "patch", "Invalid value: " + why));
    }

    /** The body of a server-side apply: every finding is an error 500, as on a real server. */
    ObjectNode applied(Kind kind, ObjectNode sent) {
        checkIdentity(kind, sent);
        if (!Json.at(sent, "metadata", "managedFields").isEmpty()) {
            throw ApiFailure.badRequest("metadata.managedFields must be nil");
        }
        List<Finding> findings = Declared.check(sent, type(kind));
        if (!findings.isEmpty()) {
            String object = Json.text(sent, "metadata", "namespace") + "/" + Json.text(sent, "metadata", "name") + "; "
                    + kind.group() + "/" + kind.version() + ", Kind=" + kind.name();
            String all = findings.stream()
                    .map(finding -> "." + finding.path() + ": " + finding.text())
                    .collect(Collectors.joining("\n  "));
            throw ApiFailure.untyped("failed to create typed patch object (" + object + "): "
                    + (findings.size() == 1 ? all : "errors:\n  " + all));
        }
        return Declared.declaredOnly(sent, type(kind));
    }

    private static void checkIdentity(Kind kind, ObjectNode sent) {
        String apiVersion = Json.text(sent, "apiVersion");
        String name = Json.text(sent, "kind");
        if (!apiVersion.isEmpty() && !apiVersion.equals(kind.apiVersion())
                || !name.isEmpty() && !name.equals(kind.name())) {
            throw ApiFailure.badRequest("the API version in the data (" + apiVersion + ", Kind=" + name
                    + ") does not match the expected API version (" + kind.apiVersion() + ", Kind=" + kind.name()
                    + ")");
        }
    }

    private static void refuseWrongTypes(Kind kind, List<Finding> findings) {
        findings.stream()
                .filter(finding -> finding.fault() == Fault.WRONG_TYPE)
                .findFirst()
                .ifPresent(finding -> {
                    throw ApiFailure.badRequest(kind.name() + " in version \"" + kind.version()
                            + "\" cannot be handled as a " + kind.name() + ": json: cannot unmarshal field "
                            + finding.path() + ": " + finding.text());
                });
    }

    private static List<String> unknown(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.fault() == Fault.UNKNOWN)
                .map(finding -> "unknown field \"" + finding.path() + "\"")
                .toList();
    }
}
