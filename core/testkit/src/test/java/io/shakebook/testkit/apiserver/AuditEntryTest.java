// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditEntryTest {
    @Test
    void anEventOfTheLogIsReadInItsParts() {
        AuditEntry entry = AuditEntry.of(Json.read("""
                {"verb": "patch", "requestURI": "/api/v1/x?dryRun=All", "userAgent": "kubectl/1",
                 "user": {"username": "admin"}, "responseStatus": {"code": 201}}"""));
        assertThat(entry)
                .isEqualTo(new AuditEntry("admin", "patch", "/api/v1/x?dryRun=All", "kubectl/1", true, false, 201));
    }

    @Test
    void theDryRunOfADeleteStandsInItsBody() {
        AuditEntry entry = AuditEntry.of(Json.read("""
                {"verb": "delete", "requestURI": "/api/v1/x", "requestObject": {"dryRun": ["All"]}}"""));
        assertThat(entry.dryRun()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"metadata": {"resourceVersion": "1"}}                             | true
            {"metadata": {"resourceVersion": "7", "uid": "a"}}                 | true
            {"metadata": {"resourceVersion": "7"}}                             | false
            {"metadata": {"uid": "a"}}                                         | false
            {"metadata": {"resourceVersion": "0", "uid": "a"}}                 | false
            {"preconditions": {"uid": "a", "resourceVersion": "7"}}            | true
            {"preconditions": {"uid": "a"}}                                    | false
            {}                                                                 | false
            """)
    void aGuardStandsInTheBody(String body, boolean guarded) {
        AuditEntry entry = AuditEntry.of(Json.read("{\"verb\": \"patch\", \"requestObject\": " + body + "}"));
        assertThat(entry.guarded()).isEqualTo(guarded);
    }

    @ParameterizedTest
    @CsvSource({
        "create, /api/v1/x, 201, true",
        "delete, /api/v1/x, 200, true",
        "get, /api/v1/x, 200, false",
        "create, /api/v1/x, 409, false",
        "patch, /api/v1/x?dryRun=All, 200, false",
        "create, /apis/authorization.k8s.io/v1/selfsubjectaccessreviews, 201, false",
    })
    void onlyAnAcceptedChangeOfStoredStateIsAWrite(String verb, String uri, int code, boolean wrote) {
        assertThat(new AuditEntry("u", verb, uri, "a", uri.contains("dryRun"), false, code).wrote())
                .isEqualTo(wrote);
    }
}
