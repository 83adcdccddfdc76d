// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.testkit.apiserver.Answer;
import io.shakebook.testkit.apiserver.ApiClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** One run at a time per thing, as an operator meets it. */
@Execution(ExecutionMode.CONCURRENT)
class LockTest extends DemoStory {
    private static final String A = "/apis/coordination.k8s.io/v1/namespaces/redis-a/leases/shakebook-redis-a";
    private static final String B = "/apis/coordination.k8s.io/v1/namespaces/redis-b/leases/shakebook-redis-b";
    private static final String NOTE = "/api/v1/namespaces/redis-b/configmaps/note";

    /** Another run, which lives on another machine. @param seconds how long its lock holds from now on */
    private void holds(String site, String path, int seconds) {
        String now = Instant.now().plusSeconds(seconds - 30L).toString().substring(0, 19) + ".000000Z";
        api(site)
                .apply(
                        "shakebook.lock",
                        path + "?force=true",
                        "{apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', spec: {holderIdentity:"
                                + " 'bo@ops-2 r-20261122-2101-k7wd', leaseDurationSeconds: 30, leaseTransitions: 4,"
                                + " acquireTime: '2026-11-22T21:01:00.000000Z', renewTime: '" + now + "'}}");
    }

    private ApiClient api(String cluster) {
        return site.api(cluster);
    }

    private Answer lease(String cluster) {
        return api(cluster).get(cluster.equals("site-a") ? A : B);
    }

    private void isFree(String cluster) {
        assertThat(lease(cluster).is(200).has("/spec/holderIdentity"))
                .as("held")
                .isFalse();
    }

    private DemoSite.Result note(String text, String... more) throws IOException {
        Files.writeString(site.file("playbooks/redis-dr/note.yaml"), """
                playbook: redis-dr/note
                parameters:
                  pair: { type: redis-pair }
                phases:
                  - name: note
                    cluster: ${pair.standby.cluster}
                    namespace: ${pair.standby.namespace}
                    steps:
                      - name: note
                        configmap:
                          name: note
                          data: { a.txt: TEXT }
                """.replace("TEXT", text));
        String[] arguments = new String[more.length + 1];
        System.arraycopy(more, 0, arguments, 1, more.length);
        arguments[0] = "--yes";
        return site.shakebook("run", "note", arguments);
    }

    @Test
    void eachEntryThatAParameterNamesIsLockedAlsoWhereNothingIsWritten() throws Exception {
        site.serve();
        note("one").exits(0).says("lock site-a/redis-a/shakebook-redis-a", "unlock site-b/redis-b/shakebook-redis-b");
        isFree("site-a");
        isFree("site-b");
        assertThat(lease("site-a").value("/spec/leaseTransitions")).isEqualTo("1");

        String version = lease("site-a").resourceVersion();
        note("one").exits(0);
        assertThat(lease("site-a").resourceVersion()).as("locked for nothing").isEqualTo(version);
    }

    @Test
    void whoHoldsALockSinceWhenAndWhatToDoIsSaidAndNothingIsWritten() throws Exception {
        site.serve();
        holds("site-b", B, 20);
        Map<String, String> before = site.versions();

        note("one")
                .exits(5)
                .says(
                        "error[locked]: another run holds the lock redis-b/shakebook-redis-b on site-b",
                        "holder bo@ops-2",
                        "run r-20261122-2101-k7wd",
                        "since 2026-11-22T21:01:00Z",
                        "expires ",
                        "add: --take-over r-20261122-2101-k7wd",
                        "exit 5: another run holds a lock, nothing was changed",
                        "go on:");

        assertThat(site.versions()).isEqualTo(before);
        isFree("site-a");
    }

    @Test
    void aLockIsTakenOverByNamingItsRunAndEverythingThatTheRunMayStillWriteIsTouched() throws Exception {
        site.serve();
        note("one").exits(0);
        holds("site-b", B, 20);
        String version = api("site-b").get(NOTE).resourceVersion();

        note("two", "--take-over", "r-another").exits(5);
        note("two", "--take-over", "r-20261122-2101-k7wd")
                .exits(0)
                .says(
                        "taken from run r-20261122-2101-k7wd of bo@ops-2, by --take-over",
                        "fence r-20261122-2101-k7wd",
                        "1 object touched",
                        "its plan is not kept here, so these are the objects of this plan");

        Answer note = api("site-b").get(NOTE).is(200);
        assertThat(note.resourceVersion()).isNotEqualTo(version);
        assertThat(note.value("/metadata/annotations/shakebook.io~1fence")).isEqualTo("1");
        assertThat(note.value("/data/a.txt")).isEqualTo("two");
        isFree("site-b");
        site.shakebook("plan", "note", "--exit-code").exits(0);
        site.shakebook("drift", "note", "--exit-code").exits(0);
    }

    @Test
    void anExpiredLockIsTakenWithoutAskingAndThatIsSaid() throws Exception {
        site.serve();
        holds("site-b", B, -60);
        api("site-b")
                .patch(ApiClient.MERGE_PATCH, B, "{spec: {leaseDurationSeconds: 1}}")
                .is(200);
        note("one")
                .exits(0)
                .says(
                        "held by run r-20261122-2101-k7wd of bo@ops-2 and expired",
                        "taken from run r-20261122-2101-k7wd of bo@ops-2; it had expired");
    }

    @Test
    void locksAreGivenBackWhenARunFailsOrPauses() throws Exception {
        site.serve();
        site.playbook("broken", """
                playbook: redis-dr/broken
                parameters:
                  pair: { type: redis-pair }
                phases:
                  - name: stop
                    cluster: ${pair.standby.cluster}
                    namespace: ${pair.standby.namespace}
                    steps:
                      - name: note
                        configmap:
                          name: note
                          data: { a.txt: one }
                  - name: ask
                    steps:
                      - name: sure
                        confirm: Is it so?
                """);
        site.shakebook("run", "broken", "--yes").exits(7);
        isFree("site-a");
        isFree("site-b");
    }

    @Test
    void aDarkSiteThatMayBeDownIsNotLockedAndTheFailoverStillRuns() throws Exception {
        site.serve();
        site.run("sync").exits(0);
        String before = lease("site-a").resourceVersion();
        site.edit(
                "demo/inventory.yaml", "    embedded: site-a.yaml", "    kubeconfig: ../kubeconfig\n    context: gone");
        int closed;
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = nobody.getLocalPort();
        }
        Files.writeString(
                site.file("kubeconfig"),
                "contexts: [{name: gone, context: {cluster: c, user: u}}]\nusers: [{name: u, user: {token: t}}]\n"
                        + "clusters: [{name: c, cluster: {server: \"https://127.0.0.1:" + closed + "\"}}]\n");

        site.run("failover").exits(0).says("lock site-b/redis-b/shakebook-redis-b", "0 failed");

        assertThat(lease("site-b").value("/spec/leaseTransitions")).isEqualTo("2");
        assertThat(lease("site-a").resourceVersion()).isEqualTo(before);
    }
}
