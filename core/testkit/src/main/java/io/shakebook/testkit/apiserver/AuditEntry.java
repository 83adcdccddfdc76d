// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * One request as the audit log of a real API server tells it.
 *
 * @param verb get, list, watch, create, update, patch, delete or deletecollection
 * @param uri path and query
 * @param dryRun said in the query, or for a delete in the body
 * @param code the HTTP status of the answer
 */
public record AuditEntry(
        String user, String verb, String uri, String userAgent, boolean dryRun, boolean guarded, int code) {
    private static final Set<String> WRITING = Set.of("create", "update", "patch", "delete", "deletecollection");

    static AuditEntry of(JsonNode event) {
        String uri = event.path("requestURI").asString("");
        boolean inBody = event.at("/requestObject/dryRun").toString().contains("All");
        return new AuditEntry(
                event.at("/user/username").asString(""),
                event.path("verb").asString(""),
                uri,
                event.path("userAgent").asString(""),
                uri.contains("dryRun=All") || inBody,
                guarded(event.path("requestObject")),
                event.at("/responseStatus/code").asInt(0));
    }

    /** Whether it may only take effect on the version that was read, or on nothing: a version, or both preconditions. */
    private static boolean guarded(JsonNode body) {
        JsonNode options = body.path("preconditions");
        boolean deletes = !options.path("uid").asString("").isEmpty()
                && !options.path("resourceVersion").asString("").isEmpty();
        String version = body.at("/metadata/resourceVersion").asString("");
        boolean creates = version.equals("1");
        boolean updates = !version.isEmpty()
                && !version.equals("0")
                && !body.at("/metadata/uid").asString("").isEmpty();
        return deletes || creates || updates;
    }

    /** Whether it was about a Lease, by which runs keep out of each other's way. */
    public boolean ofLock() {
        return uri.contains("/leases");
    }

    /** Whether it was accepted and could change stored state; an access review is created, but never stored. */
    public boolean wrote() {
        return couldWrite() && code < 300;
    }

    /** Whether it would have changed stored state if the server had accepted it. */
    public boolean couldWrite() {
        return WRITING.contains(verb) && !dryRun && !uri.contains("reviews");
    }
}
